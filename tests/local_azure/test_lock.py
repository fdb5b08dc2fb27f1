from collections.abc import Iterator

import pytest

from tests.local_azure.azure_client import SUB, Client

API = "2020-05-01"


def path(scope: str, name: str = "keep") -> str:
    return f"{scope}/providers/Microsoft.Authorization/locks/{name}"


def put(client: Client, scope: str, level: str, name: str = "keep") -> None:
    assert client.call("PUT", path(scope, name), {"properties": {"level": level}}, API).status == 201


@pytest.fixture
def gallery(client: Client) -> Iterator[str]:
    yield client.gallery("rg-locks", "locked")
    for lock in client.get(f"{SUB}/providers/Microsoft.Authorization/locks", API).json["value"]:
        client.call("DELETE", lock["id"], version=API)


def test_a_lock_is_written_read_changed_and_deleted(client: Client, gallery: str) -> None:
    body = {"properties": {"level": "cannotdelete", "notes": "production"}}
    reply = client.call("PUT", path(gallery), body, API)
    assert (reply.status, reply.json) == (
        201,
        {
            "properties": {"level": "CanNotDelete", "notes": "production"},
            "id": path(gallery),
            "type": "Microsoft.Authorization/locks",
            "name": "keep",
        },
    )
    assert client.get(path(gallery), API).json == reply.json
    again = client.call("PUT", path(gallery), {"properties": {"level": "ReadOnly"}}, API)
    assert (again.status, again.properties) == (200, {"level": "ReadOnly"})
    assert [client.call("DELETE", path(gallery), version=API).status for _ in range(2)] == [200, 204]
    assert client.get(path(gallery), API).refusal == (404, "LockNotFound", "")


def test_nothing_under_a_lock_is_deleted(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "web")
    put(client, gallery, "CanNotDelete")
    for target in (gallery, definition):
        refused = client.call("DELETE", target)
        assert refused.refusal == (409, "ScopeLocked", "")
        assert refused.message == (
            f"The scope '{target}' cannot perform delete operation because following scope(s) are locked: "
            f"'{gallery}'. Please remove the lock and try again."
        )
    client.definition(gallery, "web", description="changed all the same")
    client.call("DELETE", path(gallery), version=API)
    client.delete(definition)
    assert client.get(definition).status == 404


def test_what_holds_something_locked_is_not_deleted(client: Client) -> None:
    gallery = client.gallery("rg-held", "held")
    definition = client.definition(gallery, "web")
    put(client, definition, "CanNotDelete")
    group = f"{SUB}/resourceGroups/rg-held"
    for target in (gallery, group):
        refused = client.call("DELETE", target)
        assert (refused.refusal[:2], f"'{definition}'" in refused.message) == ((409, "ScopeLocked"), True)
    client.call("DELETE", path(definition), version=API)
    assert client.call("DELETE", group).status == 202


def test_nothing_under_a_read_only_lock_is_changed_or_made(client: Client, gallery: str) -> None:
    put(client, f"{SUB}/resourceGroups/rg-locks", "ReadOnly")
    for method, target in (("PUT", gallery), ("PATCH", gallery), ("PUT", f"{gallery}/images/web")):
        refused = client.call(method, target, {"location": "westeurope"})
        assert refused.refusal == (409, "ScopeLocked", "")
        assert f"The scope '{target}' cannot perform write operation" in refused.message
    assert client.get(gallery).status == 200
    roles = (
        f"{gallery}/providers/Microsoft.Authorization/roleAssignments/22222222-0000-4000-8000-000000000001"
    )
    assert client.call("PUT", roles, {}, "2022-04-01").refusal == (409, "ScopeLocked", "")


def test_locks_are_listed_where_they_hold(client: Client, gallery: str) -> None:
    group = f"{SUB}/resourceGroups/rg-locks"
    put(client, group, "CanNotDelete", "outer")
    put(client, gallery, "ReadOnly", "inner")
    other = client.gallery("rg-others", "free")

    def listed(scope: str) -> list[str]:
        found = client.get(f"{scope}/providers/Microsoft.Authorization/locks", API).json["value"]
        return sorted(one["name"] for one in found)

    assert listed(gallery) == ["inner", "outer"]
    assert listed(group) == ["inner", "outer"]
    assert listed(other) == []


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({}, "InvalidLock"),
        ({"level": "Never"}, "InvalidParameter"),
        ({"level": "ReadOnly", "notes": "x" * 513}, "InvalidLock"),
    ],
)
def test_what_is_no_lock_is_refused(
    client: Client, gallery: str, properties: dict[str, str], code: str
) -> None:
    reply = client.call("PUT", path(gallery), {"properties": properties}, API)
    assert (reply.status, reply.refusal[1]) == (400, code)
    absent = client.call("PUT", path(f"{gallery}x"), {"properties": {"level": "ReadOnly"}}, API)
    assert absent.status == 404
