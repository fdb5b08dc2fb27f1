"""A declaration with what included files add to it.

Maps of names are merged name by name: what Azure would call an entry comes whole from one file. All else,
such as `gallery`, stands in one file. Nothing is overridden: what two files give is an error.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_origin

from azure_image_gallery.config.included_file import IncludedFile
from azure_image_gallery.config.places import Places, Root, Roots
from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.yaml_nodes import Mapping as MappingNode
from azure_image_gallery.rules.configuration import DUPLICATE_KEY, WRONG_TYPE
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.shape import is_model, kind_at
from azure_image_gallery.rules.words import given
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path

_OF_MAPS = ("sharing",)
"""No map of names itself, but made of such."""
Values = dict[str, object]


@dataclass(frozen=True)
class Merged:
    """The declaration of several files."""

    values: Mapping[str, object]
    places: Places
    found: tuple[Found, ...]


def merge(values: Mapping[str, object], places: Places, files: Iterable[IncludedFile]) -> Merged:
    """Add what the files hold, in their order. Of what is given twice the first is kept."""
    roots = {at: dict(found) for at, found in places.roots.items()}
    merging = _Merging(dict(values), roots, replace(places, roots=roots))
    for file in files:
        merging.add(merging.values, (), file.values, file.roots)
    return Merged(merging.values, merging.places, tuple(merging.found))


@dataclass(frozen=True)
class _Merging:
    values: Values
    roots: dict[Path, dict[str, Root]]
    places: Places
    """Of what is there so far: these look into `roots`."""
    found: list[Found] = field(default_factory=list[Found])
    _copied: set[Path] = field(default_factory=set[Path])

    def add(self, into: Values, at: Path, values: Mapping[str, object], roots: Roots) -> None:
        """Add the entries of a map to the map at a path."""
        spelled = {azure_name(name): name for name in into} if is_model(kind_at(at)) else {}
        for key, value in values.items():
            name = spelled.get(azure_name(key), key)
            path = (*at, name)
            if name not in into:
                into[name] = value
                self.roots.setdefault(at, {})[name] = roots[key]
            elif not _is_map_of_names(path):
                self._say_twice(path, roots[key])
            elif not isinstance(value, Mapping):
                message = f"{given(value)} is given, a map of names is wanted"
                self.found.append((Finding(WRONG_TYPE, path, message), roots[key].key_place))
            elif isinstance(into[name], Mapping):
                inner = cast("Mapping[str, object]", value)
                self.add(self._own(into, name, path), path, inner, _below(roots[key]))

    def _own(self, into: Values, name: str, path: Path) -> Values:
        """The map at a path, copied at the first time: the caller's values stay as they are."""
        if path not in self._copied:
            self._copied.add(path)
            into[name] = dict(cast("Mapping[str, object]", into[name]))
        return cast("Values", into[name])

    def _say_twice(self, path: Path, root: Root) -> None:
        first = self.places.find(path, on_key=True)
        message = f"{path[-1]} is declared in two files, here and in {_shown(first)}"
        self.found.append((Finding(DUPLICATE_KEY, path, message, on_key=True), root.key_place))


def _is_map_of_names(path: Path) -> bool:
    return get_origin(kind_at(path)) is dict or path == _OF_MAPS


def _below(root: Root) -> Roots:
    node = root.entry.node
    entries = root.tree.entries(node) if isinstance(node, MappingNode) else {}
    return {name: Root(root.tree, entry, included=True) for name, entry in entries.items()}


def _shown(place: Place | None) -> str:
    return f"{place.file}:{place.line}:{place.column}" if place else "the configuration of the stack"
