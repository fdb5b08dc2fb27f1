"""Everything that has options, and what it lies in."""

from collections.abc import Iterator
from dataclasses import dataclass

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Optioned:
    """An entry that this stack makes, with its options."""

    path: Path
    options: Options | None
    within: Path | None = None
    """The entry that it lies in; `None`: one that this stack does not make."""


def optioned(resolved: Resolved) -> Iterator[Optioned]:
    """Every entry that has options, except those that exist or that something else makes."""
    declaration = resolved.declaration
    for key, group in declaration.resource_groups.items():
        yield Optioned(("resourceGroups", key), group.options)
    gallery = declaration.gallery
    if gallery.existing is not True:
        yield Optioned(("gallery",), gallery.options, _group(declaration, gallery.resource_group))
    yield from _in_the_gallery(resolved)
    for entry in (*resolved.managed_images, *resolved.managed_disks, *resolved.snapshots):
        yield Optioned(entry.path, entry.spec.options, _group(declaration, entry.resource_group))
    for one in resolved.encryption_sets:
        if not one.exists:
            yield Optioned(one.path, one.spec.options, _group(declaration, one.resource_group))
    for key, assignment in declaration.sharing.role_assignments.items():
        yield Optioned(("sharing", "roleAssignments", key), assignment.options)
    if declaration.sharing.direct is not None:
        yield Optioned(("sharing", "direct"), declaration.sharing.direct.options)
    if declaration.sharing.community is not None:
        yield Optioned(("sharing", "community"), declaration.sharing.community.options)


def _in_the_gallery(resolved: Resolved) -> Iterator[Optioned]:
    gallery = None if resolved.declaration.gallery.existing is True else ("gallery",)
    for definition in resolved.definitions:
        if definition.spec.existing is not True:
            yield Optioned(definition.path, definition.spec.options, gallery)
    for version in resolved.versions:
        above = version.definition
        is_made = above is not None and above.spec.existing is not True
        yield Optioned(version.path, version.spec.options, above.path if above and is_made else None)

    for application in resolved.applications:
        yield Optioned(application.path, application.spec.options, gallery)
    for one in resolved.application_versions:
        yield Optioned(one.path, one.spec.options, one.application.path if one.application else None)


def _group(declaration: Declaration, name: object) -> Path | None:
    is_made = isinstance(name, str) and name in declaration.resource_groups
    return ("resourceGroups", name) if isinstance(name, str) and is_made else None
