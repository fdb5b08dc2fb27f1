"""What pydantic finds wrong with a declaration, in our words.

Pydantic decides what fits the models; nothing of its wording, types or class names comes through. Each of its
errors becomes one finding, or none where it only follows from another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError

from azure_image_gallery.rules import configuration as cfg
from azure_image_gallery.rules.enumerated import rule_if_missing
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.shape import fields, is_model, keys, kind_at, wanted
from azure_image_gallery.rules.stack_output import holders, must_be_known
from azure_image_gallery.rules.upload import UPLOAD_KEYS, asks_for_upload
from azure_image_gallery.rules.value import wrong_value
from azure_image_gallery.rules.words import by_nearness, given, listed, nearest, show
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.source import DiskPlace, SourceFacts, Vhd

MOST_FAULTS = 1000
"""Beyond as many, a declaration is of another kind, and is not looked through to its end."""
_KEY = "[key]"
_SOURCES = (SourceFacts, DiskPlace, Vhd)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit the models."""

    location: Path
    """Where, in the user's spelling."""
    finding: Finding | None
    """What to say; `None` where another fault says it."""
    unknown_key: bool = False
    """Whether the location is a key that no model has."""
    missing: bool = False
    """Whether the location is a key that is not there."""


def faults(error: ValidationError) -> list[Fault]:
    """Every error of pydantic as a fault, in its order; of more than `MOST_FAULTS` the first, and how many more."""
    errors = error.errors(include_url=False, include_context=False)
    if len(errors) > MOST_FAULTS:
        more = f"{len(errors) - MOST_FAULTS} more values and keys do not fit; mend what is named first"
        return [*_faults(errors[:MOST_FAULTS]), Fault((), Finding(cfg.WRONG_TYPE, (), more))]
    return _faults(errors)


def _faults(errors: Sequence[Any]) -> list[Fault]:
    misspelt = {(*at, azure_name(near)) for at, near in _misspelt(errors)}
    outputs = holders(errors)
    found = [Fault(at, must_be_known(at)) for at in outputs]
    for entry in errors:
        if outputs and entry["loc"][:-1] in outputs:
            continue
        found.append(_fault(entry["type"], entry["loc"], entry["input"], misspelt))
    return found


def _misspelt(errors: Sequence[Any]) -> Iterator[tuple[Path, str]]:
    """Keys that were meant, by the map they are missing from."""
    for entry in errors:
        if entry["type"] == "extra_forbidden":
            near = meant(entry["loc"])
            if near is not None:
                yield entry["loc"][:-1], near


def meant(location: Path) -> str | None:
    """The key of a model that an unknown key most looks like."""
    model = kind_at(location[:-1])
    if not is_model(model) or not isinstance(location[-1], str):
        return None
    return _near(model, location[-1])


@lru_cache(maxsize=10_000)
def _near(model: type[BaseModel], key: str) -> str | None:
    return nearest(key, keys(model))


def _fault(kind: str, location: Path, value: object, misspelt: set[Path]) -> Fault:
    if kind == "extra_forbidden":
        return Fault(location, _unknown_key(location), unknown_key=True)
    if kind == "missing":
        said = (*location[:-1], azure_name(str(location[-1]))) in misspelt
        return Fault(location, None if said else _missing(location), missing=True)
    if kind == "invalid_key" or _KEY in location[-1:]:
        at = location[:-1] if _KEY in location[-1:] else location
        message = f"{given(value)} stands as a key, text is wanted"
        return Fault(at, Finding(cfg.WRONG_TYPE, at, message, on_key=True), unknown_key=True)
    return Fault(location, wrong_value(kind, location, value))


def _unknown_key(location: Path) -> Finding:
    model: type[BaseModel] = kind_at(location[:-1])
    key = str(location[-1])
    if key in fields(model):
        message = f"{show(key)} and its other spelling {show(_other(model, key))} are one key, given twice"
        return Finding(cfg.DUPLICATE_KEY, location, message, on_key=True)
    if key.casefold() in UPLOAD_KEYS and issubclass(model, _SOURCES):
        return replace(asks_for_upload(key), path=location)
    return Finding(cfg.UNKNOWN_KEY, location, unknown(key, keys(model)), on_key=True)


@lru_cache(maxsize=10_000)
def unknown(key: str, allowed: tuple[str, ...]) -> str:
    """What is said of a key that is none of those allowed: the one that was meant, else all, the nearest first."""
    near = nearest(key, allowed)
    advice = f"did you mean {show(near)}?" if near else f"allowed: {listed(by_nearness(key, allowed))}"
    return f"unknown key {show(key)}, {advice}"


def _other(model: type[BaseModel], key: str) -> str:
    if key != azure_name(key):
        return azure_name(key)
    return fields(model)[key].name


def _missing(location: Path) -> Finding:
    key = azure_name(str(location[-1]))
    message = f"missing key {show(key)}, {wanted(kind_at(location))}"
    return Finding(rule_if_missing(location) or cfg.MISSING_KEY, location[:-1], message)
