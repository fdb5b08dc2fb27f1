"""Names that lead nowhere. A resource group never does: one that is not declared exists already."""

from collections.abc import Callable, Iterator, Mapping

from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.rules.configuration import UNRESOLVED_NAME
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import CIRCLE
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import hint, show
from azure_image_gallery.spec import making
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.resolved import (
    Made,
    Resolved,
    ResolvedApplicationVersion,
    ResolvedAssignment,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import IMAGE_VERSION, Address

_DECLARED: dict[str, Callable[[Declaration], Mapping[str, object]]] = {
    "managedImages": lambda declaration: declaration.managed_images,
    "managedDisks": lambda declaration: declaration.managed_disks,
    "snapshots": lambda declaration: declaration.snapshots,
    "imageVersions": lambda declaration: declaration.image_versions,
}
_VERSION_FORMS = "neither imageVersions/<definition>/<version> nor an id"


def definitions(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Versions of a definition that is not declared."""
    declared = subject.declaration.image_definitions
    for key in subject.declaration.image_versions:
        path = ("imageVersions", key)
        yield from _name(facts, path, key, (("imageDefinitions",), declared), on_key=True)


def applications(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Versions of an application that is not declared."""
    declared = subject.declaration.applications
    for key in subject.declaration.application_versions:
        path = ("applicationVersions", key)
        yield from _name(facts, path, key, (("applications",), declared), on_key=True)


def sources(subject: Made, facts: Facts) -> Iterator[Finding]:
    """What something is made from, where that is a name and not an id."""
    for place in subject.source.every:
        if place.gallery is not None and isinstance(subject, ResolvedVersion):
            declared = facts.resolved.declaration.galleries
            yield from _name(facts, place.path, place.gallery, (("galleries",), declared))
        elif place.address is not None:
            yield from _entry(facts, place.path, place.address)
        elif isinstance(place.value, str) and not place.value.startswith("/") and place.kind == IMAGE_VERSION:
            more = ", nor a name under galleries" if isinstance(subject, ResolvedVersion) else ""
            message = f"{show(place.value)} is no version: {_VERSION_FORMS}{more}"
            yield Finding(UNRESOLVED_NAME, place.path, message)


def _entry(facts: Facts, path: Path, address: Address) -> Iterator[Finding]:
    """An entry, wherever it is declared; for a version, its definition first."""
    where, key, *version = address
    declared = _DECLARED[where](facts.resolved.declaration)
    if not version or key not in declared:
        yield from _name(facts, path, key, ((where,), declared))
    else:
        versions = facts.resolved.declaration.image_versions[key]
        yield from _name(facts, path, version[0], ((where, key), versions))


def circle(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Nothing is made from itself, however many steps lie between."""
    found = making.circle(subject)
    if found:
        first = min(found)
        part = subject.made[first]
        shown = " from ".join("/".join(address) for address in (*found, found[0]))
        yield Finding(CIRCLE, part.source.path, f"made from itself: {shown}")


def region_set(subject: ResolvedVersion | ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """The region set, and what is said about its regions."""
    name: object = subject.spec.region_set
    if isinstance(name, str):
        path = (*subject.path, "regionSet")
        yield from _name(facts, path, name, (("regionSets",), subject.region_sets))
    if name is None and facts.is_whole(*subject.path, "regionSet"):
        yield from _regions(subject, [])
    elif isinstance(name, str) and name in subject.region_sets and facts.is_whole("regionSets", name):
        yield from _regions(subject, [entry.name for entry in subject.region_sets[name]])


def _regions(subject: ResolvedVersion | ResolvedApplicationVersion, known: list[str]) -> Iterator[Finding]:
    if subject.spec.region_overrides is None and subject.spec.except_regions is None:
        return
    members = set(known)
    for key in subject.spec.region_overrides or {}:
        if canonical_region(key) not in members:
            path = (*subject.path, "regionOverrides", key)
            yield _finding(path, key, _of_the_set(key, known), on_key=True)
    for position, name in enumerate(subject.spec.except_regions or ()):
        if name not in members:
            path = (*subject.path, "exceptRegions", position)
            yield _finding(path, name, _of_the_set(name, known))


def _of_the_set(name: str, known: list[str]) -> str:
    return (
        f"is not a region of the set, {hint(name, known)}"
        if known
        else "is given, and no regionSet to say it of"
    )


def principal(subject: ResolvedAssignment, facts: Facts) -> Iterator[Finding]:
    """The principal of an assignment."""
    declared = facts.resolved.declaration.principals
    yield from _name(facts, subject.principal_path, subject.principal, (("principals",), declared))


def scope(subject: ResolvedAssignment, facts: Facts) -> Iterator[Finding]:
    """What a scope names. One that follows no grammar is another rule's."""
    declaration = facts.resolved.declaration
    match subject.scope.split("/"):
        case ["imageDefinitions", key] if key:
            yield from _name(
                facts, subject.scope_path, key, (("imageDefinitions",), declaration.image_definitions)
            )
        case ["imageVersions", key, version] if version and key in declaration.image_versions:
            versions = declaration.image_versions[key]
            yield from _name(facts, subject.scope_path, version, (("imageVersions", key), versions))
        case ["imageVersions", key, version] if key and version:
            yield from _name(facts, subject.scope_path, key, (("imageVersions",), declaration.image_versions))
        case _:
            pass


def _name(
    facts: Facts,
    path: Path,
    name: str,
    declared: tuple[tuple[str, ...], Mapping[str, object]],
    *,
    on_key: bool = False,
) -> Iterator[Finding]:
    where, entries = declared
    if name not in entries and facts.is_whole(*where, name):
        message = f"is not declared under {format_path(where)}, {facts.hint(name, where, entries)}"
        yield _finding(path, name, message, on_key=on_key)


def _finding(path: Path, name: str, message: str, *, on_key: bool = False) -> Finding:
    return Finding(UNRESOLVED_NAME, path, f"{show(name)} {message}", on_key=on_key)


_MADE = (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)

CHECKS = (
    Check(Resolved, definitions),
    Check(Resolved, applications),
    Check(Resolved, circle),
    *(Check(kind, sources) for kind in _MADE),
    Check(ResolvedVersion, region_set),
    Check(ResolvedApplicationVersion, region_set),
    Check(ResolvedAssignment, principal),
    Check(ResolvedAssignment, scope),
)
