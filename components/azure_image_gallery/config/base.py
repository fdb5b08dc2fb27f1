"""What a stack's file and the defaults of its project give, before anything is included.

This is what the engine knows as well: in `pulumi up` it hands the same values to the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from azure_image_gallery.config.agreement import without_empty
from azure_image_gallery.config.engine_values import value_under_config
from azure_image_gallery.config.namespace import AZURE_LOCATION, LOCATION, declared, name_of, no_key
from azure_image_gallery.config.places import Root, Roots
from azure_image_gallery.config.problems import problems
from azure_image_gallery.config.project import Default, Project, fits
from azure_image_gallery.config.reading import Found, Read
from azure_image_gallery.config.stack_file import StackFile
from azure_image_gallery.config.yaml_nodes import Scalar
from azure_image_gallery.config.yaml_tree import Entry
from azure_image_gallery.rules.configuration import KEY_LOST, MISSING_KEY, WRONG_TYPE
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path


@dataclass(frozen=True)
class Base:
    """The declaration as far as the engine knows it. Keys of other namespaces stand under their full name."""

    values: Mapping[str, object] = field(default_factory=dict[str, object])
    roots: Roots = field(default_factory=dict[str, Root])
    found: tuple[Found, ...] = ()
    around: Place | None = None
    """The place of what has none of its own: `config:`, or the file's beginning."""
    nothing: Found | None = None
    """What is to be said where nothing is declared."""


def read_base(project: Project, read: Read) -> Base:
    """Read a stack's file with its project's defaults; a stack's value replaces a default whole, as in Pulumi."""
    if project.name is None:
        return Base(found=project.found)
    stack = StackFile(read, project.name)
    found = [*project.found]
    own = stack.roots(found)
    roots = {**_defaults(project, project.name, own, stack.around, found), **own}
    roots = {name: root for name, root in roots.items() if ":" not in name or name == AZURE_LOCATION}
    values = without_empty({name: _value(project, name, root) for name, root in roots.items()})
    found += stack.problems()
    found += _problems(project.read, project.name)
    return Base(values, roots, tuple(found), stack.around, stack.nothing_declared(own))


def _defaults(
    project: Project, namespace: str, own: Roots, around: Place | None, found: list[Found]
) -> dict[str, Root]:
    """Defaults of Pulumi.yaml for what the stack does not give."""
    roots: dict[str, Root] = {}
    tree = project.read.tree
    if tree is None:
        return roots
    for default in project.defaults:
        name = name_of(default.key, namespace)
        if name is None:
            found.append(no_key(tree, default.key, default.entry, namespace))
        elif name in own:
            found.extend(_misfit(default, own[name], (name,)))
        elif default.node is not None:
            roots[name] = Root(tree, Entry(default.entry.key_node, default.node))
        elif ":" not in name:
            message = f"Pulumi.yaml asks every stack for {name}, and this one gives none"
            found.append((Finding(MISSING_KEY, (name,), message), around))
    return roots


def _value(project: Project, name: str, root: Root) -> object:
    path = (LOCATION,) if name == AZURE_LOCATION else (name,)
    is_default = root.tree is project.read.tree
    return value_under_config(root.tree, root.entry.node, path, iso_dates=is_default)


def _problems(read: Read, namespace: str) -> Iterator[Found]:
    """What is wrong with Pulumi.yaml. A key that is no text is left out: the project says so of every one."""
    for problem, path in problems(read, lambda path: _without_attribute(declared(path, namespace))):
        if problem.rule is not KEY_LOST:
            yield read.located(problem, path)


def _without_attribute(path: Path) -> Path:
    """A path of Pulumi.yaml without the `default` or `value` that a value stands under there."""
    return (path[0], *path[2:]) if path[1:2] in {("default",), ("value",)} else path


def _misfit(default: Default, root: Root, path: Path) -> Iterator[Found]:
    node = root.entry.node
    if default.type and not root.tree.is_secret(node) and not fits(default.type, node):
        message = f"Pulumi.yaml says that {default.key} is of type {default.type}, which this is not"
        shown = node if isinstance(node, Scalar) and node.text else root.entry.key_node
        yield Finding(WRONG_TYPE, path, message), root.tree.file.place(shown.start, shown.end)
