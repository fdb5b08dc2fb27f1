"""Every rule and every check, by hand: what is not named here does not exist."""

from typing import Any

from azure_image_gallery.rules import configuration, dates, gallery
from azure_image_gallery.rules.facts import Check
from azure_image_gallery.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *configuration.RULES,
    *gallery.RULES,
    *dates.RULES,
)
"""All rules, group by group."""

CHECKS: tuple[Check[Any], ...] = (
    *gallery.CHECKS,
    *dates.CHECKS,
)
"""All checks."""

_BY_CODE = {rule.code: rule for rule in RULES}


def find(code: str) -> Rule | None:
    """The rule of a code, without regard to case."""
    return _BY_CODE.get(code.upper())
