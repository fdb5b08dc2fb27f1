"""Resource groups that a declaration makes. They need no component of their own: one is one resource."""

import pulumi
from pulumi_azure_native import resources as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags

LOCATION = ("location",)


def resource_groups(
    accepted: Accepted,
    parent: pulumi.Resource,
    prefix: str,
) -> dict[str, native.ResourceGroup]:
    """The declared resource groups, by key."""
    declaration = accepted.resolved.declaration
    around = Surroundings(parent, declaration.options)
    groups: dict[str, native.ResourceGroup] = {}
    for key, spec in declaration.resource_groups.items():
        path = ("resourceGroups", key)
        location = spec.location or declaration.location or declaration.gallery.location
        groups[key] = registering(native.ResourceGroup, formerly(spec.options))(
            f"{prefix}/{key}",
            resource_group_name=spec.name or key,
            **compact(
                {
                    "location": accepted.given(location, path, LOCATION),
                    "managed_by": accepted.given(spec.managed_by, path),
                    "tags": tags(accepted, spec.tags, path),
                },
            ),
            opts=around.options(spec.options),
        )
    return groups
