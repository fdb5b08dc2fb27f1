"""What is said of a value that does not fit its place: of another type, outside a set, or not known yet."""

from datetime import date, datetime
from enum import StrEnum

from azure_image_gallery.rules import configuration as cfg
from azure_image_gallery.rules.application import DATE as APPLICATION_DATE
from azure_image_gallery.rules.dates import DEFINITION_DATE, VERSION_DATE
from azure_image_gallery.rules.enumerated import rule_at
from azure_image_gallery.rules.grammar import OPTION
from azure_image_gallery.rules.rule import Finding, Rule
from azure_image_gallery.rules.shape import kind_at, wanted
from azure_image_gallery.rules.stack_output import NOT_KNOWN, is_meant, wrong_form
from azure_image_gallery.rules.upload import asks_for_file
from azure_image_gallery.rules.words import given, listed, nearest, show
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.source import Vhd
from azure_image_gallery.spec.unknown import Unknown

_DATES = {
    "imageVersions": VERSION_DATE,
    "applications": APPLICATION_DATE,
    "applicationVersions": APPLICATION_DATE,
}
_MEANT = {"amd64": "x64", "x86_64": "x64", "x86-64": "x64", "aarch64": "Arm64"}
"""What other systems call a value of Azure's."""
_TIMEOUTS = "timeouts"
_EMPTY = frozenset({"string_too_short", "too_short"})


def wrong_value(kind: str, location: Path, value: object) -> Finding:
    """What is said of a value that does not fit its place; `kind` is pydantic's word for the fault."""
    if is_meant(value):
        return wrong_form(location, value)
    model: object = kind_at(location)
    if isinstance(value, Unknown):
        return Finding(cfg.MUST_BE_KNOWN, location, NOT_KNOWN)
    if model is datetime:
        rule = _DATES.get(azure_name(str(location[0])), DEFINITION_DATE)
        return Finding(rule, location, f"{given(value)} is not a date such as 2028-04-30")
    if isinstance(model, type) and issubclass(model, StrEnum) and isinstance(value, str | int | float):
        message = f"{show(value)} is not allowed, {_choice(model, value)}"
        return Finding(rule_at(location) or cfg.UNKNOWN_VALUE, location, message)
    return _wrong_type(kind, location, value)


def _wrong_type(kind: str, location: Path, value: object) -> Finding:
    model: object = kind_at(location)
    expected = wanted(model)
    file = asks_for_file(location, value) if model is Vhd and isinstance(value, str) else None
    if file is not None:
        return file
    if kind == "string_unicode":
        return Finding(cfg.WRONG_TYPE, location, "text here, or a key, is not valid Unicode")
    if kind in _EMPTY:
        return Finding(cfg.WRONG_TYPE, location, f"{expected} is wanted that is not empty")
    if _is_timeout(location) and isinstance(value, int | float) and not isinstance(value, bool):
        return Finding(OPTION, location, f"{given(value)} is given, a time such as 45m or 2h30m is wanted")
    if model is int and isinstance(value, float) and value.is_integer():
        expected = "a smaller whole number"
    rule: Rule = (rule_at(location) if model is bool else None) or cfg.WRONG_TYPE
    if model is str and isinstance(value, bool | int | float | date):
        rule = cfg.TEXT_EXPECTED
    return Finding(rule, location, f"{given(value)} is given, {expected} is wanted")


def _is_timeout(location: Path) -> bool:
    return location[-2:-1] == (_TIMEOUTS,)


def _choice(allowed: type[StrEnum], value: object) -> str:
    meant = _MEANT.get(value.casefold()) if isinstance(value, str) else None
    near = meant if meant in tuple(allowed) else nearest(value, allowed) if isinstance(value, str) else None
    return f"allowed: {listed(allowed)}" + (f"; did you mean {show(near)}?" if near else "")
