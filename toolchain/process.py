"""Runs a command with a time limit, in a process group of its own, so that nothing of it stays behind."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_POLL_SECONDS = 0.1
_GRACE_SECONDS = 2.0


@dataclass(frozen=True)
class Finished:
    """How a command ended. `code` is None when its time was up."""

    code: int | None
    output: str

    @property
    def last_line(self) -> str:
        """The last line it printed that says anything: mostly the reason."""
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        return lines[-1] if lines else "it printed nothing"


def run(
    command: list[str],
    *,
    limit: float,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    tick: Callable[[], None] = lambda: None,
    until: Callable[[str], bool] | None = None,
) -> Finished:
    """Run to the end, until `limit` seconds are over, or until `until` says of the output that it is enough.

    A command that cannot be started counts as one that failed.
    """
    with tempfile.TemporaryFile() as output:
        try:
            child = subprocess.Popen(
                command,
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            return Finished(127, str(error))
        try:
            code = _wait(child, limit, tick, lambda: until is not None and until(_read(output.fileno())))
        finally:
            stop_group(child)
        return Finished(code, _read(output.fileno()))


def _wait(
    child: subprocess.Popen[bytes], limit: float, tick: Callable[[], None], enough: Callable[[], bool]
) -> int | None:
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            return child.wait(_POLL_SECONDS)
        except subprocess.TimeoutExpired:
            tick()
        if enough():
            return 0
    return None


def _read(file: int) -> str:
    """All that was written, without moving the writer's place."""
    return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace")


def stop_group(child: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the command's process group: politely, then not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, number)
        except (ProcessLookupError, PermissionError):
            break
        try:
            child.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            continue
    child.wait()
