from collections.abc import Generator
from pathlib import Path

import pytest

from local_azure.clock import HeldClock
from local_azure.cloud import Manners
from local_azure.in_process import running
from tests.local_azure.azure_client import SUB, Client, machine, version_body

DAY = 24 * 3600


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(1_790_000_000)


@pytest.fixture
def client(tmp_path: Path, clock: HeldClock) -> Generator[Client]:
    with running(tmp_path, clock=clock, manners=Manners(operation=0)) as azure:
        found = Client(azure)
        yield found
        found.close()


@pytest.fixture
def gallery(client: Client) -> str:
    path = f"{client.group('rg-soft')}/galleries/soft"
    policy(client, path, on=True)
    return path


def policy(client: Client, gallery: str, *, on: bool) -> None:
    properties = {"softDeletePolicy": {"isSoftDeleteEnabled": on}}
    client.put(gallery, {"location": "westeurope", "properties": properties})


def made(client: Client, gallery: str) -> str:
    path = f"{client.definition(gallery, 'web')}/versions/1.0.0"
    client.put(path, version_body(machine("build-ubuntu-2404"), targetRegions=[{"name": "westeurope"}]))
    return path


def kept(client: Client, gallery: str) -> list[str]:
    path = f"{gallery}/softDeletedArtifactTypes/Images/artifacts/web/versions"
    return [one["name"] for one in client.get(path).json["value"]]


def test_a_deleted_version_is_kept_and_listed(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    client.delete(version)
    assert client.get(version).status == 404
    assert kept(client, gallery) == ["1.0.0"]
    shown = client.get(f"{gallery}/softDeletedArtifactTypes/Images/artifacts/web/versions/1.0.0")
    assert shown.properties == {
        "resourceArmId": version,
        "softDeletedArtifactType": "Images",
        "softDeletedTime": "2026-09-21T14:13:20.0000000+00:00",
    }


def test_it_keeps_its_definition_and_gallery_until_it_is_removed(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    client.delete(version)
    definition = version.rsplit("/versions/", 1)[0]
    for target in (definition, gallery):
        assert client.call("DELETE", target).refusal[:2] == (409, "CannotDeleteResource")
    one = f"{gallery}/softDeletedArtifactTypes/Images/artifacts/web/versions/1.0.0"
    client.delete(one)
    assert (client.get(one).status, kept(client, gallery)) == (404, [])
    client.delete(definition)
    client.delete(gallery)
    assert client.get(gallery).status == 404


def test_it_is_gone_after_seven_days(client: Client, gallery: str, clock: HeldClock) -> None:
    client.delete(made(client, gallery))
    clock.seconds += 7 * DAY - 1
    client.forget_token()
    assert kept(client, gallery) == ["1.0.0"]
    clock.seconds += 1
    client.forget_token()
    assert kept(client, gallery) == []


def test_its_home_region_alone_restores_it(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    before = client.get(version).json
    client.delete(version)
    assert client.call("PUT", version, {"location": "northeurope"}).status == 409
    restored = client.put(version, {"location": "westeurope"}).json
    assert restored == before
    assert kept(client, gallery) == []


def test_a_full_body_makes_a_new_one(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    client.delete(version)
    body = version_body(
        machine("build-ubuntu-2404"), targetRegions=[{"name": "westeurope"}, {"name": "northeurope"}]
    )
    profile = client.put(version, body).properties["publishingProfile"]
    assert [region["name"] for region in profile["targetRegions"]] == ["West Europe", "North Europe"]
    assert kept(client, gallery) == []


def test_without_the_policy_nothing_is_kept_or_hindered(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    client.delete(version)
    policy(client, gallery, on=False)
    definition = version.rsplit("/versions/", 1)[0]
    client.delete(definition)
    assert client.get(definition).status == 404
    again = made(client, gallery)
    client.delete(again)
    client.delete(definition)
    assert client.get(definition).status == 404


def test_a_group_cannot_go_while_a_deleted_version_is_kept(client: Client, gallery: str) -> None:
    version = made(client, gallery)
    group = f"{SUB}/resourceGroups/rg-soft"
    assert client.call("DELETE", group).status == 202
    definition = version.rsplit("/versions/", 1)[0]
    assert [client.get(one).status for one in (version, definition, gallery)] == [404, 200, 200]
    assert kept(client, gallery) == ["1.0.0"]
    policy(client, gallery, on=False)
    assert client.call("DELETE", group).status == 202
    assert client.get(gallery).status == 404
