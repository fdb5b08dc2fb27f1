from typing import Any

import pytest

from local_azure.directory import DEPLOYER
from tests.local_azure.azure_client import SUB, Client

AT = f"{SUB}/providers/Microsoft.Authorization/roleDefinitions"
CUSTOM = "33333333-0000-4000-8000-000000000001"
BUILT_IN = {
    "Owner": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    "Contributor": "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "Reader": "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "User Access Administrator": "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    "Role Based Access Control Administrator": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    "Compute Gallery Sharing Admin": "1ef6a3be-d0ac-425d-8c01-acb62866290b",
    "Compute Gallery Artifacts Publisher": "85a2d0d9-2eba-4c9c-b355-11c2cc0788ab",
    "Compute Gallery Image Reader": "cf7c76d2-98a3-4358-a134-615aa78bf44d",
    "Data Operator for Managed Disks": "959f8984-c045-4866-89c7-12bf9737be2e",
}


def body(name: str, **more: object) -> dict[str, Any]:
    permission = {"actions": ["Microsoft.Compute/galleries/read"]}
    properties = {"roleName": name, "assignableScopes": [SUB], "permissions": [permission], **more}
    return {"properties": properties}


def test_the_built_in_roles(client: Client) -> None:
    found = client.get(f"{AT}?$filter=type%20eq%20'BuiltInRole'").json["value"]
    assert {one["properties"]["roleName"]: one["name"] for one in found} == BUILT_IN
    (reader,) = client.get(f"{AT}?$filter=roleName%20eq%20'Reader'").json["value"]
    assert reader == client.get(f"{AT}/{BUILT_IN['Reader']}").json
    assert reader["id"] == f"{AT}/{BUILT_IN['Reader']}"
    assert reader["properties"]["permissions"][0]["actions"] == ["*/read"]


def test_a_custom_role_lives(client: Client) -> None:
    created = client.call("PUT", f"{AT}/{CUSTOM}", body("Image Watcher"))
    assert created.status == 201
    assert created.properties["type"] == "CustomRole"
    assert created.properties["createdBy"] == DEPLOYER.object_id
    updated = client.call("PUT", f"{AT}/{CUSTOM}", body("Image Watcher", description="d"))
    assert updated.status == 201
    assert updated.properties["createdOn"] == created.properties["createdOn"]
    assert client.get(f"{AT}/{CUSTOM}").properties["description"] == "d"

    assignment = (
        f"{SUB}/providers/Microsoft.Authorization/roleAssignments/33333333-0000-4000-8000-000000000002"
    )
    principal = "eeeeeeee-9000-4000-8000-000000000001"
    client.put(assignment, {"properties": {"roleDefinitionId": f"{AT}/{CUSTOM}", "principalId": principal}})
    assert client.call("DELETE", f"{AT}/{CUSTOM}").refusal == (400, "RoleDefinitionHasAssignments", "")
    client.delete(assignment)
    assert client.call("DELETE", f"{AT}/{CUSTOM}").json["name"] == CUSTOM
    assert client.call("DELETE", f"{AT}/{CUSTOM}").status == 204
    assert client.get(f"{AT}/{CUSTOM}").refusal == (404, "RoleDefinitionDoesNotExist", "")


def test_a_role_is_assignable_in_its_scopes_only(client: Client) -> None:
    role = "33333333-0000-4000-8000-000000000003"
    client.group("rg-narrow")
    client.call("PUT", f"{AT}/{role}", body("Narrow", assignableScopes=[f"{SUB}/resourceGroups/rg-narrow"]))
    at = f"{SUB}/providers/Microsoft.Authorization/roleAssignments/33333333-0000-4000-8000-000000000004"
    principal = "eeeeeeee-9000-4000-8000-000000000001"
    sent = {"properties": {"roleDefinitionId": f"{AT}/{role}", "principalId": principal}}
    assert client.call("PUT", at, sent).refusal == (
        400,
        "RoleAssignmentScopeNotAssignableToRoleDefinition",
        "",
    )


@pytest.mark.parametrize(
    ("guid", "sent", "refusal"),
    [
        (CUSTOM, body("reader"), (409, "RoleDefinitionWithSameNameExists", "")),
        (CUSTOM, body(""), (400, "InvalidRoleDefinition", "")),
        (CUSTOM, body("Nowhere", assignableScopes=[]), (400, "InvalidRoleDefinition", "")),
        ("watcher", body("Watcher"), (400, "InvalidRoleDefinition", "")),
        (BUILT_IN["Reader"], body("Reader"), (400, "InvalidRoleDefinition", "")),
    ],
)
def test_what_azure_refuses(
    client: Client, guid: str, sent: dict[str, Any], refusal: tuple[int, str, str]
) -> None:
    assert client.call("PUT", f"{AT}/{guid}", sent).refusal == refusal
