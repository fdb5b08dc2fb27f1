"""What an answer means, given as an option or typed on a terminal."""

import argparse
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from azure_image_gallery.cli.advise.situation import MadeFrom, Need, Storage
from azure_image_gallery.spec.enums import Distribution, HyperVGeneration

E = TypeVar("E", bound=StrEnum)
_MOST = 1_000_000
_YES, _NO = ("y", "yes"), ("n", "no")


def yes(text: str) -> bool:
    """`yes` or `no`."""
    if text.lower() not in (*_YES, *_NO):
        raise argparse.ArgumentTypeError(f"{text!r} is neither yes nor no")
    return text.lower() in _YES


def whole(text: str) -> int:
    """A whole number, at least 1."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_MOST)) and 0 < int(text) <= _MOST):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {_MOST}")
    return int(text)


def regions_of(text: str) -> tuple[str, ...]:
    """Regions with commas between them."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("at least one region is wanted")
    return names


def needs_of(text: str) -> frozenset[Need]:
    """Needs with commas between them, or none."""
    return frozenset(_member(Need)(name.strip()) for name in text.split(",") if name.strip())


def distribution_of(text: str) -> Distribution | None:
    """A distribution, or none."""
    return _member(Distribution)(text) if text else None


def _member(kind: type[E]) -> Callable[[str], E]:
    def read(text: str) -> E:
        found = next((member for member in kind if member.lower() == text.lower()), None)
        if found is None:
            raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(kind)}")
        return found

    return read


made_from_of = _member(MadeFrom)
generation_of = _member(HyperVGeneration)
storage_of = _member(Storage)
