"""Rules about the features of an image definition: their names, where they are said, and when they change."""

from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

from azure_image_gallery.azure.features import KEY_OF_FEATURE, known_feature
from azure_image_gallery.rules.configuration import MISSING_KEY
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.image_version import parts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.shape import fields
from azure_image_gallery.rules.words import listed, nearest, show
from azure_image_gallery.spec.image_definition import ImageDefinition, ImageFeature
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)

NAME = _rule(
    code="SEC001",
    title="a feature has a name that Azure knows",
    why="Azure knows SecurityType, IsAcceleratedNetworkSupported, IsHibernateSupported and DiskControllerTypes.",
    fix="correct the name",
)
ONCE = _rule(
    code="SEC002",
    title="a feature is given once",
    why="Azure tells features apart by their names, in any case; of two values one would be lost.",
    fix="keep one of the two; the value of a feature with a key of its own is said by that key",
)
SECURITY_ONCE = _rule(
    code="SEC004",
    title="a definition has exactly one security type",
    why="The security type decides which machines can be made, and of two values one would be lost.",
    fix="give the security type as securityType, and nowhere else",
)
STARTS = _rule(
    code="SEC022",
    title="a feature starts at a version such as 2.0.0, of a value that changes",
    why="From that version on images have the feature's new value, and Azure changes none without being allowed to.",
    fix="write startsAtVersion as Major.Minor.Patch, with the feature's value, beside allowUpdateImage: true",
)
REACHED = _rule(
    code="SEC024",
    title="a feature starts at a version that is there",
    why="Versions with a lower number do not get the feature.",
    fix="give the number of a version that is declared, or publish one that is high enough",
    severity=Severity.WARNING,
)
_Number: TypeAlias = tuple[tuple[int, str], ...]
RULES = (NAME, ONCE, SECURITY_ONCE, STARTS, REACHED)


def names(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Names that Azure knows, each once. What looks like none of them may be new in Azure."""
    seen: dict[str, str] = {}
    for name in subject.spec.features or {}:
        path = (*subject.path, "features", name)
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            message = f"{show(name)} is the feature {show(first)} a second time"
            yield Finding(ONCE, path, message, on_key=True)
        elif known_feature(name) is None:
            near = nearest(name, KEY_OF_FEATURE)
            advice = f"did you mean {show(near)}?" if near else f"known are {listed(KEY_OF_FEATURE)}"
            weight = None if near else Severity.WARNING
            yield Finding(NAME, path, f"unknown feature {show(name)}, {advice}", on_key=True, weight=weight)


def values(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """A value, where no key of the definition says it, and none where one does."""
    for name, feature in (subject.spec.features or {}).items():
        path, key = (*subject.path, "features", name), KEY_OF_FEATURE.get(known_feature(name) or "")
        if key is None:
            if feature.value is None and facts.is_whole(*path) and not nearest(name, KEY_OF_FEATURE):
                yield Finding(MISSING_KEY, path, "missing key 'value', text")
        elif text(feature.value) is not None:
            rule = SECURITY_ONCE if key == "securityType" else ONCE
            yield Finding(rule, (*path, "value"), f"the value of {name} is given by {show(key)}")


def starts(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The version that a feature starts at."""
    for name, feature in (subject.spec.features or {}).items():
        said = text(feature.starts_at_version)
        if said is not None:
            path = (*subject.path, "features", name, "startsAtVersion")
            yield from _start(subject, name, said, path)


def _start(subject: ResolvedDefinition, name: str, said: str, path: Path) -> Iterator[Finding]:
    key = KEY_OF_FEATURE.get(known_feature(name) or "")
    allowed: object = subject.spec.allow_update_image
    if _number(said) is None:
        yield Finding(STARTS, path, f"{show(said)} is no version such as 2.0.0")
    elif key is not None and getattr(subject.spec, fields(ImageDefinition)[key].name) is None:
        yield Finding(STARTS, path, f"{name} has no value that could start: {show(key)} is not given")
    elif allowed is None or allowed is False:
        message = f"{name} cannot change without allowUpdateImage: true"
        yield Finding(STARTS, path, message, weight=Severity.WARNING)


def reached(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Some declared version has the feature; of a definition with versions of others nothing is known."""
    if not any(definition.spec.features for definition in subject.definitions):
        return
    elsewhere = {version.definition_key for version in subject.external_versions}
    highest: dict[str, _Number] = {}
    for version in facts.versions:
        number = _number(version.key)
        if number is not None:
            highest[version.definition_key] = max(number, highest.get(version.definition_key, number))
    for definition in subject.definitions:
        here = highest.get(definition.key)
        if here and definition.key not in elsewhere and facts.is_whole("imageVersions", definition.key):
            yield from _reached(definition, here)


def _reached(definition: ResolvedDefinition, highest: _Number) -> Iterator[Finding]:
    for name, feature in (definition.spec.features or {}).items():
        start = _number(_start_of(feature))
        if start is not None and start > highest:
            path = (*definition.path, "features", name, "startsAtVersion")
            there = ".".join(part for _, part in highest)
            message = (
                f"{name} starts at {show(feature.starts_at_version)}, the highest version declared is {there}"
            )
            yield Finding(REACHED, path, message)


def _number(text: str) -> _Number | None:
    """A version number's parts, which compare as numbers do however long they are."""
    three = parts(text)
    return tuple((len(part), part) for part in three) if three else None


def _start_of(feature: ImageFeature) -> str:
    return text(feature.starts_at_version) or ""


CHECKS = (
    Check(ResolvedDefinition, names),
    Check(ResolvedDefinition, values),
    Check(ResolvedDefinition, starts),
    Check(Resolved, reached),
)
