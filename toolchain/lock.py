"""One process at a time changes `.local/toolchain`.

The lock is the kernel's (`flock`), so it is gone with the process that held it, however that one ended;
the file's text says only who it is, for the one who waits.
"""

import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from toolchain.progress import Progress

_POLL_SECONDS = 0.2


@contextmanager
def held(path: Path, progress: Progress) -> Generator[None]:
    """Hold the lock; while another process has it, say so and wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        if not _taken(file):
            _wait(file, path, progress)
        left_over = _owner(file)
        if left_over:
            progress.say(f"process {left_over} was ended in the middle of the set-up; taking over")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _taken(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(file: TextIO, path: Path, progress: Progress) -> None:
    owner = _owner(file) or "unknown"
    with progress.step(f"waiting for process {owner}, which is setting up the same folder ({path})") as tick:
        while not _taken(file):
            tick()
            time.sleep(_POLL_SECONDS)


def _owner(file: TextIO) -> str:
    file.seek(0)
    return file.read().strip()
