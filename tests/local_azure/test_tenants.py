"""Two tenants: whose principals can be given a role, whose tokens are taken, and copying from the other's gallery."""

import json
from typing import Any

from local_azure.directory import DEPLOYER_AT_PARTNER, PARTNER_SUBSCRIPTION, PARTNER_TENANT, TENANT
from tests.local_azure.azure_client import SUB, Client, Reply, definition_body, version_body

THERE = f"/subscriptions/{PARTNER_SUBSCRIPTION}"
PARTNER_VERSION = (
    f"{THERE}/resourceGroups/rg-partner-images/providers/Microsoft.Compute"
    "/galleries/partner_images/images/ubuntu-24.04/versions/1.0.0"
)
PARTNER_TEAM = "eeeeeeee-9000-4000-8000-000000000101"
READER = f"{SUB}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"


def with_token(client: Client, token: str, method: str, path: str, **headers: str) -> Reply:
    given = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **headers}
    return client.send(method, f"{path}?api-version=2024-03-03", **given)


def there(client: Client) -> str:
    return client.token(tenant=PARTNER_TENANT).json["access_token"]


def test_a_subscription_takes_tokens_of_its_own_tenant(client: Client) -> None:
    refused = client.get(PARTNER_VERSION)
    assert refused.refusal[:2] == (401, "InvalidAuthenticationTokenTenant")
    assert PARTNER_TENANT in refused.message
    found = with_token(client, there(client), "GET", PARTNER_VERSION)
    assert (found.status, found.json["name"]) == (200, "1.0.0")
    assert with_token(client, there(client), "GET", SUB).refusal[:2] == (
        401,
        "InvalidAuthenticationTokenTenant",
    )


def test_each_tenant_has_its_own_subscriptions(client: Client) -> None:
    (ours,) = client.get("/subscriptions").json["value"]
    assert (ours["id"], ours["tenantId"]) == (SUB, TENANT)
    (theirs,) = with_token(client, there(client), "GET", "/subscriptions").json["value"]
    assert (theirs["id"], theirs["tenantId"]) == (THERE, PARTNER_TENANT)


def assign(client: Client, principal: str, kind: str) -> Reply:
    gallery = client.gallery("rg-tenants", "tenants")
    name = "eeeeeeee-a000-4000-8000-000000000001"
    body = {"properties": {"roleDefinitionId": READER, "principalId": principal, "principalType": kind}}
    path = f"{gallery}/providers/Microsoft.Authorization/roleAssignments/{name}?api-version=2022-04-01"
    return client.call("PUT", path, body)


def test_a_principal_of_another_tenant_is_refused(client: Client) -> None:
    refused = assign(client, PARTNER_TEAM, "Group")
    assert refused.refusal[:2] == (400, "PrincipalNotFound")
    assert f"does not exist in the directory {TENANT}" in refused.message
    refused = assign(client, DEPLOYER_AT_PARTNER.object_id, "ServicePrincipal")
    assert refused.refusal[:2] == (400, "PrincipalNotFound")


def copy(client: Client, name: str, **headers: str) -> Reply:
    gallery = client.gallery("rg-copies", "copies")
    client.put(f"{gallery}/images/ubuntu", definition_body("ubuntu"))
    body: Any = version_body({"source": {"id": PARTNER_VERSION}}, targetRegions=[{"name": "westeurope"}])
    token = client.token().json["access_token"]
    given = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **headers}
    path = f"{gallery}/images/ubuntu/versions/{name}?api-version=2024-03-03"
    return client.send("PUT", path, json.dumps(body), **given)


def test_a_copy_across_tenants_needs_a_token_of_each(client: Client) -> None:
    refused = copy(client, "1.0.0")
    assert refused.refusal[:2] == (403, "LinkedAuthorizationFailed")
    assert (
        f"'{TENANT}' is not authorized to access linked subscription '{PARTNER_SUBSCRIPTION}'"
        in refused.message
    )
    own = client.token().json["access_token"]
    header = "x-ms-authorization-auxiliary"
    assert copy(client, "1.0.0", **{header: f"Bearer {own}"}).refusal[:2] == (
        403,
        "LinkedAuthorizationFailed",
    )
    done = copy(client, "1.0.0", **{header: f"Bearer {there(client)}"})
    assert done.status == 201
    assert client.finished(done).json["status"] == "Succeeded"
    assert copy(client, "1.0.1", **{header: "Bearer nonsense"}).refusal[:2] == (
        401,
        "InvalidAuthenticationToken",
    )
