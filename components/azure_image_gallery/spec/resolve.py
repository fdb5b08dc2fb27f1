"""Following a declaration to its ends: names looked up, regions spread out, defaults filled in."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.managed_disk import ManagedDisk
from azure_image_gallery.spec.managed_image import ManagedImage
from azure_image_gallery.spec.resolved import (
    Location,
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
from azure_image_gallery.spec.snapshot import Snapshot
from azure_image_gallery.spec.source_place import resolve_source
from azure_image_gallery.spec.unknown import Unknown

R = TypeVar("R")
_Beside: TypeAlias = ManagedImage | ManagedDisk | Snapshot


def resolve(declaration: Declaration) -> Resolved:
    """Follow a declaration to its ends. Never fails: what leads nowhere is `None`."""
    gallery_location = _location(declaration)
    definitions = {
        key: ResolvedDefinition(("imageDefinitions", key), key, spec, spec.location or gallery_location)
        for key, spec in declaration.image_definitions.items()
    }
    versions = tuple(_versions(declaration, gallery_location, definitions))
    applications = {
        key: ResolvedApplication(("applications", key), key, spec, spec.location or gallery_location)
        for key, spec in declaration.applications.items()
    }
    return Resolved(
        declaration=declaration,
        gallery_location=gallery_location,
        definitions=tuple(definitions.values()),
        versions=tuple(version for version in versions if not version.is_external),
        external_versions=tuple(version for version in versions if version.is_external),
        managed_images=_beside(
            declaration, ResolvedManagedImage, "managedImages", declaration.managed_images
        ),
        managed_disks=_beside(declaration, ResolvedManagedDisk, "managedDisks", declaration.managed_disks),
        snapshots=_beside(declaration, ResolvedSnapshot, "snapshots", declaration.snapshots),
        encryption_sets=tuple(_encryption_sets(declaration)),
        applications=tuple(applications.values()),
        application_versions=tuple(_application_versions(declaration, gallery_location, applications)),
        assignments=tuple(_assignments(declaration)),
    )


def _location(declaration: Declaration) -> Location:
    """The gallery's region: its own, the declaration's, or that of the resource group declared for it."""
    if declaration.gallery.location or declaration.location:
        return declaration.gallery.location or declaration.location
    return _group_location(declaration, declaration.gallery.resource_group)


def _group_location(declaration: Declaration, group: str | Unknown) -> Location:
    declared = declaration.resource_groups.get(group) if isinstance(group, str) else None
    return declared.location if declared else None


def _beside(
    declaration: Declaration, kind: Callable[..., R], where: str, entries: Mapping[str, _Beside]
) -> tuple[R, ...]:
    """Images, disks or snapshots with their places: their own, the declaration's, or the group's region."""

    def placed(key: str, spec: _Beside) -> R:
        path = (where, key)
        group = spec.resource_group or declaration.gallery.resource_group
        location = spec.location or declaration.location or _group_location(declaration, group)
        source = resolve_source(spec.source, (*path, "source"))
        return kind(path, key, spec, location or _location(declaration), group, source)

    return tuple(placed(key, spec) for key, spec in entries.items())


def _encryption_sets(declaration: Declaration) -> Iterator[ResolvedEncryptionSet]:
    """Disk encryption sets with their places; of one that exists, nothing is taken for granted."""
    for key, spec in declaration.disk_encryption_sets.items():
        group = spec.resource_group or declaration.gallery.resource_group
        made = declaration.location or _group_location(declaration, group) or _location(declaration)
        location = spec.location or (made if spec.id is None else None)
        yield ResolvedEncryptionSet(("diskEncryptionSets", key), key, spec, location, group)


def _versions(
    declaration: Declaration,
    gallery_location: Location,
    definitions: Mapping[str, ResolvedDefinition],
) -> Iterator[ResolvedVersion]:
    for definition_key, versions in declaration.image_versions.items():
        definition = definitions.get(definition_key)
        home = definition.location if definition else gallery_location
        for key, spec in versions.items():
            path = ("imageVersions", definition_key, key)
            yield ResolvedVersion(
                path=path,
                key=key,
                definition_key=definition_key,
                definition=definition,
                spec=spec,
                location=spec.location or home,
                source=resolve_source(spec.source, (*path, "source")),
                region_sets=declaration.region_sets,
            )


def _application_versions(
    declaration: Declaration,
    gallery_location: Location,
    applications: Mapping[str, ResolvedApplication],
) -> Iterator[ResolvedApplicationVersion]:
    for application_key, versions in declaration.application_versions.items():
        application = applications.get(application_key)
        home = application.location if application else gallery_location
        for key, spec in versions.items():
            yield ResolvedApplicationVersion(
                path=("applicationVersions", application_key, key),
                key=key,
                spec=spec,
                location=spec.location or home,
                region_sets=declaration.region_sets,
                application_key=application_key,
                application=application,
            )


def _assignments(declaration: Declaration) -> Iterator[ResolvedAssignment]:
    for key, spec in declaration.sharing.role_assignments.items():
        path = ("sharing", "roleAssignments", key)
        for at_principal, principal in enumerate(spec.principals):
            for at_scope, scope in enumerate(spec.scopes):
                yield ResolvedAssignment(
                    path=path,
                    key=key,
                    spec=spec,
                    principal=principal,
                    principal_path=(*path, "principals", at_principal),
                    scope=scope,
                    scope_path=(*path, "scopes", at_scope),
                )
