"""Rules about the gallery itself."""

import re
from collections.abc import Iterator

from azure_image_gallery.azure.limits import GALLERY_NAME
from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition

_DOCS = "https://learn.microsoft.com/azure/virtual-machines/create-gallery"

NAME = Rule(
    code="GAL001",
    title="a gallery's name is 1 to 80 letters, digits, dots and underscores",
    why="Azure takes no other character in a gallery's name, and no longer name.",
    fix="use letters, digits, dots and underscores only, at most 80 of them",
    docs=_DOCS,
    evidence=Evidence.SERVER,
)
HYPHEN = Rule(
    code="GAL002",
    title="a gallery's name has no hyphen",
    why="Unlike an image definition's, a gallery's name takes no hyphen.",
    fix="put an underscore or a dot in place of each hyphen",
    docs=_DOCS,
    evidence=Evidence.SERVER,
)
ENDS = Rule(
    code="GAL003",
    title="a gallery's name begins and ends with a letter or a digit",
    why="Azure refuses a dot or an underscore at either end of the name.",
    fix="take the dots and underscores off the ends of the name",
    docs=_DOCS,
    evidence=Evidence.SERVER,
)
UNIQUE = Rule(
    code="GAL004",
    title="a gallery's name is unique in its subscription",
    why="Azure refuses a second gallery of the name, in whatever resource group or region.",
    fix="correct the resource group or the subscription in one of the ids",
    docs="https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
ONE_REGION = Rule(
    code="GAL014",
    title="a definition is in its gallery's region",
    why="Another region is allowed for a private gallery; sharing it directly or with the community, and soft "
    "delete, need one region for all.",
    fix="leave the location out, so that it is the gallery's",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)
RULES = (NAME, HYPHEN, ENDS, UNIQUE, ONE_REGION)

_ALPHABET = re.compile(r"[A-Za-z0-9._]+", re.ASCII)


def name(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """The gallery's name: of what is wrong with it, the first in the order of the codes' weight."""
    text = subject.declaration.gallery.name
    path = ("gallery", "name")
    if not facts.is_whole(*path):
        return
    if "-" in text:
        yield Finding(HYPHEN, path, f"{show(text)} has a hyphen")
    elif not _ALPHABET.fullmatch(text):
        wrong = "is empty" if not text else "has other characters than letters, digits, dots and underscores"
        yield Finding(NAME, path, f"{show(text)} {wrong}")
    elif len(text) > GALLERY_NAME:
        yield Finding(
            NAME, path, f"{show(text)} has {len(text)} characters, at most {GALLERY_NAME} are allowed"
        )
    elif text[0] in "._" or text[-1] in "._":
        yield Finding(ENDS, path, f"{show(text)} does not begin and end with a letter or a digit")


def unique(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """No two ids of galleries that differ in their resource groups alone."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for path, value in _gallery_ids(subject):
        found = parse_id(value) if isinstance(value, str) else None
        if found is None:
            continue
        here = (found.subscription.casefold(), found.name.casefold())
        group, where = seen.setdefault(here, (found.resource_group, format_path(path)))
        if group.casefold() != found.resource_group.casefold():
            message = f"{show(found.name)} is in the resource group {show(group)} by {where}"
            yield Finding(UNIQUE, path, message)


def _gallery_ids(subject: Resolved) -> Iterator[tuple[Path, object]]:
    yield ("gallery", "id"), subject.declaration.gallery.id
    for key, value in subject.declaration.galleries.items():
        yield ("galleries", key), value


def one_region(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """A definition's own region; where the gallery is shared, or has soft delete, other rules refuse it."""
    declaration, region = facts.resolved.declaration, facts.resolved.gallery_location
    is_shared = declaration.sharing.direct is not None or declaration.sharing.community is not None
    is_private = declaration.gallery.soft_delete is not True and not is_shared
    is_private = is_private and facts.is_whole("gallery") and facts.is_whole("sharing")
    if is_private and differ(subject.spec.location, region) and subject.spec.existing is False:
        message = f"{show(subject.spec.location)} is given, the gallery is in {show(region)}"
        yield Finding(ONE_REGION, (*subject.path, "location"), message)


CHECKS = (Check(Resolved, name), Check(Resolved, unique), Check(ResolvedDefinition, one_region))
