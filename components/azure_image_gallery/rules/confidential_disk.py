"""Rules about the disks of confidential machines: how they are encrypted in a version."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.encrypted import encrypted_disks
from azure_image_gallery.rules.facts import Check, Facts, is_known
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.encryption import OsDiskEncryption, OsDiskSecurity
from azure_image_gallery.spec.enums import ConfidentialEncryption, SecurityType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
)

DEFINITION = _rule(
    code="ENC016",
    title="a security profile of the operating system disk is for a ConfidentialVM definition",
    why="It says how the disk of a confidential machine is encrypted, and no other machine has such a disk.",
    fix="leave securityProfile out, or set the definition's securityType to ConfidentialVM",
)
CUSTOMER_KEY = _rule(
    code="ENC017",
    title="`EncryptedWithCmk` has a secureVMDiskEncryptionSet, and no other type has one",
    why="The set holds the customer's key; the other types use Azure's, or none.",
    fix="give the set with EncryptedWithCmk, and leave it out with any other type",
)
SOURCE = _rule(
    code="ENC022",
    title="the disk is encrypted in the version as it is in the source",
    why="The guest state that comes with the source is sealed in the way that its disk was encrypted.",
    fix="give the confidentialVMEncryptionType of the source's disk",
    severity=Severity.WARNING,
    needs=("imageVersions.*.*.source.confidentialVMEncryptionType",),
)
RULES = (DEFINITION, CUSTOMER_KEY, SOURCE)


def profiles(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Every security profile of an operating system disk."""
    for disk in encrypted_disks(subject, facts):
        profile = disk.spec.security_profile if isinstance(disk.spec, OsDiskEncryption) else None
        if profile is not None:
            path = (*disk.path, "securityProfile")
            yield from _definition(subject, path)
            yield from _customer_key(profile, path, facts)
            yield from _source(subject, profile, path)


def _definition(subject: ResolvedVersion, path: Path) -> Iterator[Finding]:
    security: object = subject.definition.spec.security_type if subject.definition else None
    if isinstance(security, SecurityType) and security is not SecurityType.CONFIDENTIAL_VM:
        yield Finding(
            DEFINITION, path, f"the definition is {security}, ConfidentialVM is wanted", on_key=True
        )


def _customer_key(profile: OsDiskSecurity, path: Path, facts: Facts) -> Iterator[Finding]:
    kind = profile.confidential_vm_encryption_type
    with_key, given = kind is ConfidentialEncryption.CUSTOMER_KEY, profile.secure_vm_disk_encryption_set
    where = (*path, "secureVMDiskEncryptionSet")
    if with_key and given is None and facts.is_whole(*where):
        yield Finding(CUSTOMER_KEY, path, f"{kind} is given, and no secureVMDiskEncryptionSet")
    elif not with_key and given is not None:
        message = f"a set is given, and {kind} takes none"
        yield Finding(CUSTOMER_KEY, where, message, on_key=True)


def _source(subject: ResolvedVersion, profile: OsDiskSecurity, path: Path) -> Iterator[Finding]:
    said: object = subject.spec.source.confidential_vm_encryption_type
    kind: object = profile.confidential_vm_encryption_type
    if is_known(said) and is_known(kind) and said != kind:
        message = f"{show(kind)} is given, the source is {show(said)}"
        yield Finding(SOURCE, (*path, "confidentialVMEncryptionType"), message)


CHECKS = (Check(ResolvedVersion, profiles),)
