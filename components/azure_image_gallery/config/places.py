"""Where a value of the declaration stands in its file.

A path is followed through the nodes, in either spelling of its keys, as far as there are nodes; what has none
of its own is shown at the nearest thing around it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import Entry, YamlTree
from azure_image_gallery.rules.place import Place
from azure_image_gallery.spec.path import Path


@dataclass(frozen=True, slots=True)
class Root:
    """An entry of a file, which a part of the declaration comes from."""

    tree: YamlTree
    entry: Entry
    included: bool = False
    """Whether the file is an included one: its values are read here, and the engine knows none of them."""

    @property
    def key_place(self) -> Place:
        """The place of the entry's key."""
        return self.tree.file.place(self.entry.key_node.start, self.entry.key_node.end)


Roots: TypeAlias = Mapping[str, Root]
"""Entries by their key."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of a file, the key it stands under, and how much of a path leads there."""

    tree: YamlTree
    key: Node | None
    """`None` for an item of a list."""
    node: Node
    path: Path
    """In the file's own spelling."""
    included: bool = False

    @property
    def place(self) -> Place:
        """The value's place; a block of lines is shown by its key."""
        node = self.node
        is_block = isinstance(node, yaml_nodes.Collection) and not node.flow
        if self.key is not None and (is_block or node.start == node.end):
            return self.key_place
        return self.tree.file.place(node.start, node.end)

    @property
    def key_place(self) -> Place:
        """The key's place, or the value's where there is no key."""
        node = self.key or self.node
        return self.tree.file.place(node.start, node.end)


def _always(_path: Path) -> bool:
    return True


@dataclass(frozen=True)
class Places:
    """The places of a declaration's values, which may come from several files."""

    roots: Mapping[Path, Roots] = field(default_factory=dict[Path, Roots])
    """What was taken from files: at the empty path each key of the declaration, and at the path of a map that
    several files add to, what the others add."""
    around: Place | None = None
    """The place of what has no entry at all: `config:`, or the file's beginning."""
    agrees: Callable[[Path], bool] = _always
    """Whether the value at a path, as far as no included file gives it, is the one in use."""

    def find(self, path: Path, *, on_key: bool = False) -> Place | None:
        """The place of the value at a path, or of its last key; of the nearest around it, else."""
        spot = self.spot(path)
        if spot is None:
            return self.around if self.agrees(path) else None
        if not self._is_in_use(spot, path):
            return None
        return spot.key_place if on_key and len(spot.path) == len(path) else spot.place

    def spot(self, path: Path) -> Spot | None:
        """The node at a path, or the nearest around it."""
        spot: Spot | None = None
        for segment in path:
            inner = self._step(spot, segment)
            if inner is None:
                break
            spot = inner
        return spot

    def written(self, path: Path, *, on_key: bool = False) -> Scalar | None:
        """The scalar at exactly this path, as it is written, if it is in use."""
        spot = self.spot(path)
        if spot is None or len(spot.path) != len(path) or not self._is_in_use(spot, path):
            return None
        node = spot.key if on_key else spot.node
        return node if isinstance(node, Scalar) else None

    def _is_in_use(self, spot: Spot, path: Path) -> bool:
        return spot.included or self.agrees(path)

    def _step(self, spot: Spot | None, segment: str | int) -> Spot | None:
        if isinstance(segment, int):
            return spot and _item(spot, segment)
        own = _entries(spot)
        added = self.roots.get(spot.path if spot else (), {})
        name = _spelled(segment, own, added)
        path = (*(spot.path if spot else ()), name)
        if name in added:
            return _inner(added[name].tree, added[name].entry, path, included=added[name].included)
        if spot and name in own:
            return _inner(spot.tree, own[name], path, included=spot.included)
        return None


def _inner(tree: YamlTree, entry: Entry, path: Path, *, included: bool) -> Spot:
    return Spot(tree, entry.key_node, entry.node, path, included)


def _item(spot: Spot, at: int) -> Spot | None:
    node = spot.node
    if isinstance(node, yaml_nodes.Sequence) and 0 <= at < len(node.items):
        return Spot(spot.tree, None, node.items[at], (*spot.path, at), spot.included)
    return None


def _entries(spot: Spot | None) -> Mapping[str, Entry]:
    if spot is None or not isinstance(spot.node, yaml_nodes.Mapping):
        return {}
    return spot.tree.entries(spot.node)


def _spelled(name: str, *among: Mapping[str, object]) -> str:
    """The key as the files have it: as given, else the one that differs in snake_case or camelCase only."""
    if any(name in names for names in among):
        return name
    plain = _plain(name)
    return next((key for names in among for key in names if _plain(key) == plain), name)


def _plain(name: str) -> str:
    return name.replace("_", "").casefold()
