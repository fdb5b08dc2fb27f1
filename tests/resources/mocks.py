"""What a program registers when it runs with Pulumi's mocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pulumi

SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
_GALLERY = "{resourceGroupName}/galleries/{galleryName}"
_PATHS = {
    "azure-native:resources:ResourceGroup": "{resourceGroupName}",
    "azure-native:compute:Gallery": _GALLERY,
    "azure-native:compute:GalleryImage": f"{_GALLERY}/images/{{galleryImageName}}",
    "azure-native:compute:GalleryImageVersion": (
        f"{_GALLERY}/images/{{galleryImageName}}/versions/{{galleryImageVersionName}}"
    ),
    "azure-native:compute:GalleryApplication": f"{_GALLERY}/applications/{{galleryApplicationName}}",
    "azure-native:compute:GalleryApplicationVersion": (
        f"{_GALLERY}/applications/{{galleryApplicationName}}/versions/{{galleryApplicationVersionName}}"
    ),
    "azure-native:compute:Image": "{resourceGroupName}/images/{imageName}",
    "azure-native:compute:Disk": "{resourceGroupName}/disks/{diskName}",
    "azure-native:compute:DiskEncryptionSet": "{resourceGroupName}/diskEncryptionSets/{diskEncryptionSetName}",
    "azure-native:compute:Snapshot": "{resourceGroupName}/snapshots/{snapshotName}",
    "azure-native:authorization:RoleAssignment": "{scope}/{roleAssignmentName}",
    "azure-native:authorization:ManagementLockByScope": "{scope}/{lockName}",
}


def is_unknown(inputs: dict[str, Any], name: str) -> bool:
    """Whether an input is not known yet.

    Pulumi's mocks leave such a one out in a thread that served a deployment before it serves a preview.
    """
    return isinstance(inputs.get(name), pulumi.output.Unknown | None)


@dataclass(frozen=True)
class Registered:
    """A resource as the engine is asked for it."""

    type: str
    name: str
    inputs: dict[str, Any]


@dataclass
class Recorder(pulumi.runtime.Mocks):
    """Answers as Azure would: an id made from the names, and the outputs that the components read."""

    registered: list[Registered] = field(default_factory=list[Registered])

    def new_resource(self, args: pulumi.runtime.MockResourceArgs) -> tuple[str | None, dict[str, Any]]:
        self.registered.append(Registered(args.typ, args.name, args.inputs))
        if args.typ not in _PATHS:
            return None, args.inputs
        if any(is_unknown(args.inputs, name) for name in re.findall(r"{(\w+)}", _PATHS[args.typ])):
            return None, {}
        resource_id = f"/subscriptions/{SUBSCRIPTION}/" + _PATHS[args.typ].format_map(args.inputs)
        return resource_id, {
            **_answered(args.inputs),
            "identifier": {"uniqueName": f"{SUBSCRIPTION}-CONTOSO_LINUX"},
        }

    def call(self, args: pulumi.runtime.MockCallArgs) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        assert args.token == "azure-native:authorization:getClientConfig"
        return {"tenantId": "eeeeeeee-7000-4000-8000-000000000001"}, []


def _answered(inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs as Azure shows them: user-assigned identities are sent as a list, and come back by their ids."""
    identity = inputs.get("identity")
    if not isinstance(identity, dict) or "userAssignedIdentities" not in identity:
        return inputs
    named = {id_: dict[str, Any]() for id_ in identity["userAssignedIdentities"] if isinstance(id_, str)}
    return {**inputs, "identity": {**identity, "userAssignedIdentities": named}}


@dataclass(frozen=True)
class Deployment:
    """What a program registered, and what it returned, once every output had arrived."""

    registered: list[Registered]
    result: Any

    def of_type(self, name: str) -> dict[str, dict[str, Any]]:
        """Inputs by logical name and in its order, of the resources whose type ends in `name`.

        Pulumi registers in threads of its own: in which order they get there is nobody's to say.
        """
        found = [r for r in self.registered if r.type.rsplit(":", 1)[-1] == name]
        return {r.name: r.inputs for r in sorted(found, key=lambda r: r.name)}


Deploy = Callable[..., Deployment]
