"""Rules about the disks of a version or of a managed image, where each is given by itself."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from azure_image_gallery.azure.limits import GREATEST_LUN
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source import Vhd
from azure_image_gallery.spec.source_place import ResolvedDisk, SourcePlace

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
_LUN = f'give each data disk a number of its own, from "0" to "{GREATEST_LUN}"'

LUN_TWICE = _rule(
    code="SRC019",
    title="a logical unit number stands once in a version",
    why="The number is how a machine tells its data disks apart.",
    fix=_LUN,
)
LUN = _rule(
    code="SRC020",
    title=f"a logical unit number is a whole number from 0 to {GREATEST_LUN}",
    why="A machine numbers its data disks; how far depends on its size, and none goes further.",
    fix=_LUN,
    evidence=Evidence.DOCUMENTATION,
)
SOURCE_TWICE = _rule(
    code="SRC021",
    title="each disk of a version has a source of its own",
    why="Azure refuses the same source for two disks of a version.",
    fix="name another source for one of the two, or copy the source",
)
BLOB_TWICE = _rule(
    code="SRC022",
    title="the operating system disk and a data disk of a version are not made from the same blob",
    why="Azure refuses a blob that is the operating system disk and a data disk at once.",
    fix="give another blob for one of the two",
)
IMAGE_LUN = Rule(
    code="MIM010",
    title=f"a logical unit number stands once in a managed image, and is from 0 to {GREATEST_LUN}",
    why="The number is how a machine tells its data disks apart.",
    fix=_LUN,
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (LUN_TWICE, LUN, SOURCE_TWICE, BLOB_TWICE, IMAGE_LUN)

_LUN_RULES: Mapping[type, tuple[Rule, Rule]] = {
    ResolvedVersion: (LUN, LUN_TWICE),
    ResolvedManagedImage: (IMAGE_LUN, IMAGE_LUN),
}
_NUMBER = re.compile(r"0*([0-9]+)")


def number_of(lun: str) -> str | None:
    """A logical unit number without leading zeros, `None` if it is none; text, for it may be of any length."""
    found = _NUMBER.fullmatch(lun)
    return found[1] if found else None


def luns(subject: ResolvedVersion | ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The keys of data disks."""
    form, twice = _LUN_RULES[type(subject)]
    seen: dict[str, str] = {}
    for disk in subject.source.disks:
        if disk.lun is None:
            continue
        lun = number_of(disk.lun)
        if lun is None:
            message = f"{show(disk.lun)} is not a whole number from 0 to {GREATEST_LUN}"
            yield Finding(form, disk.path, message, on_key=True)
        elif len(lun) > len(str(GREATEST_LUN)) or int(lun) > GREATEST_LUN:
            # No page says that a higher number is refused; no machine has one.
            message = f"{show(disk.lun)} is above {GREATEST_LUN}"
            yield Finding(form, disk.path, message, on_key=True, weight=Severity.WARNING)
        elif seen.setdefault(lun, disk.lun) != disk.lun:
            message = f"{show(disk.lun)} is the same number as {show(seen[lun])}"
            yield Finding(twice, disk.path, message, on_key=True)


def sources(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """What each disk is made from."""
    seen: dict[tuple[str, str], ResolvedDisk] = {}
    for disk in subject.source.disks:
        for place in disk.places:
            key = _identity(place)
            first = seen.setdefault(key, disk) if key else disk
            if first is not disk:
                of_os = isinstance(place.value, Vhd) and first.lun is None
                rule = BLOB_TWICE if of_os else SOURCE_TWICE
                what = "osDisk" if first.lun is None else f"the data disk {show(first.lun)}"
                yield Finding(rule, place.path, f"the same {place.kind} as of {what}")


def _identity(place: SourcePlace) -> tuple[str, str] | None:
    """What is the same for two places that mean one thing; `None` where that is not known."""
    value = place.value.uri if isinstance(place.value, Vhd) else place.value
    if not isinstance(value, str):
        return None
    return place.kind, value.casefold() if value.startswith("/") else value


CHECKS = (
    Check(ResolvedVersion, luns),
    Check(ResolvedManagedImage, luns),
    Check(ResolvedVersion, sources),
)
