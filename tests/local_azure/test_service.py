"""The command: starting, finding, stopping, and every way in which that can go wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from local_azure.in_process import LocalAzure
from local_azure.service import Place, find
from tests.local_azure.azure_client import SUB, Client, definition_body

GALLERY = f"{SUB}/resourceGroups/rg/providers/Microsoft.Compute/galleries/g"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def folder(tmp_path: Path) -> Generator[Path]:
    """A state folder whose service is gone when the test is."""
    found = tmp_path / "azure"
    yield found
    if find(Place(found)):
        run("stop", folder=found)


def run(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "local_azure", *arguments, "--state", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return done


def refused(*arguments: str, folder: Path, code: int = 1) -> str:
    """The one sentence of a command that failed."""
    done = run(*arguments, folder=folder)
    assert done.returncode == code
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("local azure: error: ")
    return line.removeprefix("local azure: error: ")


def client_of(folder: Path, port: int) -> Client:
    return Client(LocalAzure(port, folder / "ca.pem"))


def test_it_starts_answers_and_stops(folder: Path, port: int) -> None:
    started = run("start", "--port", str(port), folder=folder)
    assert started.returncode == 0, started.stderr
    assert f"https://127.0.0.1:{port}" in started.stdout
    assert f"export ARM_METADATA_HOSTNAME=127.0.0.1:{port}\n" in started.stdout
    assert f"export SSL_CERT_FILE={folder}/ca.pem\n" in started.stdout

    again = run("start", "--port", str(port), folder=folder)
    assert (again.returncode, again.stdout.split(" (")[0]) == (
        0,
        f"local Azure runs already on https://127.0.0.1:{port}",
    )
    assert "runs already" in refused("start", "--port", str(port + 1), folder=folder)
    assert "stop it before" in refused("reset", folder=folder)

    status = run("status", folder=folder)
    assert "├─ snapshot app-server-01-os-snapshot (30 GB, seed)" in status.stdout
    ids = run("ids", folder=folder).stdout.splitlines()
    assert ids[0] == SUB
    assert f"{SUB}/resourceGroups/rg-image-builds/providers/Microsoft.Compute/disks/build-rhel-9-os" in ids
    stopped = run("stop", folder=folder)
    assert (stopped.returncode, "stopped local Azure" in stopped.stdout) == (0, True)
    assert not (folder / "pid").exists()
    assert "no local Azure runs" in refused("stop", folder=folder)
    assert "no local Azure runs" in refused("status", folder=folder)
    assert "no local Azure runs" in refused("ids", folder=folder)
    assert run("reset", folder=folder).stdout.startswith("deleted")
    assert not (folder / "state.db").exists()


def test_the_nested_delete_lag_is_given_at_start(folder: Path, port: int) -> None:
    run("start", "--port", str(port), "--nested-delete-lag", "600", folder=folder)
    assert run("start", folder=folder).returncode == 0
    other = refused("start", "--nested-delete-lag", "2", folder=folder)
    assert other.endswith("stop it before it can have a nested-delete lag of 2 seconds in place of 600")
    client = client_of(folder, port)
    client.call("PUT", f"{SUB}/resourceGroups/rg", {"location": "westeurope"})
    client.put(GALLERY, {"location": "westeurope"})
    client.put(f"{GALLERY}/images/d", definition_body("d"))
    client.delete(f"{GALLERY}/images/d")
    assert client.get(f"{GALLERY}/images/d").status == 404
    assert client.call("DELETE", GALLERY).refusal == (409, "CannotDeleteResource", "")
    client.close()
    run("stop", folder=folder)
    run("start", "--port", str(port), folder=folder)
    client = client_of(folder, port)
    assert client.call("DELETE", GALLERY).refusal == (409, "CannotDeleteResource", "")
    client.close()


@pytest.mark.parametrize("lag", ["-1", "soon", "nan", "inf"])
def test_a_lag_that_is_none(folder: Path, lag: str) -> None:
    done = run("start", f"--nested-delete-lag={lag}", folder=folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f"--nested-delete-lag: {lag!r} is no number of seconds")


def test_throttling_is_asked_for_at_start(folder: Path, port: int) -> None:
    run("start", "--port", str(port), "--throttle-every", "1", folder=folder)
    other = refused("start", "--throttle-every", "0", folder=folder)
    assert other.endswith("stop it before it can throttle every 0 calls in place of 1")
    client = client_of(folder, port)
    assert client.get(SUB).refusal == (429, "SubscriptionRequestsThrottled", "")
    client.close()
    assert "'-1' is no number of calls" in run("start", "--throttle-every=-1", folder=folder).stderr


def test_of_several_that_start_it_at_once_one_does(folder: Path, port: int) -> None:
    command = [sys.executable, "-m", "local_azure", "start", "--port", str(port), "--state", str(folder)]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    ends = [(*process.communicate(timeout=60), process.returncode) for process in started]
    assert [(err, code) for _, err, code in ends] == [("", 0)] * 3
    assert sorted(out.split(" on ")[0] for out, _, _ in ends) == [
        "local Azure answers",
        "local Azure runs already",
        "local Azure runs already",
    ]


def test_state_survives_sigkill_and_the_stale_note_is_cleaned(folder: Path, port: int) -> None:
    run("start", "--port", str(port), "--operation-seconds", "0.5", folder=folder)
    authority = (folder / "ca.pem").read_bytes()
    client = client_of(folder, port)
    client.call("PUT", f"{SUB}/resourceGroups/rg", {"location": "westeurope"})
    client.put(GALLERY, {"location": "westeurope"})
    client.call("PUT", f"{GALLERY}/images/d", definition_body("d"))
    client.close()
    running = find(Place(folder))
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    while find(Place(folder)):
        time.sleep(0.02)

    started = run("start", "--port", str(port), folder=folder)
    assert started.returncode == 0
    assert f"removed a stale {folder}/pid (process {running.pid}, which is gone)" in started.stderr
    assert (folder / "ca.pem").read_bytes() == authority
    client = client_of(folder, port)
    time.sleep(0.5)
    assert client.get(f"{GALLERY}/images/d").properties["provisioningState"] == "Succeeded"
    client.close()


def test_a_damaged_state_file_is_set_aside(folder: Path, port: int) -> None:
    folder.mkdir()
    (folder / "state.db").write_bytes(b"this is no database, whatever its name says" * 100)
    (folder / "pid").write_text("nonsense")
    started = run("start", "--port", str(port), folder=folder)
    assert started.returncode == 0
    assert f"kept as {folder}/state.db.damaged-1" in started.stderr
    assert "a file that cannot be read" in started.stderr
    assert (folder / "state.db.damaged-1").read_bytes().startswith(b"this is no database")


def test_a_port_in_use(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        message = refused("start", "--port", str(taken), folder=folder)
    assert message.startswith(f"port {taken} is in use by another process; stop that process")
    assert message.endswith("or choose another port with --port, LOCAL_AZURE_PORT for make")
    assert not folder.exists()


def test_other_bad_input(folder: Path) -> None:
    assert "this machine only" in refused("start", "--host", "0.0.0.0", folder=folder)  # noqa: S104  refused
    assert "is no port" in refused("start", "--port", "70000", folder=folder)
    assert run("fly", folder=folder).returncode == 2
    assert not folder.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path, port: int) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in refused("start", "--port", str(port), folder=tmp_path / "file" / "azure")


def test_in_the_foreground_it_hears_sigterm(folder: Path, port: int) -> None:
    command = [sys.executable, "-m", "local_azure", "start", "--foreground", "--port", str(port)]
    with subprocess.Popen([*command, "--state", str(folder)], stderr=subprocess.DEVNULL) as process:
        while not (folder / "pid").exists():
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert not (folder / "pid").exists()
