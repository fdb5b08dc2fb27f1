"""The versions this project runs on, and how a version is read and compared. Nothing else names one."""

import re
from typing import NamedTuple

UV_OLDEST = "0.9.0"
UV_INSTALLED = "0.13.9"
ENGINE = "3.259.0"
"""The engine that is installed or built, and the oldest that is accepted on PATH."""
ENGINE_RANGE = f">= {ENGINE}, < 4"

_VERSION = re.compile(r"v?(\d+)\.(\d+)(?:\.(\d+))?(-[0-9A-Za-z.-]+)?")


class Version(NamedTuple):
    """A version as numbers; a pre-release sorts before its release."""

    major: int
    minor: int
    patch: int = 0
    released: bool = True

    def __str__(self) -> str:
        """Write the three numbers, without what was behind them."""
        return f"{self.major}.{self.minor}.{self.patch}"


def parse(text: str) -> Version | None:
    """Return the first version in a text ("v3.259.0", "uv 0.13.9 (…)", "go1.26"), or None."""
    match = _VERSION.search(text)
    if match is None:
        return None
    major, minor, patch, before = match.groups()
    return Version(int(major), int(minor), int(patch or 0), before is None)


def known(text: str) -> Version:
    """Return a version of our own, which is known to be one."""
    version = parse(text)
    if version is None:
        raise ValueError(f"{text!r} is not a version")
    return version


def engine_is_supported(version: Version) -> bool:
    """Whether an engine may be used that somebody else has installed."""
    return known(ENGINE) <= version < Version(4, 0, 0, released=False)


def uv_is_supported(version: Version) -> bool:
    """Whether a uv may be used that somebody else has installed."""
    return version >= known(UV_OLDEST)
