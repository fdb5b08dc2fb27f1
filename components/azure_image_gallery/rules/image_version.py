"""Rules about an image version's number."""

import re
from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import VERSION_PART
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion

_CREATE = "https://learn.microsoft.com/azure/virtual-machines/image-version"
_VERSIONS = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions"
_rule = partial(Rule, docs=_CREATE, evidence=Evidence.SERVER)

FORM = _rule(
    code="VER001",
    title="a version is Major.Minor.Patch, three whole numbers",
    why="Azure orders versions by three numbers, and takes no other name.",
    fix="give three whole numbers with dots between them, such as 1.0.0",
)
BOUND = _rule(
    code="VER002",
    title=f"each number of a version is at most {VERSION_PART}",
    why="Azure keeps each number in 32 bits.",
    fix="use smaller numbers; a date fits as 2028.4.30",
    evidence=Evidence.DOCUMENTATION,
)
ZEROS = _rule(
    code="VER003",
    title="the numbers of a version have no leading zeros",
    why="1.0.0 and 1.00.0 are one number in two spellings; whether Azure takes the second is not known.",
    fix="leave the leading zeros out",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
WORDS = _rule(
    code="VER004",
    title="`latest` and `recent` are not versions",
    why="With these words machines ask for the newest version; no version has them as its name.",
    fix="give three whole numbers with dots between them, such as 1.0.0",
)
UNIQUE = _rule(
    code="VER005",
    title="a version stands once under its definition",
    why="Versions are compared as numbers: the second would change the first instead of being made.",
    fix="give one of the two another number",
    docs=_VERSIONS,
    evidence=Evidence.DOCUMENTATION,
)
RULES = (FORM, BOUND, ZEROS, WORDS, UNIQUE)

_FORM = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_TWO_PARTS = re.compile(r"[0-9]+\.[0-9]+")
_BOUND = str(VERSION_PART)


def parts(key: str) -> tuple[str, str, str] | None:
    """The three numbers of a version without their leading zeros, `None` if it is no version.

    They stay text: a number may be of any length, and text of digits compares by length and then by letter.
    """
    if not _FORM.fullmatch(key):
        return None
    major, minor, patch = (part.lstrip("0") or "0" for part in key.split("."))
    return major, minor, patch


def number(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """The form of a version's number, and its bounds."""
    return _number(subject)


def external_numbers(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The same for versions that something else makes, of which the number is all that is said."""
    for version in subject.external_versions:
        yield from _number(version)


def _number(subject: ResolvedVersion) -> Iterator[Finding]:
    key = subject.key
    three = parts(key)
    if key.casefold() in ("latest", "recent"):
        yield Finding(WORDS, subject.path, f"{show(key)} is a word to look versions up by", on_key=True)
    elif three is None:
        message = f"{show(key)} is not three whole numbers"
        if _TWO_PARTS.fullmatch(key):
            message += f"; {key[:40]}0, unquoted, would have become {key[:40]}"
        yield Finding(FORM, subject.path, message, on_key=True)
    elif any((len(part), part) > (len(_BOUND), _BOUND) for part in three):
        yield Finding(BOUND, subject.path, f"{show(key)} has a number above {VERSION_PART}", on_key=True)


def unique(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """No number twice under a definition, and, for what is left, no leading zeros."""
    seen: dict[tuple[str, tuple[str, str, str]], str] = {}
    for version in (*subject.versions, *subject.external_versions):
        three = parts(version.key)
        if three is None:
            continue
        first = seen.setdefault((version.definition_key, three), version.key)
        if first != version.key:
            message = f"{show(version.key)} is the same version as {show(first)}"
            yield Finding(UNIQUE, version.path, message, on_key=True)
        elif version.key != ".".join(three):
            message = f"{show(version.key)} has leading zeros, {show('.'.join(three))} is meant"
            yield Finding(ZEROS, version.path, message, on_key=True)


CHECKS = (
    Check(ResolvedVersion, number),
    Check(Resolved, external_numbers),
    Check(Resolved, unique),
)
