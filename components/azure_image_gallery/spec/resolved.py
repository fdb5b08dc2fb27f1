"""What a declaration comes to: the parts, each with the path of the value it came from.

Both the rules and the components work on these, so that what is judged is what is built. A name that leads
nowhere becomes `None`, and the rules say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.spec.application import Application
from azure_image_gallery.spec.application_version import ApplicationVersion
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.disk_encryption_set import DiskEncryptionSet
from azure_image_gallery.spec.encryption import Encryption
from azure_image_gallery.spec.enums import EncryptionSetType, HyperVGeneration, StorageAccountType
from azure_image_gallery.spec.image_definition import ImageDefinition
from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.managed_disk import ManagedDisk
from azure_image_gallery.spec.managed_image import ManagedImage
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.sharing import RoleAssignment
from azure_image_gallery.spec.snapshot import Snapshot
from azure_image_gallery.spec.source_place import Address, ResolvedSource
from azure_image_gallery.spec.target_region import AdditionalReplicaSet, RegionOverride, TargetRegion
from azure_image_gallery.spec.unknown import Unknown

Location: TypeAlias = str | Unknown | None
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
    encryption: Encryption | None
    encryption_path: Path
    """Where the encryption is said, or would be."""
    additional_replica_sets: Sequence[AdditionalReplicaSet]
    sets_path: Path
    """Where the additional replica sets are said."""
    count_path: Path
    """Where the replica count is said; the entry, where it is not."""


S = TypeVar("S", ManagedImage, ManagedDisk, Snapshot)


@dataclass(frozen=True, slots=True)
class ResolvedBeside(Generic[S]):
    """What lies beside the gallery, in a resource group, with its place."""

    path: Path
    key: str
    spec: S
    location: Location
    resource_group: str | Unknown
    source: ResolvedSource

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key


class ResolvedManagedImage(ResolvedBeside[ManagedImage]):
    """A managed image with its place."""

    @property
    def hyper_v_generation(self) -> HyperVGeneration:
        """The generation sent to Azure: as said, as the source's, else V2."""
        return self.spec.hyper_v_generation or self.spec.source.hyper_v_generation or HyperVGeneration.V2


class ResolvedManagedDisk(ResolvedBeside[ManagedDisk]):
    """A managed disk with its place."""


class ResolvedSnapshot(ResolvedBeside[Snapshot]):
    """A snapshot with its place."""


@dataclass(frozen=True, slots=True)
class ResolvedEncryptionSet:
    """A disk encryption set with its place."""

    path: Path
    key: str
    spec: DiskEncryptionSet
    location: Location
    """`None` for one that exists, where its region is not declared."""
    resource_group: str | Unknown

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key

    @property
    def exists(self) -> bool:
        """Whether the set is there already; one of which that is not known counts as such."""
        return self.spec.id is not None

    @property
    def encryption_type(self) -> EncryptionSetType | None:
        """What it encrypts with; `None` where that is not declared of a set that exists."""
        made = None if self.exists else EncryptionSetType.CUSTOMER_KEY
        return self.spec.encryption_type or made


@dataclass(frozen=True)
class ResolvedDefinition:
    """An image definition with its place."""

    path: Path
    key: str
    spec: ImageDefinition
    location: Location

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key


V = TypeVar("V", ImageVersion, ApplicationVersion)


@dataclass(frozen=True)
class ResolvedReplicated(Generic[V]):
    """A version, of an image or of an application, with its place and its regions."""

    path: Path
    key: str
    """The version number as written."""
    spec: V
    location: Location
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
        override, above = _NO_OVERRIDE, path
        if override_key is not None:
            override = (self.spec.region_overrides or {})[override_key]
            above = (*self.path, "regionOverrides", override_key)
        count, count_path = self._replica_count(path, entry, override, override_key)
        exclude = override.exclude_from_latest
        return ResolvedRegion(
            path=path,
            name=entry.name,
            regional_replica_count=count,
            storage_account_type=override.storage_account_type
            or entry.storage_account_type
            or self.storage_account_type,
            exclude_from_latest=entry.exclude_from_latest if exclude is None else exclude,
            encryption=override.encryption or entry.encryption,
            encryption_path=(*(above if override.encryption else path), "encryption"),
            additional_replica_sets=_first(override.additional_replica_sets, entry.additional_replica_sets),
            sets_path=(
                *(path if override.additional_replica_sets is None else above),
                "additionalReplicaSets",
            ),
            count_path=count_path,
        )

    @property
    def exclude_from_latest(self) -> bool | None:
        """Whether *latest* passes over the version where a region does not say otherwise."""
        return self.spec.exclude_from_latest

    @property
    def storage_account_type(self) -> StorageAccountType:
        """The storage in a region that gives none of its own."""
        return self.spec.storage_account_type or StorageAccountType.STANDARD_LRS

    @property
    def replica_count(self) -> int:
        """Replicas in a region that gives no count of its own."""
        return self.spec.replica_count or DEFAULT_REPLICA_COUNT

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


def _first(*said: Sequence[AdditionalReplicaSet] | None) -> Sequence[AdditionalReplicaSet]:
    return next((sets for sets in said if sets is not None), ())


@dataclass(frozen=True)
class ResolvedVersion(ResolvedReplicated[ImageVersion]):
    """An image version with its place, definition, regions and source."""

    definition_key: str
    definition: ResolvedDefinition | None
    """`None`: no such definition is declared."""
    source: ResolvedSource

    @property
    def is_external(self) -> bool:
        """Whether something else makes the version."""
        above = self.definition is not None and self.definition.spec.external_versions is True
        return above or self.spec.external is True


@dataclass(frozen=True)
class ResolvedApplication:
    """A gallery application with its place."""

    path: Path
    key: str
    spec: Application
    location: Location

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.spec.name or self.key


@dataclass(frozen=True)
class ResolvedApplicationVersion(ResolvedReplicated[ApplicationVersion]):
    """A version of an application with its place, its application and its regions."""

    application_key: str
    application: ResolvedApplication | None
    """`None`: no such application is declared."""


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

    @property
    def name(self) -> str | None:
        """The name of an assignment that exists already; `None`: it follows from the parts."""
        return (self.spec.assignment_names or {}).get(f"{self.principal}/{self.scope}")


Made: TypeAlias = ResolvedManagedImage | ResolvedManagedDisk | ResolvedSnapshot | ResolvedVersion
"""What is made from a source."""


@dataclass(frozen=True)
class Resolved:
    """A declaration, followed to its ends."""

    declaration: Declaration
    gallery_location: Location
    definitions: tuple[ResolvedDefinition, ...]
    versions: tuple[ResolvedVersion, ...]
    """Those that are made here."""
    external_versions: tuple[ResolvedVersion, ...]
    """Those that something else makes."""
    managed_images: tuple[ResolvedManagedImage, ...]
    managed_disks: tuple[ResolvedManagedDisk, ...]
    snapshots: tuple[ResolvedSnapshot, ...]
    encryption_sets: tuple[ResolvedEncryptionSet, ...]
    applications: tuple[ResolvedApplication, ...]
    application_versions: tuple[ResolvedApplicationVersion, ...]
    assignments: tuple[ResolvedAssignment, ...]

    @cached_property
    def encryption_sets_by_key(self) -> Mapping[str, ResolvedEncryptionSet]:
        """Disk encryption sets by what a `diskEncryptionSet` names them by."""
        return {one.key: one for one in self.encryption_sets}

    @cached_property
    def encryption_sets_by_id(self) -> Mapping[str, ResolvedEncryptionSet]:
        """Disk encryption sets that exist, by their ids in lower case."""
        existing = ((one.spec.id, one) for one in self.encryption_sets)
        return {id_.casefold(): one for id_, one in existing if isinstance(id_, str)}

    @cached_property
    def made(self) -> Mapping[Address, Made]:
        """Everything that is made from a source, by where it is declared."""
        parts = (*self.snapshots, *self.managed_disks, *self.managed_images, *self.versions)
        return {tuple(map(str, part.path)): part for part in parts}
