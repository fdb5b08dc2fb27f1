"""Rules about what encrypts managed disks, snapshots and managed images, and where its key is."""

from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

from azure_image_gallery.rules.encryption_reference import reference
from azure_image_gallery.rules.facts import Check, Facts, differ, is_known
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.disk_enums import DiskEncryptionType, DiskSecurityType
from azure_image_gallery.spec.encryption_sets import find_disk_encryption_set
from azure_image_gallery.spec.managed_image import ManagedImageDisk
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedManagedImage, ResolvedSnapshot
from azure_image_gallery.spec.unknown import Unknown

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/disk-encryption", evidence=Evidence.DOCUMENTATION)
Disk: TypeAlias = ResolvedManagedDisk | ResolvedSnapshot

ONE_SET = _rule(
    code="DSK013",
    title="a disk and its incremental snapshots are encrypted with one disk encryption set",
    why="An incremental snapshot holds the difference to the one before, under the same key.",
    fix="give the snapshot the disk's diskEncryptionSet",
)
OWN_KEY = _rule(
    code="DSK031",
    title="encryption with a customer's key names a disk encryption set, and only that does",
    why="The set says which key it is; the platform's own key is no encryption type of a set.",
    fix="give a diskEncryptionSet, or choose EncryptionAtRestWithPlatformKey without one",
    docs="https://learn.microsoft.com/rest/api/compute/disks/create-or-update#encryptiontype",
)
GUEST_KEY = _rule(
    code="DSK032",
    title="a confidential disk under a customer's key names a disk encryption set, and only that does",
    why="The key for the machine's guest state and disk is the set's.",
    fix="give securityProfile.diskEncryptionSet beside ConfidentialVM_DiskEncryptedWithCustomerKey, and only there",
    docs="https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview",
)
REGION = _rule(
    code="DSK036",
    title="a disk or a snapshot is in the region of its disk encryption set",
    why="Azure encrypts with keys of the same region only.",
    fix="name a set of the disk's region",
    docs=f"{_LEARN}/disk-encryption#restrictions",
)
IMAGE_REGION = _rule(
    code="MIM020",
    title="a managed image is in the region of its disk encryption set",
    why="Azure encrypts with keys of the same region only.",
    fix="name a set of the image's region",
)
RULES = (ONE_SET, OWN_KEY, GUEST_KEY, REGION, IMAGE_REGION)
_KEY = "diskEncryptionSet"


def encryption(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """The kind of encryption, and the set beside it."""
    said, path = subject.spec.encryption, (*subject.path, "encryption")
    if said is None:
        return
    yield from _set(REGION, (*path, _KEY), said.disk_encryption_set, subject.location, facts)
    if isinstance(said.type, Unknown) or not facts.is_whole(*path):
        return
    wants = said.type in (DiskEncryptionType.CUSTOMER_KEY, DiskEncryptionType.PLATFORM_AND_CUSTOMER_KEYS)
    if wants and said.disk_encryption_set is None:
        yield Finding(OWN_KEY, (*path, "type"), f"{said.type} is given, and no {_KEY}")
    if said.type is DiskEncryptionType.PLATFORM_KEY and said.disk_encryption_set is not None:
        yield Finding(OWN_KEY, (*path, _KEY), f"a {_KEY} is given, and type is {said.type}", on_key=True)


def security(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """The security type, and the set beside it."""
    said, path = subject.spec.security_profile, (*subject.path, "securityProfile")
    if said is None:
        return
    yield from _set(REGION, (*path, _KEY), said.disk_encryption_set, subject.location, facts)
    if isinstance(said.security_type, Unknown) or not facts.is_whole(*path):
        return
    wants = said.security_type is DiskSecurityType.CUSTOMER_KEY
    if wants and said.disk_encryption_set is None:
        yield Finding(GUEST_KEY, (*path, "securityType"), f"{said.security_type} is given, and no {_KEY}")
    if not wants and said.disk_encryption_set is not None:
        kind = f"securityType is {said.security_type}" if said.security_type else "no securityType"
        yield Finding(GUEST_KEY, (*path, _KEY), f"a {_KEY} is given, and {kind}", on_key=True)


def image(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """The sets of an image's disks."""
    for disk in subject.source.disks:
        if isinstance(disk.spec, ManagedImageDisk):
            key = disk.spec.disk_encryption_set
            yield from _set(IMAGE_REGION, (*disk.path, _KEY), key, subject.location, facts)


def one_set(subject: ResolvedSnapshot, facts: Facts) -> Iterator[Finding]:
    """An incremental snapshot of a disk that is declared beside it."""
    only = subject.source.only
    disk = facts.made(only.address) if only is not None and only.address is not None else None
    if subject.spec.incremental is not True or not isinstance(disk, ResolvedManagedDisk):
        return
    if not facts.is_whole(*subject.path) or not facts.is_whole(*disk.path):
        return
    own, its = (
        one.spec.encryption.disk_encryption_set if one.spec.encryption else None for one in (subject, disk)
    )
    if is_known(its) and own is None:
        path = subject.path if subject.spec.encryption is None else (*subject.path, "encryption")
        yield Finding(ONE_SET, path, f"no {_KEY} is given, the disk {show(disk.key)} has {show(its)}")
    elif differ(own, its) and own is not None:
        there = f"has {show(its)}" if its is not None else "has none"
        yield Finding(
            ONE_SET,
            (*subject.path, "encryption", _KEY),
            f"{show(own)} is given, the disk {show(disk.key)} {there}",
        )


def _set(
    rule: Rule, path: Path, value: str | Unknown | None, location: object, facts: Facts
) -> Iterator[Finding]:
    """That a set is one, and in the region of what it encrypts."""
    yield from reference(path, value, facts)
    found = find_disk_encryption_set(facts.resolved, value)
    if found is not None and found.location is not None and differ(found.location, location):
        message = f"{show(value)} is in {show(found.location)}, what it encrypts is in {show(location)}"
        yield Finding(rule, path, message)


CHECKS = (
    *(Check(kind, run) for run in (encryption, security) for kind in (ResolvedManagedDisk, ResolvedSnapshot)),
    Check(ResolvedManagedImage, image),
    Check(ResolvedSnapshot, one_set),
)
