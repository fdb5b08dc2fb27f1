"""Rules about what the replicas of a version are encrypted with: the same disks in every region, by sets there."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.behind import os_place
from azure_image_gallery.rules.encrypted import EncryptedDisk, encrypted_disks
from azure_image_gallery.rules.encryption_reference import reference
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.luns import luns_of
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.source_disks import number_of
from azure_image_gallery.rules.source_encryption import VERSION
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import COMMUNITY_IMAGE, IMAGE_VERSION, VHD

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/troubleshooting-shared-images", evidence=Evidence.SERVER)

OS_DISK = _rule(
    code="ENC003",
    title="an operating system disk that is encrypted in one region is encrypted in every target region",
    why="Once an image has a customer's key, Azure keeps no replica of it without one.",
    fix="give the region a set of its own under encryption.osDisk, or leave the set out everywhere",
)
DATA_DISK = _rule(
    code="ENC004",
    title="a data disk that is encrypted in one region is encrypted in every target region",
    why="Once an image has a customer's key, Azure keeps no replica of it without one.",
    fix="give the region a set of its own under encryption.dataDisks, or leave the set out everywhere",
)
LUN = _rule(
    code="ENC005",
    title="the data disks that are encrypted are data disks of the image",
    why="Azure finds a data disk by its logical unit number, and refuses one that the image does not have.",
    fix="use the numbers of the version's own data disks",
)
LUN_TWICE = _rule(
    code="ENC006",
    title="a data disk stands once in a region's encryption",
    why="Azure refuses the same number twice, however it is written.",
    fix="keep one of the two entries",
)
SOURCE = _rule(
    code="ENC009",
    title="what is encrypted is made from a machine, a disk, a snapshot or a managed image",
    why="Azure refuses encryption of what comes from a VHD or from another version; of a VHD, pages disagree.",
    fix="make a disk, a snapshot or a managed image of the source first, or leave the encryption out",
)
SHALLOW = _rule(
    code="REP015",
    title="a shallow version is not encrypted with a disk encryption set",
    why="A shallow version is a reference to its source, and no copy that a key could encrypt.",
    fix="leave the encryption out, or set replicationMode to Full",
    docs=f"{_LEARN}/shared-image-galleries#shallow-replication",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (OS_DISK, DATA_DISK, LUN, LUN_TWICE, SOURCE, SHALLOW)

_UNENCRYPTED = {
    VHD: ("a VHD", Severity.WARNING),
    IMAGE_VERSION: ("an image version", Severity.ERROR),
    COMMUNITY_IMAGE: ("a community image", Severity.ERROR),
}


def references(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Where each set leads."""
    for disk in encrypted_disks(subject, facts):
        for path, value in disk.sets:
            yield from reference(path, value, facts)


def everywhere(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The same disks in each target region."""
    disks = [disk for disk in encrypted_disks(subject, facts) if disk.region and disk.has_set]
    if not disks:
        return
    there = {(disk.number, disk.region.path) for disk in disks if disk.region}
    first: dict[str | None, EncryptedDisk] = {}
    for disk in disks:
        first.setdefault(disk.number, disk)
    for region in facts.regions(subject) or ():
        for number, one in first.items():
            if (number, region.path) not in there:
                path = region.path if region.encryption is None else region.encryption_path
                what = "the operating system disk" if number is None else f"the data disk {show(number)}"
                message = f"{what} is encrypted in {show(one.place)}, and not in {show(region.name)}"
                yield Finding(OS_DISK if number is None else DATA_DISK, path, message)


def luns(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The numbers of data disks."""
    there = luns_of(subject, facts)
    seen: dict[tuple[object, str], str] = {}
    for disk in encrypted_disks(subject, facts):
        if disk.lun is None:
            continue
        number = number_of(disk.lun)
        if number is None:
            message = f"{show(disk.lun)} is no number of a data disk"
            yield Finding(LUN, disk.path, message, on_key=True)
        elif seen.setdefault((disk.path[:-1], number), disk.lun) != disk.lun:
            message = f"{show(disk.lun)} is the same number as {show(seen[disk.path[:-1], number])}"
            yield Finding(LUN_TWICE, disk.path, message, on_key=True)
        elif there is not None and number not in {str(one) for one in there}:
            names = f"it has {listed(map(str, sorted(there)))}" if there else "it has none"
            message = f"the image has no data disk {show(disk.lun)}, {names}"
            yield Finding(LUN, disk.path, message, on_key=True)


def source(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """What an encrypted version is made from."""
    disks = [disk for disk in encrypted_disks(subject, facts) if disk.has_set]
    places = [os_place(subject.source), *(p for disk in subject.source.disks for p in disk.places)]
    if not disks or (subject.source.places and subject.source.disks):
        return
    place = next((one for one in places if one is not None and one.kind in _UNENCRYPTED), None)
    if place is not None:
        what, weight = _UNENCRYPTED[place.kind]
        message = f"the version is encrypted, and {what} cannot be what an encrypted version is made from"
        yield Finding(SOURCE, place.path, message, weight=weight)


def chained(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A version that is made from one that is declared, and encrypted."""
    place = os_place(subject.source)
    made = facts.made(place.address) if place is not None and place.address is not None else None
    if place is None or not isinstance(made, ResolvedVersion) or subject.source.facts.encrypted is not None:
        return
    if any(disk.has_set for disk in encrypted_disks(made, facts)):
        message = f"{show(place.value)} is encrypted, and cannot be the source of another version"
        yield Finding(VERSION, place.path, message)


def shallow(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A shallow version with a set."""
    if subject.spec.replication_mode is ReplicationMode.SHALLOW:
        for disk in encrypted_disks(subject, facts):
            for path, _ in disk.sets:
                yield Finding(SHALLOW, path, "a set is given, a shallow version is not encrypted with one")


CHECKS = tuple(
    Check(ResolvedVersion, run) for run in (references, everywhere, luns, source, chained, shallow)
)
