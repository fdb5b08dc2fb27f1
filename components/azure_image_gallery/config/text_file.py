"""A file as text: its lines, and the place of a stretch of it. Knows nothing of YAML."""

import os
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from re import compile as pattern

from azure_image_gallery.rules.place import Place

_BOM = b"\xef\xbb\xbf"
_LINE_END = pattern(r"\r\n|\n|\r")


class UnreadableFileError(Exception):
    """The file is missing, a directory, not permitted, or not UTF-8. The text says which, in plain words."""


@dataclass(frozen=True)
class TextFile:
    """A file's text, and its name as it is shown."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end`, as far as they stand on the first line."""
        row = bisect_right(self._starts, start) - 1
        first = self._starts[row]
        after = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
        line = self.text[first:after].rstrip("\r\n")
        column = min(start - first, len(line))
        stretch = line[column : max(end - first, column)].rstrip()
        return Place(self.name, row + 1, column + 1, max(len(stretch), 1), line)


def read_text(path: Path) -> TextFile:
    """Read a UTF-8 file, with or without a byte order mark.

    Raises:
        UnreadableFileError: with one sentence that says why.

    """
    name = shown_name(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(f"{name} does not exist") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{name} is a directory, not a file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableFileError(f"{name} cannot be read: {reason.lower()}") from None
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            f"{name} is not UTF-8 text: byte 0x{error.object[error.start]:02x} in line {line}"
        ) from None
    return TextFile(name, text)


def shown_name(path: Path) -> str:
    """The path as the user would name it: relative to where the command runs, where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # another drive, or no current directory
        return str(path)
    return min(relative, str(path), key=len)
