"""What is wrong with a name, for the resources whose names differ in their ends only."""

import re

from azure_image_gallery.rules.words import show

_ALPHABET = re.compile(r"[A-Za-z0-9._-]+")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What may be a key of the declaration."""


def wrong_name(text: str, limit: int, *, first: str = "", last: str = "") -> str | None:
    """What is wrong with a name of letters, digits, dots, underscores and hyphens; `None` if nothing is.

    `first` and `last` are the characters of these that may not stand at its ends.
    """
    if not text:
        return "an empty text is given, a name is wanted"
    if not _ALPHABET.fullmatch(text):
        return f"{show(text)} has other characters than letters, digits, dots, underscores and hyphens"
    if len(text) > limit:
        return f"{show(text)} has {len(text)} characters, at most {limit} are allowed"
    if text[0] in first:
        return f"{show(text)} begins with {show(text[0])}"
    if text[-1] in last:
        return f"{show(text)} ends with {show(text[-1])}"
    return None
