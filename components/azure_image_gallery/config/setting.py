"""What a stack says in another namespace than ours: a provider's settings, such as azure-native's subscription."""

from collections.abc import Iterator

from azure_image_gallery.config.namespace import CONFIG, name_of
from azure_image_gallery.config.project import Project
from azure_image_gallery.config.reading import read_yaml
from azure_image_gallery.config.yaml_nodes import Mapping, Node, Scalar
from azure_image_gallery.config.yaml_tree import meaning_of


def setting(project: Project, stack: str, key: str) -> str | None:
    """The text under a key such as `azure-native:subscriptionId`, of the stack or else of its project.

    `None` where neither says it in plain text: a secret is not decrypted here.
    """
    for node in _nodes(project, stack, key):
        meaning = meaning_of(node) if isinstance(node, Scalar) else None
        return meaning if isinstance(meaning, str) else None
    return None


def _nodes(project: Project, stack: str, key: str) -> Iterator[Node]:
    """The nodes that hold the value, the one that Pulumi takes first."""
    tree, namespace = read_yaml(project.stack_file(stack)).tree, project.name or ""
    top = tree.entries(tree.root) if tree and isinstance(tree.root, Mapping) else {}
    config = top.get(CONFIG)
    if tree and config and isinstance(config.node, Mapping):
        for name, entry in tree.entries(config.node).items():
            if name_of(name, namespace) == key:
                yield entry.node
    for default in project.defaults:
        if name_of(default.key, namespace) == key and default.node is not None:
            yield default.node
