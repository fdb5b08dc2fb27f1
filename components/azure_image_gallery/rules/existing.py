"""Rules about what exists already: galleries by their ids, and what is looked up and never changed."""

from collections.abc import Iterator

from azure_image_gallery.azure.resource_id import ResourceId, parse_id
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.grammar import GALLERY_ID, MEANINGLESS
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.model import Model, azure_name
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition

_TYPE = "Microsoft.Compute/galleries"
# What is neither compared with Azure nor needed by a rule: it could only be a change.
_CHANGES = (
    "description",
    "end_of_life_date",
    "eula",
    "privacy_statement_uri",
    "release_note_uri",
    "recommended",
    "disallowed",
    "features",
    "allow_update_image",
    "tags",
    "lock",
    "identity",
    "soft_delete",
    "options",
)


def gallery(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """What is said of the gallery, if it exists already."""
    said = subject.declaration.gallery
    if not facts.is_whole("gallery", "existing"):
        return
    if said.existing is True:
        yield from _unchanged(("gallery",), said, "the gallery", facts)
        yield from _own_id(subject.declaration)
    elif said.existing is False and said.id is not None and facts.is_whole("gallery", "id"):
        message = "'id' is given, and the gallery is not existing: it gets its id when it is made"
        fix = "set existing to true, or remove the id"
        yield Finding(MEANINGLESS, ("gallery", "id"), message, on_key=True, fix=fix)


def definition(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """What is said of a definition that exists already."""
    if subject.spec.existing is True:
        yield from _unchanged(subject.path, subject.spec, "the definition", facts)


def _unchanged(path: Path, said: Model, noun: str, facts: Facts) -> Iterator[Finding]:
    for field in _CHANGES:
        key = azure_name(field)
        if getattr(said, field, None) is not None and facts.is_whole(*path, key):
            message = f"{show(key)} has no effect: {noun} exists already, and is never changed"
            yield Finding(MEANINGLESS, (*path, key), message, on_key=True)


def _own_id(declaration: Declaration) -> Iterator[Finding]:
    said = declaration.gallery
    if not isinstance(said.id, str):
        return
    path = ("gallery", "id")
    found, wrong = _gallery_id(said.id)
    if found is None:
        yield Finding(GALLERY_ID, path, wrong)
        return
    group = _group(declaration)
    for word, own, theirs in (
        ("name", said.name, found.name),
        ("resource group", group, found.resource_group),
    ):
        if own is not None and own.casefold() != theirs.casefold():
            yield Finding(GALLERY_ID, path, f"the id has the {word} {show(theirs)}, {show(own)} is declared")


def _group(declaration: Declaration) -> str | None:
    """The Azure name of the gallery's resource group."""
    named = text(declaration.gallery.resource_group)
    declared = declaration.resource_groups.get(named) if named is not None else None
    return named if declared is None or declared.name is None else text(declared.name)


def galleries(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The ids under `galleries`."""
    for key, value in subject.declaration.galleries.items():
        if isinstance(value, str):
            found, wrong = _gallery_id(value)
            if found is None:
                yield Finding(GALLERY_ID, ("galleries", key), wrong)


def _gallery_id(value: str) -> tuple[ResourceId | None, str]:
    """A gallery's id, or what is wrong with the text."""
    found = parse_id(value)
    if found is None:
        what = "not a whole id" if "/" in value else "a name"
        return None, f"{show(value)} is {what}, the id of one of {_TYPE} is wanted"
    if found.type.casefold() != _TYPE.casefold():
        return None, f"an id of {show(found.type)} is given, {_TYPE} is wanted"
    return found, ""


CHECKS = (
    Check(Resolved, gallery),
    Check(ResolvedDefinition, definition),
    Check(Resolved, galleries),
)
