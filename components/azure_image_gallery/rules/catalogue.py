"""Every rule and every check, by hand: what is not named here does not exist."""

from typing import Any

from azure_image_gallery.rules import (
    configuration,
    dates,
    existing,
    gallery,
    guest,
    hardware,
    image_definition,
    image_version,
    keys,
    latest,
    managed_image,
    recommended,
    references,
    replication,
    resource_group,
    shallow,
    sharing,
    source,
    source_id,
    source_security,
)
from azure_image_gallery.rules.facts import Check
from azure_image_gallery.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *configuration.RULES,
    *gallery.RULES,
    *image_definition.RULES,
    *recommended.RULES,
    *hardware.RULES,
    *guest.RULES,
    *dates.RULES,
    *image_version.RULES,
    *latest.RULES,
    *source.RULES,
    *source_id.RULES,
    *source_security.RULES,
    *replication.RULES,
    *shallow.RULES,
    *managed_image.RULES,
    *sharing.RULES,
    *keys.RULES,
    *existing.RULES,
)
"""All rules, group by group."""

CHECKS: tuple[Check[Any], ...] = (
    *keys.CHECKS,
    *references.CHECKS,
    *resource_group.CHECKS,
    *gallery.CHECKS,
    *image_definition.CHECKS,
    *recommended.CHECKS,
    *hardware.CHECKS,
    *guest.CHECKS,
    *dates.CHECKS,
    *image_version.CHECKS,
    *latest.CHECKS,
    *source.CHECKS,
    *source_id.CHECKS,
    *source_security.CHECKS,
    *replication.CHECKS,
    *shallow.CHECKS,
    *managed_image.CHECKS,
    *sharing.CHECKS,
)
"""All checks."""

_BY_CODE = {rule.code: rule for rule in RULES}


def find(code: str) -> Rule | None:
    """The rule of a code, without regard to case."""
    return _BY_CODE.get(code.upper())
