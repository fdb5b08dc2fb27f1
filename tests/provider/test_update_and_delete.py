"""Update and delete."""

import grpc.aio
import pytest

from local_azure.provider.values import UNKNOWN, Values
from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GALLERY, GROUP, Answer, ScriptedArm, resource

GALLERY_URN = urn("compute:Gallery")
INPUTS: Values = {
    "resourceGroupName": "rg",
    "galleryName": "g",
    "location": "westeurope",
    "description": "new",
}
NESTED = "Cannot delete resource while nested resources exist."


async def test_update_is_a_full_put_without_a_read_before(plugin: Plugin, arm: ScriptedArm) -> None:
    outputs = await plugin.update(GALLERY_URN, {"description": "old"}, INPUTS)
    assert [call.method for call in arm.calls()] == ["PUT", "GET"]
    assert arm.calls("PUT")[0].body == {"location": "westeurope", "properties": {"description": "new"}}
    assert outputs["description"] == "new"


async def test_refused_update_is_reported(plugin: Plugin, arm: ScriptedArm) -> None:
    message = "Changing property 'galleryImage.properties.osType' is not allowed."
    arm.script(
        "PUT", GALLERY, Answer(409, {"error": {"code": "PropertyChangeNotAllowed", "message": message}})
    )
    with pytest.raises(grpc.aio.AioRpcError) as failed:
        await plugin.update(GALLERY_URN, {}, INPUTS)
    assert failed.value.details() == f'Status=409 Code="PropertyChangeNotAllowed" Message="{message}"'


async def test_update_preview_keeps_name_and_location(plugin: Plugin, arm: ScriptedArm) -> None:
    olds: Values = {
        "name": "g",
        "location": "West Europe",
        "identifier": {"uniqueName": "u"},
        "description": "x",
    }
    outputs = await plugin.update(GALLERY_URN, olds, INPUTS, preview=True)
    assert (outputs["name"], outputs["location"], outputs["description"]) == ("g", "West Europe", "new")
    assert outputs["identifier"] is UNKNOWN
    assert not arm.calls()


@pytest.mark.parametrize("status", [200, 204, 404])
async def test_delete_is_done_with_these_answers(plugin: Plugin, arm: ScriptedArm, status: int) -> None:
    arm.script("DELETE", GALLERY, Answer(status))
    await plugin.delete(GALLERY_URN, GALLERY)
    assert arm.calls()[0].query == {"api-version": "2024-03-03"}


async def test_delete_waits_for_the_operation(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("DELETE", GALLERY, Answer(202, headers={"Azure-AsyncOperation": arm.operation("d")}))
    arm.script("GET", "/poll/d", Answer(body={"status": "InProgress"}), Answer(body={"status": "Succeeded"}))
    await plugin.delete(GALLERY_URN, GALLERY)
    assert [call.path for call in arm.calls()] == [GALLERY, "/poll/d", "/poll/d"]


async def test_delete_of_a_group_follows_the_location(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script(
        "DELETE", GROUP, Answer(202, headers={"Location": f"{arm.address}/poll/rg?api-version=2021-04-01"})
    )
    arm.script("GET", "/poll/rg", Answer(202), Answer(200))
    await plugin.delete(urn("resources:ResourceGroup"), GROUP)
    assert len(arm.calls("GET", "/poll/rg")) == 2


async def test_404_while_waiting_for_a_delete_is_success(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("DELETE", GALLERY, Answer(202, headers={"Azure-AsyncOperation": arm.operation("d")}))
    arm.script("GET", "/poll/d", Answer(404))
    await plugin.delete(GALLERY_URN, GALLERY)
    assert len(arm.calls("GET", "/poll/d")) == 1


async def test_cannot_delete_resource_is_reported_and_not_tried_again(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    refused = Answer(409, {"error": {"code": "CannotDeleteResource", "message": NESTED}})
    arm.script("DELETE", GALLERY, refused, Answer(204))
    with pytest.raises(grpc.aio.AioRpcError) as failed:
        await plugin.delete(GALLERY_URN, GALLERY)
    assert failed.value.details() == f'Status=409 Code="CannotDeleteResource" Message="{NESTED}"'
    assert len(arm.calls("DELETE")) == 1


async def test_delete_that_is_no_long_running_operation_is_not_polled(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    path = f"{GROUP}/providers/Microsoft.Authorization/roleAssignments/n"
    arm.script("DELETE", path, Answer(200, resource(path, {}), {"Location": f"{arm.address}/poll/never"}))
    await plugin.delete(urn("authorization:RoleAssignment"), path)
    assert [call.method for call in arm.calls()] == ["DELETE"]
