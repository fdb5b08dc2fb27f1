import io

import pytest

from toolchain.progress import Progress, duration


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _half_a_minute(stream: io.StringIO) -> str:
    clock = Clock()
    with Progress(stream, clock).step("building the engine", "3 to 7 min") as tick:
        for _ in range(35):
            clock.now += 1
            tick()
    return stream.getvalue()


def test_a_log_gets_a_line_every_twenty_seconds() -> None:
    assert _half_a_minute(io.StringIO()) == (
        "building the engine, usually 3 to 7 min …\n"
        "building the engine: 20 s so far, usually 3 to 7 min\n"
        "building the engine: done in 35 s\n"
    )


def test_on_a_terminal_one_line_is_rewritten() -> None:
    text = _half_a_minute(Terminal())
    assert text.count("\n") == 2
    assert text.count("\r\033[K") == 37
    assert "\r\033[Kbuilding the engine: 34 s so far, usually 3 to 7 min" in text


def test_what_was_stopped_is_not_called_done() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyboardInterrupt), Progress(stream, Clock()).step("building"):
        raise KeyboardInterrupt
    assert stream.getvalue() == "building …\nbuilding: stopped after 0 s\n"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.9, "0 s"), (59.9, "59 s"), (60, "1 min 0 s"), (125, "2 min 5 s")]
)
def test_durations_are_written_for_people(seconds: float, text: str) -> None:
    assert duration(seconds) == text
