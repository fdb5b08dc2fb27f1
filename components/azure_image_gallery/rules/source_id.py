"""Rules about the ids of sources: whole, and of the right type."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import resource_type
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.source_facts import MANAGED_IMAGE, SNAPSHOT, VIRTUAL_MACHINE, places
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolve import ResolvedManagedImage, ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    evidence=Evidence.SERVER,
)

TYPE = _rule(
    code="SRC003",
    title="a source's id is of the type its key names",
    why="Azure refuses the id of another type of resource as the source.",
    fix="give the id of such a resource, or use the key that fits the id",
)
DISK_TYPE = _rule(
    code="SRC004",
    title="a disk's source is a managed disk or a snapshot",
    why="Azure refuses the id of another type of resource as a disk's source.",
    fix="give the id of a snapshot, or use the key that fits the id",
)
WHOLE = _rule(
    code="SRC005",
    title="a source's id is whole",
    why="Azure asks for the full id, from the subscription to the name.",
    fix="give the id as /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/…",
)
RULES = (TYPE, DISK_TYPE, WHOLE)

_TYPES = {
    MANAGED_IMAGE: "Microsoft.Compute/images",
    VIRTUAL_MACHINE: "Microsoft.Compute/virtualMachines",
    SNAPSHOT: "Microsoft.Compute/snapshots",
}


def of_version(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """The ids of a version's source; a managed image may be a name instead."""
    for key, value in places(subject.spec.source).items():
        if key != MANAGED_IMAGE or (isinstance(value, str) and value.startswith("/")):
            yield from _id((*subject.path, "source"), key, value)


def of_managed_image(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The id of a managed image's source."""
    yield from _id((*subject.path, "source"), VIRTUAL_MACHINE, subject.spec.source.virtual_machine)


def _id(path: Path, key: str, value: object) -> Iterator[Finding]:
    if not isinstance(value, str):
        return
    found = resource_type(value)
    if found is None:
        yield Finding(WHOLE, (*path, key), f"{show(value)} is not a whole resource id")
    elif found.casefold() != _TYPES[key].casefold():
        rule = DISK_TYPE if key == SNAPSHOT else TYPE
        yield Finding(rule, (*path, key), f"an id of {show(found)} is given, {_TYPES[key]} is wanted")


CHECKS = (Check(ResolvedVersion, of_version), Check(ResolvedManagedImage, of_managed_image))
