"""The file by which `pulumi import` takes what exists into a stack, under the names that the components give.

Every id follows from the declaration: nothing is asked of Azure here. What is declared as existing, or as made
by something else, is left out, for the stack does not own it.
Source: https://www.pulumi.com/docs/iac/guides/migration/import/#bulk-import-operations.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from azure_image_gallery.azure.native_ids import azure_id
from azure_image_gallery.azure.roles import assignment_guid, role_guid
from azure_image_gallery.spec.resolved import (
    Resolved,
    ResolvedAssignment,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
)
from azure_image_gallery.spec.unknown import Unknown

COMPONENT = "azure-image-gallery:index:ImageGallery"
_Beside = ResolvedManagedImage | ResolvedManagedDisk | ResolvedSnapshot
_NAMES: Mapping[type, tuple[str, str]] = {
    ResolvedManagedImage: ("compute:Image", "imageName"),
    ResolvedManagedDisk: ("compute:Disk", "diskName"),
    ResolvedSnapshot: ("compute:Snapshot", "snapshotName"),
}


class NotKnownError(Exception):
    """An id cannot be told from the declaration, for the reason given."""


class Import(TypedDict, total=False):
    """A resource of the file."""

    type: str
    name: str
    logicalName: str
    id: str
    parent: str
    component: bool


@dataclass(frozen=True, slots=True)
class _Found:
    token: str
    """The type, without the package."""
    key: str
    """The logical name, without the component's."""
    id: str


def import_file(resolved: Resolved, component: str, subscription: str) -> list[Import]:
    """What a component of this name and declaration takes over, each before what lies in it.

    Raises `NotKnownError` where a part of an id is a secret or another resource's output.
    """
    parent: Import = {"type": COMPONENT, "name": "component", "logicalName": component, "component": True}
    found = _Finder(resolved, subscription).every()
    return [parent, *(_entry(position, one, component) for position, one in enumerate(found, 1))]


def _entry(position: int, found: _Found, component: str) -> Import:
    return {
        "type": f"azure-native:{found.token}",
        "name": f"resource{position}",  # for this file alone, which refers to nothing by it
        "logicalName": f"{component}/{found.key}",
        "id": found.id,
        "parent": "component",
    }


@dataclass(frozen=True, slots=True)
class _Finder:
    resolved: Resolved
    subscription: str

    def every(self) -> Iterator[_Found]:
        declaration = self.resolved.declaration
        for key in declaration.resource_groups:
            yield self._found("resources:ResourceGroup", key, resourceGroupName=self._group(key))
        gallery = declaration.gallery
        if not gallery.existing:
            yield self._in_gallery("compute:Gallery", gallery.name)
        yield from self._images()
        for part in (*self.resolved.managed_images, *self.resolved.managed_disks, *self.resolved.snapshots):
            yield self._beside(part)
        for assignment in self.resolved.assignments:
            yield self._assignment(assignment)

    def _images(self) -> Iterator[_Found]:
        for one in self.resolved.definitions:
            if not one.spec.existing:
                yield self._in_gallery("compute:GalleryImage", one.key, galleryImageName=one.name)
        for version in self.resolved.versions:
            yield self._in_gallery(
                "compute:GalleryImageVersion",
                f"{version.definition_key}/{version.key}",
                galleryImageName=version.definition.name if version.definition else version.definition_key,
                galleryImageVersionName=version.key,
            )

    def _beside(self, part: _Beside) -> _Found:
        token, name = _NAMES[type(part)]
        group = self._group(part.resource_group)
        return self._found(token, part.key, **{name: part.name}, resourceGroupName=group)

    def _assignment(self, assignment: ResolvedAssignment) -> _Found:
        scope = self._scope(assignment.scope)
        role = role_guid(assignment.spec.role)
        principal = self.resolved.declaration.principals[assignment.principal].principal_id
        known = _known(principal, f"principals.{assignment.principal}.principalId")
        name = assignment.name or assignment_guid(scope, known, str(role))
        key = f"{assignment.key}/{assignment.principal}/{assignment.scope}"
        return self._found(
            "authorization:RoleAssignment", key, scope=scope.strip("/"), roleAssignmentName=name
        )

    def _scope(self, scope: str) -> str:
        kind, *keys = scope.split("/")
        if kind == "gallery":
            return self._in_gallery("compute:Gallery", "").id
        name = next(one.name for one in self.resolved.definitions if one.key == keys[0])
        if kind == "imageDefinitions":
            return self._in_gallery("compute:GalleryImage", "", galleryImageName=name).id
        return self._in_gallery(
            "compute:GalleryImageVersion", "", galleryImageName=name, galleryImageVersionName=keys[1]
        ).id

    def _in_gallery(self, token: str, key: str, **inputs: str) -> _Found:
        gallery = self.resolved.declaration.gallery
        group = self._group(gallery.resource_group)
        return self._found(token, key, resourceGroupName=group, galleryName=gallery.name, **inputs)

    def _found(self, token: str, key: str, **inputs: str) -> _Found:
        return _Found(token, key, azure_id(f"azure-native:{token}", inputs, self.subscription))

    def _group(self, group: str | Unknown) -> str:
        """The name in Azure of a group that is declared, or exists."""
        name = _known(group, "a resourceGroup")
        declared = self.resolved.declaration.resource_groups.get(name)
        return (declared.name if declared else None) or name


def _known(value: str | Unknown, what: str) -> str:
    if isinstance(value, Unknown):
        raise NotKnownError(f"{what} is a secret or an output of something else, and is a part of an id")
    return value
