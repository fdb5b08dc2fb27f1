import re
import uuid

import pytest

from tests.local_azure.azure_client import SUB, Client, definition_body

ABSENT = "/subscriptions/00000000-0000-4000-8000-000000000000"
GALLERY = f"{SUB}/resourceGroups/rg-routing/providers/Microsoft.Compute/galleries"
NO_GROUP = f"{SUB}/resourceGroups/none/providers/Microsoft.Compute/galleries"
BODY = definition_body("d")


@pytest.fixture
def gallery(client: Client) -> str:
    return client.gallery("rg-routing", "here")


@pytest.mark.parametrize(
    ("method", "path", "refusal"),
    [
        ("GET", f"{ABSENT}/resourceGroups/rg", (404, "SubscriptionNotFound", "")),
        ("PUT", f"{ABSENT}/resourceGroups/rg", (404, "SubscriptionNotFound", "")),
        ("GET", ABSENT, (404, "SubscriptionNotFound", "")),
        ("GET", f"{ABSENT}/locations", (404, "SubscriptionNotFound", "")),
        ("GET", f"{ABSENT}/providers/Microsoft.Compute/galleries", (404, "SubscriptionNotFound", "")),
        ("GET", f"{SUB}/resourceGroups/none", (404, "ResourceGroupNotFound", "")),
        ("DELETE", f"{SUB}/resourceGroups/none", (404, "ResourceGroupNotFound", "")),
        ("GET", f"{NO_GROUP}/g", (404, "ResourceGroupNotFound", "")),
        ("PUT", f"{NO_GROUP}/g", (404, "ResourceGroupNotFound", "")),
        ("DELETE", f"{NO_GROUP}/g", (404, "ResourceGroupNotFound", "")),
        ("GET", NO_GROUP, (404, "ResourceGroupNotFound", "")),
        ("GET", f"{GALLERY}/none", (404, "ResourceNotFound", "")),
        ("PATCH", f"{GALLERY}/none", (404, "ResourceNotFound", "")),
        ("PUT", f"{GALLERY}/none/images/i", (404, "ParentResourceNotFound", "")),
        ("GET", f"{GALLERY}/none/images/i", (404, "ParentResourceNotFound", "")),
        ("GET", f"{GALLERY}/none/images", (404, "ParentResourceNotFound", "")),
        ("GET", f"{GALLERY}/here/images/none/versions", (404, "ParentResourceNotFound", "")),
        ("PUT", f"{GALLERY}/here/images/none/versions/1.0.0", (404, "ParentResourceNotFound", "")),
        ("GET", f"{GALLERY}/here/images/none", (404, "ResourceNotFound", "")),
        ("GET", f"{GALLERY}/here/magic/none", (404, "InvalidResourceType", "")),
        (
            "GET",
            f"{SUB}/resourceGroups/rg-routing/providers/Microsoft.Web/sites/s",
            (404, "InvalidResourceType", ""),
        ),
        ("GET", "/", (404, "InvalidResourceType", "")),
        ("GET", "/favicon.ico", (404, "InvalidResourceType", "")),
        ("POST", f"{GALLERY}/here", (405, "HttpMethodNotSupported", "")),
        ("PUT", GALLERY, (405, "HttpMethodNotSupported", "")),
        ("POST", f"{GALLERY}/here/share", (400, "InvalidParameter", "sharingUpdate.operationType")),
        (
            "GET",
            f"{SUB}/providers/Microsoft.Compute/locations/westeurope/capsOperations/none",
            (404, "NotFound", ""),
        ),
        ("GET", f"{SUB}/operationresults/none", (404, "NotFound", "")),
    ],
)
@pytest.mark.usefixtures("gallery")
def test_which_refusal_for_which_miss(
    client: Client, method: str, path: str, refusal: tuple[int, str, str]
) -> None:
    assert client.call(method, path, BODY if method in {"PUT", "PATCH"} else None).refusal == refusal


def test_the_texts_of_misses(client: Client, gallery: str) -> None:
    assert client.get(f"{gallery}/images/none").message.startswith(
        "The Resource 'Microsoft.Compute/galleries/here/images/none' under resource group "
        "'rg-routing' was not found."
    )
    assert client.call("PUT", f"{GALLERY}/none/images/i", BODY).message == (
        "Failed to perform 'write' on resource(s) of type 'galleries/images', because the parent resource "
        f"'{GALLERY}/none' could not be found."
    )


def test_deleting_what_is_absent_is_done_already(client: Client, gallery: str) -> None:
    assert client.call("DELETE", f"{gallery}/images/none").status == 204
    assert client.call("DELETE", f"{gallery}/images/none/versions/1.0.0").status == 204


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "MissingApiVersionParameter"),
        ("api-version=", "MissingApiVersionParameter"),
        ("api-version=latest", "InvalidApiVersionParameter"),
    ],
)
def test_an_api_version_is_required(client: Client, query: str, code: str) -> None:
    token = client.token().json["access_token"]
    reply = client.send(
        "GET", f"{SUB}/resourceGroups/rg-image-builds?{query}", Authorization=f"Bearer {token}"
    )
    assert reply.refusal == (400, code, "")


@pytest.mark.parametrize("version", ["2018-06-01", "2026-03-03", "2022-05-01-preview", "2099-01-01"])
def test_any_well_formed_api_version_is_taken(client: Client, version: str) -> None:
    assert client.get(f"{SUB}/resourceGroups/rg-image-builds", version).status == 200


def test_headers_of_every_answer(client: Client, gallery: str) -> None:
    for reply in (client.get(gallery), client.get(f"{GALLERY}/none")):
        uuid.UUID(reply.headers["x-ms-request-id"])
        uuid.UUID(reply.headers["x-ms-correlation-request-id"])
        assert re.fullmatch(r"[A-Z]+:\d{8}T\d{6}Z:[0-9a-f-]{36}", reply.headers["x-ms-routing-request-id"])
        assert reply.headers["cache-control"] == "no-cache"
        assert reply.headers["Content-Type"] == "application/json; charset=utf-8"
    missing = client.get(f"{GALLERY}/none")
    assert missing.headers["x-ms-error-code"] == "ResourceNotFound"
    assert missing.headers["x-ms-failure-cause"] == "gateway"


def test_a_client_gets_its_own_request_id_back(client: Client) -> None:
    headers = {"x-ms-client-request-id": "mine", "x-ms-return-client-request-id": "true"}
    reply = client.send("GET", "/metadata/endpoints?api-version=2022-09-01", **headers)
    assert reply.headers["x-ms-client-request-id"] == "mine"


def test_other_hosts_are_refused(client: Client) -> None:
    reply = client.send("GET", "/metadata/endpoints?api-version=2022-09-01", Host="rebound.example")
    assert reply.refusal == (421, "MisdirectedRequest", "")


def test_localhost_is_this_machine_too(client: Client) -> None:
    reply = client.send(
        "GET", "/metadata/endpoints?api-version=2022-09-01", Host=f"localhost:{client.azure.port}"
    )
    assert reply.json["resourceManager"] == f"https://localhost:{client.azure.port}"
