"""SIGKILL of the service, or of its client, at any moment: what was accepted is there, and comes to its end."""

import contextlib
import http.client
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from local_azure.in_process import LocalAzure, running
from local_azure.service import Place, find
from tests.local_azure.azure_client import BUILDS, SUB, Client, definition_body, machine, version_body

ROUNDS = 8
GROUP = f"{SUB}/resourceGroups/rg-killed"
COMPUTE = f"{GROUP}/providers/Microsoft.Compute"
GALLERY = f"{COMPUTE}/galleries/killed"
DEFINITION = f"{GALLERY}/images/d"
HOME = {"location": "westeurope"}
GONE = (OSError, http.client.HTTPException, ValueError)
"""What a client meets when the service dies under it: no connection, or half an answer."""


def copy_of(disk: str) -> dict[str, Any]:
    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/{disk}"}
    return {**HOME, "properties": {"creationData": creation}}


BODIES: dict[str, Any] = {
    GROUP: HOME,
    GALLERY: HOME,
    DEFINITION: definition_body("d"),
    **{
        f"{DEFINITION}/versions/1.0.{patch}": version_body(machine("build-ubuntu-2404"))
        for patch in range(12)
    },
    **{f"{COMPUTE}/disks/d{number}": copy_of("build-rhel-9-os") for number in range(6)},
    **{f"{COMPUTE}/snapshots/s{number}": copy_of("app-server-01-os") for number in range(6)},
}


class Service:
    """A service in a process of its own, whose operations take a while, and the paths it said yes to."""

    def __init__(self, folder: Path, port: int) -> None:
        self.place, self.port = Place(folder), port
        self.accepted: dict[str, str] = {}

    def start(self) -> None:
        command = [sys.executable, "-m", "local_azure", "start", "--port", str(self.port)]
        command += ["--state", str(self.place.folder), "--operation-seconds", "0.2"]
        subprocess.run(command, check=True, capture_output=True, timeout=30)

    def kill(self) -> None:
        found = find(self.place)
        assert found is not None
        os.kill(found.pid, signal.SIGKILL)
        while find(self.place):
            time.sleep(0.01)

    def client(self) -> Client:
        return Client(LocalAzure(self.port, self.place.authority))

    def work(self, order: list[str]) -> None:
        """Write everything until the service is gone; what was accepted is noted with its operation."""
        client = self.client()
        with contextlib.suppress(*GONE):
            for path in order:
                reply = client.call("PUT", path, BODIES[path])
                assert reply.status in {200, 201, 202}, reply.text
                self.accepted[path] = reply.headers.get("Azure-AsyncOperation", "")
        client.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found = Service(tmp_path / "azure", probe.getsockname()[1])
    yield found
    if find(found.place):
        found.kill()


def settled(client: Client, path: str) -> str:
    """The state in which a resource comes to rest; `absent` if there is none."""
    while True:
        reply = client.get(path)
        if reply.status == 404:
            return "absent"
        state = reply.properties["provisioningState"]
        if state in {"Succeeded", "Failed"}:
            return state
        time.sleep(0.02)


@pytest.mark.parametrize("seed", [11, 12])
def test_a_killed_service_loses_nothing_that_it_accepted(service: Service, seed: int) -> None:
    moments = random.Random(seed)  # noqa: S311  a test that can be repeated
    parents, children = list(BODIES)[:3], list(BODIES)[3:]
    service.start()
    for _ in range(ROUNDS // 2):
        moments.shuffle(children)
        writer = threading.Thread(target=service.work, args=([*parents, *children],))
        writer.start()
        time.sleep(moments.uniform(0.02, 0.6))
        service.kill()
        writer.join()
        with contextlib.closing(sqlite3.connect(service.place.state)) as state:
            assert state.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        service.start()
        client = service.client()
        states = {path: settled(client, path) for path in BODIES}
        assert {states[path] for path in service.accepted} <= {"Succeeded"}
        assert set(states.values()) <= {"Succeeded", "absent"}
        for operation in filter(None, service.accepted.values()):
            status = client.get(operation).json
            assert status["status"] in {"Succeeded", "Failed"}
            assert status.get("error", {}).get("code") in {None, "OperationPreempted"}
        client.close()
    writes = service.client()
    for path, body in BODIES.items():
        assert writes.put(path, body).properties["provisioningState"] == "Succeeded"
    reply = writes.call("DELETE", GROUP)
    service.kill()
    service.start()
    while (polled := writes_again(service, reply.headers["Location"])) == 202:
        time.sleep(0.02)
    assert polled == 200
    writes.close()


def writes_again(service: Service, path: str) -> int:
    client = service.client()
    status = client.get(path).status
    client.close()
    return status


@pytest.fixture
def azure(tmp_path: Path) -> Generator[LocalAzure]:
    with running(tmp_path) as found:
        yield found


def test_a_client_that_died_leaves_what_it_wrote(azure: LocalAzure) -> None:
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from local_azure.in_process import LocalAzure\n"
        "from tests.local_azure.azure_client import Client\n"
        "client = Client(LocalAzure(int(sys.argv[1]), Path(sys.argv[2])))\n"
        f"client.call('PUT', {GROUP!r}, {HOME!r})\n"
        f"client.call('PUT', {GALLERY!r}, {HOME!r})\n"
        "os.kill(os.getpid(), 9)\n"
    )
    command = [sys.executable, "-c", program, str(azure.port), str(azure.authority)]
    assert subprocess.run(command, check=False, timeout=30).returncode == -signal.SIGKILL
    client = Client(azure)
    assert settled(client, GALLERY) == "Succeeded"
    client.close()


def test_a_client_that_never_reads_its_answer(azure: LocalAzure) -> None:
    deaf, client = Client(azure), Client(azure)
    token = client.token().json["access_token"]
    client.call("PUT", GROUP, HOME)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    deaf._connection.request("PUT", f"{GALLERY}?api-version=2024-03-03", '{"location":"westeurope"}', headers)
    while client.get(GALLERY).status == 404:
        time.sleep(0.01)
    deaf.close()
    assert settled(client, GALLERY) == "Succeeded"
    client.close()
