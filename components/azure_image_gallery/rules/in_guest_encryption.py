"""A rule about disks that are encrypted from within, by Azure Disk Encryption."""

from collections.abc import Iterator

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot

TWICE = Rule(
    code="DSK014",
    title="a disk that is or was encrypted by Azure Disk Encryption has no disk encryption set",
    why="Azure encrypts no disk with a customer's key that was ever encrypted from within.",
    fix="leave the diskEncryptionSet out, or copy the files to a new disk",
    docs="https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
    evidence=Evidence.DOCUMENTATION,
    needs=("managedDisks.*.source.azureDiskEncryption", "snapshots.*.source.azureDiskEncryption"),
)
RULES = (TWICE,)


def twice(subject: ResolvedManagedDisk | ResolvedSnapshot, facts: Facts) -> Iterator[Finding]:
    """A copy of such a disk, with a set."""
    said = subject.spec.encryption
    fact = source_facts.azure_disk_encryption(subject, facts)
    if said is None or said.disk_encryption_set is None or fact.value is not True:
        return
    path = (*subject.path, "encryption", "diskEncryptionSet")
    yield Finding(TWICE, path, f"a set is given, and the source is encrypted from within{fact.origin}")


CHECKS = (Check(ResolvedManagedDisk, twice), Check(ResolvedSnapshot, twice))
