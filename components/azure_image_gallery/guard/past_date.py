"""An end-of-life date in the past: Azure refuses to set one, and keeps one that has passed since.

So it is an error for what does not exist yet, and none for what a stack made while the date lay ahead. Only
the engine can tell the two apart.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, cast

import pulumi

from azure_image_gallery.guard.hooks import before_create
from azure_image_gallery.rules.dates import passed
from azure_image_gallery.rules.rule import Finding, Rule
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown


class Checked(Protocol):
    """A declaration that was checked: when, and how it refuses what is found later."""

    now: datetime

    def refuse(self, *findings: Finding) -> Exception:
        """The error that says what is found."""
        ...


def refuse_past_date(
    logical_name: str,
    about: tuple[Rule, Path],
    date: datetime | Unknown | None,
    property_path: Sequence[str],
    checked: Checked,
) -> pulumi.ResourceHookBinding | None:
    """The hook for a date that has passed, or may have; `None` for one that is known to lie ahead.

    `property_path` leads to the date among the inputs.
    """
    if date is None or (isinstance(date, datetime) and date > checked.now):
        return None

    def refuse(args: pulumi.ResourceHookArgs) -> None:
        for finding in _found(about, _at(args.new_inputs, property_path), checked.now):
            raise checked.refuse(finding)

    return before_create(logical_name, "end-of-life", refuse)


def _found(about: tuple[Rule, Path], date: object, now: datetime) -> list[Finding]:
    rule, path = about
    return list(passed(rule, path, datetime.fromisoformat(date), now)) if isinstance(date, str) else []


def _at(inputs: Mapping[str, Any] | None, property_path: Sequence[str]) -> object:
    value: object = inputs
    for name in property_path:
        value = cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None
    return value
