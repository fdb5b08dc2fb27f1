"""Where a value of the declaration stands in its file.

A path is followed through the nodes, in either spelling of its keys, as far as there are nodes; what has none
of its own is shown at the nearest thing around it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import Entry, YamlTree
from azure_image_gallery.rules.place import Place
from azure_image_gallery.spec.path import Path


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of a file, the key it stands under, and how much of a path leads there."""

    tree: YamlTree
    key: Node | None
    """`None` for an item of a list."""
    node: Node
    path: Path
    """In the file's own spelling."""

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

    roots: Mapping[str, tuple[YamlTree, Entry]] = field(default_factory=dict[str, tuple[YamlTree, Entry]])
    """The file and entry of each key of the declaration."""
    around: Place | None = None
    """The place of what has no entry at all: `config:`, or the file's beginning."""
    holds: Callable[[Path], bool] = _always
    """Whether the file's value at a path is the one in use; else it has no place."""

    def find(self, path: Path, *, on_key: bool = False) -> Place | None:
        """The place of the value at a path, or of its last key; of the nearest around it, else."""
        spot = self.spot(path)
        if spot is None:
            return self.around if self.holds(path) else None
        if not self.holds(path):
            return None
        return spot.key_place if on_key and len(spot.path) == len(path) else spot.place

    def spot(self, path: Path) -> Spot | None:
        """The node at a path, or the nearest around it."""
        if not path or not isinstance(path[0], str):
            return None
        name = _spelled(path[0], self.roots)
        if name is None:
            return None
        tree, entry = self.roots[name]
        spot = Spot(tree, entry.key_node, entry.node, (name,))
        for segment in path[1:]:
            inner = _step(spot, segment)
            if inner is None:
                break
            spot = inner
        return spot

    def written(self, path: Path, *, on_key: bool = False) -> Scalar | None:
        """The scalar at exactly this path, as it is written."""
        spot = self.spot(path)
        if spot is None or len(spot.path) != len(path):
            return None
        node = spot.key if on_key else spot.node
        return node if isinstance(node, Scalar) else None


def _step(spot: Spot, segment: str | int) -> Spot | None:
    node = spot.node
    if isinstance(segment, int):
        if isinstance(node, yaml_nodes.Sequence) and 0 <= segment < len(node.items):
            return Spot(spot.tree, None, node.items[segment], (*spot.path, segment))
        return None
    if not isinstance(node, yaml_nodes.Mapping):
        return None
    entries = spot.tree.entries(node)
    name = _spelled(segment, entries)
    if name is None:
        return None
    return Spot(spot.tree, entries[name].key_node, entries[name].node, (*spot.path, name))


def _spelled(name: str, among: Mapping[str, object]) -> str | None:
    """The key as the file has it: as given, else the one that differs in snake_case or camelCase only."""
    if name in among:
        return name
    plain = _plain(name)
    return next((key for key in among if _plain(key) == plain), None)


def _plain(name: str) -> str:
    return name.replace("_", "").casefold()
