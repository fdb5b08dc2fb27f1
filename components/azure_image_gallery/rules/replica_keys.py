"""Rules about the disk encryption sets of a version: where they are, and of which type."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules.encrypted import EncryptedDisk, encrypted_disks
from azure_image_gallery.rules.facts import Check, Facts, differ, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.encryption_sets import find_disk_encryption_set
from azure_image_gallery.spec.enums import EncryptionSetType, StorageAccountType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedEncryptionSet, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/image-version-encryption", evidence=Evidence.DOCUMENTATION)

SUBSCRIPTION = _rule(
    code="ENC001",
    title="a disk encryption set is in the gallery's subscription",
    why="Azure encrypts a gallery's versions with sets of the gallery's own subscription only.",
    fix="use a set of the gallery's subscription; its key vault may be in another",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
REGION = _rule(
    code="ENC002",
    title="a replica is encrypted by a disk encryption set of its own region",
    why="A set serves the region that it is in, so each target region needs one of its own.",
    fix="name a set of the region, which may use a key of that region's key vault",
    needs=("diskEncryptionSets.*.location",),
)
SECURE = _rule(
    code="ENC018",
    title="secureVMDiskEncryptionSet names a set of the type ConfidentialVmEncryptedWithCustomerKey",
    why="The disk of a confidential machine is encrypted with a key that is released to its hardware alone.",
    fix="name a set with encryptionType ConfidentialVmEncryptedWithCustomerKey",
    docs="https://learn.microsoft.com/azure/confidential-computing/quick-create-confidential-vm-azure-cli",
    needs=("diskEncryptionSets.*.encryptionType",),
)
AT_REST = _rule(
    code="ENC019",
    title="diskEncryptionSet names a set that encrypts at rest",
    why="A set for confidential machines encrypts nothing but their disks.",
    fix="name a set with encryptionType EncryptionAtRestWithCustomerKey, or with both keys",
    needs=("diskEncryptionSets.*.encryptionType",),
)
DOUBLE = _rule(
    code="ENC021",
    title="double encryption is not for Ultra disks and Premium SSD v2",
    why="Azure encrypts disks of these kinds once; of replicas in such storage nothing is written.",
    fix="choose another storage, or a set with encryptionType EncryptionAtRestWithCustomerKey",
    docs=f"{_LEARN}/disk-encryption",
    needs=("diskEncryptionSets.*.encryptionType",),
)
RULES = (SUBSCRIPTION, REGION, SECURE, AT_REST, DOUBLE)


def subscription(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Where a set is by its id: in the gallery's subscription, and all of them in one."""
    gallery = parse_id(text(facts.resolved.declaration.gallery.id) or "")
    wanted, whose = (gallery.subscription, "the gallery") if gallery else (None, "")
    for disk in encrypted_disks(subject, facts):
        for path, value in disk.sets:
            found = parse_id(_id(value, facts) or "")
            if found is None:
                continue
            if wanted is None:
                wanted, whose = found.subscription, "another set of the version"
            if found.subscription.casefold() != wanted.casefold():
                message = (
                    f"the set is in the subscription {show(found.subscription)}, {whose} in {show(wanted)}"
                )
                yield Finding(SUBSCRIPTION, path, message)


def _id(value: str | Unknown, facts: Facts) -> str | None:
    """The id of a set that exists."""
    if isinstance(value, str) and value.startswith("/"):
        return value
    found = find_disk_encryption_set(facts.resolved, value)
    return text(found.spec.id) if found else None


def region(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The region of each set, and its type."""
    for disk in encrypted_disks(subject, facts):
        for path, value in disk.sets:
            found = find_disk_encryption_set(facts.resolved, value)
            if found is not None and differ(found.location, disk.place):
                message = f"the set is in {show(found.location)}, the replica in {show(disk.place)}"
                yield Finding(REGION, path, message)
        yield from _types(disk, facts)


def _types(disk: EncryptedDisk, facts: Facts) -> Iterator[Finding]:
    """Sets of the wrong type: one for confidential machines, where none is wanted, and the other way round."""
    for given, rule, is_secure in ((disk.set, AT_REST, False), (disk.secure_set, SECURE, True)):
        found = given and find_disk_encryption_set(facts.resolved, given[1])
        kind = _kind(found, facts) if found else None
        if given and kind and (kind is EncryptionSetType.CONFIDENTIAL_VM) is not is_secure:
            yield Finding(rule, given[0], f"the set is of the type {kind}")


def _kind(found: ResolvedEncryptionSet, facts: Facts) -> EncryptionSetType | None:
    """The type of a set, where nothing that was cut out could say otherwise."""
    whole = all(facts.is_whole(*found.path, key) for key in ("id", "encryptionType"))
    kind: object = found.encryption_type
    return kind if whole and isinstance(kind, EncryptionSetType) else None


def double(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Replicas in Premium SSD v2 that are encrypted twice."""
    for disk in encrypted_disks(subject, facts):
        found = disk.set and find_disk_encryption_set(facts.resolved, disk.set[1])
        kind = _kind(found, facts) if found else None
        if disk.region is None or kind is not EncryptionSetType.PLATFORM_AND_CUSTOMER_KEYS:
            continue
        for path in _premium_v2(disk):
            message = f"replicas in {StorageAccountType.PREMIUM_V2_LRS} are given, and the set encrypts twice"
            yield Finding(DOUBLE, path, message, weight=Severity.WARNING)


def _premium_v2(disk: EncryptedDisk) -> Iterator[Path]:
    """Where a target region is given replicas in Premium SSD v2."""
    if disk.region is None:
        return
    if disk.region.storage_account_type is StorageAccountType.PREMIUM_V2_LRS:
        yield disk.region.path
    for at, one in enumerate(disk.region.additional_replica_sets):
        if one.storage_account_type is StorageAccountType.PREMIUM_V2_LRS:
            yield (*disk.region.sets_path, at, "storageAccountType")


CHECKS = tuple(Check(ResolvedVersion, run) for run in (subscription, region, double))
