"""Rules about the names of role assignments that exist already."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.roles import is_guid
from azure_image_gallery.rules.configuration import UNRESOLVED_NAME
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import hint, show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
    evidence=Evidence.DOCUMENTATION,
)

GUID = _rule(
    code="RBA004",
    title="a role assignment's name is a GUID",
    why="Azure names role assignments by GUIDs.",
    fix="give the last part of the assignment's id",
)
TWICE = _rule(
    code="RBA005",
    title="a role assignment's GUID belongs to one assignment",
    why="A second assignment of the same name would change the first, which Azure refuses.",
    fix="give each assignment the GUID that it has in Azure",
    evidence=Evidence.SERVER,
)
RULES = (GUID, TWICE)


def names(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Every name, by what it is given for."""
    seen: dict[str, str] = {}
    for key, entry in subject.declaration.sharing.role_assignments.items():
        path = ("sharing", "roleAssignments", key)
        if entry.assignment_names is None:
            continue
        known = dict.fromkeys(f"{who}/{where}" for who in entry.principals for where in entry.scopes)
        for said, guid in entry.assignment_names.items():
            at = (*path, "assignmentNames", said)
            if said not in known and facts.is_whole(*path):
                message = f"{show(said)} is no <principal>/<scope> of the entry, {hint(said, known)}"
                yield Finding(UNRESOLVED_NAME, at, message, on_key=True)
            yield from _name(at, guid, f"{key}: {said}", seen)


def _name(path: Path, guid: str, owner: str, seen: dict[str, str]) -> Iterator[Finding]:
    if not is_guid(guid):
        yield Finding(GUID, path, f"{show(guid)} is given, a GUID is wanted")
        return
    first = seen.setdefault(guid.casefold(), owner)
    if first != owner:
        yield Finding(TWICE, path, f"{show(guid)} is the name for {show(first)} already")


CHECKS = (Check(Resolved, names),)
