import base64
import json
from typing import Any

import pytest

from local_azure.directory import DEPLOYER, SUBSCRIPTION, TENANT
from tests.local_azure.azure_client import SUB, Client


def claims(token: str) -> dict[str, Any]:
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_metadata_for_the_plugin(client: Client) -> None:
    found = client.send("GET", "/metadata/endpoints?api-version=2022-09-01")
    assert found.status == 200
    base = client.azure.url
    assert found.json["authentication"] == {
        "loginEndpoint": base,
        "audiences": ["https://management.azure.com", "https://management.core.windows.net"],
        "tenant": "common",
        "identityProvider": "AAD",
    }
    assert found.json["resourceManager"] == base
    assert {"name", "microsoftGraphResourceId", "suffixes"} <= set(found.json)
    assert {"storage", "keyVaultDns"} <= set(found.json["suffixes"])


def test_metadata_for_the_command_line(client: Client) -> None:
    found = client.send("GET", "/metadata/endpoints?api-version=2019-05-01").json
    assert [one["resourceManager"] for one in found] == [client.azure.url]


@pytest.mark.parametrize(
    "path", ["v2.0/.well-known/openid-configuration", ".well-known/openid-configuration"]
)
def test_discovery_names_this_host(client: Client, path: str) -> None:
    found = client.send("GET", f"/{TENANT}/{path}").json
    base = f"{client.azure.url}/{TENANT}"
    assert found["issuer"] == f"{base}/v2.0"
    assert found["token_endpoint"] == f"{base}/oauth2/v2.0/token"
    assert client.send("GET", found["jwks_uri"]).json == {"keys": []}
    assert client.send("GET", f"/{SUBSCRIPTION}/{path}").json["error_codes"] == [90002]


@pytest.mark.parametrize("separator", ["/", "//"])
def test_a_token_names_its_holder(client: Client, separator: str) -> None:
    answer = client.token(scope=f"https://management.azure.com{separator}.default").json
    assert answer["token_type"] == "Bearer"
    found = claims(answer["access_token"])
    assert found["oid"] == DEPLOYER.object_id
    assert found["appid"] == DEPLOYER.client_id
    assert found["tid"] == TENANT
    assert found["aud"] == "https://management.azure.com"
    assert found["exp"] - found["iat"] == answer["expires_in"]


@pytest.mark.parametrize(
    ("change", "status", "error", "number"),
    [
        ({"client_secret": "guess"}, 401, "invalid_client", 7000215),
        ({"client_id": SUBSCRIPTION}, 400, "unauthorized_client", 700016),
        ({"grant_type": "password"}, 400, "unsupported_grant_type", 70003),
        ({"scope": "https://elsewhere/.default"}, 400, "invalid_resource", 500011),
        ({"tenant": SUBSCRIPTION}, 400, "invalid_request", 90002),
    ],
)
def test_tokens_not_granted(
    client: Client, change: dict[str, str], status: int, error: str, number: int
) -> None:
    reply = client.token(**change)
    assert (reply.status, reply.json["error"], reply.json["error_codes"]) == (status, error, [number])
    assert reply.json["error_description"].startswith(f"AADSTS{number}: ")


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer a.b.c", "Basic Zm9v", "Bearer é.é.é".encode().decode("latin-1")]
)
def test_calls_without_a_good_token_are_refused(client: Client, header: str) -> None:
    reply = client.send("GET", f"{SUB}?api-version=2022-12-01", Authorization=header)
    assert reply.refusal == (401, "InvalidAuthenticationToken", "")
    challenge = reply.headers["WWW-Authenticate"]
    assert challenge.startswith(
        f'Bearer authorization_uri="{client.azure.url}/{TENANT}", error="invalid_token"'
    )


def test_a_changed_token_is_refused(client: Client) -> None:
    head, _, signature = client.token().json["access_token"].split(".")
    payload = {"oid": DEPLOYER.object_id, "aud": "https://management.azure.com", "exp": 2**40}
    body = base64.urlsafe_b64encode(json.dumps(payload).encode()).rstrip(b"=").decode()
    reply = client.send(
        "GET", f"{SUB}?api-version=2022-12-01", Authorization=f"Bearer {head}.{body}.{signature}"
    )
    assert reply.refusal == (401, "InvalidAuthenticationToken", "")


def test_subscriptions_tenants_and_locations(client: Client) -> None:
    found = client.get("/subscriptions", "2022-12-01").json
    assert found["count"] == {"type": "Total", "value": 1}
    assert found["value"] == [client.get(SUB, "2022-12-01").json]
    assert found["value"][0]["tenantId"] == TENANT
    (tenant,) = client.get("/tenants", "2022-12-01").json["value"]
    assert tenant["tenantId"] == TENANT
    locations = client.get(f"{SUB}/locations", "2022-12-01").json["value"]
    assert {"westeurope": "West Europe", "eastus2": "East US 2"}.items() <= {
        one["name"]: one["displayName"] for one in locations
    }.items()


def test_resource_providers_are_registered(client: Client) -> None:
    found = client.get(f"{SUB}/providers").json["value"]
    assert {one["registrationState"] for one in found} == {"Registered"}
    compute = client.call("POST", f"{SUB}/providers/Microsoft.Compute/register").json
    assert compute == client.get(f"{SUB}/providers/microsoft.compute").json
    assert "galleries/images/versions" in [one["resourceType"] for one in compute["resourceTypes"]]
    assert client.get(f"{SUB}/providers/Microsoft.Nothing").refusal == (404, "InvalidResourceType", "")
