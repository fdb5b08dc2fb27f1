"""What of an image version is encrypted, disk by disk and place by place, as it is declared."""

from collections.abc import Iterator
from dataclasses import dataclass

from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.source_disks import number_of
from azure_image_gallery.spec.encryption import DataDiskEncryption, Encryption, OsDiskEncryption
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedRegion, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown


@dataclass(frozen=True, slots=True)
class EncryptedDisk:
    """What one disk is encrypted with in one place."""

    path: Path
    """The entry of the disk, under `encryption`."""
    lun: str | None
    """The key under `dataDisks`; `None` for the operating system disk."""
    spec: DataDiskEncryption
    place: str
    """The name of the region that the set has to be in."""
    region: ResolvedRegion | None
    """The target region; `None` for an edge zone."""

    @property
    def number(self) -> str | None:
        """The logical unit number without leading zeros, as far as it is one; `None` for the system disk."""
        return None if self.lun is None else number_of(self.lun) or self.lun

    @property
    def set(self) -> tuple[Path, str | Unknown] | None:
        """The set that encrypts the disk."""
        value = self.spec.disk_encryption_set
        return None if value is None else ((*self.path, "diskEncryptionSet"), value)

    @property
    def secure_set(self) -> tuple[Path, str | Unknown] | None:
        """The set that encrypts a confidential machine's disk."""
        profile = self.spec.security_profile if isinstance(self.spec, OsDiskEncryption) else None
        value = profile.secure_vm_disk_encryption_set if profile else None
        path = (*self.path, "securityProfile", "secureVMDiskEncryptionSet")
        return None if value is None else (path, value)

    @property
    def has_set(self) -> bool:
        """Whether a set encrypts the disk, of a confidential machine or not."""
        return bool(self.sets)

    @property
    def sets(self) -> tuple[tuple[Path, str | Unknown], ...]:
        """Both, as far as they are there."""
        return tuple(one for one in (self.set, self.secure_set) if one is not None)


def encrypted_disks(version: ResolvedVersion, facts: Facts) -> Iterator[EncryptedDisk]:
    """Every disk with what it is encrypted with, in target regions and in edge zones that are all known."""
    for region in facts.regions(version) or ():
        if region.encryption is not None:
            yield from _disks(region.encryption_path, region.encryption, region.name, region)
    for at, zone in enumerate(version.spec.target_extended_locations or ()):
        if zone.encryption is not None:
            path = (*version.path, "targetExtendedLocations", at, "encryption")
            yield from _disks(path, zone.encryption, zone.name, None)


def _disks(
    path: Path, spec: Encryption, place: str, region: ResolvedRegion | None
) -> Iterator[EncryptedDisk]:
    if spec.os_disk is not None:
        yield EncryptedDisk((*path, "osDisk"), None, spec.os_disk, place, region)
    for lun, disk in (spec.data_disks or {}).items():
        yield EncryptedDisk((*path, "dataDisks", lun), lun, disk, place, region)
