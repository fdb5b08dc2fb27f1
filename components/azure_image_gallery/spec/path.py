"""Paths: where a value stands in a declaration, and how that is written.

A path is a tuple of keys and list positions. It is written as Pulumi writes property paths
(`imageVersions["ubuntu-24.04"]["1.0.0"].targetRegions[1].name`): a key that is a plain identifier follows a
dot, any other key stands quoted in brackets, a list position is a bare number in brackets.
"""

import json
import re
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


_SEGMENT = re.compile(r"""(?:^|\.)([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]""")


def parse_path(text: str) -> Path | None:
    """The path that a text writes, as `format_path` does; `None` where it writes none."""
    segments: list[str | int] = []
    end = 0
    while match := _SEGMENT.match(text, end):
        name, number, quoted = match.groups()
        try:
            segments.append(name or (int(number) if number else json.loads(quoted)))
        except ValueError:  # an escape that is none, or a number beyond reason
            return None
        end = match.end()
    return tuple(segments) if segments and end == len(text) else None


def format_path(path: Path) -> str:
    """The path as Pulumi writes it; the empty path is the empty text."""
    text = ""
    for segment in path:
        if isinstance(segment, int):
            text += f"[{segment}]"
        elif _IDENTIFIER.fullmatch(segment):
            text += f".{segment}" if text else segment
        else:
            text += f"[{json.dumps(segment, ensure_ascii=False)}]"
    return text
