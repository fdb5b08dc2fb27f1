"""Rules about how the source of a version or of a managed image is given: once, whole or disk by disk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source_place import OS_DISK, ResolvedDisk, ResolvedSource, SourcePlace

_version = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    evidence=Evidence.SERVER,
)
_image = partial(
    Rule,
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)
WHOLE_OR_DISKS = _version(
    code="SRC001",
    title="a version's source is given either whole or disk by disk",
    why="Azure takes a source for all disks, or one for each disk beginning with osDisk, and not both.",
    fix="give one source for everything, or osDisk and, beside it, dataDisks",
)
ONE = _version(
    code="SRC002",
    title="a version, or each of its disks, has exactly one source",
    why="A version is made from one virtual machine, image or disk, or disk by disk.",
    fix="give exactly one of the keys that are named",
)
IMAGE_SOURCE = _image(
    code="MIM007",
    title="a managed image has exactly one source, whole or disk by disk",
    why="A managed image is made from one virtual machine or disk, or disk by disk.",
    fix="give exactly one of virtualMachine, disk, snapshot, vhd and osDisk",
)
IMAGE_OS_DISK = _image(
    code="MIM008",
    title="the data disks of a managed image stand beside its osDisk",
    why="A managed image that is given disk by disk has an operating system disk first.",
    fix="add osDisk, or give a virtual machine, whose data disks come along",
)
IMAGE_DISK_SOURCE = _image(
    code="MIM009",
    title="each disk of a managed image has exactly one source",
    why="A disk of an image is made from one managed disk, snapshot or VHD.",
    fix="give exactly one of disk, snapshot and vhd",
)
RULES = (WHOLE_OR_DISKS, ONE, IMAGE_SOURCE, IMAGE_OS_DISK, IMAGE_DISK_SOURCE)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What a resource's source may be, and the rules that say so."""

    kinds: str
    one: Rule
    not_both: Rule
    os_disk_first: Rule
    one_a_disk: Rule


_DISK_KINDS = "disk, snapshot, vhd"
_GRAMMARS: Mapping[type, _Grammar] = {
    ResolvedVersion: _Grammar(
        "managedImage, virtualMachine, disk, snapshot, imageVersion, communityImage, vhd, osDisk",
        ONE,
        WHOLE_OR_DISKS,
        WHOLE_OR_DISKS,
        ONE,
    ),
    ResolvedManagedImage: _Grammar(
        "virtualMachine, disk, snapshot, vhd, osDisk",
        IMAGE_SOURCE,
        IMAGE_SOURCE,
        IMAGE_OS_DISK,
        IMAGE_DISK_SOURCE,
    ),
}


def source(subject: ResolvedVersion | ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """One source, not none and not two, and for each disk one."""
    grammar, given = _GRAMMARS[type(subject)], subject.source
    if given.only is not None or not facts.is_whole(*given.path):
        return
    if (
        not given.places
        and not given.disks
        and isinstance(subject, ResolvedVersion)
        and not facts.is_ours(subject)
    ):
        return
    kinds = [place.kind for place in given.places]
    if given.disks and kinds:
        message = (
            f"{_listed(kinds)} and {_first_disk(given.disks[0])} are given, whole or disk by disk is wanted"
        )
        yield Finding(grammar.not_both, given.path, message)
    elif not given.disks:
        yield _wrong_number(grammar.one, given.path, given.places, grammar.kinds)
    elif given.disks[0].lun is not None:
        message = f"dataDisks are given without {OS_DISK}"
        yield Finding(grammar.os_disk_first, given.path, message)
    else:
        yield from _each_disk(grammar.one_a_disk, given)


def _first_disk(disk: ResolvedDisk) -> str:
    return str(disk.path[-1] if disk.lun is None else disk.path[-2])


def _each_disk(rule: Rule, given: ResolvedSource) -> Iterator[Finding]:
    for disk in given.disks:
        if len(disk.places) != 1:
            yield _wrong_number(rule, disk.path, disk.places, _DISK_KINDS)


def _wrong_number(rule: Rule, path: Path, places: tuple[SourcePlace, ...], kinds: str) -> Finding:
    said = f"{_listed([place.kind for place in places])} are given" if places else "no source is given"
    return Finding(rule, path, f"{said}, exactly one of {kinds} is wanted")


def _listed(kinds: list[str]) -> str:
    return " and ".join(kinds)


CHECKS = (Check(ResolvedVersion, source), Check(ResolvedManagedImage, source))
