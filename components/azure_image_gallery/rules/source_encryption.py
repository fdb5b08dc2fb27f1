"""Rules about sources that are encrypted with a customer's key."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules.behind import os_place
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import COMMUNITY_IMAGE, IMAGE_VERSION

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/image-version-encryption", evidence=Evidence.DOCUMENTATION)

VERSION = _rule(
    code="SRC033",
    title="a version encrypted with a customer's key is not the source of another",
    why="Azure makes no version from one that is encrypted with a customer's key.",
    fix="make the version from what the encrypted one was made from",
)
SUBSCRIPTION = _rule(
    code="SRC034",
    title="an encrypted source is in the gallery's subscription",
    why="The key's disk encryption set serves its own subscription only.",
    fix="make the version in a gallery of the source's subscription, or from a source without a customer's key",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
RULES = (VERSION, SUBSCRIPTION)


def encrypted(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A source that is said to be encrypted."""
    place = os_place(subject.source)
    if subject.source.facts.encrypted is not True or place is None:
        return
    if place.kind in (IMAGE_VERSION, COMMUNITY_IMAGE):
        message = "an encrypted version cannot be the source of another"
        yield Finding(VERSION, (*subject.source.path, "encrypted"), message)
        return
    there, here = _subscription(place.value), _subscription(facts.resolved.declaration.gallery.id)
    if there and here and there.casefold() != here.casefold():
        message = f"the encrypted source is in the subscription {show(there)}, the gallery in {show(here)}"
        yield Finding(SUBSCRIPTION, place.path, message)


def _subscription(value: object) -> str | None:
    found = parse_id(text(value) or "")
    return found.subscription if found else None


CHECKS = (Check(ResolvedVersion, encrypted),)
