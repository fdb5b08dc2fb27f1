"""Managed disks."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ManagedDiskSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.disk_creation import creation_data
from azure_image_gallery.resources.disk_settings import disk_settings
from azure_image_gallery.resources.encryption_sets import FindSet, encryption_sets
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.spec.resolved import ResolvedManagedDisk


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
        child = managed_disk(accepted, placement, disk, existing_sources(accepted), encryption_sets(accepted))
        lock_alone(accepted, placement, disk.path, child, disk.spec.lock)
        self.managed_disk_id = child.id
        self.register_outputs({"managedDiskId": self.managed_disk_id})


def managed_disk(
    accepted: Accepted, placement: Placement, disk: ResolvedManagedDisk, find: FindSource, keys: FindSet
) -> native.Disk:
    """A declared managed disk, made from what `find` leads to, and encrypted with what `keys` does."""
    spec = disk.spec
    return registering(native.Disk, formerly(spec.options))(
        placement.logical_name(disk.key),
        disk_name=disk.name,
        resource_group_name=placement.resource_group_name,
        creation_data=creation_data(accepted, disk, find),
        sku={"name": spec.storage_account_type.value},
        **disk_settings(accepted, disk, keys),
        **compact(
            {
                "zones": spec.zones,
                "tier": spec.tier,
                "bursting_enabled": spec.bursting_enabled,
                "max_shares": spec.max_shares,
                "disk_iops_read_write": spec.disk_iops_read_write,
                "disk_m_bps_read_write": spec.disk_m_bps_read_write,
                "disk_iops_read_only": spec.disk_iops_read_only,
                "disk_m_bps_read_only": spec.disk_m_bps_read_only,
                "optimized_for_frequent_attach": spec.optimized_for_frequent_attach,
            },
        ),
        opts=placement.around.options(spec.options),
    )
