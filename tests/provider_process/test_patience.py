"""What is tried again, for how long, and what is told at once."""

import threading
from types import SimpleNamespace
from typing import Any

import pytest
from azure.core.exceptions import HttpResponseError

from azure_image_gallery.provider.patience import EndedError, Patience


class Waits(threading.Event):
    """Lets no time pass, and notes how long it would have been."""

    def __init__(self, clock: list[float]) -> None:
        super().__init__()
        self.clock, self.noted = clock, list[float]()

    def wait(self, timeout: float | None = None) -> bool:
        self.noted.append(timeout or 0)
        self.clock[0] += timeout or 0
        return self.is_set()


def refusal(status: int, code: str = "", **headers: str) -> HttpResponseError:
    error: Any = HttpResponseError(message=f"told {status}")
    error.status_code, error.response = status, SimpleNamespace(headers=headers)
    error.error = SimpleNamespace(code=code, message=f"told {status}")
    return error


def attempt(seconds: float, *failures: HttpResponseError) -> tuple[str, list[float]]:
    clock = [0.0]
    waits, left = Waits(clock), list(failures)

    def act() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return Patience(seconds, waits, lambda: clock[0]).attempt(act), waits.noted


def test_what_passes_is_tried_again_with_growing_waits() -> None:
    busy = refusal(409, "Conflict")
    assert attempt(60, busy, refusal(503), busy) == ("done", [2, 4, 8])


def test_azure_is_waited_for_as_long_as_it_asks() -> None:
    assert attempt(60, refusal(429, **{"Retry-After": "17"})) == ("done", [17])


@pytest.mark.parametrize("code", ["OperationPreempted", "AnotherOperationInProgress"])
def test_a_conflict_that_passes(code: str) -> None:
    assert attempt(60, refusal(409, code)) == ("done", [2])


@pytest.mark.parametrize(
    "error", [refusal(400), refusal(403), refusal(409, "OperationNotAllowed"), refusal(404)]
)
def test_what_does_not_pass_is_told_at_once(error: HttpResponseError) -> None:
    with pytest.raises(HttpResponseError) as caught:
        attempt(60, error)
    assert caught.value is error


def test_there_is_an_end() -> None:
    message = "^429 TooMany: told 429; trying again in 90 s would take longer than there is time$"
    with pytest.raises(EndedError, match=message):
        attempt(60, refusal(429, "TooMany", **{"Retry-After": "90"}))
    with pytest.raises(EndedError):
        attempt(60, *[refusal(409, "Conflict")] * 9)


def test_the_engine_ends_it() -> None:
    clock = [0.0]
    waits = Waits(clock)
    waits.set()

    def act() -> str:
        raise refusal(429)

    with pytest.raises(EndedError, match=r"^cancelled while waiting, after 429: told 429$"):
        Patience(60, waits, lambda: clock[0]).attempt(act)
