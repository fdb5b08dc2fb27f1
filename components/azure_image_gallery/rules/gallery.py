"""Rules about the gallery itself."""

import re
from collections.abc import Iterator

from azure_image_gallery.azure.limits import GALLERY_NAME
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Resolved

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
RULES = (NAME, HYPHEN, ENDS)

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


CHECKS = (Check(Resolved, name),)
