"""Image versions that something else makes: Packer, Image Builder, another stack.

They are listed from Azure each time; nothing of theirs is ever created, changed or deleted from here. They
stand in the component's outputs, and so in the stack's state: a preview that would take their definition away
names them. Azure deletes no definition that holds some, and would say so in the middle of a deployment: such
a definition is protected, so that the preview says so first.
"""

from collections.abc import Iterator

import pulumi
from pulumi_azure_native import authorization

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.arm import Arm
from azure_image_gallery.spec.resolved import ResolvedDefinition
from azure_image_gallery.spec.seen import SeenVersion, read_version

_API_VERSION = "2024-03-03"
Seen = dict[str, list[SeenVersion]]
"""Versions by definition."""


def seen_versions(accepted: Accepted, parent: pulumi.Resource) -> Seen:
    """What Azure holds of every definition with external versions; none is asked for where there are none."""
    wanted = [one for one in accepted.resolved.definitions if _is_asked_for(accepted, one)]
    if not wanted:
        return {}
    arm, gallery = Arm.of(parent), _gallery_id(accepted, parent)
    return {one.key: _of_definition(accepted, one, arm, gallery) for one in wanted}


def _is_asked_for(accepted: Accepted, definition: ResolvedDefinition) -> bool:
    return definition.spec.external_versions or any(_named(accepted, definition))


def _named(accepted: Accepted, definition: ResolvedDefinition) -> Iterator[str]:
    """The versions that are declared as external one by one."""
    for version in accepted.resolved.external_versions:
        if version.definition_key == definition.key:
            yield version.key


def _of_definition(
    accepted: Accepted, definition: ResolvedDefinition, arm: Arm, gallery: str
) -> list[SeenVersion]:
    path = f"{gallery}/images/{definition.name}/versions"
    listed = (read_version(body, path) for body in arm.list(path, _API_VERSION))
    found = {version.key: version for version in listed}
    named = list(_named(accepted, definition))
    for key in named:
        if key not in found:
            pulumi.log.warn(f"imageVersions/{definition.key}/{key} is external, and not in Azure yet")
    if definition.spec.external_versions:
        return list(found.values())
    return [found[key] for key in named if key in found]


def _gallery_id(accepted: Accepted, parent: pulumi.Resource) -> str:
    spec = accepted.resolved.declaration.gallery
    if isinstance(spec.id, str):
        return spec.id
    group, groups = spec.resource_group, accepted.resolved.declaration.resource_groups
    if not isinstance(group, str):
        raise pulumi.RunError(
            "gallery.resourceGroup has to be known from the start where versions are external: "
            "they are listed before anything is made"
        )
    name = (groups[group].name or group) if group in groups else group
    config = authorization.get_client_config(opts=pulumi.InvokeOptions(parent=parent))
    return (
        f"/subscriptions/{config.subscription_id}/resourceGroups/{name}"
        f"/providers/Microsoft.Compute/galleries/{spec.name}"
    )
