"""Long-running operations in time: a clock that is held still shows every moment of one."""

import sqlite3
from collections.abc import Generator
from pathlib import Path

import pytest

from local_azure.clock import HeldClock
from local_azure.cloud import Manners
from local_azure.in_process import running
from tests.local_azure.azure_client import SUB, Client, definition_body, machine, version_body

GALLERY = f"{SUB}/resourceGroups/rg/providers/Microsoft.Compute/galleries/g"
DEFINITION = f"{GALLERY}/images/d"
VERSION = f"{DEFINITION}/versions/1.0.0"
SLOW = Manners(operation=10, retry_after=7, retry_after_ms=7000)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(1_800_000_000)


@pytest.fixture
def client(tmp_path: Path, clock: HeldClock) -> Generator[Client]:
    with running(tmp_path, clock=clock, manners=SLOW) as azure:
        found = Client(azure)
        yield found
        found.close()


def prepare(client: Client, clock: HeldClock) -> None:
    client.call("PUT", f"{SUB}/resourceGroups/rg", {"location": "westeurope"})
    client.call("PUT", GALLERY, {"location": "westeurope"})
    client.call("PUT", DEFINITION, definition_body("d"))
    clock.seconds += 10


def test_replication_progresses(client: Client, clock: HeldClock) -> None:
    prepare(client, clock)
    reply = client.call("PUT", VERSION, version_body(machine("build-ubuntu-2404")))
    assert [reply.headers[name] for name in ("Retry-After", "retry-after-ms")] == ["7", "7000"]
    clock.seconds += 4
    running_now = client.get(reply.headers["Azure-AsyncOperation"])
    assert running_now.json["status"] == "InProgress"
    assert "endTime" not in running_now.json
    assert running_now.headers["Retry-After"] == "7"
    found = client.get(f"{VERSION}?$expand=ReplicationStatus").properties
    assert found["provisioningState"] == "Creating"
    assert found["replicationStatus"] == {
        "aggregatedState": "InProgress",
        "summary": [{"region": "West Europe", "state": "Replicating", "details": "", "progress": 40}],
    }
    clock.seconds += 6
    done = client.get(reply.headers["Azure-AsyncOperation"])
    assert done.json["status"] == "Succeeded"
    assert "Retry-After" not in done.headers
    assert (done.json["startTime"], done.json["endTime"]) == (
        "2027-01-15T08:00:10.0000000+00:00",
        "2027-01-15T08:00:20.0000000+00:00",
    )


def test_the_monitor_of_a_deletion(client: Client, clock: HeldClock) -> None:
    prepare(client, clock)
    reply = client.call("DELETE", DEFINITION)
    assert client.get(DEFINITION).properties["provisioningState"] == "Deleting"
    waiting = client.get(reply.headers["Location"])
    assert (waiting.status, waiting.text) == (202, "")
    assert waiting.headers["Location"].count("monitor=true") == 1
    assert client.call("DELETE", GALLERY).refusal == (409, "CannotDeleteResource", "")
    clock.seconds += 10
    assert client.get(reply.headers["Location"]).status == 200
    assert client.get(DEFINITION).status == 404
    assert client.call("DELETE", GALLERY).status == 202


def test_a_second_write_preempts_the_first(client: Client, clock: HeldClock) -> None:
    prepare(client, clock)
    first = client.call("PUT", GALLERY, {"location": "westeurope", "properties": {"description": "first"}})
    clock.seconds += 5
    second = client.call("PUT", GALLERY, {"location": "westeurope", "properties": {"description": "second"}})
    status = client.get(first.headers["Azure-AsyncOperation"]).json
    assert (status["status"], status["error"]["code"]) == ("Failed", "OperationPreempted")
    clock.seconds += 10
    assert client.get(second.headers["Azure-AsyncOperation"]).json["status"] == "Succeeded"
    assert client.get(GALLERY).properties["description"] == "second"


def test_a_group_being_deleted_takes_no_writes(client: Client, clock: HeldClock) -> None:
    prepare(client, clock)
    reply = client.call("DELETE", f"{SUB}/resourceGroups/rg")
    assert client.get(f"{SUB}/resourceGroups/rg").properties["provisioningState"] == "Deleting"
    assert client.get(reply.headers["Location"]).status == 202
    for path, body in (
        (f"{SUB}/resourceGroups/rg", {"location": "westeurope"}),
        (DEFINITION, definition_body("d")),
    ):
        assert client.call("PUT", path, body).refusal == (409, "ResourceGroupBeingDeleted", "")
    clock.seconds += 10
    assert client.get(reply.headers["Location"]).status == 200


def test_tokens_expire(client: Client, clock: HeldClock) -> None:
    assert client.get(SUB).status == 200
    clock.seconds += 86399
    assert client.get(SUB).refusal == (401, "InvalidAuthenticationToken", "")


def test_an_operation_goes_on_after_a_restart(tmp_path: Path, clock: HeldClock) -> None:
    with running(tmp_path, clock=clock, manners=SLOW) as azure:
        client = Client(azure)
        prepare(client, clock)
        path = client.call("PUT", VERSION, version_body(machine("build-rhel-9"))).headers[
            "Azure-AsyncOperation"
        ]
        client.close()
    clock.seconds += 10
    with running(tmp_path, port=azure.port, clock=clock) as again:
        client = Client(again)
        assert client.get(path).json["status"] == "Succeeded"
        assert client.get(VERSION).properties["provisioningState"] == "Succeeded"
        client.close()


def test_a_parent_may_lag_behind_its_children(tmp_path: Path, clock: HeldClock) -> None:
    with running(tmp_path, clock=clock, manners=Manners(operation=1, nested_delete_lag=15)) as azure:
        client = Client(azure)
        prepare(client, clock)
        client.call("DELETE", DEFINITION)
        clock.seconds += 2
        assert client.get(DEFINITION).status == 404
        reply = client.call("DELETE", GALLERY)
        assert reply.refusal == (409, "CannotDeleteResource", "")
        assert "galleries/g/images/d" in reply.message
        clock.seconds += 15
        assert client.call("DELETE", GALLERY).status == 202
        client.close()


def test_a_group_is_not_hindered_by_the_lag(tmp_path: Path, clock: HeldClock) -> None:
    with running(tmp_path, clock=clock, manners=Manners(operation=1, nested_delete_lag=15)) as azure:
        client = Client(azure)
        prepare(client, clock)
        client.call("PUT", VERSION, version_body(machine("build-rhel-9")))
        clock.seconds += 2
        client.call("DELETE", VERSION)
        clock.seconds += 2
        assert client.call("DELETE", DEFINITION).refusal == (409, "CannotDeleteResource", "")
        reply = client.call("DELETE", f"{SUB}/resourceGroups/rg")
        again = client.call("DELETE", f"{SUB}/resourceGroups/rg")
        assert again.headers["Location"] == reply.headers["Location"]
        clock.seconds += 2
        assert client.get(reply.headers["Location"]).status == 200
        prepare(client, clock)
        assert client.call("DELETE", DEFINITION).status == 202
        client.close()


def test_a_past_end_of_life_stays_writable(client: Client, clock: HeldClock) -> None:
    prepare(client, clock)
    body = version_body(machine("build-ubuntu-2404"), endOfLifeDate="2027-02-01")
    client.call("PUT", VERSION, body)
    clock.seconds += 60 * 86400
    client.forget_token()
    assert client.call("PUT", VERSION, body).status == 200
    later = version_body({}, endOfLifeDate="2027-02-02")
    assert client.call("PUT", VERSION, later).refusal[:2] == (400, "InvalidParameter")


def test_a_refused_write_leaves_nothing(client: Client, clock: HeldClock, tmp_path: Path) -> None:
    prepare(client, clock)
    client.call("PUT", VERSION, version_body({}))
    with sqlite3.connect(tmp_path / "state.db") as state:
        (count,) = state.execute("SELECT count(*) FROM operations WHERE open = 1").fetchone()
    state.close()
    assert count == 0
