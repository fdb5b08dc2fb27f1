"""Who holds a stack's lock, told from what the engine says about it."""

import re
import socket
from dataclasses import dataclass
from pathlib import Path

from azure_image_gallery.recovery.processes import listed

_HOLDER = re.compile(r"created by (?P<who>.+)@(?P<host>\S+) \(pid (?P<pid>\d+)\) at (?P<when>\S+)")
_LOCKED = "currently locked"
_DEAD = "Z"
_CUT_OFF = ("unexpected end of JSON input", "invalid character")
"""What a lock says that was killed while it was being written."""


@dataclass(frozen=True)
class Holder:
    """The run that took the lock."""

    who: str
    host: str
    pid: int
    when: str

    def __str__(self) -> str:
        """Return it as a person reads it."""
        return f"{self.who}@{self.host} (process {self.pid}) since {self.when}"

    def is_at_work(self) -> bool:
        """Whether it still runs, as far as this machine can tell: it is one of its processes, and pulumi."""
        return self.host == socket.gethostname() and _name_of_process(self.pid) == "pulumi"


@dataclass(frozen=True)
class Lock:
    """A lock, and those who hold it; empty where the backend does not tell."""

    holders: tuple[Holder, ...] = ()

    def __str__(self) -> str:
        """Return it as a person reads it."""
        return f"locked by {', '.join(map(str, self.holders)) or 'another run'}"

    def at_work(self) -> Holder | None:
        """Return a holder that still runs."""
        return next((one for one in self.holders if one.is_at_work()), None)


def read_lock(text: str) -> Lock | None:
    """Return the lock that an error of the engine speaks of, if it speaks of one."""
    if _LOCKED in text:
        return Lock(tuple(_holder(match) for match in _HOLDER.finditer(text)))
    return Lock() if any(words in text for words in _CUT_OFF) else None


def _holder(match: re.Match[str]) -> Holder:
    return Holder(match["who"], match["host"], int(match["pid"]), match["when"])


def _name_of_process(pid: int) -> str:
    """Return the name of a program that runs, empty if there is no such process.

    A killed one stays listed until its parent has noticed, in some containers for good: that one is gone too.
    """
    state, _, name = listed("-p", str(pid), "-o", "stat=,comm=").strip().partition(" ")
    return "" if state.startswith(_DEAD) else Path(name.strip()).name
