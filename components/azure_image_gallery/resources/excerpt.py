"""The part of a declaration that a value is judged with when it arrives.

A declaration of a thousand versions may wait for a thousand values, one after another. Each is judged with what
it has to do with, and not with all the other versions; what is left out is lost to the rules, which say nothing
about its absence.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_VERSIONS = "imageVersions"
_SPELLINGS = (_VERSIONS, "image_versions")
_VERSION_PATH = 3


def excerpt(
    values: Mapping[str, object], about: Iterable[Path], named: frozenset[Path]
) -> tuple[Mapping[str, object], frozenset[Path]]:
    """The values with those versions alone that some paths lead to or that are named, and the others' paths."""
    key = next((spelling for spelling in _SPELLINGS if spelling in values), None)
    if key is None:
        return values, frozenset()
    kept = named | {path[:_VERSION_PATH] for path in about if path[:1] == (_VERSIONS,)}
    every = cast("Mapping[str, Mapping[str, object]]", values[key])
    some = {
        definition: {
            number: version for number, version in versions.items() if (_VERSIONS, definition, number) in kept
        }
        for definition, versions in every.items()
    }
    lost = frozenset(
        (_VERSIONS, definition, number)
        for definition, versions in every.items()
        for number in versions
        if number not in some[definition]
    )
    return {**values, key: some}, lost


def named_versions(resolved: Resolved) -> frozenset[Path]:
    """The versions that something else in the declaration names: as its source, or as a scope."""
    return frozenset((*_sources(resolved), *_scopes(resolved)))


def _sources(resolved: Resolved) -> Iterator[Path]:
    for made in resolved.made.values():
        for place in made.source.every:
            if place.address is not None and place.address[0] == _VERSIONS:
                yield place.address


def _scopes(resolved: Resolved) -> Iterator[Path]:
    for assignment in resolved.assignments:
        parts = tuple(assignment.scope.split("/"))
        if parts[0] == _VERSIONS:
            yield parts
