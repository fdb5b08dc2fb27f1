"""The file by which `pulumi import` takes what exists into a stack, under the names that the components give.

Every id follows from the declaration: nothing is asked of Azure here. What is declared as existing, or as made
by something else, is left out, for the stack does not own it.
Source: https://www.pulumi.com/docs/iac/guides/migration/import/#bulk-import-operations.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from azure_image_gallery.adopt import azure_ids
from azure_image_gallery.adopt.azure_ids import AzureIds
from azure_image_gallery.azure.native_ids import SHARING
from azure_image_gallery.spec.locked import locked
from azure_image_gallery.spec.resolved import Resolved

COMPONENT = "azure-image-gallery:index:ImageGallery"
_PARENT = "component"


class Import(TypedDict, total=False):
    """A resource of the file."""

    type: str
    name: str
    logicalName: str
    id: str
    parent: str
    version: str
    component: bool


@dataclass(frozen=True, slots=True)
class _Found:
    token: str
    """The type, without the package."""
    key: str
    """The logical name, without the component's."""
    id: str


def import_file(resolved: Resolved, component: str, subscription: str, plugin: str) -> list[Import]:
    """What a component of this name and declaration takes over, and last the component.

    `plugin` is azure-native's version. Raises `NotKnownError` where an id cannot be told.
    """
    above: Import = {"type": COMPONENT, "name": _PARENT, "logicalName": component, "component": True}
    found = _owned(resolved, AzureIds(resolved, subscription))
    return [*(_entry(position, one, component, plugin) for position, one in enumerate(found, 1)), above]


def as_text(resources: Sequence[Import]) -> str:
    """The file's text: a line for each resource, which can be taken out without touching the others.

    For the last line has no comma after it, and is the component's, which stays.
    """
    lines = ",\n".join(json.dumps(resource) for resource in resources)
    return f'{{"resources": [\n{lines}\n]}}\n'


def _entry(position: int, found: _Found, component: str, plugin: str) -> Import:
    if found.token == SHARING:
        return {
            "type": SHARING,
            "name": f"resource{position}",
            "logicalName": f"{component}/{found.key}",
            "id": found.id,
            "parent": _PARENT,
        }
    return {
        "type": f"azure-native:{found.token}",
        "name": f"resource{position}",  # for this file alone, which refers to nothing by it
        "logicalName": f"{component}/{found.key}",
        "id": found.id,
        "parent": _PARENT,
        "version": plugin,
    }


def _owned(resolved: Resolved, ids: AzureIds) -> Iterator[_Found]:
    """Everything that the declaration makes."""
    for key in resolved.declaration.resource_groups:
        yield _Found(azure_ids.GROUP, key, ids.group(key))
    gallery = resolved.declaration.gallery
    if not gallery.existing:
        yield _Found(azure_ids.GALLERY, gallery.name, ids.gallery())
        if resolved.declaration.sharing.direct or resolved.declaration.sharing.community:
            yield _Found(SHARING, "sharing", ids.gallery())
    yield from _published(resolved, ids)
    yield from _beside(resolved, ids)
    for assignment in resolved.assignments:
        key = f"{assignment.key}/{assignment.principal}/{assignment.scope}"
        yield _Found(azure_ids.ASSIGNMENT, key, ids.assignment(assignment))
    for entry in locked(resolved):
        key = "/".join(("lock", *map(str, entry.path)))
        yield _Found(azure_ids.LOCK, key, ids.lock(entry))


def _published(resolved: Resolved, ids: AzureIds) -> Iterator[_Found]:
    """What lies in the gallery."""
    for definition in resolved.definitions:
        if not definition.spec.existing:
            yield _Found(azure_ids.DEFINITION, definition.key, ids.definition(definition))
    for version in resolved.versions:
        yield _Found(azure_ids.VERSION, f"{version.definition_key}/{version.key}", ids.version(version))
    for application in resolved.applications:
        yield _Found(azure_ids.APPLICATION, application.key, ids.application(application))
    for version in resolved.application_versions:
        key = f"{version.application_key}/{version.key}"
        yield _Found(azure_ids.APPLICATION_VERSION, key, ids.application_version(version))


def _beside(resolved: Resolved, ids: AzureIds) -> Iterator[_Found]:
    """What lies in a resource group, beside the gallery."""
    for image in resolved.managed_images:
        yield _Found(azure_ids.IMAGE, image.key, ids.beside(azure_ids.IMAGE, image))
    for disk in resolved.managed_disks:
        yield _Found(azure_ids.DISK, disk.key, ids.beside(azure_ids.DISK, disk))
    for one in resolved.encryption_sets:
        if not one.exists:
            yield _Found(azure_ids.ENCRYPTION_SET, one.key, ids.beside(azure_ids.ENCRYPTION_SET, one))
    for snapshot in resolved.snapshots:
        yield _Found(azure_ids.SNAPSHOT, snapshot.key, ids.beside(azure_ids.SNAPSHOT, snapshot))
