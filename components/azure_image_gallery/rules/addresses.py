"""Addresses: how `rules` and `scopes` name the entries of a declaration, `imageVersions/ubuntu-24.04/1.0.0`.

An entry is what a map of names holds (of names in names, where a map holds such maps), and beside those maps
whatever stands at the top. An address is the path to it, in Azure's spelling.
"""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import cast

from azure_image_gallery.rules.shape import fields
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.path import Path

RULES = "rules"
_OF_MAPS = "sharing"
_WILD = frozenset("*?[")


def addresses(declaration: Declaration) -> frozenset[Path]:
    """The address of every entry."""
    return frozenset(_of_fields(declaration, ()))


def is_pattern(address: str) -> bool:
    """Whether an address may stand for several."""
    return not _WILD.isdisjoint(address)


def entry_of(path: Path, entries: frozenset[Path]) -> Path:
    """The address of what a path lies in; the path itself where it lies in no entry."""
    return next((path[:n] for n in range(1, len(path) + 1) if path[:n] in entries), path)


def covers(pattern: str, address: Path) -> bool:
    """Whether an address lies at or below what a pattern names; `*` stands for a part of one segment."""
    wanted = pattern.split("/")
    return len(wanted) <= len(address) and all(
        fnmatchcase(str(segment), part) for segment, part in zip(address, wanted, strict=False)
    )


def _of_fields(model: Model, path: Path) -> Iterator[Path]:
    for field in fields(type(model)).values():
        value = getattr(model, field.name)
        here = (*path, field.key)
        if value is None or here == (RULES,):
            continue
        if isinstance(value, Model) and here == (_OF_MAPS,):
            yield from _of_fields(value, here)
        else:
            yield from _entries(value, here)


def _entries(value: object, path: Path) -> Iterator[Path]:
    if not isinstance(value, Mapping):
        yield path
        return
    for key, inner in cast("Mapping[str, object]", value).items():
        yield from _entries(inner, (*path, key))
