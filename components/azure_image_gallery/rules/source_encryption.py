"""Rules about sources that are encrypted with a customer's key."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules import source_facts
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
    needs=("imageVersions.*.*.source.encrypted",),
)
SUBSCRIPTION = _rule(
    code="SRC034",
    title="an encrypted source is in the gallery's subscription",
    why="The key's disk encryption set serves its own subscription only.",
    fix="make the version in a gallery of the source's subscription, or from a source without a customer's key",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    needs=("imageVersions.*.*.source.encrypted",),
)
IN_GUEST = _rule(
    code="SRC032",
    title="a version is not made from a machine with Azure Disk Encryption",
    why="The keys of such a disk belong to one machine, and an image of it starts no other.",
    fix="build on a machine without Azure Disk Encryption; encrypt with a disk encryption set, or at the host",
    docs=f"{_LEARN}/linux/disk-encryption-overview",
    needs=("imageVersions.*.*.source.azureDiskEncryption",),
)
RULES = (VERSION, SUBSCRIPTION, IN_GUEST)


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


def in_guest(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A source that is encrypted from within."""
    fact = source_facts.azure_disk_encryption(subject, facts)
    if fact.value is True:
        message = f"the source is encrypted by Azure Disk Encryption{fact.origin}"
        yield Finding(IN_GUEST, fact.path, message)


CHECKS = (Check(ResolvedVersion, encrypted), Check(ResolvedVersion, in_guest))
