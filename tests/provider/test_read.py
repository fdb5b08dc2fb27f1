"""Read: refresh and import."""

from typing import Any

import grpc.aio
import pytest

from local_azure.provider.values import Values, decode
from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GALLERY, GROUP, Answer, ScriptedArm, resource

GALLERY_URN = urn("compute:Gallery")
VERSION_URN = urn("compute:GalleryImageVersion")
VERSION = f"{GALLERY}/images/i/versions/1.0.0"
INPUTS: Values = {"resourceGroupName": "rg", "galleryName": "g", "location": "westeurope", "description": "d"}


def gallery(**properties: Any) -> dict[str, Any]:
    held = {"identifier": {"uniqueName": "s-G"}, "provisioningState": "Succeeded", **properties}
    return {"id": GALLERY, "name": "g", "location": "westeurope", "properties": held}


def version(*regions: str, **publishing: Any) -> dict[str, Any]:
    profile = {
        "targetRegions": [{"name": name, "regionalReplicaCount": 1} for name in regions],
        "publishedDate": "2026-01-01",
        **publishing,
    }
    storage: dict[str, Any] = {
        "source": {"id": "/i"},
        "osDiskImage": {"sizeInGB": 30, "hostCaching": "ReadWrite", "source": {}},
    }
    return resource(
        VERSION, {"location": "x", "properties": {"publishingProfile": profile, "storageProfile": storage}}
    )


async def test_404_means_deleted(plugin: Plugin) -> None:
    assert (await plugin.read(GALLERY_URN, GALLERY, INPUTS, {})).id == ""


async def test_other_errors_are_reported(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", GALLERY, Answer(403, {"error": {"code": "AuthorizationFailed", "message": "no"}}))
    with pytest.raises(grpc.aio.AioRpcError, match='Status=403 Code="AuthorizationFailed" Message="no"'):
        await plugin.read(GALLERY_URN, GALLERY, INPUTS, {})


async def test_import_takes_inputs_from_id_and_body_without_read_only_values(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("GET", GALLERY, Answer(body={**gallery(description="d"), "tags": {}}))
    found = await plugin.read(GALLERY_URN, GALLERY)
    assert found.id == GALLERY
    assert decode(found.inputs) == INPUTS
    assert decode(found.properties)["identifier"] == {"uniqueName": "s-G"}


async def test_import_leaves_out_nested_read_only_values_and_empty_collections(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("GET", VERSION, Answer(body=version("East US")))
    assert decode((await plugin.read(VERSION_URN, VERSION)).inputs) == {
        "resourceGroupName": "rg",
        "galleryName": "g",
        "galleryImageName": "i",
        "galleryImageVersionName": "1.0.0",
        "location": "x",
        "publishingProfile": {"targetRegions": [{"name": "East US", "regionalReplicaCount": 1}]},
        "storageProfile": {"source": {"id": "/i"}, "osDiskImage": {"hostCaching": "ReadWrite"}},
    }


async def test_import_keeps_the_slash_of_a_scope_and_what_is_a_default(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    path = f"{GROUP}/providers/Microsoft.Authorization/roleAssignments/n"
    properties = {"principalId": "p", "roleDefinitionId": "r", "principalType": "User", "scope": GROUP}
    arm.script(
        "GET", path, Answer(body={"id": path, "name": "n", "properties": {**properties, "condition": None}})
    )
    found = decode((await plugin.read(urn("authorization:RoleAssignment"), path)).inputs)
    assert found == {
        "scope": GROUP,
        "roleAssignmentName": "n",
        "principalId": "p",
        "principalType": "User",
        "roleDefinitionId": "r",
    }


async def test_import_tells_the_api_version_in_the_outputs_alone(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", GALLERY, Answer(body=gallery()))
    found = await plugin.read(GALLERY_URN, GALLERY)
    assert "azureApiVersion" not in decode(found.inputs)
    assert decode(found.properties)["azureApiVersion"] == "2024-03-03"


async def test_import_refuses_an_id_of_another_type(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.resources[GROUP.lower()] = resource(GROUP, {"location": "x"})
    with pytest.raises(grpc.aio.AioRpcError, match="is not an id of azure-native:compute:Gallery: expected"):
        await plugin.read(GALLERY_URN, GROUP)


async def test_refresh_without_drift_leaves_the_inputs_alone(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", VERSION, Answer(body=version("East US", replicaCount=1)))
    old = await plugin.read(VERSION_URN, VERSION)
    inputs: Values = {"location": "x", "publishingProfile": {"targetRegions": [{"name": "eastus"}]}}
    found = await plugin.read(VERSION_URN, VERSION, inputs, decode(old.properties))
    assert decode(found.inputs) == inputs


async def test_refresh_applies_what_drifted_to_the_inputs(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script(
        "GET", GALLERY, Answer(body=gallery(description="d")), Answer(body=gallery(description="by hand"))
    )
    old = await plugin.read(GALLERY_URN, GALLERY)
    found = await plugin.read(GALLERY_URN, GALLERY, INPUTS, decode(old.properties))
    assert decode(found.inputs) == {**INPUTS, "description": "by hand"}
    assert decode(found.properties)["description"] == "by hand"


async def test_refresh_shows_display_names_that_changed_between_reads(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("GET", VERSION, Answer(body=version("eastus")), Answer(body=version("East US")))
    old = await plugin.read(VERSION_URN, VERSION)
    inputs: Values = {"publishingProfile": {"targetRegions": [{"name": "eastus"}]}}
    found = await plugin.read(VERSION_URN, VERSION, inputs, decode(old.properties))
    assert decode(found.inputs) == {"publishingProfile": {"targetRegions": [{"name": "East US"}]}}


async def test_provisioning_state_and_system_data_are_outputs_only(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script(
        "GET",
        GALLERY,
        Answer(body=gallery(description="d", provisioningState="Updating")),
        Answer(body={**gallery(description="d"), "systemData": {"createdBy": "me"}}),
    )
    old = await plugin.read(GALLERY_URN, GALLERY)
    found = await plugin.read(GALLERY_URN, GALLERY, INPUTS, decode(old.properties))
    assert decode(found.inputs) == INPUTS
    outputs = decode(found.properties)
    assert (outputs["provisioningState"], outputs["systemData"]) == ("Succeeded", {"createdBy": "me"})


async def test_order_of_identities_is_no_drift(plugin: Plugin, arm: ScriptedArm) -> None:
    def held(*identities: str) -> Answer:
        return Answer(
            body={**gallery(), "identity": {"userAssignedIdentities": {name: {} for name in identities}}}
        )

    arm.script("GET", GALLERY, held("/a", "/b"), held("/b", "/a"))
    old = await plugin.read(GALLERY_URN, GALLERY)
    inputs: Values = {"identity": {"userAssignedIdentities": ["/b", "/a"]}}
    found = await plugin.read(GALLERY_URN, GALLERY, inputs, decode(old.properties))
    assert decode(found.inputs) == inputs
