"""Colour, for a terminal alone.

`NO_COLOR` takes it away and `FORCE_COLOR` brings it back, whatever is written to; the first wins.
Sources: https://no-color.org, https://force-color.org.
"""

import os
from collections.abc import Mapping
from typing import TextIO

from azure_image_gallery.rules.report import Paint, plain

_CODES = {"error": "1;31", "warning": "1;33", "overridden": "1;36", "mark": "1;31", "place": "36", "dim": "2"}


def paint_for(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Paint:
    """What paints a stream's text: colours where they are wanted, else nothing."""
    return _paint if _is_wanted(stream, environment) else plain


def _is_wanted(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _paint(kind: str, text: str) -> str:
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m"
