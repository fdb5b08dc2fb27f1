"""Disk encryption sets."""

from typing import Any

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import DiskEncryptionSetSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.identity import identity
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_beside
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.disk_encryption_set import ActiveKey
from azure_image_gallery.spec.identity import Identity
from azure_image_gallery.spec.resolved import ResolvedEncryptionSet

_MADE_BY_AZURE = Identity()


class DiskEncryptionSetArgs(DiskEncryptionSetSpec):
    """What a `DiskEncryptionSet` is made from. `resource_group` is required here, and `id` means nothing."""


class DiskEncryptionSet(pulumi.ComponentResource):
    """A disk encryption set, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    disk_encryption_set_id: pulumi.Output[str]
    """The set's id."""

    def __init__(
        self, name: str, args: DiskEncryptionSetArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        key = args.get("name") or name
        gallery = gallery_beside(args)
        accepted = Accepted(
            {"gallery": gallery, "diskEncryptionSets": {key: args}},
            prefix=("diskEncryptionSets", key),
            about=("diskEncryptionSets",)
            if "resource_group" in gallery
            else ("diskEncryptionSets", "gallery"),
        )
        super().__init__(component_type("DiskEncryptionSet"), name, None, opts)
        accepted.parent = self
        made = accepted.resolved.encryption_sets[0]
        around = Surroundings(self, accepted.resolved.declaration.options)
        placement = Placement(around, name, accepted.given(made.resource_group, made.path))
        child = disk_encryption_set(accepted, placement, made)
        lock_alone(accepted, placement, made.path, child, made.spec.lock)
        self.disk_encryption_set_id = child.id
        self.register_outputs({"diskEncryptionSetId": self.disk_encryption_set_id})


def disk_encryption_set(
    accepted: Accepted, placement: Placement, made: ResolvedEncryptionSet
) -> native.DiskEncryptionSet:
    """A declared disk encryption set."""
    spec, path = made.spec, made.path
    return registering(native.DiskEncryptionSet, formerly(spec.options))(
        placement.logical_name(made.key),
        disk_encryption_set_name=made.name,
        resource_group_name=placement.resource_group_name,
        identity=identity(accepted, made.spec.identity or _MADE_BY_AZURE, made.path),
        rotation_to_latest_key_version_enabled=spec.rotation_to_latest_key_version_enabled is True,
        **compact(
            {
                "encryption_type": made.encryption_type and made.encryption_type.value,
                "active_key": spec.active_key and _active_key(accepted, made, spec.active_key),
                "federated_client_id": accepted.given(spec.federated_client_id, path),
                "location": accepted.given(made.location, path, ("location",), ("gallery",)),
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=placement.around.options(spec.options),
    )


def _active_key(accepted: Accepted, made: ResolvedEncryptionSet, key: ActiveKey) -> Any:  # noqa: ANN401  azure-native's dictionary
    vault = accepted.given(key.source_vault, made.path)
    return compact(
        {
            "key_url": accepted.given(key.key_url, made.path),
            "source_vault": None if vault is None else {"id": vault},
        }
    )
