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
