"""Where a value stands in a file. Made by `config`, shown by whoever reports a finding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file."""

    file: str
    """As the user would name it: relative to where the command runs, where that is shorter."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    length: int
    """How many characters, at least 1."""
    text: str
    """The whole line, without its end."""
