"""Managed images."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ManagedImageSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.placement import component_type
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.resolved import ResolvedManagedImage


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
        # A managed image stands in no gallery, but a declaration has one.
        group = args.get("resource_group") or args.get("resourceGroup")
        gallery = compact({"name": "none", "resource_group": group})
        accepted = Accepted(
            {"gallery": gallery, "managedImages": {key: args}},
            prefix=("managedImages", key),
            about=("managedImages",) if group else ("managedImages", "gallery"),
        )
        super().__init__(component_type("ManagedImage"), name, None, opts)
        image = accepted.resolved.managed_images[0]
        group = accepted.given(image.resource_group, image.path)
        child = managed_image(accepted, image, f"{name}/{key}", group, pulumi.ResourceOptions(parent=self))
        self.managed_image_id = child.id
        self.register_outputs({"managedImageId": self.managed_image_id})


def managed_image(
    accepted: Accepted,
    image: ResolvedManagedImage,
    logical_name: str,
    resource_group_name: pulumi.Input[str],
    opts: pulumi.ResourceOptions,
) -> native.Image:
    """A declared managed image."""
    spec, path = image.spec, image.path
    return registering(native.Image)(
        logical_name,
        image_name=image.name,
        resource_group_name=resource_group_name,
        hyper_v_generation=image.hyper_v_generation.value,
        source_virtual_machine={"id": accepted.given(spec.source.virtual_machine, path)},
        **compact(
            {
                "location": accepted.given(image.location, path, ("location",), ("gallery",)),
                "storage_profile": _storage_profile(zone_resilient=spec.zone_resilient),
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=opts,
    )


def _storage_profile(*, zone_resilient: bool | None) -> native.ImageStorageProfileArgsDict | None:
    return None if zone_resilient is None else {"zone_resilient": zone_resilient}
