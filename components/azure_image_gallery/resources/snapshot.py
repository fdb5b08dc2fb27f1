"""Snapshots of disks."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import SnapshotSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.managed_disk import copied_or_imported
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.resources.tags import tags
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
        child = snapshot(accepted, placement, made, existing_sources(accepted))
        lock_alone(accepted, placement, made.path, child, made.spec.lock)
        self.snapshot_id = child.id
        self.register_outputs({"snapshotId": self.snapshot_id})


def snapshot(
    accepted: Accepted, placement: Placement, made: ResolvedSnapshot, find: FindSource
) -> native.Snapshot:
    """A declared snapshot, made from what `find` leads to."""
    spec, path, place = made.spec, made.path, made.source.places[0]  # the rules see to it that there is one
    return registering(native.Snapshot, formerly(spec.options))(
        placement.logical_name(made.key),
        snapshot_name=made.name,
        resource_group_name=placement.resource_group_name,
        creation_data=copied_or_imported(accepted, made, place, find),
        incremental=spec.incremental,
        sku={"name": spec.storage_account_type.value},
        **compact(
            {
                "location": accepted.given(made.location, path, ("location",), ("gallery",)),
                "disk_size_gb": spec.disk_size_gb,
                "os_type": spec.os_type and spec.os_type.value,
                "hyper_v_generation": spec.hyper_v_generation and spec.hyper_v_generation.value,
                "supported_capabilities": spec.architecture and {"architecture": spec.architecture.value},
                "network_access_policy": spec.network_access_policy and spec.network_access_policy.value,
                "disk_access_id": accepted.given(spec.disk_access_id, path),
                "public_network_access": spec.public_network_access and spec.public_network_access.value,
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=placement.around.options(spec.options),
    )
