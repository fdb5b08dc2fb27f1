"""End-of-life dates, of definitions and of versions."""

from collections.abc import Iterator
from datetime import datetime

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedDefinition, ResolvedVersion

_DEFINITIONS = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions"
_VERSIONS = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions"
_FORMAT = "write it in quotes as 2028-04-30, or with a time as 2028-04-30T12:00:00Z"

DEFINITION_DATE = Rule(
    code="IMG014",
    title="an image definition's end-of-life date is an ISO 8601 date",
    why="Azure reads the date as an ISO 8601 date or date-time, and refuses other text.",
    fix=_FORMAT,
    docs=_DEFINITIONS,
    evidence=Evidence.SERVER,
)
DEFINITION_FUTURE = Rule(
    code="IMG015",
    title="an image definition's end-of-life date lies in the future when it is set",
    why="Azure refuses to set a date that has passed; a definition that has the date already is left alone.",
    fix="give a date in the future, or leave it out",
    docs=_DEFINITIONS,
    evidence=Evidence.SERVER,
    severity=Severity.WARNING,
)
VERSION_DATE = Rule(
    code="VER007",
    title="an image version's end-of-life date is an ISO 8601 date, in the future when it is set",
    why="Azure reads the date as ISO 8601, and refuses to set one that has passed.",
    fix=_FORMAT,
    docs=_VERSIONS,
    evidence=Evidence.SERVER,
)
RULES = (DEFINITION_DATE, DEFINITION_FUTURE, VERSION_DATE)


def passed(
    rule: Rule, path: Path, date: object, now: datetime, weight: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """A date that Azure would refuse to set. An error, unless what has it may exist already."""
    if isinstance(date, datetime) and date <= now:
        message = f"{date.date().isoformat()} lies in the past, a new one is refused"
        fix = "give a date in the future, or leave it out"
        yield Finding(rule, (*path, "endOfLifeDate"), message, fix=fix, weight=weight)


def definition_date(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """A definition's date has not passed. A warning: the definition may exist already."""
    date = subject.spec.end_of_life_date
    yield from passed(DEFINITION_FUTURE, subject.path, date, facts.now, Severity.WARNING)


def version_date(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A version's date has not passed. A warning: the version may exist already."""
    yield from passed(VERSION_DATE, subject.path, subject.spec.end_of_life_date, facts.now, Severity.WARNING)


CHECKS = (Check(ResolvedDefinition, definition_date), Check(ResolvedVersion, version_date))
