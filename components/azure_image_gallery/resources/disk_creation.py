"""How the content of a managed disk or a snapshot comes about: Azure's creation data."""

from collections.abc import Mapping
from typing import Any

from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.sources import FindSource
from azure_image_gallery.spec.disk_source import Upload
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot
from azure_image_gallery.spec.source import Vhd
from azure_image_gallery.spec.source_place import (
    COMMUNITY_IMAGE,
    ELASTIC_SAN_SNAPSHOT,
    IMAGE_VERSION,
    PLATFORM_IMAGE,
    RESTORE_POINT,
    SHARED_IMAGE,
    SourcePlace,
)

_OF_A_GALLERY = {
    IMAGE_VERSION: "id",
    COMMUNITY_IMAGE: "community_gallery_image_id",
    SHARED_IMAGE: "shared_gallery_image_id",
}
Option = native.DiskCreateOption


def creation_data(
    accepted: Accepted, made: ResolvedManagedDisk | ResolvedSnapshot, find: FindSource
) -> native.CreationDataArgsDict:
    """Where the content comes from, and what is fixed with it."""
    place = made.source.only
    origin = {"create_option": Option.EMPTY} if place is None else _origin(accepted, made, place, find)
    return compact(
        {
            **origin,
            "logical_sector_size": made.spec.logical_sector_size,
            "performance_plus": made.spec.performance_plus,
        }
    )


def _origin(
    accepted: Accepted, made: ResolvedManagedDisk | ResolvedSnapshot, place: SourcePlace, find: FindSource
) -> Mapping[str, Any]:
    if isinstance(place.value, Vhd):
        return _imported(accepted, made, place.value)
    if isinstance(place.value, Upload):
        option = Option.UPLOAD_PREPARED_SECURE if place.value.secure else Option.UPLOAD
        return {"create_option": option, "upload_size_bytes": place.value.size_bytes}
    if place.kind in _OF_A_GALLERY:
        reference = {_OF_A_GALLERY[place.kind]: find(made, place), "lun": made.spec.source.lun}
        return {"create_option": Option.FROM_IMAGE, "gallery_image_reference": compact(reference)}
    if place.kind == PLATFORM_IMAGE:
        reference = {"id": find(made, place), "lun": made.spec.source.lun}
        return {"create_option": Option.FROM_IMAGE, "image_reference": compact(reference)}
    if place.kind == ELASTIC_SAN_SNAPSHOT:
        return {
            "create_option": Option.COPY_FROM_SAN_SNAPSHOT,
            "elastic_san_resource_id": find(made, place),
        }
    return _copied(made, place, find)


def _imported(
    accepted: Accepted, made: ResolvedManagedDisk | ResolvedSnapshot, vhd: Vhd
) -> Mapping[str, Any]:
    guest_state = made.spec.source.security_data_uri
    return {
        "create_option": Option.IMPORT_ if guest_state is None else Option.IMPORT_SECURE,
        "source_uri": accepted.given(vhd.uri, made.path),
        "storage_account_id": accepted.given(vhd.storage_account_id, made.path),
        "security_data_uri": accepted.given(guest_state, made.path),
    }


def _copied(
    made: ResolvedManagedDisk | ResolvedSnapshot, place: SourcePlace, find: FindSource
) -> Mapping[str, Any]:
    source, speed = made.spec.source, made.spec.source.provisioned_bandwidth_copy_speed
    option = Option.COPY_START if source.copy_start else Option.COPY
    return {
        "create_option": Option.RESTORE if place.kind == RESTORE_POINT else option,
        "source_resource_id": find(made, place),
        "provisioned_bandwidth_copy_speed": speed and speed.value,
    }
