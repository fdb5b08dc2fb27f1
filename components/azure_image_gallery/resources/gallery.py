"""The gallery itself."""

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import GallerySpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.identity import identity
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.sharing_profile import sharing_profile
from azure_image_gallery.resources.tags import tags

PATH = ("gallery",)
LOCATION = ("location",)


class GalleryArgs(GallerySpec):
    """What a `Gallery` is made from."""


class Gallery(pulumi.ComponentResource):
    """A compute gallery, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    gallery_id: pulumi.Output[str]
    """The gallery's id."""
    gallery_unique_name: pulumi.Output[str]
    """The name under which others refer to a gallery that is shared with them."""

    def __init__(self, name: str, args: GalleryArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        accepted = Accepted({"gallery": args}, prefix=PATH)
        super().__init__(component_type("Gallery"), name, None, opts)
        accepted.parent = self
        spec = accepted.resolved.declaration.gallery
        around = Surroundings(self, accepted.resolved.declaration.options)
        placement = Placement(around, name, accepted.given(spec.resource_group, PATH))
        child = gallery(accepted, placement)
        lock_alone(accepted, placement, PATH, child, spec.lock)
        self.gallery_id = child.id
        self.gallery_unique_name = unique_name(child)
        self.register_outputs(
            {"galleryId": self.gallery_id, "galleryUniqueName": self.gallery_unique_name},
        )


def gallery(accepted: Accepted, placement: Placement) -> native.Gallery:
    """The declared gallery."""
    spec = accepted.resolved.declaration.gallery
    return registering(native.Gallery, formerly(spec.options))(
        placement.logical_name(spec.name),
        gallery_name=spec.name,
        resource_group_name=placement.resource_group_name,
        **compact(
            {
                "location": accepted.given(accepted.resolved.gallery_location, PATH, LOCATION),
                "description": accepted.given(spec.description, PATH),
                "tags": tags(accepted, spec.tags, PATH),
                "identity": identity(accepted, spec.identity, PATH),
                "soft_delete_policy": _soft_delete(on=spec.soft_delete),
                "sharing_profile": sharing_profile(accepted),
            },
        ),
        opts=placement.around.options(spec.options),
    )


def _soft_delete(*, on: bool | None) -> native.SoftDeletePolicyArgsDict | None:
    return None if on is None else {"is_soft_delete_enabled": on}


def unique_name(child: native.Gallery) -> pulumi.Output[str]:
    """The gallery's unique name, which Azure gives: `<subscription>-<NAME>`."""
    return child.identifier.apply(lambda identifier: identifier.unique_name if identifier else "")
