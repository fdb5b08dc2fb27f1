"""The id in Azure of everything that a declaration makes: each follows from the declaration."""

from dataclasses import dataclass
from typing import cast

from azure_image_gallery.azure.native_ids import azure_id
from azure_image_gallery.azure.roles import assignment_guid, role_guid
from azure_image_gallery.spec.locked import Locked
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.resolved import (
    Resolved,
    ResolvedApplication,
    ResolvedApplicationVersion,
    ResolvedAssignment,
    ResolvedDefinition,
    ResolvedEncryptionSet,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.unknown import Unknown

GROUP = "resources:ResourceGroup"
GALLERY = "compute:Gallery"
DEFINITION = "compute:GalleryImage"
VERSION = "compute:GalleryImageVersion"
APPLICATION = "compute:GalleryApplication"
APPLICATION_VERSION = "compute:GalleryApplicationVersion"
IMAGE, DISK, SNAPSHOT = "compute:Image", "compute:Disk", "compute:Snapshot"
ENCRYPTION_SET = "compute:DiskEncryptionSet"
ASSIGNMENT = "authorization:RoleAssignment"
LOCK = "authorization:ManagementLockByScope"

_NAMES = {
    IMAGE: "imageName",
    DISK: "diskName",
    SNAPSHOT: "snapshotName",
    ENCRYPTION_SET: "diskEncryptionSetName",
}


class NotKnownError(Exception):
    """An id cannot be told from the declaration, for the reason given."""


@dataclass(frozen=True, slots=True)
class AzureIds:
    """The ids of what one declaration makes in one subscription.

    Each raises `NotKnownError` where a part of the id is a secret, or another stack's output.
    """

    resolved: Resolved
    subscription: str

    def group(self, key: str) -> str:
        """The id of a resource group that is declared."""
        return self._id(GROUP, resourceGroupName=self._group_name(key, ()))

    def gallery(self) -> str:
        """The id of the gallery, made here or not."""
        gallery = self.resolved.declaration.gallery
        if gallery.id is not None:
            return _known(gallery.id, ("gallery", "id"))
        return self._in_gallery(GALLERY)

    def definition(self, definition: ResolvedDefinition) -> str:
        """The id of an image definition, made here or not."""
        if definition.spec.existing:
            return f"{self.gallery()}/images/{definition.name}"
        return self._in_gallery(DEFINITION, galleryImageName=definition.name)

    def version(self, version: ResolvedVersion) -> str:
        """The id of an image version."""
        name = version.definition.name if version.definition else version.definition_key
        return self._in_gallery(VERSION, galleryImageName=name, galleryImageVersionName=version.key)

    def application(self, application: ResolvedApplication) -> str:
        """The id of a gallery application."""
        return self._in_gallery(APPLICATION, galleryApplicationName=application.name)

    def application_version(self, version: ResolvedApplicationVersion) -> str:
        """The id of a version of an application."""
        name = version.application.name if version.application else version.application_key
        return self._in_gallery(
            APPLICATION_VERSION, galleryApplicationName=name, galleryApplicationVersionName=version.key
        )

    def beside(
        self,
        token: str,
        part: ResolvedManagedImage | ResolvedManagedDisk | ResolvedSnapshot | ResolvedEncryptionSet,
    ) -> str:
        """The id of a managed image, a disk, a snapshot or a disk encryption set."""
        path = ("gallery",) if part.spec.resource_group is None else part.path
        group = self._group_name(part.resource_group, (*path, "resourceGroup"))
        return self._id(token, **{_NAMES[token]: part.name}, resourceGroupName=group)

    def assignment(self, assignment: ResolvedAssignment) -> str:
        """The id of a role assignment: under the name it is given, or else the one that its parts make."""
        scope = self._scope(assignment.scope)
        name = assignment.name or self._assignment_name(assignment, scope)
        return self._id(ASSIGNMENT, scope=scope, roleAssignmentName=name)

    def lock(self, entry: Locked) -> str:
        """The id of a lock, below that of what it is on."""
        return self._id(LOCK, scope=self._entry(entry.path), lockName=entry.name)

    def _entry(self, path: Path) -> str:
        """The id of whatever is declared at a path."""
        if path[0] == "resourceGroups":
            return self.group(str(path[1]))
        tokens = {
            "managedImages": IMAGE,
            "managedDisks": DISK,
            "snapshots": SNAPSHOT,
            "diskEncryptionSets": ENCRYPTION_SET,
        }
        for part in (
            *self.resolved.managed_images,
            *self.resolved.managed_disks,
            *self.resolved.snapshots,
            *self.resolved.encryption_sets,
        ):
            if part.path == path:
                return self.beside(tokens[str(path[0])], part)
        return self._scope("/".join(map(str, path)))

    def _assignment_name(self, assignment: ResolvedAssignment, scope: str) -> str:
        principal = self.resolved.declaration.principals[assignment.principal].principal_id
        known = _known(
            principal,
            ("principals", assignment.principal, "principalId"),
            f"give the assignment's name under assignmentNames, as {assignment.principal}/{assignment.scope}",
        )
        role = cast("str", role_guid(assignment.spec.role))  # the rules let no other role through
        return assignment_guid(scope, known, role)

    def _scope(self, scope: str) -> str:
        kind, *keys = scope.split("/")
        if kind == "gallery":
            return self.gallery()
        if kind == "imageDefinitions":
            return self.definition(next(one for one in self.resolved.definitions if one.key == keys[0]))
        versions = self.resolved.versions
        return self.version(next(one for one in versions if [one.definition_key, one.key] == keys))

    def _in_gallery(self, token: str, **inputs: str) -> str:
        gallery = self.resolved.declaration.gallery
        group = self._group_name(gallery.resource_group, ("gallery", "resourceGroup"))
        return self._id(token, resourceGroupName=group, galleryName=gallery.name, **inputs)

    def _id(self, token: str, **inputs: str) -> str:
        return azure_id(f"azure-native:{token}", inputs, self.subscription)

    def _group_name(self, group: str | Unknown, path: Path) -> str:
        """The name in Azure of a group that is declared, or exists."""
        key = _known(group, path)
        declared = self.resolved.declaration.resource_groups.get(key)
        return (declared.name if declared else None) or key


def _known(
    value: str | Unknown, path: Path, otherwise: str = "write it in plain text for the time being"
) -> str:
    if isinstance(value, Unknown):
        raise NotKnownError(
            f"{format_path(path)} is a secret or another stack's output, and a part of an id: {otherwise}"
        )
    return value
