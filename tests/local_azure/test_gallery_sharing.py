"""The share action of a gallery: with whom it is shared, its going public, and what each refuses."""

from typing import Any

import pytest

from tests.local_azure.azure_client import SUB, Client, Reply

SUBSCRIPTIONS = [f"eeeeeeee-1000-4000-8000-0000000000{n:02}" for n in range(32)]
TENANTS = [f"eeeeeeee-2000-4000-8000-0000000000{n:02}" for n in range(6)]
COMMUNITY = {
    "publicNamePrefix": "contosolinux",
    "publisherUri": "https://contoso.example",
    "publisherContact": "images@contoso.example",
    "eula": "https://contoso.example/eula",
}


def made(client: Client, name: str, permissions: str, **more: object) -> str:
    path = f"{client.group('rg-sharing')}/galleries/{name}"
    profile = {"permissions": permissions, **more}
    client.put(path, {"location": "westeurope", "properties": {"sharingProfile": profile}})
    return path


def share(client: Client, path: str, kind: str, **groups: list[str]) -> Reply:
    given = [{"type": name, "ids": ids} for name, ids in groups.items()]
    body = {"operationType": kind, **({"groups": given} if given else {})}
    return client.call("POST", f"{path}/share", body)


def profile(client: Client, path: str) -> Any:
    return client.get(f"{path}?$expand=SharingProfile/Groups").properties["sharingProfile"]


def test_subscriptions_and_tenants_are_added_and_removed(client: Client) -> None:
    path = made(client, "direct", "Groups")
    reply = share(client, path, "Add", Subscriptions=SUBSCRIPTIONS[:2], AADTenants=TENANTS[:1])
    assert (reply.status, reply.text) == (202, "")
    assert "monitor=true" in reply.headers["Location"]
    assert client.finished(reply).json["status"] == "Succeeded"
    assert profile(client, path) == {
        "permissions": "Groups",
        "groups": [
            {"type": "Subscriptions", "ids": SUBSCRIPTIONS[:2]},
            {"type": "AADTenants", "ids": TENANTS[:1]},
        ],
    }
    client.finished(share(client, path, "Add", Subscriptions=[SUBSCRIPTIONS[0].upper(), SUBSCRIPTIONS[2]]))
    client.finished(share(client, path, "Remove", Subscriptions=[SUBSCRIPTIONS[1].upper()]))
    found = {group["type"]: group["ids"] for group in profile(client, path)["groups"]}
    assert found == {"Subscriptions": [SUBSCRIPTIONS[0], SUBSCRIPTIONS[2]], "AADTenants": TENANTS[:1]}
    assert client.get(path).properties["sharingProfile"] == {"permissions": "Groups"}


def test_a_shared_gallery_is_reset_before_it_is_deleted(client: Client) -> None:
    path = made(client, "kept", "Groups")
    client.finished(share(client, path, "Add", Subscriptions=SUBSCRIPTIONS[:1]))
    refused = client.call("DELETE", path)
    assert refused.refusal == (409, "OperationNotAllowed", "gallery.properties.sharingProfile")
    client.finished(share(client, path, "Reset"))
    assert profile(client, path) == {"permissions": "Private", "groups": []}
    client.delete(path)
    assert client.get(path).status == 404


def test_a_group_with_a_shared_gallery_is_not_deleted(client: Client) -> None:
    path = f"{client.group('rg-sharing-group')}/galleries/group_kept"
    body = {"location": "westeurope", "properties": {"sharingProfile": {"permissions": "Groups"}}}
    client.put(path, body)
    client.finished(share(client, path, "Add", Subscriptions=SUBSCRIPTIONS[:1]))
    reply = client.call("DELETE", f"{SUB}/resourceGroups/rg-sharing-group")
    while (reply := client.get(reply.headers["Location"])).status == 202:
        pass
    assert reply.refusal[:2] == (409, "ResourceGroupDeletionBlocked")
    assert client.get(path).status == 200
    client.finished(share(client, path, "Reset"))


def test_what_was_made_for_sharing_may_be_set_so_again_and_nothing_else(client: Client) -> None:
    path = made(client, "again", "Groups")
    client.finished(share(client, path, "Reset"))
    again = {"location": "westeurope", "properties": {"sharingProfile": {"permissions": "Groups"}}}
    client.put(path, again)
    assert profile(client, path) == {"permissions": "Groups", "groups": []}
    private = made(client, "private", "Private")
    refused = client.call("PUT", private, again)
    assert refused.refusal[:2] == (409, "PropertyChangeNotAllowed")


def test_an_update_keeps_with_whom_a_gallery_is_shared(client: Client) -> None:
    path = made(client, "updated", "Groups")
    client.finished(share(client, path, "Add", AADTenants=TENANTS[:1]))
    client.put(path, {"location": "westeurope", "tags": {"a": "b"}})
    assert profile(client, path)["groups"] == [{"type": "AADTenants", "ids": TENANTS[:1]}]


@pytest.mark.parametrize(
    ("kind", "ids", "most"),
    [("Subscriptions", SUBSCRIPTIONS, 30), ("AADTenants", TENANTS, 5)],
)
def test_there_are_limits(client: Client, kind: str, ids: list[str], most: int) -> None:
    path = made(client, f"limit_{kind}", "Groups")
    client.finished(share(client, path, "Add", **{kind: ids[:most]}))
    refused = share(client, path, "Add", **{kind: ids[most : most + 1]})
    assert refused.refusal == (409, "OperationNotAllowed", "sharingUpdate.groups")
    assert [group["ids"] for group in profile(client, path)["groups"]] == [ids[:most]]


def test_one_operation_at_a_time(client: Client) -> None:
    path = made(client, "busy", "Groups")
    reply = share(client, path, "Add", Subscriptions=SUBSCRIPTIONS[:1])
    refused = share(client, path, "Add", Subscriptions=SUBSCRIPTIONS[1:2])
    assert refused.refusal == (409, "Conflict", "")
    client.finished(reply)
    assert profile(client, path)["groups"] == [{"type": "Subscriptions", "ids": SUBSCRIPTIONS[:1]}]


def test_what_azure_refuses(client: Client) -> None:
    direct, public = (
        made(client, "a", "Groups"),
        made(client, "b", "Community", communityGalleryInfo=COMMUNITY),
    )
    private = made(client, "c", "Private")
    permissions = "gallery.properties.sharingProfile.permissions"
    not_allowed = (409, "OperationNotAllowed", permissions)
    assert share(client, private, "Add", Subscriptions=SUBSCRIPTIONS[:1]).refusal == not_allowed
    assert share(client, public, "Add", Subscriptions=SUBSCRIPTIONS[:1]).refusal == not_allowed
    assert share(client, direct, "EnableCommunity").refusal == not_allowed
    refused = share(client, direct, "Replace")
    assert refused.refusal == (400, "InvalidParameter", "sharingUpdate.operationType")
    refused = share(client, direct, "Add", Users=SUBSCRIPTIONS[:1])
    assert refused.refusal == (400, "InvalidParameter", "sharingUpdate.groups.type")
    refused = share(client, direct, "Add", Subscriptions=["contoso"])
    assert refused.refusal == (400, "InvalidParameter", "sharingUpdate.groups.ids")
    assert share(client, direct, "Add").refusal == (400, "InvalidParameter", "sharingUpdate.groups")
    refused = share(client, direct, "Reset", Subscriptions=SUBSCRIPTIONS[:1])
    assert refused.refusal == (400, "InvalidParameter", "sharingUpdate.groups")
    assert share(client, f"{private}_absent", "Reset").refusal[:2] == (404, "ResourceNotFound")


def test_a_gallery_goes_public_and_comes_back(client: Client) -> None:
    path = made(client, "public", "Community", communityGalleryInfo=COMMUNITY)
    info = client.get(path).properties["sharingProfile"]["communityGalleryInfo"]
    assert info["communityGalleryEnabled"] is False
    client.finished(share(client, path, "EnableCommunity"))
    found = profile(client, path)
    assert found["communityGalleryInfo"] == {**info, "communityGalleryEnabled": True}
    assert client.call("DELETE", path).status == 409
    client.finished(share(client, path, "Reset"))
    found = profile(client, path)
    assert found == {"permissions": "Private", "communityGalleryInfo": info, "groups": []}
    client.delete(path)
