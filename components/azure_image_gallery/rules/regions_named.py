"""Every region that a declaration names, with its place."""

from collections.abc import Iterator

from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved


def regions_named(resolved: Resolved) -> Iterator[tuple[Path, str]]:
    """Each by its canonical name; what is not there yet is left out. What only looks into a set is not named."""
    for path, value in _locations(resolved):
        if isinstance(value, str):
            yield path, value


def _locations(resolved: Resolved) -> Iterator[tuple[Path, object]]:
    declaration = resolved.declaration
    yield ("location",), declaration.location
    for key, group in declaration.resource_groups.items():
        yield ("resourceGroups", key, "location"), group.location
    yield ("gallery", "location"), declaration.gallery.location
    for key, entries in declaration.region_sets.items():
        for position, entry in enumerate(entries):
            yield ("regionSets", key, position, "name"), entry.name
    for definition in resolved.definitions:
        yield (*definition.path, "location"), definition.spec.location
    for version in resolved.versions:
        for position, entry in enumerate(version.spec.target_regions or ()):
            yield (*version.path, "targetRegions", position, "name"), entry.name
    for one in resolved.encryption_sets:
        yield (*one.path, "location"), one.spec.location
    for part in resolved.made.values():
        yield (*part.path, "location"), part.spec.location
        yield (*part.source.path, "location"), part.source.facts.location
