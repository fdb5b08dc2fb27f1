"""Throttling on request: who is refused, and what the refusal says."""

from collections.abc import Generator
from pathlib import Path

import pytest

from local_azure.cloud import Manners
from local_azure.in_process import running
from tests.local_azure.azure_client import SUB, Client

GROUP = f"{SUB}/resourceGroups/rg"


@pytest.fixture
def client(tmp_path: Path) -> Generator[Client]:
    with running(tmp_path, manners=Manners(throttle_every=3, retry_after=7)) as azure:
        found = Client(azure)
        yield found
        found.close()


def test_every_third_call_is_told_when_to_come_again(client: Client) -> None:
    body = {"location": "westeurope"}
    replies = [client.call("PUT", GROUP, body), *(client.get(GROUP) for _ in range(2)), client.get(GROUP)]
    assert [reply.status for reply in replies] == [201, 200, 429, 200]
    refused = replies[2]
    assert refused.refusal == (429, "SubscriptionRequestsThrottled", "")
    assert refused.message == (
        f"Number of 'read' requests for subscription '{SUB.rsplit('/', 1)[1]}' exceeded the limit. "
        "Please try again after '7' seconds."
    )
    assert refused.headers["Retry-After"] == "7"
    assert refused.headers["x-ms-ratelimit-remaining-subscription-reads"] == "0"


def test_a_refused_write_has_done_nothing(client: Client) -> None:
    for _ in range(2):
        client.get(f"{SUB}/resourceGroups/none")
    refused = client.call("PUT", GROUP, {"location": "westeurope"})
    assert refused.headers["x-ms-ratelimit-remaining-subscription-writes"] == "0"
    assert client.get(GROUP).status == 404


def test_tokens_and_metadata_are_not_counted(client: Client) -> None:
    assert [client.token().status for _ in range(4)] == [200] * 4
    assert [client.send("GET", "/metadata/endpoints?api-version=2022-09-01").status for _ in range(4)] == [
        200
    ] * 4
