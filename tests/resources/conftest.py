"""Runs a program with Pulumi's mocks and shows what it registered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pulumi
import pytest

SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
_GALLERY = "{resourceGroupName}/galleries/{galleryName}"
_PATHS = {
    "azure-native:resources:ResourceGroup": "{resourceGroupName}",
    "azure-native:compute:Gallery": _GALLERY,
    "azure-native:compute:GalleryImage": f"{_GALLERY}/images/{{galleryImageName}}",
    "azure-native:compute:GalleryImageVersion": (
        f"{_GALLERY}/images/{{galleryImageName}}/versions/{{galleryImageVersionName}}"
    ),
    "azure-native:compute:Image": "{resourceGroupName}/images/{imageName}",
    "azure-native:authorization:RoleAssignment": "{scope}/{roleAssignmentName}",
}


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
        resource_id = f"/subscriptions/{SUBSCRIPTION}/" + _PATHS[args.typ].format_map(args.inputs)
        return resource_id, {**args.inputs, "identifier": {"uniqueName": f"{SUBSCRIPTION}-CONTOSO_LINUX"}}

    def call(self, args: pulumi.runtime.MockCallArgs) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        assert args.token == "azure-native:authorization:getClientConfig"
        return {"tenantId": "eeeeeeee-7000-4000-8000-000000000001"}, []


@dataclass(frozen=True)
class Deployment:
    """What a program registered, and what it returned, once every output had arrived."""

    registered: list[Registered]
    result: Any

    def of_type(self, name: str) -> dict[str, dict[str, Any]]:
        """Inputs by logical name, of the resources whose type ends in `name`."""
        return {r.name: r.inputs for r in self.registered if r.type.rsplit(":", 1)[-1] == name}


Deploy = Callable[..., Deployment]


@pytest.fixture
def deploy() -> Deploy:
    def run(program: Callable[[], object], *, preview: bool = False) -> Deployment:
        recorder, results = Recorder(), list[object]()
        pulumi.runtime.set_mocks(recorder, project="linux-images", stack="dev", preview=preview)

        @pulumi.runtime.test
        def under_mocks() -> pulumi.Output[None]:
            return pulumi.Output.from_input(program()).apply(results.append)  # type: ignore[arg-type]

        under_mocks()
        return Deployment(recorder.registered, results[0] if results else None)

    return run
