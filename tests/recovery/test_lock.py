import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from azure_image_gallery.recovery import leftovers as module
from azure_image_gallery.recovery.engine import sentence
from azure_image_gallery.recovery.leftovers import leftovers
from azure_image_gallery.recovery.lock import Holder, Lock, read_lock

TEXT = """error: the stack is currently locked by 2 lock(s). Either wait for the other process(es) to end or delete
the lock file with `pulumi cancel`.
  azblob://state/.pulumi/locks/a.json: created by ci@runner-7 (pid 12) at 2026-11-25T08:02:31Z
  azblob://state/.pulumi/locks/b.json: created by Jane Doe@laptop (pid 4711) at 2026-11-25T09:00:00+01:00
"""


def test_a_lock_names_its_holders() -> None:
    assert read_lock(TEXT) == Lock(
        (
            Holder("ci", "runner-7", 12, "2026-11-25T08:02:31Z"),
            Holder("Jane Doe", "laptop", 4711, "2026-11-25T09:00:00+01:00"),
        )
    )


def test_a_lock_that_was_cut_off_while_it_was_written() -> None:
    assert read_lock("error: unexpected end of JSON input") == Lock()


def test_another_error_is_no_lock() -> None:
    assert read_lock("error: no stack named 'dev' found") is None


@pytest.mark.parametrize(
    ("host", "listed", "at_work"),
    [
        ("here", "Sl   pulumi\n", True),
        ("here", "S+   /opt/pulumi\n", True),
        ("here", "Z    pulumi\n", False),
        ("here", "S    bash\n", False),
        ("here", "\n", False),
        ("there", "S    pulumi\n", False),
    ],
)
def test_a_holder_is_at_work_if_it_is_a_pulumi_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, host: str, listed: str, at_work: bool
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "here")
    monkeypatch.setattr("azure_image_gallery.recovery.lock.listed", lambda *_: listed)
    holder = Holder("ci", host, 12, "now")
    assert holder.is_at_work() is at_work
    assert Lock((holder,)).at_work() == (holder if at_work else None)


def test_a_process_that_was_killed_and_not_reaped_is_not_at_work(tmp_path: Path) -> None:
    program = tmp_path / "pulumi"
    program.symlink_to("/bin/sleep")
    with subprocess.Popen([program, "60"]) as process:
        holder = Holder("me", socket.gethostname(), process.pid, "now")
        assert holder.is_at_work()
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert not holder.is_at_work()


def test_a_process_that_is_gone_is_not_at_work() -> None:
    with subprocess.Popen(["true"]) as process:
        process.wait()
    assert not Holder("me", socket.gethostname(), process.pid, "now").is_at_work()


def test_a_plugin_without_its_engine_is_left_over(tmp_path: Path) -> None:
    """Both run under the plugin's name; the engine of one listens, the other's does not."""
    plugin = tmp_path / "pulumi-resource-azure-native"
    plugin.symlink_to(sys.executable)
    wait = ["-c", "import sys; sys.stdin.read()"]
    with socket.create_server(("127.0.0.1", 0)) as engine, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        addresses = [f"127.0.0.1:{one.getsockname()[1]}" for one in (engine, closed)]
        started = [
            subprocess.Popen([plugin, *wait, address], stdin=subprocess.PIPE, executable=sys.executable)
            for address in addresses
        ]
        try:
            found = set(leftovers())
        finally:
            for process in started:
                process.communicate()
    assert started[1].pid in found
    assert started[0].pid not in found


def test_without_ps_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert module.leftovers() == []


def test_the_first_error_is_the_one_that_says_something() -> None:
    done = subprocess.CompletedProcess(
        [],
        255,
        "  g: **failed**\n    error: Status=403\n    error: refresh failed\n",
        "error: refresh failed\n",
    )
    assert sentence(done) == "Status=403"
    assert sentence(subprocess.CompletedProcess([], 1, "", "panic\n\n")) == "panic"
    assert sentence(subprocess.CompletedProcess([], 137, "", "")) == "it ended with code 137"
