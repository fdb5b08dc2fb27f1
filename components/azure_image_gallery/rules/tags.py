"""Rules about tags: how many, and what their keys and values may hold."""

from collections.abc import Iterator, Mapping

from azure_image_gallery.azure.limits import TAG_KEY, TAG_VALUE, TAGS
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import TAG_COUNT, TAG_TEXT
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.inherited import (
    application_tags,
    application_version_tags,
    definition_tags,
    version_tags,
)
from azure_image_gallery.spec.locked import lockable
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Resolved,
    ResolvedApplication,
    ResolvedApplicationVersion,
    ResolvedDefinition,
    ResolvedVersion,
)
from azure_image_gallery.spec.unknown import Unknown

# https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
_FORBIDDEN = frozenset("<>%&\\?/")


def texts(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The keys and values of every entry's own tags, and how many the entry has of its own."""
    for path, entry in lockable(subject):
        tags: Mapping[str, str | Unknown] | None = getattr(entry, "tags", None)
        if tags:
            where = (*path, "tags")
            yield from _texts(where, tags)
            if len(tags) > TAGS:
                yield Finding(TAG_COUNT, where, f"{len(tags)} tags are given, at most {TAGS} are allowed")


def _texts(path: Path, tags: Mapping[str, str | Unknown]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, value in tags.items():
        first = seen.setdefault(key.casefold(), key)
        wrong = (
            _wrong_key(key) if first == key else f"{show(key)} and {show(first)} are the same key to Azure"
        )
        if wrong:
            yield Finding(TAG_TEXT, (*path, key), wrong, on_key=True)
        if isinstance(value, str) and len(value) > TAG_VALUE:
            message = f"the value has {len(value)} characters, at most {TAG_VALUE} are allowed"
            yield Finding(TAG_TEXT, (*path, key), message)


def _wrong_key(key: str) -> str | None:
    if not key:
        return "an empty text is given, a key is wanted"
    if len(key) > TAG_KEY:
        return f"{show(key)} has {len(key)} characters, at most {TAG_KEY} are allowed"
    found = sorted(_FORBIDDEN & set(key))
    return f"{show(key)} has {' '.join(found)} in it, which no key may have" if found else None


def of_definition(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """How many tags a definition has with its gallery's."""
    if subject.spec.existing is not True:
        gallery = facts.resolved.declaration.gallery
        yield from _count(subject.path, subject.spec.tags, definition_tags(gallery, subject.spec))


def of_version(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """How many tags a version has with its definition's and its gallery's."""
    gallery, above = facts.resolved.declaration.gallery, subject.definition
    if subject.spec.tags:
        tags = version_tags(gallery, above and above.spec, subject.spec)
        yield from _count(subject.path, subject.spec.tags, tags)


def of_application(subject: ResolvedApplication, facts: Facts) -> Iterator[Finding]:
    """How many tags an application has with its gallery's."""
    gallery = facts.resolved.declaration.gallery
    yield from _count(subject.path, subject.spec.tags, application_tags(gallery, subject.spec))


def of_application_version(subject: ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """How many tags a version has with its application's and its gallery's."""
    gallery, above = facts.resolved.declaration.gallery, subject.application
    if subject.spec.tags:
        tags = application_version_tags(gallery, above and above.spec, subject.spec)
        yield from _count(subject.path, subject.spec.tags, tags)


def _count(
    path: Path, own: Mapping[str, object] | None, every: Mapping[str, object] | None
) -> Iterator[Finding]:
    """What is too much only with what lies above; the rest is said where it stands."""
    if own and every and len(own) <= TAGS < len(every):
        message = f"{len(every)} tags with those of what it lies in, at most {TAGS} are allowed"
        yield Finding(TAG_COUNT, (*path, "tags"), message)


CHECKS = (
    Check(Resolved, texts),
    Check(ResolvedDefinition, of_definition),
    Check(ResolvedVersion, of_version),
    Check(ResolvedApplication, of_application),
    Check(ResolvedApplicationVersion, of_application_version),
)
