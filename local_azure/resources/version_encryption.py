"""
What a version's replicas are encrypted with: a disk encryption set for each disk in each region.

Decisions where Azure's answer is not known. The security profile of a system disk without its set, or with one
that it does not take, is a missing parameter or one that is not allowed; on a definition of another security
type than ConfidentialVM it is InvalidParameter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from local_azure import errors, ids, regions
from local_azure.resources import content, sources
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of
from local_azure.resources.disk_encryption_set import CONFIDENTIAL, check_set
from local_azure.store import Json

_WHERE = "properties.publishingProfile.targetRegions"
_TARGET = f"galleryImageVersion.{_WHERE}"
_ENCRYPTION_TYPES = (
    "EncryptedVMGuestStateOnlyWithPmk", "EncryptedWithPmk", "EncryptedWithCmk", "NonPersistedTPM",
)  # fmt: skip


@dataclass(frozen=True)
class _Disk:
    """One disk in one place: the system disk, or the data disk of a LUN."""

    lun: int | None
    region: str
    set_id: str

    @property
    def path(self) -> str:
        return "encryption.osDiskImage" if self.lun is None else "encryption.dataDiskImages"


def check_encryption(call: Call, profile: Json, luns: Iterable[int], security: str) -> None:
    """Check every set of a profile: its place and type, the same disks in each region, LUNs that there are."""
    found: list[_Disk] = []
    edges: list[Json] = profile.get("targetExtendedLocations", [])
    for place in (*profile["targetRegions"], *edges):
        given = content.mapping(place, "encryption", _WHERE)
        found += _disks(call, given, regions.normalise(place["name"]), frozenset(luns), security)
    _check_everywhere(profile, [one for one in found if one.set_id])


def check_source(storage: Json, profile: Json) -> None:
    """Refuse encryption of what comes from a VHD, or from another version."""
    if not any(place.get("encryption") for place in profile["targetRegions"]):
        return
    whole: Json = storage.get("source", {})
    images = [storage.get("osDiskImage", {}), *storage.get("dataDiskImages", [])]
    of_disks = [image["source"] for image in images if image.get("source")]
    id_ = ids.parse(str(whole.get("id", "")))
    is_version = "communityGalleryImageId" in whole or (id_ and id_.type_key == sources.VERSION)
    if is_version or any("uri" in source for source in of_disks):
        message = "Encryption is not supported for source resource: it is a VHD or a gallery image version."
        raise errors.invalid_parameter(f"{_TARGET}.encryption", message)


def _disks(call: Call, given: Json, region: str, luns: frozenset[int], security: str) -> Iterator[_Disk]:
    system = content.mapping(given, "osDiskImage", f"{_WHERE}.encryption")
    profile = content.texts(system, "securityProfile", f"{_WHERE}.encryption.osDiskImage")
    if profile:
        _check_profile(call, profile, region, security)
    set_id = content.text(system, "diskEncryptionSetId", f"{_WHERE}.encryption.osDiskImage")
    if set_id:
        check_set(call, set_id, region, f"{_TARGET}.encryption.osDiskImage.diskEncryptionSetId")
    yield _Disk(None, region, set_id)
    for lun, data in _data_disks(given, luns):
        set_id = content.text(data, "diskEncryptionSetId", f"{_WHERE}.encryption.dataDiskImages")
        if set_id:
            check_set(call, set_id, region, f"{_TARGET}.encryption.dataDiskImages.diskEncryptionSetId")
        yield _Disk(lun, region, set_id)


def _data_disks(given: Json, luns: frozenset[int]) -> Iterator[tuple[int, Json]]:
    target = f"{_TARGET}.encryption.dataDiskImages.lun"
    seen: set[int] = set()
    for data in content.items(given, "dataDiskImages", f"{_WHERE}.encryption"):
        lun = content.whole(data, "lun", f"{_WHERE}.encryption.dataDiskImages")
        if lun is None:
            raise errors.missing_parameter(target)
        if lun in seen:
            raise errors.invalid_parameter(target, f"Duplicate luns '{lun}' were specified in encryption.")
        if lun not in luns:
            message = f"An invalid lun '{lun}' was specified in encryption.dataDiskImages."
            raise errors.invalid_parameter(target, message)
        seen.add(lun)
        yield lun, data


def _check_profile(call: Call, given: dict[str, str], region: str, security: str) -> None:
    target = f"{_TARGET}.encryption.osDiskImage.securityProfile"
    kind = one_of(
        given.get("confidentialVMEncryptionType", ""),
        _ENCRYPTION_TYPES,
        f"{target}.confidentialVMEncryptionType",
    )
    if security != "ConfidentialVM":
        message = f"The security profile needs a gallery image of the security type 'ConfidentialVM', not '{security}'."
        raise errors.invalid_parameter(target, message)
    set_id, with_key = given.get("secureVMDiskEncryptionSetId", ""), kind == "EncryptedWithCmk"
    where = f"{target}.secureVMDiskEncryptionSetId"
    if with_key != bool(set_id):
        raise errors.missing_parameter(where) if with_key else errors.parameter_not_allowed(where)
    if set_id:
        check_set(call, set_id, region, where, (CONFIDENTIAL,))


def _check_everywhere(profile: Json, encrypted: list[_Disk]) -> None:
    """A disk that is encrypted in one region is in every region."""
    names = [regions.normalise(region["name"]) for region in profile["targetRegions"]]
    there = {(one.lun, one.region) for one in encrypted}
    for one in encrypted:
        for name in names:
            if (one.lun, name) not in there:
                disk = "osDiskImage" if one.lun is None else f"LUN {one.lun}"
                message = (
                    f"A disk encryption set is required for disk '{disk}' in target region '{name}' since disk "
                    f"encryption set '{one.set_id}' is used for the disk in region '{one.region}'."
                )
                raise errors.invalid_parameter(f"{_TARGET}.{one.path}", message)
