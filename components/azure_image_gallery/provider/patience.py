"""Trying again what passes by itself, within the time that the engine gives.

Azure answers a share action with 429 while it is called too often, and with 409 while another operation on the
gallery runs. Both pass. Anything else is told at once.
"""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from azure.core.exceptions import HttpResponseError
    from azure.core.polling import LROPoller

T = TypeVar("T")
USUAL_SECONDS = 20 * 60.0
"""How long an operation may take where nobody says otherwise."""
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_CONFLICT = 409
_CONFLICTS = frozenset({"conflict", "anotheroperationinprogress", "operationpreempted"})
_LONGEST_WAIT = 60.0
_LOOK = 0.25


class EndedError(Exception):
    """An operation that was ended before it was done: by the engine, or because its time was over."""


@dataclass
class Patience:
    """What is left of the time for one operation."""

    seconds: float
    cancelled: threading.Event
    now: Callable[[], float] = time.monotonic
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = self.now() + (self.seconds or USUAL_SECONDS)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._end - self.now()

    def attempt(self, act: Callable[[], T]) -> T:
        """What an act returns, tried again while it fails with what passes. Raises its error, or EndedError."""
        from azure.core.exceptions import HttpResponseError  # noqa: PLC0415  slow, and not needed to answer the engine

        for usual in _waits():
            try:
                return act()
            except HttpResponseError as error:
                if not passes(error):
                    raise
                self._wait(_asked_for(error) or usual, error)
        raise AssertionError("the waits have no end")

    def finish(self, poller: "LROPoller[Any]") -> None:
        """Wait for the end of a long-running operation. Raises its error, or EndedError."""
        while not poller.done():
            if self.left <= 0 or self.cancelled.is_set():
                raise EndedError("the operation was begun, and its end was not waited for: " + self._why())
            poller.wait(_LOOK)
        poller.result()

    def _why(self) -> str:
        return "cancelled" if self.cancelled.is_set() else "its time is over"

    def _wait(self, seconds: float, why: "HttpResponseError") -> None:
        if seconds > self.left:
            raise EndedError(
                f"{said(why)}; trying again in {seconds:.0f} s would take longer than there is time"
            ) from why
        if self.cancelled.wait(seconds):
            raise EndedError(f"cancelled while waiting, after {said(why)}") from why


def passes(error: "HttpResponseError") -> bool:
    """Whether an error passes by itself."""
    if error.status_code == _CONFLICT or error.response is None:
        return code(error).casefold() in _CONFLICTS
    return error.status_code in _PASSING or code(error).casefold() == "operationpreempted"


def code(error: "HttpResponseError") -> str:
    """ARM's code for an error; empty where it gives none."""
    return str(getattr(error.error, "code", None) or "")


def said(error: "HttpResponseError") -> str:
    """What Azure says, in one line."""
    text = str(getattr(error.error, "message", None) or error.message)
    head = " ".join(filter(None, (str(error.status_code or ""), code(error))))
    return f"{head}: {' '.join(text.split())}"


def _waits() -> Iterator[float]:
    wait = 2.0
    while True:
        yield wait
        wait = min(2 * wait, _LONGEST_WAIT)


def _asked_for(error: "HttpResponseError") -> float | None:
    """The seconds that Azure asks to wait."""
    response: Any = error.response
    given = "" if response is None else str(response.headers.get("Retry-After", ""))
    return float(given) if given.isdecimal() else None
