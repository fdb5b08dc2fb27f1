"""What a declaration comes to: names followed, regions spread out, defaults filled in.

Both the rules and the components work on this, so that what is judged is what is built. Every part keeps the
path of the value it came from; a name that leads nowhere becomes `None`, and the rules say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.enums import HyperVGeneration, StorageAccountType
from azure_image_gallery.spec.image_definition import ImageDefinition
from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.managed_image import ManagedImage
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.sharing import RoleAssignment
from azure_image_gallery.spec.target_region import RegionOverride, TargetRegion
from azure_image_gallery.spec.unknown import Unknown

Location = str | Unknown | None
DEFAULT_REPLICA_COUNT = 1
_NO_OVERRIDE = RegionOverride()


@dataclass(frozen=True, slots=True)
class ResolvedRegion:
    """A target region of one version, with everything Azure is sent."""

    path: Path
    """The region's entry: in the version's own list, or in the region set."""
    name: str
    regional_replica_count: int
    storage_account_type: StorageAccountType
    exclude_from_latest: bool | None
    count_path: Path
    """Where the replica count is said; the entry, where it is not."""


@dataclass(frozen=True, slots=True)
class ResolvedManagedImage:
    """A managed image with its place."""

    path: Path
    key: str
    spec: ManagedImage
    location: Location
    resource_group: str | Unknown

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key

    @property
    def hyper_v_generation(self) -> HyperVGeneration:
        """The generation sent to Azure: as said, as the source's, else V2."""
        return self.spec.hyper_v_generation or self.spec.source.hyper_v_generation or HyperVGeneration.V2


@dataclass(frozen=True)
class ResolvedDefinition:
    """An image definition with its place and its versions."""

    path: Path
    key: str
    spec: ImageDefinition
    location: Location

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key


@dataclass(frozen=True)
class ResolvedVersion:
    """An image version with its place, definition, regions and source."""

    path: Path
    key: str
    """The version number as written."""
    definition_key: str
    definition: ResolvedDefinition | None
    """`None`: no such definition is declared."""
    spec: ImageVersion
    location: Location
    managed_image: ResolvedManagedImage | None
    """The declared managed image the source names, if it names one."""
    region_sets: Mapping[str, list[TargetRegion]]

    @cached_property
    def regions(self) -> tuple[ResolvedRegion, ...]:
        """Every target region: those of the set, then the version's own; the home region if there is none."""
        regions = (*self._of_the_set(), *self._of_its_own())
        if not regions and self._is_silent() and isinstance(self.location, str):
            return (self._region((*self.path, "location"), TargetRegion(name=self.location), None),)
        return regions

    def _is_silent(self) -> bool:
        return self.spec.target_regions is None and self.spec.region_set is None

    def _of_the_set(self) -> Iterator[ResolvedRegion]:
        if self.spec.region_set is None:
            return
        skipped = set(self.spec.except_regions or ())
        overrides = {canonical_region(name): name for name in self.spec.region_overrides or {}}
        for position, entry in enumerate(self.region_sets.get(self.spec.region_set, ())):
            if entry.name not in skipped:
                path = ("regionSets", self.spec.region_set, position)
                yield self._region(path, entry, overrides.get(entry.name))

    def _of_its_own(self) -> Iterator[ResolvedRegion]:
        for position, entry in enumerate(self.spec.target_regions or ()):
            yield self._region((*self.path, "targetRegions", position), entry, None)

    def _region(self, path: Path, entry: TargetRegion, override_key: str | None) -> ResolvedRegion:
        override = _NO_OVERRIDE
        if override_key is not None:
            override = (self.spec.region_overrides or {})[override_key]
        count, count_path = self._replica_count(path, entry, override, override_key)
        exclude = override.exclude_from_latest
        return ResolvedRegion(
            path=path,
            name=entry.name,
            regional_replica_count=count,
            storage_account_type=override.storage_account_type
            or entry.storage_account_type
            or self.spec.storage_account_type
            or StorageAccountType.STANDARD_LRS,
            exclude_from_latest=entry.exclude_from_latest if exclude is None else exclude,
            count_path=count_path,
        )

    def _replica_count(
        self,
        path: Path,
        entry: TargetRegion,
        override: RegionOverride,
        override_key: str | None,
    ) -> tuple[int, Path]:
        if override.regional_replica_count is not None and override_key is not None:
            where = (*self.path, "regionOverrides", override_key, "regionalReplicaCount")
            return override.regional_replica_count, where
        if entry.regional_replica_count is not None:
            return entry.regional_replica_count, (*path, "regionalReplicaCount")
        if self.spec.replica_count is not None:
            return self.spec.replica_count, (*self.path, "replicaCount")
        return DEFAULT_REPLICA_COUNT, path


@dataclass(frozen=True, slots=True)
class ResolvedAssignment:
    """One role for one principal at one scope, as written."""

    path: Path
    """The entry under `sharing.roleAssignments`."""
    key: str
    spec: RoleAssignment
    principal: str
    principal_path: Path
    scope: str
    scope_path: Path


@dataclass(frozen=True)
class Resolved:
    """A declaration, followed to its ends."""

    declaration: Declaration
    gallery_location: Location
    definitions: tuple[ResolvedDefinition, ...]
    versions: tuple[ResolvedVersion, ...]
    managed_images: tuple[ResolvedManagedImage, ...]
    assignments: tuple[ResolvedAssignment, ...]


def resolve(declaration: Declaration) -> Resolved:
    """Follow a declaration to its ends. Never fails: what leads nowhere is `None`."""
    gallery_location = _location(declaration)
    definitions = {
        key: ResolvedDefinition(("imageDefinitions", key), key, spec, spec.location or gallery_location)
        for key, spec in declaration.image_definitions.items()
    }
    images = {key: _managed_image(declaration, key, spec) for key, spec in declaration.managed_images.items()}
    return Resolved(
        declaration=declaration,
        gallery_location=gallery_location,
        definitions=tuple(definitions.values()),
        versions=tuple(_versions(declaration, gallery_location, definitions, images)),
        managed_images=tuple(images.values()),
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


def _managed_image(declaration: Declaration, key: str, spec: ManagedImage) -> ResolvedManagedImage:
    group = spec.resource_group or declaration.gallery.resource_group
    location = spec.location or declaration.location or _group_location(declaration, group)
    return ResolvedManagedImage(("managedImages", key), key, spec, location or _location(declaration), group)


def _versions(
    declaration: Declaration,
    gallery_location: Location,
    definitions: Mapping[str, ResolvedDefinition],
    images: Mapping[str, ResolvedManagedImage],
) -> Iterator[ResolvedVersion]:
    for definition_key, versions in declaration.image_versions.items():
        definition = definitions.get(definition_key)
        home = definition.location if definition else gallery_location
        for key, spec in versions.items():
            source = spec.source.managed_image
            yield ResolvedVersion(
                path=("imageVersions", definition_key, key),
                key=key,
                definition_key=definition_key,
                definition=definition,
                spec=spec,
                location=spec.location or home,
                managed_image=images.get(source) if isinstance(source, str) else None,
                region_sets=declaration.region_sets,
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
