"""Starts the engine to kill it: at moments that a seed tells, alone or with everything it started."""

import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from local_azure.workspace import Workspace

_EDGE = 0.1
_MOMENT = 0.05
_LAST_LINES = 3
_RECOVERY = 4.0
_PATIENCE = 20.0


@dataclass(frozen=True)
class Shot:
    """When a run is killed, and whether all that it started is killed with it.

    `after` are seconds, counted from the moment when the run has written `lines` lines.
    """

    after: float
    whole: bool
    lines: int = 0

    def __str__(self) -> str:
        since = f"line {self.lines}" if self.lines else "its start"
        return f"killed {'whole' if self.whole else 'alone'} {self.after:.3f} s after {since}"


def aim_at_recovery(random: Random, index: int) -> Shot | None:
    """The moment at which the way back is killed too, every third time."""
    return Shot(random.uniform(0, _RECOVERY), whole=True) if index % 3 == 0 else None


@dataclass(frozen=True)
class Course:
    """A run that was not disturbed: how many seconds it took, and lines it wrote before it summed up."""

    seconds: float
    lines: int


def aim(random: Random, index: int, course: Course, *, whole: bool) -> Shot:
    """The moment of one kill: at the very beginning or end, after any line, or anywhere in time."""
    match index % 5:
        case 0:
            return Shot(random.uniform(0, _EDGE), whole)
        case 1:
            last = course.lines - random.randrange(1, _LAST_LINES + 1)
            return Shot(random.uniform(0, _MOMENT), whole, lines=last)
        case 2:
            return Shot(random.uniform(0, course.seconds), whole)
        case _:
            return Shot(random.uniform(0, _MOMENT), whole, lines=random.randrange(1, course.lines))


def lines_before_summary(written: str) -> int:
    """How much the engine writes while it is at work."""
    return len(re.split(r"^(?:Outputs|Resources):$", written, maxsplit=1, flags=re.MULTILINE)[0].splitlines())


def start(workspace: Workspace, command: list[str], log: Path) -> "subprocess.Popen[bytes]":
    """Start a command in a project, as a session of its own."""
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=workspace.project,
            env=workspace.environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def pulumi(workspace: Workspace, *arguments: str) -> list[str]:
    """The command that runs the engine."""
    return [str(workspace.engine / "pulumi"), *arguments, "--non-interactive"]


def kill(process: "subprocess.Popen[bytes]", shot: Shot, log: Path) -> bool:
    """Kill a run at its moment. Whether it was still running.

    A plugin whose engine is killed has to end by itself. The language host is Pulumi's own and takes five
    minutes to notice; it has no business with Azure, and is ended here.
    """
    while process.poll() is None and log.read_bytes().count(b"\n") < shot.lines:
        time.sleep(0.002)
    try:
        process.wait(shot.after)
    except subprocess.TimeoutExpired:
        pass
    else:
        return False
    process.send_signal(signal.SIGSTOP)
    started = _descendants(process.pid)
    victims = [process.pid, *started] if shot.whole else [process.pid]
    for pid in victims:
        _end(pid)
    process.wait()
    _wait_until_gone([pid for pid, command in started.items() if "local_azure.provider" in command])
    for pid, command in started.items():
        if _command_of(pid) == command:  # the number may be another's by now
            _end(pid)
    return True


def wait_for(text: bytes, log: Path, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a run has written something."""
    while text not in log.read_bytes():
        assert process.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.01)


def _descendants(pid: int) -> dict[int, str]:
    """All that a process started, and what that started: the command of each."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,ppid=,args="], stdout=subprocess.PIPE, text=True, check=True
    )
    lines = [line.split(None, 2) for line in listed.stdout.splitlines()]
    parents = {int(line[0]): int(line[1]) for line in lines}
    commands = {int(line[0]): line[2].strip() for line in lines if len(line) > 2}
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return {one: commands.get(one, "") for one in found - {pid}}


def _command_of(pid: int) -> str:
    """What a process runs, empty if there is none."""
    listed = subprocess.run(
        ["ps", "-ww", "-o", "args=", "-p", str(pid)], stdout=subprocess.PIPE, text=True, check=False
    )
    return listed.stdout.strip()


def _end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _wait_until_gone(pids: list[int]) -> None:
    end = time.monotonic() + _PATIENCE
    for pid in pids:
        while _runs(pid):
            assert time.monotonic() < end, f"the plugin (process {pid}) outlived its engine"
            time.sleep(0.05)


def _runs(pid: int) -> bool:
    """Whether a process is there, and no zombie."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], stdout=subprocess.PIPE, text=True, check=False
    )
    return bool(listed.stdout.strip()) and not listed.stdout.startswith("Z")
