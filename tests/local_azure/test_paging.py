"""Lists longer than a page, followed by hand and by the Azure SDK's own pager."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from azure.core.paging import ItemPaged

from local_azure.cloud import Manners
from local_azure.in_process import running
from tests.local_azure.azure_client import SUB, Client, machine, version_body

GALLERIES = f"{SUB}/resourceGroups/Rg-Pages/providers/Microsoft.Compute/galleries"
VERSIONS = f"{GALLERIES}/paged/images/d/versions"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Generator[Client]:
    """Five versions, and pages of two."""
    with running(tmp_path_factory.mktemp("azure"), manners=Manners(page_size=2)) as azure:
        found = Client(azure)
        definition = found.definition(found.gallery("Rg-Pages", "paged"), "d")
        for patch in (4, 0, 3, 1, 2):
            found.put(f"{definition}/versions/1.0.{patch}", version_body(machine("build-rhel-9")))
        yield found
        found.close()


def names(page: Any) -> list[str]:
    return [one["name"] for one in page["value"]]


def test_a_page_links_to_the_next(client: Client) -> None:
    first = client.get(VERSIONS).json
    assert names(first) == ["1.0.0", "1.0.1"]
    assert first["value"][0]["id"].startswith(f"{SUB}/resourceGroups/RG-PAGES/providers/")
    assert first["nextLink"].startswith(f"{client.azure.url}{VERSIONS}?api-version=2024-03-03&%24skiptoken=")
    second = client.get(first["nextLink"]).json
    assert names(second) == ["1.0.2", "1.0.3"]
    last = client.get(second["nextLink"]).json
    assert (names(last), "nextLink" in last) == (["1.0.4"], False)


def test_what_comes_and_goes_between_two_pages(client: Client) -> None:
    first = client.get(VERSIONS).json
    client.delete(f"{VERSIONS}/1.0.1")
    second = client.get(first["nextLink"]).json
    assert names(second) == ["1.0.2", "1.0.3"]
    client.put(f"{VERSIONS}/1.0.1", version_body(machine("build-rhel-9")))


def test_other_lists_page_too(client: Client) -> None:
    definition = f"{GALLERIES}/paged"
    for name in ("e", "f"):
        client.definition(definition, name)
        client.gallery("Rg-Pages", name)
    for path in (f"{definition}/images", GALLERIES, f"{SUB}/providers/Microsoft.Compute/galleries"):
        first = client.get(path).json
        assert len(first["value"]) == 2
        assert len(client.get(first["nextLink"]).json["value"]) == 1


def test_a_full_last_page_links_nowhere(client: Client) -> None:
    definition = client.definition(f"{GALLERIES}/paged", "two")
    for patch in range(2):
        client.put(f"{definition}/versions/1.0.{patch}", version_body(machine("build-rhel-9")))
    assert "nextLink" not in client.get(f"{definition}/versions").json


def test_the_sdks_pager_sees_all(client: Client) -> None:
    def get_next(link: str | None) -> Any:
        return client.get(link or VERSIONS).json

    def extract(page: Any) -> tuple[str | None, Any]:
        return page.get("nextLink"), iter(page["value"])

    paged: ItemPaged[Any] = ItemPaged(get_next, extract)
    assert [one["name"] for one in paged] == [f"1.0.{patch}" for patch in range(5)]


def test_a_link_of_nobodys(client: Client) -> None:
    reply = client.get(f"{VERSIONS}?$skiptoken=x")
    assert reply.refusal == (400, "InvalidParameter", "$skiptoken")


def test_a_page_holds_a_hundred(tmp_path: Path) -> None:
    assert Manners().page_size == 100
    with running(tmp_path) as azure:
        client = Client(azure)
        assert "nextLink" not in client.get(f"{SUB}/providers/Microsoft.Compute/disks").json
        client.close()
