"""Rules about disk encryption sets: their names, their keys, and those that exist already."""

import re
from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import DISK_NAME, KEY_SIZES
from azure_image_gallery.rules.configuration import MISSING_KEY
from azure_image_gallery.rules.encryption_reference import wrong_id
from azure_image_gallery.rules.facts import Check, Facts, differ, number, text
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.managed_disk import NAME
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.enums import KeyType
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.resolved import ResolvedEncryptionSet

_CMK = "https://learn.microsoft.com/azure/virtual-machines/disk-encryption"
_rule = partial(Rule, docs=_CMK, evidence=Evidence.DOCUMENTATION)

KEY_ADDRESS = Rule(
    code="CFG070",
    title="the key of a disk encryption set is given by its whole address, with its version",
    why="Azure takes the address of one version of a key, also where it follows the key to newer ones.",
    fix="write https://<vault>.vault.azure.net/keys/<name>/<version>",
    docs="https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates",
    evidence=Evidence.OURS,
)
KEY = _rule(
    code="DSK011",
    title=f"the key of a disk encryption set is RSA, of {listed(map(str, KEY_SIZES))} bits",
    why="Azure encrypts disks with RSA keys of these sizes only, kept in software or in hardware.",
    fix="make an RSA key of one of these sizes in the key vault",
    needs=("diskEncryptionSets.*.activeKey.type", "diskEncryptionSets.*.activeKey.size"),
)
VAULT_REGION = _rule(
    code="DSK012",
    title="a disk encryption set is in the region of its key vault",
    why="Azure reads the key where the disks are; the subscriptions may differ, the regions may not.",
    fix="use a key vault of the set's region, or make the set in the vault's",
    needs=("diskEncryptionSets.*.activeKey.vaultLocation",),
)
RULES = (KEY_ADDRESS, KEY, VAULT_REGION)

_ADDRESS = re.compile(r"https://[^/\s?#]+/keys/[^/\s?#]+/[^/\s?#]+", re.IGNORECASE)
_RSA = (KeyType.RSA, KeyType.RSA_HSM)
# What could only be a change of a set that exists, which is never changed.
_CHANGES = (
    "name",
    "resource_group",
    "active_key",
    "identity",
    "federated_client_id",
    "rotation_to_latest_key_version_enabled",
    "tags",
    "lock",
    "options",
)


def name(subject: ResolvedEncryptionSet, facts: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key. Pages disagree about dots, so one is a warning."""
    if not _is_made_here(subject, facts):
        return
    said, named = subject.spec.name, text(subject.name)
    wrong = list(entry_name(NAME, subject, DISK_NAME, last=".-"))
    yield from wrong
    if not wrong and named is not None and "." in named:
        path = subject.path if said is None else (*subject.path, "name")
        message = f"{show(named)} has a dot, which may be refused"
        yield Finding(NAME, path, message, on_key=said is None, weight=Severity.WARNING)


def _is_made_here(subject: ResolvedEncryptionSet, facts: Facts) -> bool:
    return not subject.exists and facts.is_whole(*subject.path, "id")


def existing(subject: ResolvedEncryptionSet, facts: Facts) -> Iterator[Finding]:
    """What is said of a set that exists: a whole id, and facts."""
    if not subject.exists or not facts.is_whole(*subject.path, "id"):
        return
    wrong = wrong_id((*subject.path, "id"), subject.spec.id)
    if wrong:
        yield wrong
    for field in _CHANGES:
        key = azure_name(field)
        if getattr(subject.spec, field) is not None and facts.is_whole(*subject.path, key):
            message = f"{show(key)} has no effect: the set exists already, and is never changed"
            yield Finding(MEANINGLESS, (*subject.path, key), message, on_key=True)


def key(subject: ResolvedEncryptionSet, facts: Facts) -> Iterator[Finding]:
    """The key of a set that is made here: that there is one, its address and what is said about it."""
    said, path = subject.spec.active_key, (*subject.path, "activeKey")
    if said is None:
        if _is_made_here(subject, facts) and facts.is_whole(*path):
            message = "a disk encryption set has an activeKey, or is one that exists and has an id"
            yield Finding(MISSING_KEY, subject.path, message)
        return
    address, size = text(said.key_url), number(said.size)
    if address is not None and not _ADDRESS.fullmatch(address):
        yield Finding(KEY_ADDRESS, (*path, "keyUrl"), f"{show(address)} is no address of a key's version")
    if isinstance(said.type, KeyType) and said.type not in _RSA:
        yield Finding(
            KEY, (*path, "type"), f"a key of the type {said.type} is given, RSA or RSA-HSM is wanted"
        )
    if size is not None and size not in KEY_SIZES:
        message = f"a key of {show(size)} bits is given, {listed(map(str, KEY_SIZES))} are allowed"
        yield Finding(KEY, (*path, "size"), message)
    if differ(said.vault_location, subject.location):
        message = f"the key vault is in {show(said.vault_location)}, the set in {show(subject.location)}"
        yield Finding(VAULT_REGION, (*path, "vaultLocation"), message)


CHECKS = tuple(Check(ResolvedEncryptionSet, run) for run in (name, existing, key))
