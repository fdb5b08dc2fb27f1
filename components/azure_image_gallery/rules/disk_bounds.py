"""Rules about the size and the storage of managed disks and snapshots."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import DISK_SIZE, LARGE_DISK_SIZE
from azure_image_gallery.rules.disk_size import sizes
from azure_image_gallery.rules.disk_source import Disk
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.enums import DiskStorage
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/disks-types", evidence=Evidence.DOCUMENTATION)

GROWS = _rule(
    code="DSK019",
    title="a disk or a snapshot is not smaller than its source",
    why="A size that is given beside a source is a change of size, and a disk can only grow.",
    fix="give the source's size or more, or leave diskSizeGB out",
    docs="https://learn.microsoft.com/rest/api/compute/disks/create-or-update",
)
SIZE = _rule(
    code="DSK020",
    title=f"a disk has 1 to {DISK_SIZE} GiB, an Ultra disk or a Premium SSD v2 up to {LARGE_DISK_SIZE}",
    why="Azure has no smaller and no larger disks.",
    fix="give a size within the bounds",
)
ZONE = _rule(
    code="DSK021",
    title="a disk is in at most one zone, and a zone-redundant one in none",
    why="A disk lies in one zone, but for those whose storage is spread over the zones.",
    fix="keep one zone, or none with Premium_ZRS and StandardSSD_ZRS",
    docs=f"{_LEARN}/disks-redundancy",
    evidence=Evidence.SERVER,
)
DATA_ONLY = _rule(
    code="DSK022",
    title="an Ultra disk or a Premium SSD v2 is no operating system disk",
    why="These two kinds of storage are there for data only.",
    fix="choose another storageAccountType for an operating system disk",
)
FULL_SNAPSHOT = _rule(
    code="DSK023",
    title="a snapshot of an Ultra disk or of a Premium SSD v2 is incremental",
    why="Azure makes no full snapshots of disks of these two kinds.",
    fix="set incremental to true",
    docs=f"{_LEARN}/disks-incremental-snapshots",
    evidence=Evidence.SERVER,
)
RULES = (GROWS, SIZE, ZONE, DATA_ONLY, FULL_SNAPSHOT)

LARGE = frozenset({DiskStorage.ULTRA_SSD_LRS, DiskStorage.PREMIUM_V2_LRS})
_SMALL = frozenset(DiskStorage) - LARGE
_SPREAD = frozenset({DiskStorage.PREMIUM_ZRS, DiskStorage.STANDARD_SSD_ZRS})
_ZONES = ("1", "2", "3")


def size(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """The size, for itself and beside the source's."""
    given, path = number(subject.spec.disk_size_gb), (*subject.path, "diskSizeGB")
    if given is None:
        return
    is_small = isinstance(subject, ResolvedManagedDisk) and subject.spec.storage_account_type in _SMALL
    greatest = DISK_SIZE if is_small else LARGE_DISK_SIZE
    if not 1 <= given <= greatest:
        yield Finding(SIZE, path, f"{show(given)} is given, 1 to {greatest} are allowed")
        return
    for _, least, fact in sizes(subject, facts):
        if given < least:
            yield Finding(GROWS, path, f"{given} is given, the source has {show(least)}{fact.origin}")


def zones(subject: ResolvedManagedDisk, _: Facts) -> Iterator[Finding]:
    """The availability zone."""
    given, storage, path = subject.spec.zones, subject.spec.storage_account_type, (*subject.path, "zones")
    if not given:
        return
    if storage in _SPREAD:
        yield Finding(ZONE, path, f"a disk in {storage} is in no single zone, {listed(given)} is given")
    elif len(given) > 1:
        yield Finding(ZONE, path, f"{len(given)} zones are given, a disk is in one")
    elif given[0] not in _ZONES:
        yield Finding(ZONE, (*path, 0), f"{show(given[0])} is no zone, allowed: {listed(_ZONES)}")


def data_only(subject: ResolvedManagedDisk, _: Facts) -> Iterator[Finding]:
    """Storage that takes no operating system."""
    storage = subject.spec.storage_account_type
    if storage in LARGE and isinstance(subject.spec.os_type, str):
        path = (*subject.path, "storageAccountType")
        yield Finding(
            DATA_ONLY, path, f"{storage} is for data disks only, osType {subject.spec.os_type} is given"
        )


def full_snapshot(subject: ResolvedSnapshot, facts: Facts) -> Iterator[Finding]:
    """A full snapshot of a disk that gives incremental ones only."""
    only = subject.source.only
    made = facts.made(only.address) if only is not None and only.address is not None else None
    if only is None or not isinstance(made, ResolvedManagedDisk) or subject.spec.incremental is not False:
        return
    storage = made.spec.storage_account_type
    if storage in LARGE:
        message = f"a disk in {storage} gives incremental snapshots only, a full one is asked for"
        yield Finding(FULL_SNAPSHOT, only.path, message)


CHECKS = (
    Check(ResolvedManagedDisk, size),
    Check(ResolvedSnapshot, size),
    Check(ResolvedManagedDisk, zones),
    Check(ResolvedManagedDisk, data_only),
    Check(ResolvedSnapshot, full_snapshot),
)
