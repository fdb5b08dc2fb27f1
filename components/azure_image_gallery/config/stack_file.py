"""A stack's file: what stands under `config:`, by name, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.namespace import CONFIG, declared, name_of, no_key
from azure_image_gallery.config.places import Root
from azure_image_gallery.config.problems import problems
from azure_image_gallery.config.reading import Found, Read
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import Entry, meaning_of
from azure_image_gallery.rules.configuration import (
    DUPLICATE_KEY,
    KEY_LOST,
    NO_DECLARATION,
    SYNTAX,
    WRONG_TYPE,
)
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path


@dataclass(frozen=True)
class StackFile:
    """A stack's file that was read, in a project of which the namespace is known."""

    read: Read
    namespace: str

    def roots(self, found: list[Found]) -> dict[str, Root]:
        """The entries by name, other namespaces' by full key."""
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

    def problems(self) -> Iterator[Found]:
        """What is wrong with the text."""
        for problem, path in problems(self.read, self._declared):
            if problem.rule is not KEY_LOST or len(path) > 1:
                yield self.read.located(problem, path)
            elif len(problem.path) == 1:
                message = f"the key {problem.path[0]} is not text, and Pulumi refuses the file for it"
                place = self.read.file.place(problem.start, problem.end) if self.read.file else None
                yield Finding(SYNTAX, (), message, fix="put the key in quotes"), place

    @property
    def around(self) -> Place | None:
        """The place of what has none of its own: `config:`, or the file's beginning."""
        config = self._config()
        file = self.read.file
        if file is None:
            return None
        return file.place(config.key_node.start, config.key_node.end) if config else file.place(0, 0)

    def nothing_declared(self, names: Iterable[str]) -> Found:
        """What is to be said where none of the entries is a part of the declaration."""
        message = f"nothing is declared under {self.namespace}:"
        others = sorted({name.split(":")[0] for name in names if ":" in name} - {"azure-native"})
        if self._config() is None:
            message += ", for the file has no `config:`"
        elif others:
            message += f"; the keys here belong to {', '.join(others)}"
        fix = f"declare at least `{self.namespace}:gallery` under `config:`"
        return Finding(NO_DECLARATION, (), message, fix=fix), self.around

    def _config(self) -> Entry | None:
        tree = self.read.tree
        if tree is None or not isinstance(tree.root, yaml_nodes.Mapping):
            return None
        return tree.entries(tree.root).get(CONFIG)

    def _declared(self, path: Path) -> Path:
        return declared(path, self.namespace)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and isinstance(meaning_of(node), str)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and meaning_of(node) is None
