"""The ids that Azure gives to what azure-native makes, told from a resource's inputs.

A template for each type, with azure-native's own names of inputs in it. Source: the `Import` section of each
type in https://www.pulumi.com/registry/packages/azure-native/api-docs/ (read 2026-11).
"""

import re
from collections.abc import Mapping

_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
_COMPUTE = f"{_GROUP}/providers/Microsoft.Compute"
_GALLERY = f"{_COMPUTE}/galleries/{{galleryName}}"

_TEMPLATES: Mapping[str, str] = {
    "resources:ResourceGroup": _GROUP,
    "compute:Gallery": _GALLERY,
    "compute:GalleryImage": f"{_GALLERY}/images/{{galleryImageName}}",
    "compute:GalleryImageVersion": f"{_GALLERY}/images/{{galleryImageName}}/versions/{{galleryImageVersionName}}",
    "compute:GalleryApplication": f"{_GALLERY}/applications/{{galleryApplicationName}}",
    "compute:GalleryApplicationVersion": (
        f"{_GALLERY}/applications/{{galleryApplicationName}}/versions/{{galleryApplicationVersionName}}"
    ),
    "compute:Image": f"{_COMPUTE}/images/{{imageName}}",
    "compute:Disk": f"{_COMPUTE}/disks/{{diskName}}",
    "compute:Snapshot": f"{_COMPUTE}/snapshots/{{snapshotName}}",
    "compute:DiskEncryptionSet": f"{_COMPUTE}/diskEncryptionSets/{{diskEncryptionSetName}}",
    "authorization:RoleAssignment": (
        "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}"
    ),
    "authorization:ManagementLockByScope": "/{scope}/providers/Microsoft.Authorization/locks/{lockName}",
    "authorization:RoleDefinition": (
        "/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}"
    ),
}
SHARING = "azure-image-gallery:index:GallerySharing"
"""This package's own resource, whose id is the gallery's."""
SUBSCRIPTION = "subscriptionId"
_PARAMETER = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"azure[-_]native\w*:(?P<module>\w+)(?:/v\w+)?:(?P<name>\w+)")


class UnknownIdError(Exception):
    """An id cannot be told, for the reason given."""


def parts_of_id(token: str) -> tuple[str, ...]:
    """Return the names of the inputs that make the id of a type, in the id's order.

    `token` may name an api-version (`azure-native:compute/v20240303:Gallery`). `subscriptionId` is no input of
    a resource, but of its provider. Raises UnknownIdError for a type that is not known here.
    """
    return tuple(_PARAMETER.findall(_template(token)))


def azure_id(token: str, inputs: Mapping[str, object], subscription: str) -> str:
    """Return the id of the resource that these inputs make. Raises UnknownIdError where it cannot be told."""

    def part(match: re.Match[str]) -> str:
        name = match[1]
        value = subscription if name == SUBSCRIPTION else inputs.get(name)
        if not isinstance(value, str) or not value:
            raise UnknownIdError(f"{name} is a part of its id, and is not known as text")
        return value.strip("/")

    return _PARAMETER.sub(part, _template(token))


def _template(token: str) -> str:
    if token == SHARING:
        return "/{galleryId}"
    match = _TOKEN.fullmatch(token)
    template = _TEMPLATES.get(f"{match['module']}:{match['name']}") if match else None
    if template is None:
        raise UnknownIdError(f"how {token} forms its ids is not known here")
    return template
