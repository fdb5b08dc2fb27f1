"""What is wrong with a name, for the resources whose names differ in their ends only."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from azure_image_gallery.rules.facts import text
from azure_image_gallery.rules.rule import Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import (
    ResolvedApplication,
    ResolvedDefinition,
    ResolvedEncryptionSet,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
)

Named: TypeAlias = (
    ResolvedApplication
    | ResolvedDefinition
    | ResolvedManagedImage
    | ResolvedManagedDisk
    | ResolvedSnapshot
    | ResolvedEncryptionSet
)
"""What has a name in Azure that may differ from its key."""

_ALPHABET = re.compile(r"[A-Za-z0-9._-]+")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What may be a key of the declaration."""


def wrong_name(name: str, limit: int, *, first: str = "", last: str = "") -> str | None:
    """What is wrong with a name of letters, digits, dots, underscores and hyphens; `None` if nothing is.

    `first` and `last` are the characters of these that may not stand at its ends.
    """
    if not name:
        return "an empty text is given, a name is wanted"
    if not _ALPHABET.fullmatch(name):
        return f"{show(name)} has other characters than letters, digits, dots, underscores and hyphens"
    if len(name) > limit:
        return f"{show(name)} has {len(name)} characters, at most {limit} are allowed"
    if name[0] in first:
        return f"{show(name)} begins with {show(name[0])}"
    if name[-1] in last:
        return f"{show(name)} ends with {show(name[-1])}"
    return None


def entry_name(rule: Rule, subject: Named, limit: int, *, first: str = "._-", last: str) -> Iterator[Finding]:
    """What is wrong with an entry's name in Azure; a key that no address could hold is another rule's."""
    said = subject.spec.name
    named = text(subject.key if said is None else said)
    if named is None or (said is None and not KEY.fullmatch(named)):
        return
    wrong = wrong_name(named, limit, first=first, last=last)
    if wrong:
        path = subject.path if said is None else (*subject.path, "name")
        yield Finding(rule, path, wrong, on_key=said is None)
