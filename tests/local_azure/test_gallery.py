import pytest

from tests.local_azure.azure_client import SUB, VERSION, Client

GALLERY = {"location": "westeurope", "properties": {"description": "Golden images"}}


def test_a_new_gallery_is_created_by_an_operation(client: Client) -> None:
    path = f"{client.group('rg-new')}/galleries/First_Gallery"
    reply = client.call("PUT", path, {**GALLERY, "location": "West Europe"})
    assert reply.status == 201
    assert reply.json == {
        "name": "First_Gallery",
        "id": path,
        "type": "Microsoft.Compute/galleries",
        "location": "westeurope",
        "properties": {
            "description": "Golden images",
            "identifier": {"uniqueName": f"{SUB.rsplit('/', 1)[1]}-FIRST_GALLERY"},
            "provisioningState": "Creating",
        },
    }
    assert "\r\n  " in reply.text
    url = reply.headers["Azure-AsyncOperation"]
    assert url.startswith(
        f"{client.azure.url}{SUB}/providers/Microsoft.Compute/locations/westeurope/capsOperations/"
    )
    assert f"api-version={VERSION}" in url
    assert "Location" not in reply.headers
    waits = [reply.headers[name] for name in ("Retry-After", "retry-after-ms", "x-ms-retry-after-ms")]
    assert waits == ["1", "25", "25"]
    status = client.finished(reply).json
    assert list(status) == ["startTime", "endTime", "status", "name"]
    assert status["status"] == "Succeeded"
    assert status["startTime"].endswith("+00:00")
    assert len(status["startTime"]) == len("2026-01-01T00:00:00.0000000+00:00")
    assert client.get(path).properties["provisioningState"] == "Succeeded"


def test_put_again_updates_and_absent_tags_are_cleared(client: Client) -> None:
    path = client.gallery("rg-update", "update")
    client.put(path, {**GALLERY, "tags": {"a": "b"}})
    reply = client.call("PUT", path, GALLERY)
    assert (reply.status, reply.properties["provisioningState"]) == (200, "Updating")
    client.finished(reply)
    assert "tags" not in client.get(path).json


def test_patch_merges_and_replaces_tags(client: Client) -> None:
    path = client.gallery("rg-patch", "patch")
    client.put(path, {**GALLERY, "tags": {"a": "b"}})
    reply = client.call("PATCH", path, {"tags": {"c": "d"}})
    assert reply.status == 200
    client.finished(reply)
    found = client.get(path).json
    assert found["tags"] == {"c": "d"}
    assert found["properties"]["description"] == "Golden images"


def test_names_are_found_in_any_case_and_echoed_as_first_spelled(client: Client) -> None:
    path = client.gallery("Rg-Case", "Camel")
    assert client.get(path.upper().replace("/SUBSCRIPTIONS", "/subscriptions")).json["id"] == path
    client.put(path.replace("Camel", "CAMEL"), GALLERY)
    assert client.get(path).json["name"] == "Camel"


def test_delete_answers_with_both_headers_and_ends_empty(client: Client) -> None:
    path = client.gallery("rg-delete", "gone")
    reply = client.call("DELETE", path)
    assert (reply.status, reply.text) == (202, "")
    assert "monitor=true" in reply.headers["Location"]
    client.finished(reply)
    monitor = client.get(reply.headers["Location"])
    assert (monitor.status, monitor.text) == (200, "")
    assert client.get(path).refusal == (404, "ResourceNotFound", "")
    assert client.call("DELETE", path).status == 204


def test_lists_shout_the_groups_name(client: Client) -> None:
    path = client.gallery("rg-list", "listed")
    group = path.rsplit("/", 1)[0]
    found = client.get(group).json["value"]
    assert [one["id"] for one in found] == [path.replace("rg-list", "RG-LIST")]
    everywhere = client.get(f"{SUB}/providers/Microsoft.Compute/galleries").json["value"]
    assert path.replace("rg-list", "RG-LIST") in [one["id"] for one in everywhere]


def test_sharing_profile_is_shown_when_asked_for_or_set(client: Client) -> None:
    path = client.gallery("rg-profile", "profile")
    assert "sharingProfile" not in client.get(path).properties
    assert client.get(f"{path}?$select=Permissions").properties["sharingProfile"] == {
        "permissions": "Private"
    }
    shared = f"{path}_shared"
    client.put(
        shared, {"location": "westeurope", "properties": {"sharingProfile": {"permissions": "Groups"}}}
    )
    assert client.get(shared).properties["sharingProfile"] == {"permissions": "Groups"}
    refused = client.call(
        "PUT",
        shared,
        {"location": "westeurope", "properties": {"sharingProfile": {"permissions": "Private"}}},
    )
    assert refused.refusal == (
        409,
        "PropertyChangeNotAllowed",
        "gallery.properties.sharingProfile.permissions",
    )


def test_a_gallery_with_definitions_is_not_deleted(client: Client) -> None:
    gallery = client.gallery("rg-nested", "nested")
    definition = client.definition(gallery, "inside")
    reply = client.call("DELETE", gallery)
    assert reply.refusal == (409, "CannotDeleteResource", "")
    assert "'Microsoft.Compute/galleries/nested/images/inside'" in reply.message
    client.delete(definition)
    client.delete(gallery)
    assert client.get(gallery).status == 404


@pytest.mark.parametrize("name", ["with-hyphen", "_start", "end_", "end.", "a" * 81])
def test_names_azure_refuses(client: Client, name: str) -> None:
    path = f"{client.group('rg-names')}/galleries/{name}"
    assert client.call("PUT", path, GALLERY).refusal == (400, "InvalidParameter", "gallery.name")
    assert client.get(path).status == 404


def test_a_name_is_taken_in_the_whole_subscription(client: Client) -> None:
    client.gallery("rg-one", "Taken")
    reply = client.call("PUT", f"{client.group('rg-two')}/galleries/taken", GALLERY)
    assert reply.refusal == (409, "Conflict", "gallery.name")
    assert "not unique within the subscription" in reply.message


def test_the_location_is_fixed(client: Client) -> None:
    path = client.gallery("rg-fixed", "fixed")
    reply = client.call("PUT", path, {"location": "northeurope"})
    assert reply.refusal == (409, "InvalidResourceLocation", "")
    assert "already exists in location 'westeurope' in resource group 'rg-fixed'" in reply.message


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"properties": {}}, (400, "LocationRequired", "")),
        ({"location": "atlantis"}, (400, "LocationNotAvailableForResourceType", "")),
        ({"location": 7}, (400, "InvalidRequestContent", "")),
        ({"location": "westeurope", "properties": []}, (400, "InvalidRequestContent", "")),
        ({"location": "westeurope", "tags": {"a": 1}}, (400, "InvalidRequestContent", "")),
        ("{", (400, "InvalidRequestContent", "")),
        ("[]", (400, "InvalidRequestContent", "")),
        ("[" * 100_000, (400, "InvalidRequestContent", "")),
        (b"\xff", (400, "InvalidRequestContent", "")),
    ],
)
def test_bodies_azure_refuses(client: Client, body: object, refusal: tuple[int, str, str]) -> None:
    path = f"{client.group('rg-bodies')}/galleries/refused"
    assert client.call("PUT", path, body).refusal == refusal
    assert client.get(path).status == 404


def test_a_request_over_the_limit_is_refused(client: Client) -> None:
    path = f"{client.group('rg-large')}/galleries/large"
    reply = client.call("PUT", path, {"location": "westeurope", "properties": {"description": "x" * 2**20}})
    assert reply.refusal == (413, "RequestEntityTooLarge", "")
