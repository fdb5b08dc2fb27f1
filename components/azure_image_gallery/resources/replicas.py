"""Where the replicas of a version, of an image or of an application, are kept, and how they are encrypted."""

from typing import Any, TypeAlias

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.encryption_sets import FindSet
from azure_image_gallery.spec.edge_zone import TargetExtendedLocation
from azure_image_gallery.spec.encryption import Encryption, OsDiskEncryption, OsDiskSecurity
from azure_image_gallery.spec.enums import EdgeZoneStorage
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    DEFAULT_REPLICA_COUNT,
    ResolvedApplicationVersion,
    ResolvedRegion,
    ResolvedVersion,
)
from azure_image_gallery.spec.target_region import AdditionalReplicaSet
from azure_image_gallery.spec.unknown import Unknown
from azure_image_gallery.spec.values import written_region

_REGION_SETS = ("regionSets",)
Version: TypeAlias = ResolvedVersion | ResolvedApplicationVersion


def home_location(accepted: Accepted, version: Version) -> Any:  # noqa: ANN401  an input of text
    """The version's home region."""
    return accepted.given(version.location, version.path, _above(version), ("gallery",), ("location",))


def _above(version: Version) -> Path:
    """The definition or the application that a version belongs to."""
    if isinstance(version, ResolvedVersion):
        return ("imageDefinitions", version.definition_key)
    return ("applications", version.application_key)


def target_regions(
    accepted: Accepted, version: Version, find_set: FindSet
) -> list[native.TargetRegionArgsDict]:
    """The regions; of a version that names none its home region, which another resource may tell."""
    if not version.regions and isinstance(version.location, Unknown):
        return [_unknown_home(accepted, version)]
    about = _about(version)
    return [
        _target_region(region, written_region(region.name), about, find_set) for region in version.regions
    ]


def _unknown_home(accepted: Accepted, version: Version) -> native.TargetRegionArgsDict:
    return compact(
        {
            "name": home_location(accepted, version),
            "regional_replica_count": version.replica_count,
            "storage_account_type": version.storage_account_type.value,
        }
    )


def _about(version: Version) -> tuple[Path, ...]:
    """Everything that the rules compare a disk encryption set of a version with."""
    own = (version.path, _above(version), ("gallery",), ("location",))
    return own if version.spec.region_set is None else (*own, (*_REGION_SETS, version.spec.region_set))


def _target_region(
    region: ResolvedRegion, name: pulumi.Input[str], about: tuple[Path, ...], find_set: FindSet
) -> native.TargetRegionArgsDict:
    return compact(
        {
            "name": name,
            "regional_replica_count": region.regional_replica_count,
            "storage_account_type": region.storage_account_type.value,
            "exclude_from_latest": region.exclude_from_latest,
            "encryption": _encryption(region.encryption, about, find_set),
            "additional_replica_sets": [_replica_set(one) for one in region.additional_replica_sets] or None,
        },
    )


def _replica_set(spec: AdditionalReplicaSet) -> native.AdditionalReplicaSetArgsDict:
    return {
        "regional_replica_count": spec.regional_replica_count or DEFAULT_REPLICA_COUNT,
        "storage_account_type": spec.storage_account_type.value,
    }


def edge_zones(version: Version, find_set: FindSet) -> Any:  # noqa: ANN401  a list of azure-native's dictionaries
    """The edge zones; `None` where there are none."""
    about = _about(version)
    return [
        _edge_zone(zone, about, find_set) for zone in version.spec.target_extended_locations or ()
    ] or None


def _edge_zone(
    zone: TargetExtendedLocation, about: tuple[Path, ...], find_set: FindSet
) -> native.GalleryTargetExtendedLocationArgsDict:
    place = zone.extended_location
    return compact(
        {
            "name": written_region(zone.name),
            "extended_location": {"name": place.name, "type": place.type.value},
            "extended_location_replica_count": zone.extended_location_replica_count or DEFAULT_REPLICA_COUNT,
            "storage_account_type": (zone.storage_account_type or EdgeZoneStorage.STANDARD_LRS).value,
            "encryption": _encryption(zone.encryption, about, find_set),
        }
    )


def _encryption(spec: Encryption | None, about: tuple[Path, ...], find_set: FindSet) -> Any:  # noqa: ANN401  azure-native's dictionary, or nothing
    if spec is None:
        return None
    data = [
        compact({"lun": int(lun), "disk_encryption_set_id": find_set(disk.disk_encryption_set, *about)})
        for lun, disk in (spec.data_disks or {}).items()
    ]
    system = spec.os_disk and _os_disk(spec.os_disk, about, find_set)
    return compact({"os_disk_image": system, "data_disk_images": data or None})


def _os_disk(spec: OsDiskEncryption, about: tuple[Path, ...], find_set: FindSet) -> Any:  # noqa: ANN401  azure-native's dictionary
    return compact(
        {
            "disk_encryption_set_id": find_set(spec.disk_encryption_set, *about),
            "security_profile": spec.security_profile and _security(spec.security_profile, about, find_set),
        }
    )


def _security(spec: OsDiskSecurity, about: tuple[Path, ...], find_set: FindSet) -> Any:  # noqa: ANN401  azure-native's dictionary
    return compact(
        {
            "confidential_vm_encryption_type": spec.confidential_vm_encryption_type.value,
            "secure_vm_disk_encryption_set_id": find_set(spec.secure_vm_disk_encryption_set, *about),
        }
    )
