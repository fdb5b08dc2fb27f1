from typing import Any

import pytest

from local_azure.directory import DEPLOYER, TENANT
from tests.local_azure.azure_client import SUB, Client

ROLES = "/providers/Microsoft.Authorization/roleDefinitions"
READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
IMAGE_READER = "cf7c76d2-98a3-4358-a134-615aa78bf44d"
TEAM = "eeeeeeee-9000-4000-8000-000000000001"
PIPELINE = "eeeeeeee-9000-4000-8000-000000000003"
AUDITOR = "eeeeeeee-9000-4000-8000-000000000004"
STRANGER = "eeeeeeee-9999-4000-8000-000000000009"
VERSION = "2022-04-01"


def name(number: int) -> str:
    return f"22222222-0000-4000-8000-{number:012}"


def path(scope: str, number: int) -> str:
    return f"{scope}/providers/Microsoft.Authorization/roleAssignments/{name(number)}"


def body(principal: str = TEAM, role: str = READER, **more: object) -> dict[str, Any]:
    return {"properties": {"roleDefinitionId": f"{ROLES}/{role}", "principalId": principal, **more}}


@pytest.fixture
def gallery(client: Client) -> str:
    return client.gallery("rg-roles", "roles")


def test_an_assignment_is_written_at_once(client: Client, gallery: str) -> None:
    scope = gallery.replace("resourceGroups", "resourcegroups")
    reply = client.call("PUT", path(scope, 1), body(principalType="Group"), VERSION)
    assert reply.status == 201
    shown = reply.json
    created = shown["properties"]["createdOn"]
    assert created.endswith("Z")
    assert shown == {
        "properties": {
            "roleDefinitionId": f"{SUB}{ROLES}/{READER}",
            "principalId": TEAM,
            "principalType": "Group",
            "scope": scope,
            "condition": None,
            "conditionVersion": None,
            "createdOn": created,
            "updatedOn": created,
            "createdBy": None,
            "updatedBy": DEPLOYER.object_id,
            "delegatedManagedIdentityResourceId": None,
            "description": None,
        },
        "id": path(scope, 1),
        "type": "Microsoft.Authorization/roleAssignments",
        "name": name(1),
    }
    read = client.get(path(gallery, 1), VERSION).json
    assert read["properties"]["createdBy"] == DEPLOYER.object_id


def test_the_same_thing_twice_exists(client: Client, gallery: str) -> None:
    client.put(path(gallery, 2), body(AUDITOR, principalType="User"))
    for number in (2, 3):
        reply = client.call("PUT", path(gallery, number), body(AUDITOR, principalType="User"))
        assert reply.refusal == (409, "RoleAssignmentExists", "")
        assert name(2).replace("-", "") in reply.message


@pytest.mark.parametrize("change", ["principal", "role", "scope", "type"])
def test_what_cannot_be_updated(client: Client, gallery: str, change: str) -> None:
    client.call("PUT", path(gallery, 4), body(PIPELINE, principalType="ServicePrincipal"))
    scope = f"{SUB}/resourceGroups/rg-roles" if change == "scope" else gallery
    changed = {
        "principal": body(TEAM),
        "role": body(PIPELINE, IMAGE_READER),
        "scope": body(PIPELINE),
        "type": body(PIPELINE, principalType="User"),
    }[change]
    reply = client.call("PUT", path(scope, 4), changed)
    assert reply.refusal == (400, "RoleAssignmentUpdateNotPermitted", "")


def test_description_and_condition_change(client: Client, gallery: str) -> None:
    client.put(path(gallery, 5), body(TEAM, IMAGE_READER))
    more = {"description": "d", "condition": "true", "conditionVersion": "2.0"}
    reply = client.call("PUT", path(gallery, 5), body(TEAM, IMAGE_READER, **more))
    assert reply.status == 200
    assert {key: reply.properties[key] for key in more} == more


def test_delete_answers_with_what_is_gone(client: Client, gallery: str) -> None:
    client.put(path(gallery, 6), body(PIPELINE, IMAGE_READER, principalType="ServicePrincipal"))
    reply = client.call("DELETE", path(gallery, 6))
    assert (reply.status, reply.json["name"]) == (200, name(6))
    assert client.call("DELETE", path(gallery, 6)).status == 204
    assert client.get(path(gallery, 6)).refusal == (404, "RoleAssignmentNotFound", "")


def test_lists_inherit_from_above(client: Client, gallery: str) -> None:
    client.put(path(f"{SUB}/resourceGroups/rg-roles", 7), body(TEAM))
    client.put(path(client.definition(gallery, "d"), 8), body(TEAM))
    at = f"{gallery}/providers/Microsoft.Authorization/roleAssignments"

    def listed(query: str) -> set[str]:
        found = client.get(f"{at}?{query}").json["value"]
        return {one["name"] for one in found}

    assert {name(7), name(8)} <= listed("")
    assert name(8) not in listed("$filter=atScope()")
    assert name(7) in listed("$filter=atScope()")
    assert {name(7), name(8)} <= listed(f"$filter=principalId%20eq%20'{TEAM}'")
    assert listed(f"$filter=assignedTo('{STRANGER}')") == set()


def test_assignments_go_with_their_scope(client: Client) -> None:
    gallery = client.gallery("rg-roles", "short_lived")
    client.put(path(gallery, 9), body(TEAM))
    client.delete(gallery)
    client.gallery("rg-roles", "short_lived")
    assert client.get(path(gallery, 9)).refusal == (404, "RoleAssignmentNotFound", "")


def test_a_new_principal_may_be_unknown_if_its_type_is_given(client: Client, gallery: str) -> None:
    reply = client.call("PUT", path(gallery, 10), body(STRANGER, principalType="ServicePrincipal"))
    assert reply.status == 201


@pytest.mark.parametrize(
    ("sent", "refusal", "fragment"),
    [
        (body(STRANGER), (400, "PrincipalNotFound", ""), f" does not exist in the directory {TENANT}"),
        (body(STRANGER, principalType="User"), (400, "PrincipalNotFound", ""), STRANGER.replace("-", "")),
        (
            body(TEAM, principalType="User"),
            (400, "UnmatchedPrincipalType", ""),
            (
                f"The PrincipalId '{TEAM.replace('-', '')}' has type 'Group' , which is different from "
                "specified "
                "PrinciaplType 'User'."
            ),
        ),
        (body("web-team"), (400, "InvalidPrincipalId", ""), "web-team"),
        (body(role=STRANGER), (400, "RoleDefinitionDoesNotExist", ""), STRANGER.replace("-", "")),
        (body(role="Reader"), (400, "RoleDefinitionDoesNotExist", ""), "reader"),
        (body(condition="true"), (400, "InvalidCondition", ""), "2.0"),
        (body(conditionVersion="2.0"), (400, "InvalidCondition", ""), "2.0"),
        (body(principalType="Robot"), (400, "InvalidParameter", "principalType"), "Robot"),
    ],
)
def test_what_azure_refuses(
    client: Client, sent: dict[str, Any], refusal: tuple[int, str, str], fragment: str
) -> None:
    at = path(client.gallery("rg-roles", "refusing"), 99)
    reply = client.call("PUT", at, sent)
    assert reply.refusal == refusal
    assert fragment in reply.message
    assert client.get(at).status == 404


def test_scopes_have_to_exist(client: Client) -> None:
    for scope, code in (
        (f"{SUB}/resourceGroups/none", "ResourceGroupNotFound"),
        (
            f"{SUB}/resourceGroups/rg-image-builds/providers/Microsoft.Compute/galleries/none",
            "ResourceNotFound",
        ),
        (f"/subscriptions/{STRANGER}", "SubscriptionNotFound"),
    ):
        assert client.call("PUT", path(scope, 98), body()).refusal == (404, code, "")


def test_names_are_guids(client: Client, gallery: str) -> None:
    bad = f"{gallery}/providers/Microsoft.Authorization/roleAssignments/readers"
    assert client.call("PUT", bad, body()).refusal == (400, "InvalidRoleAssignmentId", "")
