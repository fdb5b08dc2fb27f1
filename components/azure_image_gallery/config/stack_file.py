"""What a stack's file and the defaults of its project give, before anything is included.

This is what the engine knows as well: in `pulumi up` it hands the same values to the program.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.agreement import without_empty
from azure_image_gallery.config.engine_values import value_under_config
from azure_image_gallery.config.namespace import AZURE_LOCATION, CONFIG, LOCATION, declared, name_of, no_key
from azure_image_gallery.config.places import Root, Roots
from azure_image_gallery.config.problems import problems
from azure_image_gallery.config.project import Default, Project, fits
from azure_image_gallery.config.reading import Found, Read
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import Entry, meaning_of
from azure_image_gallery.rules.configuration import (
    DUPLICATE_KEY,
    KEY_LOST,
    MISSING_KEY,
    NO_DECLARATION,
    SYNTAX,
    WRONG_TYPE,
)
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


def read_base(project: Project, stack: Read) -> Base:
    """Read a stack's file with its project's defaults; a stack's value replaces a default whole, as in Pulumi."""
    if project.name is None:
        return Base(found=project.found)
    return _StackFile(project, project.name, stack).base()


@dataclass(frozen=True)
class _StackFile:
    project: Project
    namespace: str
    read: Read

    def base(self) -> Base:
        found = [*self.project.found]
        own = self._from_stack(found)
        roots = {**self._from_project(own, found), **own}
        foreign = [name for name in own if ":" in name]
        roots = {name: root for name, root in roots.items() if ":" not in name or name == AZURE_LOCATION}
        values = without_empty({name: self._value(name, root) for name, root in roots.items()})
        found += self._problems_of_the_stack()
        found += self._problems_of_the_project()
        return Base(values, roots, tuple(found), self._around(), self._nothing_declared(foreign))

    def _from_stack(self, found: list[Found]) -> dict[str, Root]:
        """The stack's own entries by name, other namespaces' by full key."""
        roots: dict[str, Root] = {}
        tree = self.read.tree
        config = self._config()
        if tree is None or config is None:
            return roots
        if not isinstance(config.node, yaml_nodes.Mapping):
            if not _is_empty(config.node):
                finding = Finding(WRONG_TYPE, (), "config holds a map of keys", fix="give each key on a line")
                found.append((finding, tree.file.place(config.node.start, config.node.end)))
            return roots
        for key, entry in tree.entries(config.node).items():
            name = name_of(key, self.namespace)
            root = Root(tree, entry)
            if name is None or not _is_text(entry.key_node):
                found.append(no_key(tree, key, entry, self.namespace))
            elif name in roots:
                message = f"{key} is given twice: with its namespace and without"
                found.append((Finding(DUPLICATE_KEY, (name,), message, on_key=True), root.key_place))
            else:
                roots[name] = root
        return roots

    def _from_project(self, own: Roots, found: list[Found]) -> dict[str, Root]:
        """Defaults of Pulumi.yaml for what the stack does not give."""
        roots: dict[str, Root] = {}
        tree = self.project.read.tree
        if tree is None:
            return roots
        for default in self.project.defaults:
            name = name_of(default.key, self.namespace)
            if name is None:
                found.append(no_key(tree, default.key, default.entry, self.namespace))
            elif name in own:
                found.extend(_misfit(default, own[name], (name,)))
            elif default.node is not None:
                roots[name] = Root(tree, Entry(default.entry.key_node, default.node))
            elif ":" not in name:
                message = f"Pulumi.yaml asks every stack for {name}, and this one gives none"
                found.append((Finding(MISSING_KEY, (name,), message), self._around()))
        return roots

    def _value(self, name: str, root: Root) -> object:
        path = (LOCATION,) if name == AZURE_LOCATION else (name,)
        is_default = root.tree is self.project.read.tree
        return value_under_config(root.tree, root.entry.node, path, iso_dates=is_default)

    def _problems_of_the_stack(self) -> Iterator[Found]:
        for problem, path in problems(self.read, self._declared):
            if problem.rule is not KEY_LOST or len(path) > 1:
                yield self.read.located(problem, path)
            elif len(problem.path) == 1:
                message = f"the key {problem.path[0]} is not text, and Pulumi refuses the file for it"
                place = self.read.file.place(problem.start, problem.end) if self.read.file else None
                yield Finding(SYNTAX, (), message, fix="put the key in quotes"), place

    def _problems_of_the_project(self) -> Iterable[Found]:
        """A key that is no text is left out: the project says so of every one."""
        read = self.project.read
        found = problems(read, lambda path: _without_attribute(self._declared(path)))
        return (read.located(problem, path) for problem, path in found if problem.rule is not KEY_LOST)

    def _declared(self, path: Path) -> Path:
        return declared(path, self.namespace)

    def _config(self) -> Entry | None:
        tree = self.read.tree
        if tree is None or not isinstance(tree.root, yaml_nodes.Mapping):
            return None
        return tree.entries(tree.root).get(CONFIG)

    def _around(self) -> Place | None:
        config = self._config()
        file = self.read.file
        if file is None:
            return None
        return file.place(config.key_node.start, config.key_node.end) if config else file.place(0, 0)

    def _nothing_declared(self, foreign: list[str]) -> Found:
        message = f"nothing is declared under {self.namespace}:"
        others = sorted({key.split(":")[0] for key in foreign} - {"azure-native"})
        if self._config() is None:
            message += ", for the file has no `config:`"
        elif others:
            message += f"; the keys here belong to {', '.join(others)}"
        fix = f"declare at least `{self.namespace}:gallery` under `config:`"
        return Finding(NO_DECLARATION, (), message, fix=fix), self._around()


def _without_attribute(path: Path) -> Path:
    """A path of Pulumi.yaml without the `default` or `value` that a value stands under there."""
    return (path[0], *path[2:]) if path[1:2] in {("default",), ("value",)} else path


def _misfit(default: Default, root: Root, path: Path) -> Iterator[Found]:
    node = root.entry.node
    if default.type and not root.tree.is_secret(node) and not fits(default.type, node):
        message = f"Pulumi.yaml says that {default.key} is of type {default.type}, which this is not"
        shown = node if isinstance(node, Scalar) and node.text else root.entry.key_node
        yield Finding(WRONG_TYPE, path, message), root.tree.file.place(shown.start, shown.end)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and isinstance(meaning_of(node), str)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and meaning_of(node) is None
