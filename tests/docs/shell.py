"""A shell that stays open, as a reader's does."""

import os
import subprocess
from pathlib import Path

_NOT_A_READERS = ("STACK", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
"""The tests may run in a make of their own, and a reader's does not."""


class Shell:
    """A shell in a folder, in which make knows a port that is free."""

    _DONE = "\x1e"

    def __init__(self, folder: Path, port: int) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_A_READERS}
        self._process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env={**kept, "LOCAL_AZURE_PORT": str(port)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def run(self, line: str) -> tuple[str, int]:
        """What a command prints, and its exit status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line} </dev/null\nprintf '\\n%s%s\\n' '{self._DONE}' $?\n")
        self._process.stdin.flush()
        said: list[str] = []
        while not (ending := self._process.stdout.readline()).startswith(self._DONE):
            assert ending, "the shell has ended"
            said.append(ending)
        return "".join(said), int(ending.removeprefix(self._DONE))

    def close(self) -> None:
        self.run("make down")
        self._process.communicate()
