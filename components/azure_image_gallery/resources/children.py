"""Everything a declaration makes, in the order that Azure needs.

Each resource depends on what has to outlive it: a plain `pulumi destroy` deletes versions before definitions
before the gallery.
"""

from collections.abc import Mapping
from typing import TypeAlias

import pulumi
from pulumi_azure_native import authorization, compute, resources

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.application import application
from azure_image_gallery.resources.application_version import application_version
from azure_image_gallery.resources.disk_encryption_set import disk_encryption_set
from azure_image_gallery.resources.encryption_sets import encryption_sets
from azure_image_gallery.resources.existing import existing_definition, existing_gallery
from azure_image_gallery.resources.external import Seen, seen_versions
from azure_image_gallery.resources.following import following
from azure_image_gallery.resources.gallery import gallery
from azure_image_gallery.resources.gallery_sharing import gallery_sharing
from azure_image_gallery.resources.image_definition import image_definition
from azure_image_gallery.resources.image_version import image_version
from azure_image_gallery.resources.lock import Locks
from azure_image_gallery.resources.managed_disk import managed_disk
from azure_image_gallery.resources.managed_image import managed_image
from azure_image_gallery.resources.options import Surroundings
from azure_image_gallery.resources.order import in_a_row
from azure_image_gallery.resources.placement import Placement
from azure_image_gallery.resources.resource_group import resource_groups
from azure_image_gallery.resources.role_assignment import role_assignment
from azure_image_gallery.resources.snapshot import snapshot
from azure_image_gallery.resources.sources import existing_sources
from azure_image_gallery.resources.tenant import tenant_id
from azure_image_gallery.spec.making import making_order
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedApplication,
    ResolvedApplicationVersion,
    ResolvedAssignment,
    ResolvedDefinition,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import Address, SourcePlace
from azure_image_gallery.spec.unknown import Unknown

_GALLERY: Path = ("gallery",)
Beside: TypeAlias = ResolvedManagedImage | ResolvedManagedDisk | ResolvedSnapshot
Child: TypeAlias = compute.Image | compute.Disk | compute.Snapshot | compute.GalleryImageVersion


class Children:
    """The resources of one declaration, by key."""

    gallery: compute.Gallery
    gallery_id: pulumi.Output[str]

    def __init__(self, accepted: Accepted, parent: pulumi.Resource, name: str) -> None:
        self.accepted = accepted
        self.parent = parent
        self._name = name
        self._existing_source = existing_sources(accepted)
        self._users: dict[str, compute.GalleryImageVersion] = {}
        self._definition_names: dict[str, pulumi.Input[str]] = {}
        self.definitions: dict[str, compute.GalleryImage] = {}
        self.definition_ids: dict[str, pulumi.Output[str]] = {}
        self.made: dict[Address, Child] = {}
        self.tenant_id = tenant_id(parent)
        self.seen: Seen = seen_versions(accepted, parent)
        self.groups: Mapping[str, resources.ResourceGroup] = resource_groups(accepted, parent, name)
        self._locks = Locks(accepted, Surroundings(parent, accepted.resolved.declaration.options), name)
        for key, group in self.groups.items():
            spec = accepted.resolved.declaration.resource_groups[key]
            self._locks.note(("resourceGroups", key), group, spec.lock)
        self.encryption_sets = self._encryption_sets()
        self._find_set = encryption_sets(accepted, self.encryption_sets)
        self._place = self._gallery()
        for definition in accepted.resolved.definitions:
            self._definition(definition)
        for address in making_order(accepted.resolved):
            self.made[address] = self._make(accepted.resolved.made[address])
        self.applications = {one.key: self._application(one) for one in accepted.resolved.applications}
        self.application_versions = {
            (one.application_key, one.key): self._application_version(one)
            for one in accepted.resolved.application_versions
        }
        for assignment in accepted.resolved.assignments:
            self._role_assignment(assignment)
        self._sharing()
        self._locks.make()

    @property
    def versions(self) -> dict[tuple[str, str], compute.GalleryImageVersion]:
        """The versions that are made here, by definition and number."""
        made = self.made.items()
        return {(a[1], a[2]): v for a, v in made if isinstance(v, compute.GalleryImageVersion)}

    def _gallery(self) -> Placement:
        spec = self.accepted.resolved.declaration.gallery
        place = self._placed(spec.resource_group, ("gallery",), one_by_one=spec.soft_delete is True)
        checked: pulumi.Input[str] = spec.name
        if spec.existing:
            self.gallery, checked = existing_gallery(self.accepted, place)
        else:
            self.gallery = gallery(self.accepted, place)
        self._locks.note(_GALLERY, self.gallery, spec.lock, self._group(spec.resource_group))
        self.gallery_id = _once(self.gallery.id, checked)
        return Placement(
            place.around, place.prefix, place.resource_group_name, following(checked, self.gallery)
        )

    def _encryption_sets(self) -> dict[str, compute.DiskEncryptionSet]:
        """Those that are made here, before anything that they encrypt."""
        sets: dict[str, compute.DiskEncryptionSet] = {}
        for one in self.accepted.resolved.encryption_sets:
            if not one.exists:
                place = self._placed(one.resource_group, one.path)
                sets[one.key] = disk_encryption_set(self.accepted, place, one)
                self._locks.note(one.path, sets[one.key], one.spec.lock, self._group(one.resource_group))
        return sets

    def _group(self, group: str | Unknown) -> Path | None:
        """The entry of a group that is declared; `None` of one that exists."""
        return ("resourceGroups", group) if isinstance(group, str) and group in self.groups else None

    def _placed(self, group: str | Unknown, path: Path, *, one_by_one: bool = False) -> Placement:
        """Where something lies: in a group that is declared, or in one that exists."""
        declared = self.accepted.resolved.declaration
        key = group if isinstance(group, str) and group in declared.resource_groups else None
        made = self.groups[key] if key else None
        name = (declared.resource_groups[key].name or key) if key else self.accepted.given(group, path)
        around = Surroundings(self.parent, declared.options, made, one_by_one)
        return Placement(around, self._name, following(name, made))

    def _definition(self, definition: ResolvedDefinition) -> None:
        checked: pulumi.Input[str] = definition.name
        if definition.spec.existing:
            found, checked = existing_definition(self.accepted, self._place, definition, self.gallery)
        else:
            protect = True if self.seen.get(definition.key) else None
            found = image_definition(self.accepted, self._place, definition, self.gallery, protect=protect)
        self._locks.note(definition.path, found, definition.spec.lock, _GALLERY)
        self.definitions[definition.key] = found
        self._definition_names[definition.key] = following(checked, found)
        self.definition_ids[definition.key] = _once(found.id, checked)

    def _make(self, part: Made) -> Child:
        if isinstance(part, ResolvedVersion):
            return self._version(part)
        made = self._beside(part)
        self._locks.note(part.path, made, part.spec.lock, self._group(part.resource_group))
        return made

    def _beside(self, part: Beside) -> compute.Image | compute.Disk | compute.Snapshot:
        place = self._placed(part.resource_group, part.path)
        if isinstance(part, ResolvedManagedImage):
            return managed_image(self.accepted, place, part, self._source, self._find_set)
        make = managed_disk if isinstance(part, ResolvedManagedDisk) else snapshot
        return make(self.accepted, place, part, self._source, self._find_set)  # pyright: ignore[reportArgumentType]

    def _version(self, version: ResolvedVersion) -> compute.GalleryImageVersion:
        """A version, after the one before it from the same source: Azure copies from it once at a time.

        Source: https://learn.microsoft.com/azure/virtual-machines/image-version.
        """
        value = version.spec.source.managed_image
        source = value if isinstance(value, str) else None
        before = [in_a_row(self._users[source])] if source in self._users else []
        key = version.definition_key
        name, after = self._definition_names[key], (self.definitions[key], *before)
        made = image_version(self.accepted, self._place, version, self._source, self._find_set, name, *after)
        self._locks.note(version.path, made, version.spec.lock, ("imageDefinitions", key))
        if source is not None:
            self._users[source] = made
        return made

    def _application(self, one: ResolvedApplication) -> compute.GalleryApplication:
        made = application(self.accepted, self._place, one, self.gallery)
        self._locks.note(one.path, made, one.spec.lock, _GALLERY)
        return made

    def _application_version(self, version: ResolvedApplicationVersion) -> compute.GalleryApplicationVersion:
        above = self.applications[version.application_key]
        name = following(version.application.name if version.application else version.application_key, above)
        made = application_version(self.accepted, self._place, version, self._find_set, name, above)
        self._locks.note(version.path, made, version.spec.lock, ("applications", version.application_key))
        return made

    def _source(self, made: Made, place: SourcePlace) -> pulumi.Input[str]:
        """The id of what a place leads to, once all that is said about it has arrived and was checked."""
        return self.accepted.after_check(self._id(made, place), made.source.path)

    def _id(self, made: Made, place: SourcePlace) -> pulumi.Input[str]:
        """The id of what is made here, of an external version declared here, or of what exists."""
        if place.address is None:
            return self._existing_source(made, place)
        if place.address in self.made:
            return self.made[place.address].id
        definition, version = place.address[1:]
        return self.definitions[definition].id.apply(lambda above: f"{above}/versions/{version}")

    def _role_assignment(self, assignment: ResolvedAssignment) -> authorization.RoleAssignment:
        scope = self._scope(assignment.scope)
        logical_name = f"{self._name}/{assignment.key}/{assignment.principal}/{assignment.scope}"
        options = self._place.around.options(assignment.spec.options, after=[scope])
        made = role_assignment(self.accepted, assignment, scope.id, logical_name, options)
        path, within = assignment.scope_path, tuple(assignment.scope.split("/"))
        self._locks.note((*path, assignment.principal), made, None, within)
        return made

    def _sharing(self) -> None:
        """Access beyond the directory; nothing goes public before everything is there."""
        public = self.accepted.resolved.declaration.sharing.community is not None
        below = [*self.definitions.values(), *self.versions.values()] if public else []
        name = self._place.logical_name("sharing")
        after = [self.gallery, *map(in_a_row, below)]
        made = gallery_sharing(self.accepted, self._place.around, name, self.gallery_id, after)
        if made is not None:
            self._locks.note(("sharing",), made, None, _GALLERY)

    def _scope(self, scope: str) -> pulumi.CustomResource:
        kind, *keys = scope.split("/")
        if kind == "imageVersions":
            return self.made["imageVersions", keys[0], keys[1]]
        return self.definitions[keys[0]] if kind == "imageDefinitions" else self.gallery


def _once(id_: pulumi.Output[str], checked: pulumi.Input[str]) -> pulumi.Output[str]:
    """An id, once what exists was seen to be as declared; at once for what is made here."""
    return id_ if isinstance(checked, str) else pulumi.Output.all(id_, checked).apply(lambda got: got[0])
