"""Managed disks."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ManagedDiskSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot
from azure_image_gallery.spec.source import Vhd
from azure_image_gallery.spec.source_place import COMMUNITY_IMAGE, IMAGE_VERSION, RESTORE_POINT, SourcePlace


class ManagedDiskArgs(ManagedDiskSpec):
    """What a `ManagedDisk` is made from. `resource_group` is required here."""


class ManagedDisk(pulumi.ComponentResource):
    """A managed disk, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    managed_disk_id: pulumi.Output[str]
    """The managed disk's id."""

    def __init__(self, name: str, args: ManagedDiskArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        key = args.get("name") or name
        gallery = gallery_beside(args)
        accepted = Accepted(
            {"gallery": gallery, "managedDisks": {key: args}},
            prefix=("managedDisks", key),
            about=("managedDisks",) if "resource_group" in gallery else ("managedDisks", "gallery"),
        )
        super().__init__(component_type("ManagedDisk"), name, None, opts)
        accepted.parent = self
        disk = accepted.resolved.managed_disks[0]
        around = Surroundings(self, accepted.resolved.declaration.options)
        placement = Placement(around, name, accepted.given(disk.resource_group, disk.path))
        child = managed_disk(accepted, placement, disk, existing_sources(accepted))
        lock_alone(accepted, placement, disk.path, child, disk.spec.lock)
        self.managed_disk_id = child.id
        self.register_outputs({"managedDiskId": self.managed_disk_id})


def managed_disk(
    accepted: Accepted, placement: Placement, disk: ResolvedManagedDisk, find: FindSource
) -> native.Disk:
    """A declared managed disk, made from what `find` leads to."""
    spec, path = disk.spec, disk.path
    return registering(native.Disk, formerly(spec.options))(
        placement.logical_name(disk.key),
        disk_name=disk.name,
        resource_group_name=placement.resource_group_name,
        creation_data=_creation_data(accepted, disk, find),
        sku={"name": spec.storage_account_type.value},
        **compact(
            {
                "location": accepted.given(disk.location, path, ("location",), ("gallery",)),
                "disk_size_gb": spec.disk_size_gb,
                "os_type": spec.os_type and spec.os_type.value,
                "hyper_v_generation": spec.hyper_v_generation and spec.hyper_v_generation.value,
                "supported_capabilities": spec.architecture and {"architecture": spec.architecture.value},
                "zones": spec.zones,
                "network_access_policy": spec.network_access_policy and spec.network_access_policy.value,
                "disk_access_id": accepted.given(spec.disk_access_id, path),
                "public_network_access": spec.public_network_access and spec.public_network_access.value,
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=placement.around.options(spec.options),
    )


def _creation_data(
    accepted: Accepted, disk: ResolvedManagedDisk, find: FindSource
) -> native.CreationDataArgsDict:
    place = disk.source.only
    if place is None:
        return {"create_option": native.DiskCreateOption.EMPTY}
    if place.kind in (IMAGE_VERSION, COMMUNITY_IMAGE):
        return {
            "create_option": native.DiskCreateOption.FROM_IMAGE,
            "gallery_image_reference": _image_reference(place, disk, find),
        }
    if place.kind == RESTORE_POINT:
        return {"create_option": native.DiskCreateOption.RESTORE, "source_resource_id": find(disk, place)}
    return copied_or_imported(accepted, disk, place, find)


def _image_reference(
    place: SourcePlace, disk: ResolvedManagedDisk, find: FindSource
) -> native.ImageDiskReferenceArgsDict:
    key = "community_gallery_image_id" if place.kind == COMMUNITY_IMAGE else "id"
    return compact({key: find(disk, place), "lun": disk.spec.source.lun})


def copied_or_imported(
    accepted: Accepted,
    made: ResolvedManagedDisk | ResolvedSnapshot,
    place: SourcePlace,
    find: FindSource,
) -> native.CreationDataArgsDict:
    """How a disk or a snapshot comes from a disk, a snapshot or a VHD."""
    if isinstance(place.value, Vhd):
        return compact(
            {
                "create_option": native.DiskCreateOption.IMPORT_,
                "source_uri": accepted.given(place.value.uri, made.path),
                "storage_account_id": accepted.given(place.value.storage_account_id, made.path),
            }
        )
    return {"create_option": native.DiskCreateOption.COPY, "source_resource_id": find(made, place)}
