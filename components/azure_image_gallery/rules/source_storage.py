"""Rules about the storage of the disks that a version is made from."""

from collections.abc import Iterator, Mapping
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import DiskStorage
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedVersion
from azure_image_gallery.spec.source import CaptureFacts

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_FIX = "copy the disk's content to a disk in other storage, and name that as the source"
_rule = partial(Rule, fix=_FIX, needs=("imageVersions.*.*.source.diskStorage",))

ULTRA = _rule(
    code="SRC028",
    title="a version is not made from an Ultra disk",
    why="Azure makes no image of a disk in UltraSSD_LRS.",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
PREMIUM_V2 = _rule(
    code="SRC029",
    title="a version is not made from a Premium SSD v2",
    why="Disks in PremiumV2_LRS cannot be used with a compute gallery.",
    docs=f"{_LEARN}/disks-types",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (ULTRA, PREMIUM_V2)

_UNFIT: Mapping[DiskStorage, Rule] = {
    DiskStorage.ULTRA_SSD_LRS: ULTRA,
    DiskStorage.PREMIUM_V2_LRS: PREMIUM_V2,
}


def storage(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Each disk that is declared beside the version."""
    for place in subject.source.every:
        made = facts.made(place.address) if place.address is not None else None
        said = made.spec.storage_account_type if isinstance(made, ResolvedManagedDisk) else None
        if said is not None and said in _UNFIT:
            message = f"{show(place.value)} is kept in {said}, of which no version is made"
            yield Finding(_UNFIT[said], place.path, message)


def said(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """What is said beside a machine or a disk that exists."""
    beside = subject.source.facts
    given = beside.disk_storage if isinstance(beside, CaptureFacts) else None
    for at, kind in enumerate(given or ()):
        if kind in _UNFIT:
            path = (*subject.source.path, "diskStorage", at)
            yield Finding(_UNFIT[kind], path, f"a disk is kept in {kind}, of which no version is made")


CHECKS = (Check(ResolvedVersion, storage), Check(ResolvedVersion, said))
