"""Configuration keys: a project's namespace, and what stands behind it."""

from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.yaml_tree import Entry, YamlTree
from azure_image_gallery.rules.configuration import UNKNOWN_KEY
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path

CONFIG = "config"
LOCATION = "location"
AZURE_LOCATION = "azure-native:location"
INCLUDE = "include"


def name_of(key: str, namespace: str) -> str | None:
    """A configuration key without our namespace; another's whole; `None` for what is no key.

    `<namespace>:config:<name>` is an older spelling that Pulumi still takes.
    """
    parts = key.split(":")
    if len(parts) == 3 and parts[1] == CONFIG:  # noqa: PLR2004  namespace, `config`, name
        parts = [parts[0], parts[2]]
    if len(parts) == 1:
        return key
    if len(parts) > 2:  # noqa: PLR2004  namespace and name
        return None
    return parts[1] if parts[0] == namespace else ":".join(parts)


def declared(path: Path, namespace: str) -> Path:
    """A path of a file with `config:` as one of the declaration; empty where it is not part of that."""
    if len(path) < 2 or path[0] != CONFIG or not isinstance(path[1], str):  # noqa: PLR2004  `config` and a key
        return ()
    if path[1] == AZURE_LOCATION:
        return (LOCATION,)
    name = name_of(path[1], namespace)
    return () if name is None or ":" in name else (name, *path[2:])


def no_key(tree: YamlTree, key: str, entry: Entry, namespace: str) -> Found:
    """The finding that something under `config:` is not a configuration key."""
    message = f"{key} is not a configuration key: those are text, and have one colon at most"
    finding = Finding(UNKNOWN_KEY, (), message, on_key=True, fix=f"write it as `{namespace}:<name>`")
    return finding, tree.file.place(entry.key_node.start, entry.key_node.end)
