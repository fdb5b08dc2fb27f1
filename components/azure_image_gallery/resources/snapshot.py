"""Snapshots of disks."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import SnapshotSpec
from azure_image_gallery.resources.disk_creation import creation_data
from azure_image_gallery.resources.disk_settings import disk_settings
from azure_image_gallery.resources.encryption_sets import FindSet, encryption_sets
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.spec.resolved import ResolvedSnapshot


class SnapshotArgs(SnapshotSpec):
    """What a `Snapshot` is made from. `resource_group` is required here."""


class Snapshot(pulumi.ComponentResource):
    """A snapshot, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    snapshot_id: pulumi.Output[str]
    """The snapshot's id."""

    def __init__(self, name: str, args: SnapshotArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        key = args.get("name") or name
        gallery = gallery_beside(args)
        accepted = Accepted(
            {"gallery": gallery, "snapshots": {key: args}},
            prefix=("snapshots", key),
            about=("snapshots",) if "resource_group" in gallery else ("snapshots", "gallery"),
        )
        super().__init__(component_type("Snapshot"), name, None, opts)
        accepted.parent = self
        made = accepted.resolved.snapshots[0]
        around = Surroundings(self, accepted.resolved.declaration.options)
        placement = Placement(around, name, accepted.given(made.resource_group, made.path))
        child = snapshot(accepted, placement, made, existing_sources(accepted), encryption_sets(accepted))
        lock_alone(accepted, placement, made.path, child, made.spec.lock)
        self.snapshot_id = child.id
        self.register_outputs({"snapshotId": self.snapshot_id})


def snapshot(
    accepted: Accepted, placement: Placement, made: ResolvedSnapshot, find: FindSource, keys: FindSet
) -> native.Snapshot:
    """A declared snapshot, made from what `find` leads to, and encrypted with what `keys` does."""
    spec = made.spec
    return registering(native.Snapshot, formerly(spec.options))(
        placement.logical_name(made.key),
        snapshot_name=made.name,
        resource_group_name=placement.resource_group_name,
        creation_data=creation_data(accepted, made, find),
        incremental=spec.incremental,
        sku={"name": spec.storage_account_type.value},
        **disk_settings(accepted, made, keys),
        opts=placement.around.options(spec.options),
    )
