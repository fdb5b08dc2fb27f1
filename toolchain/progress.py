"""What a person sees while they wait: what is being done, for how long already, about how long it takes.

On a terminal one line is rewritten; elsewhere a line comes every twenty seconds. All of it goes to
standard error, so that standard output holds results alone.
"""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TextIO

QUIET_SECONDS = 20.0
REDRAW_SECONDS = 0.5
_CLEAR = "\r\033[K"


def duration(seconds: float) -> str:
    """`"7 s"`, `"2 min 5 s"`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


class Progress:
    """Speaks to a person. `tick` may be called as often as one likes."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._terminal = self._stream.isatty()

    def say(self, text: str) -> None:
        """One whole line."""
        self._stream.write(f"{_CLEAR if self._terminal else ''}{text}\n")
        self._stream.flush()

    @contextmanager
    def step(self, what: str, usual: str = "") -> Generator[Callable[[], None]]:
        """Announce a piece of work that takes a while. Yields `tick`, to be called now and then."""
        start = shown = self._clock()
        ending = f", usually {usual}" if usual else ""
        self.say(f"{what}{ending} …")

        def tick() -> None:
            nonlocal shown
            now = self._clock()
            if now - shown < (REDRAW_SECONDS if self._terminal else QUIET_SECONDS):
                return
            shown = now
            self._show(f"{what}: {duration(now - start)} so far{ending}")

        try:
            yield tick
        except BaseException:
            self.say(f"{what}: stopped after {duration(self._clock() - start)}")
            raise
        self.say(f"{what}: done in {duration(self._clock() - start)}")

    def _show(self, text: str) -> None:
        self._stream.write(f"{_CLEAR}{text}" if self._terminal else f"{text}\n")
        self._stream.flush()
