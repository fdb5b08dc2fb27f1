"""Rules about the keys of the declaration's maps, where they name things."""

from collections.abc import Iterable, Iterator, Mapping

from azure_image_gallery.rules.configuration import BAD_KEY
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.names import KEY, Named, wrong_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import (
    Resolved,
    ResolvedApplication,
    ResolvedDefinition,
)
from azure_image_gallery.spec.resource_group import ResourceGroup

SAME_NAME = Rule(
    code="GAL005",
    title="two entries never come to one name in Azure",
    why="Azure tells names apart without regard to case: the second would change the first.",
    fix="give one of the two another name",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (SAME_NAME,)


def keys(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Letters, digits, dots, underscores and hyphens. Versions have a rule of their own."""
    declaration = subject.declaration
    for name, entries in (
        ("resourceGroups", declaration.resource_groups),
        ("regionSets", declaration.region_sets),
        ("imageDefinitions", declaration.image_definitions),
        ("managedImages", declaration.managed_images),
        ("managedDisks", declaration.managed_disks),
        ("snapshots", declaration.snapshots),
        ("diskEncryptionSets", declaration.disk_encryption_sets),
        ("applications", declaration.applications),
        ("galleries", declaration.galleries),
        ("principals", declaration.principals),
    ):
        yield from _keys((name,), entries)
    yield from _keys(("sharing", "roleAssignments"), declaration.sharing.role_assignments)


def _keys(path: tuple[str, ...], entries: Iterable[str]) -> Iterator[Finding]:
    for key in entries:
        if not KEY.fullmatch(key):
            wrong = wrong_name(key, len(key), first="._-")
            yield Finding(BAD_KEY, (*path, key), wrong or f"{show(key)} cannot be a key", on_key=True)


def same_name(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Definitions in the gallery; images, disks, snapshots and encryption sets each in their resource group."""
    yield from _same_name(subject.definitions)
    yield from _same_name(subject.applications)
    yield from _same_name(subject.managed_images)
    yield from _same_name(subject.managed_disks)
    yield from _same_name(subject.snapshots)
    yield from _same_name([one for one in subject.encryption_sets if not one.exists])
    yield from _same_groups(subject.declaration.resource_groups)


def _same_groups(groups: Mapping[str, ResourceGroup]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, group in groups.items():
        name = text(key if group.name is None else group.name)
        first = key if name is None else seen.setdefault(name.casefold(), key)
        if first != key:
            path = ("resourceGroups", key) if group.name is None else ("resourceGroups", key, "name")
            message = f"{show(name)} is the name of {show(first)} in Azure already"
            yield Finding(SAME_NAME, path, message, on_key=group.name is None)


def _same_name(entries: Iterable[Named]) -> Iterator[Finding]:
    seen: dict[tuple[object, str], str] = {}
    for entry in entries:
        name = text(entry.name)
        if name is None:
            continue
        group = None if isinstance(entry, ResolvedDefinition | ResolvedApplication) else entry.resource_group
        first = seen.setdefault((str(group).casefold(), name.casefold()), entry.key)
        if first != entry.key:
            path = entry.path if entry.spec.name is None else (*entry.path, "name")
            message = f"{show(name)} is the name of {show(first)} in Azure already"
            yield Finding(SAME_NAME, path, message, on_key=entry.spec.name is None)


CHECKS = (Check(Resolved, keys), Check(Resolved, same_name))
