"""The clock of a local Azure, which a test can hold still, and Azure's ways to write a time."""

import time
from datetime import UTC, datetime


class Clock:
    """Real time, in seconds since 1970."""

    def now(self) -> float:
        """Return the present."""
        return time.time()


class HeldClock(Clock):
    """A clock that moves only when told to."""

    def __init__(self, start: float) -> None:
        self.seconds = start

    def now(self) -> float:
        """Return the moment it was last moved to."""
        return self.seconds


def compute_time(seconds: float) -> str:
    """Seven fractional digits and `+00:00`, as the Compute provider writes it."""
    return _digits(seconds) + "+00:00"


def gateway_time(seconds: float) -> str:
    """Seven fractional digits and `Z`, as the Authorization provider writes it."""
    return _digits(seconds) + "Z"


def _digits(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f") + "0"


def read_time(text: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 date or date-time, UTC without an offset; `None` for other text."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
