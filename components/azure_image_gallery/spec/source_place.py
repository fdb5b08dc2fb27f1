"""Where something is made from, place by place, with what a name there leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from azure_image_gallery.spec.disk_source import Upload
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.source import DiskPlace, SourceFacts, Vhd
from azure_image_gallery.spec.unknown import Unknown

Address: TypeAlias = tuple[str, ...]
"""Where an entry is declared: `("snapshots", "web")`, `("imageVersions", "ubuntu", "1.0.0")`."""

MANAGED_IMAGE = "managedImage"
VIRTUAL_MACHINE = "virtualMachine"
DISK = "disk"
SNAPSHOT = "snapshot"
IMAGE_VERSION = "imageVersion"
COMMUNITY_IMAGE = "communityImage"
VHD = "vhd"
SHARED_IMAGE = "sharedImage"
PLATFORM_IMAGE = "platformImage"
RESTORE_POINT = "restorePoint"
ELASTIC_SAN_SNAPSHOT = "elasticSanSnapshot"
UPLOAD = "upload"
OS_DISK = "osDisk"
DATA_DISKS = "dataDisks"

_FIELDS: Mapping[str, str] = {
    "managed_image": MANAGED_IMAGE,
    "virtual_machine": VIRTUAL_MACHINE,
    "disk": DISK,
    "snapshot": SNAPSHOT,
    "image_version": IMAGE_VERSION,
    "community_image": COMMUNITY_IMAGE,
    "vhd": VHD,
    "shared_image": SHARED_IMAGE,
    "platform_image": PLATFORM_IMAGE,
    "restore_point": RESTORE_POINT,
    "elastic_san_snapshot": ELASTIC_SAN_SNAPSHOT,
    "upload": UPLOAD,
}
IMAGES = (IMAGE_VERSION, COMMUNITY_IMAGE, SHARED_IMAGE, PLATFORM_IMAGE)
"""What a disk is made from that may hold several disks, in several regions."""
DECLARED_UNDER: Mapping[str, str] = {
    MANAGED_IMAGE: "managedImages",
    DISK: "managedDisks",
    SNAPSHOT: "snapshots",
}
"""The map of the declaration that a name at a place leads into."""
_VERSIONS = "imageVersions"
_ADDRESS_PARTS = 3


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """One thing that something is made from."""

    kind: str
    """The key it stands under: `managedImage`, `snapshot`, `vhd` …"""
    path: Path
    value: str | Unknown | Vhd | Upload

    @property
    def address(self) -> Address | None:
        """The entry beside it that a name leads to, whether it is there or not; `None` for all else."""
        if not isinstance(self.value, str) or self.value.startswith("/"):
            return None
        if self.kind in DECLARED_UNDER:
            return (DECLARED_UNDER[self.kind], self.value)
        parts = tuple(self.value.split("/"))
        is_address = self.kind == IMAGE_VERSION and parts[0] == _VERSIONS and len(parts) == _ADDRESS_PARTS
        return parts if is_address else None

    @property
    def gallery(self) -> str | None:
        """The name under `galleries` whose version of the same name is meant; `None` for all else."""
        if self.kind != IMAGE_VERSION or not isinstance(self.value, str) or "/" in self.value:
            return None
        return self.value


@dataclass(frozen=True, slots=True)
class ResolvedDisk:
    """One disk of an image, given by itself."""

    path: Path
    lun: str | None
    """The key under `dataDisks`; `None` for the operating system disk."""
    spec: DiskPlace
    places: tuple[SourcePlace, ...]
    """One, if the disk is right."""


@dataclass(frozen=True, slots=True)
class ResolvedSource:
    """Everything that is said of what something is made from."""

    path: Path
    facts: SourceFacts
    places: tuple[SourcePlace, ...]
    """What is given as a whole: one if there are no disks, else none."""
    disks: tuple[ResolvedDisk, ...]
    """What is given disk by disk, the operating system disk first."""

    @property
    def only(self) -> SourcePlace | None:
        """The one place that is given as a whole; `None` where there is not exactly one."""
        return self.places[0] if len(self.places) == 1 and not self.disks else None

    @property
    def every(self) -> Iterator[SourcePlace]:
        """All places, whole and disk by disk."""
        yield from self.places
        for disk in self.disks:
            yield from disk.places


def resolve_source(facts: SourceFacts, path: Path) -> ResolvedSource:
    """Every place of a source."""
    os_disk: DiskPlace | None = getattr(facts, "os_disk", None)
    data_disks: Mapping[str, DiskPlace] = getattr(facts, "data_disks", None) or {}
    disks = [] if os_disk is None else [_disk(os_disk, (*path, OS_DISK), None)]
    disks += [_disk(disk, (*path, DATA_DISKS, lun), lun) for lun, disk in data_disks.items()]
    return ResolvedSource(path, facts, _places(facts, path), tuple(disks))


def _disk(spec: DiskPlace, path: Path, lun: str | None) -> ResolvedDisk:
    return ResolvedDisk(path, lun, spec, _places(spec, path))


def _places(source: SourceFacts | DiskPlace, path: Path) -> tuple[SourcePlace, ...]:
    given = ((kind, getattr(source, field, None)) for field, kind in _FIELDS.items())
    return tuple(SourcePlace(kind, (*path, kind), value) for kind, value in given if value is not None)
