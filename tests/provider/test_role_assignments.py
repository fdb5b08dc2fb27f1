"""Role assignments and custom roles."""

import grpc.aio
import pytest

from local_azure.provider.values import Values
from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GROUP, Answer, ScriptedArm

ROLE_URN = urn("authorization:RoleAssignment")
READER = (
    "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
)
INPUTS: Values = {
    "scope": GROUP,
    "roleAssignmentName": "n",
    "principalId": "p",
    "roleDefinitionId": READER,
    "principalType": "User",
}
PATH = f"{GROUP}/providers/Microsoft.Authorization/roleAssignments/n"


@pytest.mark.parametrize("scope", [GROUP, GROUP.strip("/"), GROUP + "/"])
async def test_scope_is_trimmed_of_slashes_in_the_id(plugin: Plugin, scope: str) -> None:
    resource_id, _ = await plugin.create(ROLE_URN, {**INPUTS, "scope": scope})
    assert resource_id == PATH


async def test_casing_of_the_scope_stays(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(ROLE_URN, {**INPUTS, "scope": GROUP.replace("resourceGroups", "resourcegroups")})
    assert "/resourcegroups/rg/" in arm.calls("PUT")[0].path


async def test_put_comes_after_the_existence_check_and_is_not_polled(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    body = {"id": PATH, "name": "n", "properties": {"scope": GROUP, "principalId": "p", "createdBy": None}}
    arm.script("PUT", PATH, Answer(201, body))
    arm.script("GET", PATH, Answer(404), Answer(200, body))
    _, outputs = await plugin.create(ROLE_URN, INPUTS)
    assert [call.method for call in arm.calls()] == ["GET", "PUT", "GET"]
    assert {call.query["api-version"] for call in arm.calls()} == {"2022-04-01"}
    assert outputs["scope"] == GROUP
    assert "createdBy" not in outputs


async def test_principal_type_of_the_sdk_is_sent_under_properties(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(ROLE_URN, INPUTS)
    assert arm.calls("PUT")[0].body == {
        "properties": {"principalId": "p", "roleDefinitionId": READER, "principalType": "User"}
    }


async def test_assignment_that_exists_under_another_name_is_an_error(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    message = "The role assignment already exists."
    arm.script("PUT", PATH, Answer(409, {"error": {"code": "RoleAssignmentExists", "message": message}}))
    with pytest.raises(grpc.aio.AioRpcError, match='Code="RoleAssignmentExists"'):
        await plugin.create(ROLE_URN, INPUTS)


async def test_tenant_is_not_asked_for(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(ROLE_URN, INPUTS)
    assert all(set(call.query) == {"api-version"} for call in arm.calls())


async def test_type_of_a_custom_role_goes_under_properties(plugin: Plugin, arm: ScriptedArm) -> None:
    role = {"scope": "/subscriptions/s", "roleDefinitionId": "r", "roleName": "R", "roleType": "CustomRole"}
    _, outputs = await plugin.create(urn("authorization:RoleDefinition"), dict(role))
    sent = arm.calls("PUT")[0]
    assert sent.path == "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/r"
    assert sent.body == {"properties": {"roleName": "R", "type": "CustomRole"}}
    assert (outputs["roleType"], outputs["type"]) == ("CustomRole", "Microsoft.Authorization/roleDefinitions")
