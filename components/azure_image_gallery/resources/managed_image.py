"""Managed images."""

from collections.abc import Sequence
from typing import Any, cast

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ManagedImageSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.encryption_sets import FindSet, encryption_sets
from azure_image_gallery.resources.extended_location import extended_location
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.enums import DiskStorage, HostCaching
from azure_image_gallery.spec.managed_image import ManagedImageDisk
from azure_image_gallery.spec.resolved import ResolvedManagedImage
from azure_image_gallery.spec.source import Vhd
from azure_image_gallery.spec.source_place import DISK, SNAPSHOT, VIRTUAL_MACHINE, SourcePlace

_PLACES = {DISK: "managed_disk", SNAPSHOT: "snapshot"}
_AS_THE_SOURCE = ManagedImageDisk()
_FROM_THE_MACHINE = ("storageProfile",)
_DISKS_OF_THE_MACHINE = ("storageProfile.osDisk", "storageProfile.dataDisks")
_SIZE = ("storageProfile.osDisk.diskSizeGB",)


class ManagedImageArgs(ManagedImageSpec):
    """What a `ManagedImage` is made from. `resource_group` is required here."""


class ManagedImage(pulumi.ComponentResource):
    """A managed image, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse, a specialized source among them.
    """

    managed_image_id: pulumi.Output[str]
    """The managed image's id."""

    def __init__(self, name: str, args: ManagedImageArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        key = args.get("name") or name
        gallery = gallery_beside(args)
        accepted = Accepted(
            {"gallery": gallery, "managedImages": {key: args}},
            prefix=("managedImages", key),
            about=("managedImages",) if "resource_group" in gallery else ("managedImages", "gallery"),
        )
        super().__init__(component_type("ManagedImage"), name, None, opts)
        accepted.parent = self
        image = accepted.resolved.managed_images[0]
        around = Surroundings(self, accepted.resolved.declaration.options)
        placement = Placement(around, name, accepted.given(image.resource_group, image.path))
        child = managed_image(
            accepted, placement, image, existing_sources(accepted), encryption_sets(accepted)
        )
        lock_alone(accepted, placement, image.path, child, image.spec.lock)
        self.managed_image_id = child.id
        self.register_outputs({"managedImageId": self.managed_image_id})


def managed_image(
    accepted: Accepted, placement: Placement, image: ResolvedManagedImage, find: FindSource, keys: FindSet
) -> native.Image:
    """A declared managed image, made from what `find` leads to, and encrypted with what `keys` does."""
    spec, path, only = image.spec, image.path, image.source.only
    machine = only if only and only.kind == VIRTUAL_MACHINE else None
    return registering(native.Image, formerly(spec.options))(
        placement.logical_name(image.key),
        image_name=image.name,
        resource_group_name=placement.resource_group_name,
        hyper_v_generation=image.hyper_v_generation.value,
        **compact(
            {
                "source_virtual_machine": machine and {"id": find(image, machine)},
                "storage_profile": _storage_profile(accepted, image, find, keys),
                "location": accepted.given(image.location, path, ("location",), ("gallery",)),
                "extended_location": extended_location(accepted, spec.extended_location, path),
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=placement.around.options(spec.options, ignored=_left_to_azure(image)),
    )


def _left_to_azure(image: ResolvedManagedImage) -> Sequence[str]:
    """What Azure fills in where the declaration says nothing, and an import brings along."""
    only, resilient = image.source.only, image.spec.zone_resilient
    if only and only.kind == VIRTUAL_MACHINE:
        return _FROM_THE_MACHINE if resilient is None else _DISKS_OF_THE_MACHINE
    os_disk = None if only else cast("ManagedImageDisk", image.source.disks[0].spec)
    return () if os_disk and os_disk.disk_size_gb is not None else _SIZE


def _storage_profile(
    accepted: Accepted, image: ResolvedManagedImage, find: FindSource, keys: FindSet
) -> native.ImageStorageProfileArgsDict | None:
    only, resilient = image.source.only, image.spec.zone_resilient
    if only and only.kind == VIRTUAL_MACHINE:
        return None if resilient is None else {"zone_resilient": resilient}
    disks = [
        (disk.lun, cast("ManagedImageDisk", disk.spec), disk.places[0]) for disk in image.source.disks
    ] or [(None, _AS_THE_SOURCE, image.source.places[0])]
    os_disk, *data_disks = [
        {**_lun(lun), **_disk(accepted, image, spec, place, find, keys)} for lun, spec, place in disks
    ]
    state = {"os_type": native.OperatingSystemTypes.LINUX, "os_state": "Generalized"}
    return compact(
        {
            "os_disk": {**state, **os_disk},
            "data_disks": data_disks or None,
            "zone_resilient": bool(resilient),
        }
    )


def _lun(lun: str | None) -> dict[str, int]:
    return {} if lun is None else {"lun": int(lun)}


def _disk(
    accepted: Accepted,
    image: ResolvedManagedImage,
    spec: ManagedImageDisk,
    place: SourcePlace,
    find: FindSource,
    keys: FindSet,
) -> dict[str, Any]:
    key = spec.disk_encryption_set
    if isinstance(place.value, Vhd):
        source = {"blob_uri": accepted.given(place.value.uri, image.path)}
    else:
        source = {_PLACES[place.kind]: {"id": find(image, place)}}
    return compact(
        {
            **source,
            "caching": (spec.caching or HostCaching.NONE).value,
            "storage_account_type": (spec.storage_account_type or DiskStorage.STANDARD_LRS).value,
            "disk_size_gb": spec.disk_size_gb,
            "disk_encryption_set": key and {"id": keys(key, image.path)},
        }
    )
