"""Rules about an image definition's names and addresses."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import DEFINITION_NAME, OFFER, PUBLISHER, SKU
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.names import entry_name, wrong_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition

_CREATE = "https://learn.microsoft.com/azure/virtual-machines/image-version"
_DEFINITIONS = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions"
_seen = partial(Rule, evidence=Evidence.SERVER)
_part = partial(_seen, why="Azure refuses other names in the identifier.", docs=_DEFINITIONS)
_ALPHABET = "letters, digits, dots, underscores and hyphens"

NAME = _seen(
    code="IMG001",
    title=f"an image definition's name is 1 to {DEFINITION_NAME} {_ALPHABET}",
    why="Azure takes no other name, and none that begins or ends with anything but a letter or a digit.",
    fix=f"use {_ALPHABET} only, at most {DEFINITION_NAME}, a letter or a digit at either end",
    docs=_CREATE,
)
PUBLISHER_NAME = _part(
    code="IMG002",
    title=f"a publisher is 1 to {PUBLISHER} {_ALPHABET}, and does not end with a dot",
    fix=f"use {_ALPHABET} only, at most {PUBLISHER}, with no dot at the end",
)
OFFER_NAME = _part(
    code="IMG003",
    title=f"an offer is 1 to {OFFER} {_ALPHABET}, and does not end with a dot",
    fix=f"use {_ALPHABET} only, at most {OFFER}, with no dot at the end",
)
SKU_NAME = _part(
    code="IMG004",
    title=f"a sku is 1 to {SKU} {_ALPHABET}, and does not end with a dot",
    fix=f"use {_ALPHABET} only, at most {SKU}, with no dot at the end",
)
IDENTIFIER = _seen(
    code="IMG005",
    title="publisher, offer and sku together are unique in a gallery",
    why="The three names identify a definition; Azure refuses a second one with the same three.",
    fix="give one of the two another sku",
    docs=_DEFINITIONS,
)
ADDRESSES = Rule(
    code="IMG024",
    title="the addresses of a definition are http or https",
    why="People follow these addresses; two of them, of licence and privacy, are fixed for good.",
    fix="give an address that begins with https://",
    docs=_DEFINITIONS,
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)
EMPTY_LICENCE = Rule(
    code="IMG025",
    title="a licence's address is not empty",
    why="To Azure an empty text is another value than none, and the address cannot change later.",
    fix="give the address, or leave eula out",
    docs=_DEFINITIONS,
    evidence=Evidence.SERVER,
)
RULES = (NAME, PUBLISHER_NAME, OFFER_NAME, SKU_NAME, IDENTIFIER, ADDRESSES, EMPTY_LICENCE)


def name(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, DEFINITION_NAME, last="._-")


def identifier(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The names of the identifier, each with its own limit."""
    names = subject.spec.identifier
    path = (*subject.path, "identifier")
    for rule, key, value, limit in (
        (PUBLISHER_NAME, "publisher", names.publisher, PUBLISHER),
        (OFFER_NAME, "offer", names.offer, OFFER),
        (SKU_NAME, "sku", names.sku, SKU),
    ):
        wrong = wrong_name(value, limit, last=".")
        if wrong:
            yield Finding(rule, (*path, key), wrong)


def unique(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """No identifier twice. Whether Azure tells two cases apart is not known, so that is a warning."""
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {}
    for definition in subject.definitions:
        names = definition.spec.identifier
        triple = (names.publisher, names.offer, names.sku)
        other, owner = seen.setdefault(tuple(n.casefold() for n in triple), (triple, definition.key))
        if owner != definition.key:
            message = f"{show('/'.join(triple))} identifies {show(owner)} already"
            weight = None if other == triple else Severity.WARNING
            yield Finding(IDENTIFIER, (*definition.path, "identifier"), message, weight=weight)


def addresses(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Addresses a browser can open, and no licence that is an empty text."""
    for key, value in (
        ("eula", subject.spec.eula),
        ("privacyStatementUri", subject.spec.privacy_statement_uri),
        ("releaseNoteUri", subject.spec.release_note_uri),
    ):
        if value == "" and key == "eula":
            yield Finding(EMPTY_LICENCE, (*subject.path, key), "an empty text is given, an address is wanted")
        elif isinstance(value, str) and not value.casefold().startswith(("http://", "https://")):
            yield Finding(ADDRESSES, (*subject.path, key), f"{show(value)} is not an http or https address")


CHECKS = (
    Check(ResolvedDefinition, name),
    Check(ResolvedDefinition, identifier),
    Check(Resolved, unique),
    Check(ResolvedDefinition, addresses),
)
