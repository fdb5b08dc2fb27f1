"""Examples of the rules about disk encryption sets and what names them."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import COMPUTE, DISK, KEY_URL, SET, Changes
from tests.rules.rule_examples.example import Wrong

KEY: Changes = {"diskEncryptionSets/key": {"activeKey": {"keyUrl": KEY_URL}}}
_ALPHABET = "letters, digits, dots, underscores and hyphens"
_TYPES = (
    "EncryptionAtRestWithCustomerKey, EncryptionAtRestWithPlatformAndCustomerKeys or "
    "ConfidentialVmEncryptedWithCustomerKey"
)


def key(**facts: Any) -> Changes:
    """A set with facts about its key."""
    return {"diskEncryptionSets/key": {"activeKey": {"keyUrl": KEY_URL, **facts}}}


def copied(**facts: Any) -> Changes:
    """A copy of a disk, with a set."""
    encryption = {"type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSet": "key"}
    return {"managedDisks/copy": {"source": {"disk": DISK, **facts}, "encryption": encryption}}


def existing(id_: str = SET, **more: Any) -> Changes:
    """A set that exists."""
    return {"diskEncryptionSets/key": {"id": id_, **more}}


WRONG: dict[str, list[Wrong]] = {
    "CFG070": [
        Wrong(
            key() | {"diskEncryptionSets/key/activeKey/keyUrl": KEY_URL.rpartition("/")[0]},
            "diskEncryptionSets.key.activeKey.keyUrl",
            "'https://vault.vault.azure.net/keys/images' is no address of a key's version",
        ),
    ],
    "DSK010": [
        Wrong(
            KEY | {"diskEncryptionSets/key/encryptionType": "Double"},
            "diskEncryptionSets.key.encryptionType",
            f"'Double' is not allowed, allowed: {_TYPES}",
        ),
    ],
    "DSK011": [
        Wrong(
            key(type="EC-HSM", size=2048),
            "diskEncryptionSets.key.activeKey.type",
            "a key of the type EC-HSM is given, RSA or RSA-HSM is wanted",
        ),
        Wrong(
            key(type="RSA", size=1024),
            "diskEncryptionSets.key.activeKey.size",
            "a key of 1024 bits is given, 2048, 3072 or 4096 are allowed",
        ),
    ],
    "DSK012": [
        Wrong(
            key(vaultLocation="northeurope"),
            "diskEncryptionSets.key.activeKey.vaultLocation",
            "the key vault is in 'northeurope', the set in 'westeurope'",
        ),
    ],
    "DSK014": [
        Wrong(
            KEY | copied(azureDiskEncryption=True),
            "managedDisks.copy.encryption.diskEncryptionSet",
            "a set is given, and the source is encrypted from within",
        ),
    ],
    "ENC007": [
        Wrong(
            existing("/subscriptions/s"),
            "diskEncryptionSets.key.id",
            "'/subscriptions/s' is not a whole id, Microsoft.Compute/diskEncryptionSets is wanted",
        ),
        Wrong(
            existing(f"{COMPUTE}/disks/os"),
            "diskEncryptionSets.key.id",
            "an id of 'Microsoft.Compute/disks' is given, Microsoft.Compute/diskEncryptionSets is wanted",
        ),
    ],
}
OTHERS: dict[str, list[Wrong]] = {
    "CFG005": [
        Wrong(
            {"diskEncryptionSets/key": {"tags": {"team": "images"}}},
            "diskEncryptionSets.key",
            "a disk encryption set has an activeKey, or is one that exists and has an id",
        ),
    ],
    "CFG013": [
        Wrong(
            {"diskEncryptionSets/a key": {"activeKey": {"keyUrl": KEY_URL}, "name": "key"}},
            'diskEncryptionSets["a key"]',
            f"'a key' has other characters than {_ALPHABET}",
        ),
    ],
    "CFG016": [
        Wrong(
            existing(tags={"team": "images"}),
            "diskEncryptionSets.key.tags",
            "'tags' has no effect: the set exists already, and is never changed",
        ),
    ],
    "DSK009": [
        Wrong(
            {"diskEncryptionSets/a.key": {"activeKey": {"keyUrl": KEY_URL}}},
            'diskEncryptionSets["a.key"]',
            "'a.key' has a dot, which may be refused",
            Severity.WARNING,
        ),
    ],
    "GAL005": [
        Wrong(
            KEY | {"diskEncryptionSets/other": {"activeKey": {"keyUrl": KEY_URL}, "name": "KEY"}},
            "diskEncryptionSets.other.name",
            "'KEY' is the name of 'key' in Azure already",
        ),
    ],
}
"""Of rules that are others' too."""

RIGHT: dict[str, list[Changes]] = {
    "DSK014": [KEY | copied(azureDiskEncryption=False), KEY | copied()],
    "CFG070": [KEY],
    "DSK010": [KEY | {"diskEncryptionSets/key/encryptionType": "confidentialvmencryptedwithcustomerkey"}],
    "DSK011": [key(type="rsa-hsm", size=size) for size in (2048, 3072, 4096)],
    "DSK012": [
        key(vaultLocation="West Europe"),
        key(vaultLocation="northeurope") | {"diskEncryptionSets/key/location": "northeurope"},
    ],
    "ENC007": [
        existing(),
        existing(SET.lower(), location="eastus", encryptionType="EncryptionAtRestWithCustomerKey"),
    ],
}
