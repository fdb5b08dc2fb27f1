"""Versions of distributions, kernels and programs, compared as numbers.

`9` stands for every 9.x: it is before or after another only where each of those is.
"""

import re
from typing import TypeAlias

Release: TypeAlias = tuple[int, ...]

_NUMBERS = re.compile(r"\s*v?(\d{1,9}(?:[.-]\d{1,9})*)(?:[\s.-]*SP\s*(\d{1,9}))?", re.IGNORECASE)


def release(text: object) -> Release | None:
    """The numbers that a version begins with: "15 SP6" is (15, 6), "2.6.32-504.el6" (2, 6, 32, 504).

    `None` where it begins with none, or is no text.
    """
    match = _NUMBERS.match(text) if isinstance(text, str) else None
    if match is None:
        return None
    numbers, pack = match.groups()
    return (*map(int, re.split("[.-]", numbers)), *([int(pack)] if pack else ()))


def is_before(one: Release, other: Release) -> bool:
    """Whether a version is certainly lower than another."""
    shorter = min(len(one), len(other))
    return one[:shorter] < other[:shorter]


def is_within(one: Release, first: Release, last: Release | None) -> bool:
    """Whether a version may lie between two, both of them included; without a last one, from the first on."""
    return not is_before(one, first) and (last is None or not is_before(last, one))
