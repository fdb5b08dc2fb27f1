"""Rules about locks."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import LOCK_NAME, LOCK_NOTES
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.optioned import optioned
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import LockLevel
from azure_image_gallery.spec.locked import Locked, locked
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_DOCS = "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"
_NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules"
_rule = partial(Rule, docs=_DOCS, evidence=Evidence.DOCUMENTATION)

READ_ONLY = _rule(
    code="GAL019",
    title="what holds something that this stack makes is not locked ReadOnly",
    why="The lock holds for everything below it: the next version, replica or role would be refused.",
    fix="lock it CanNotDelete, and lock ReadOnly only what nothing is made in",
    severity=Severity.WARNING,
)
NOTES = _rule(
    code="GAL020",
    title=f"a lock's notes have at most {LOCK_NOTES} characters",
    why="Azure takes no longer text.",
    fix="shorten the notes",
)
NAME = _rule(
    code="GAL021",
    title=f"a lock's name is 1 to {LOCK_NAME} letters, digits, dots, underscores, hyphens and parentheses",
    why="Azure takes no other character in a lock's name, no dot at its end, and no longer name.",
    fix="leave the name out, or use letters, digits and hyphens",
    docs=_NAMES,
)
RULES = (READ_ONLY, NOTES, NAME)

_ALSO = frozenset("._-()")


def locks(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Every lock: its words, and whether it stands in this stack's own way."""
    every = list(locked(subject))
    holders = _holders(subject) if every else frozenset[Path]()
    for entry in every:
        yield from _words(entry)
        if entry.lock.level is LockLevel.READ_ONLY and entry.path in holders:
            message = f"{show(entry.lock.level)} is given, and what lies in it is made by this stack"
            yield Finding(READ_ONLY, (*entry.path, "lock", "level"), message)


def _holders(subject: Resolved) -> frozenset[Path]:
    """The entries that something lies in which this stack makes, roles among it."""
    within = {entry.within for entry in optioned(subject) if entry.within is not None}
    scopes = {tuple(assignment.scope.split("/")) for assignment in subject.assignments}
    return frozenset[Path]({*within, *scopes})


def _words(entry: Locked) -> Iterator[Finding]:
    path = (*entry.path, "lock")
    notes, name = text(entry.lock.notes), text(entry.lock.name)
    if notes is not None and len(notes) > LOCK_NOTES:
        message = f"{len(notes)} characters are given, at most {LOCK_NOTES} are allowed"
        yield Finding(NOTES, (*path, "notes"), message)
    wrong = None if name is None else _wrong_name(name)
    if wrong:
        yield Finding(NAME, (*path, "name"), wrong)


def _wrong_name(name: str) -> str | None:
    if not name:
        return "an empty text is given, a name is wanted"
    if len(name) > LOCK_NAME:
        return f"{show(name)} has {len(name)} characters, at most {LOCK_NAME} are allowed"
    if not all(one.isalnum() or one in _ALSO for one in name):
        return f"{show(name)} has other characters than letters, digits, dots, underscores, hyphens and parentheses"
    return f"{show(name)} ends with a dot" if name[-1] == "." else None


CHECKS = (Check(Resolved, locks),)
