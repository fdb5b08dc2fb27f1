"""The facts that are not declared, and the rules that stay undecided for it.

A rule names in `needs` where the facts are declared that decide it. What follows from the declaration itself, such
as the state of an image that is declared beside what is made from it, is not missing. Nor is a fact about what is
not there: about a disk of a source that is given whole, or about what something else makes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast, get_args, get_origin

from azure_image_gallery.rules import source_facts, source_relevance
from azure_image_gallery.rules.behind import os_kind, os_place
from azure_image_gallery.rules.disk_size import sizes
from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.guest_relevance import asks
from azure_image_gallery.rules.meaningless_facts import means_something
from azure_image_gallery.rules.rule import Rule
from azure_image_gallery.rules.shape import Field, fields, is_model, kind_of
from azure_image_gallery.rules.source_facts import Fact
from azure_image_gallery.rules.tenant_facts import facts_of_no_tenant
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Made, Resolved, ResolvedDefinition
from azure_image_gallery.spec.source_place import COMMUNITY_IMAGE, IMAGE_VERSION

ANY = "*"
"""In a need: every key of a map, and of the maps in it; every item of a list."""
_GUEST = "guest"
_SOURCE = "source"
_IN_SEVERAL = (IMAGE_VERSION, COMMUNITY_IMAGE)


def _size(made: Made, facts: Facts) -> Fact:
    """The size of the operating system disk behind a source."""
    os = os_place(made.source)
    known = (fact for place, _, fact in sizes(made, facts) if place is os)
    return next(known, Fact(None, made.path))


def _region(made: Made, _: Facts) -> Fact:
    """Where a source is: that of an entry stands there, and a version that is replicated is in several."""
    place = os_place(made.source)
    follows = place is not None and (place.address is not None or place.kind in _IN_SEVERAL)
    return Fact(True if follows else None, made.path)


_FOLLOWS: Mapping[str, Callable[[Made, Facts], Fact]] = {
    "osState": source_facts.os_state,
    "hyperVGeneration": source_facts.generation,
    "architecture": source_facts.architecture,
    "securityType": source_facts.security_type,
    "location": _region,
    "diskSizeGB": _size,
    "osType": source_facts.os_type,
    "purchasePlan": source_facts.purchase_plan,
    "azureDiskEncryption": source_facts.azure_disk_encryption,
    "diskControllerType": source_facts.disk_controller,
}
"""What may follow from the entry that a source names."""
Needs: TypeAlias = Mapping[tuple[str, ...], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Undeclared:
    """What is not declared, and who asks for it."""

    facts: tuple[Path, ...] = ()
    """Where each would be declared, in the order of the declaration's keys."""
    rules: tuple[str, ...] = ()
    """The codes of the rules that stay undecided somewhere, sorted."""


def needs(rules: Iterable[Rule]) -> Needs:
    """The codes that need a fact, by where it is declared: `("imageVersions", "*", "source", "osState")`."""
    found: dict[tuple[str, ...], list[str]] = {}
    for rule in rules:
        for need in rule.needs:
            found.setdefault(tuple(need.split(".")), []).append(rule.code)
    return found


def field_of(pattern: Sequence[str]) -> tuple[type[Model], Field] | None:
    """The model and the field that a need names; `None` where it names none."""
    kind: Any = Declaration
    found: tuple[type[Model], Field] | None = None
    for position, part in enumerate(pattern):
        if part == ANY:
            while get_origin(kind) in (dict, list):
                kind = kind_of(get_args(kind)[-1])
                if pattern[position + 1 : position + 2] == (ANY,):
                    break
            found = None
        else:
            field = fields(kind).get(part) if is_model(kind) else None
            if field is None:
                return None
            found, kind = (kind, field), field.kind
    return found


def undeclared(resolved: Resolved, rules: Iterable[Rule]) -> Undeclared:
    """What is missing for the rules to be decided."""
    missing: dict[Path, Sequence[str]] = {}
    facts, external = Facts(resolved, datetime.now(UTC)), frozenset(_external(resolved))
    of_no_tenant = facts_of_no_tenant(resolved)
    definitions = {definition.path: definition for definition in resolved.definitions}
    for pattern, codes in needs(rules).items():
        for path in _absent(resolved.declaration, pattern, ()):
            if of_no_tenant(path) or not external.isdisjoint((path[:2], path[:3])):
                continue
            asking = [code for code in codes if _asks(code, path, definitions, facts)]
            if asking and not _follows(path, resolved, facts):
                missing[path] = [*missing.get(path, ()), *asking]
    return Undeclared(tuple(missing), tuple(sorted({code for codes in missing.values() for code in codes})))


def _asks(code: str, path: Path, definitions: Mapping[Path, ResolvedDefinition], facts: Facts) -> bool:
    """Whether a rule would ask for a fact, given what is declared already."""
    made = _made(path, facts.resolved)
    if made is not None:
        return source_relevance.asks(code, made, facts)
    subject = definitions.get(path[:2])
    return subject is None or _GUEST not in path or asks(code, str(path[-1]), subject)


def _absent(at: object, pattern: Sequence[str], path: Path) -> Iterator[Path]:
    """The places that a pattern names and where nothing is declared."""
    if not pattern:
        return
    first, rest = pattern[0], pattern[1:]
    if first == ANY:
        for key, inner in _children(at):
            nested = _is_map(inner) and bool(rest) and rest[0] != ANY
            yield from _absent(inner, pattern if nested else rest, (*path, key))
    elif isinstance(at, Model):
        yield from _absent_in(at, first, rest, (*path, first))


def _absent_in(model: Model, key: str, rest: Sequence[str], path: Path) -> Iterator[Path]:
    value = getattr(model, fields(type(model))[key].name)
    if value is not None:
        yield from _absent(value, rest, path)
    elif not rest or _GUEST in path:
        yield (*path, *rest)


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


def _children(at: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(at, Mapping):
        yield from cast("Mapping[str, object]", at).items()
    elif isinstance(at, list | tuple):
        yield from enumerate(cast("Sequence[object]", at))


def _external(resolved: Resolved) -> Iterator[Path]:
    """What something else makes, nothing of which is asked."""
    yield from (version.path for version in resolved.external_versions)
    yield from (each.path for each in resolved.definitions if each.spec.external_versions is True)


def _made(path: Path, resolved: Resolved) -> Made | None:
    """What is made from the source that a fact is about."""
    return resolved.made.get(tuple(map(str, path[:-2]))) if path[-2:-1] == (_SOURCE,) else None


def _follows(path: Path, resolved: Resolved, facts: Facts) -> bool:
    """Whether a fact about a source follows from what is declared elsewhere, or is none about such a source."""
    if path[-2:-1] != (_SOURCE,):
        return False
    made, key = _made(path, resolved), str(path[-1])
    if made is None or not any(made.source.every):
        return True  # nothing is made from anything there
    if not means_something(key, os_kind(made.source)):
        return True  # it could not be true of such a source
    follow = _FOLLOWS.get(key)
    return follow is not None and follow(made, facts).value is not None
