"""What a source is called in a declaration, and what is known about it."""

from collections.abc import Mapping
from typing import Any

from azure_image_gallery.cli.advise.situation import MadeFrom, Need, Situation, Storage
from azure_image_gallery.spec.enums import Architecture, OsState, SecurityType

Values = dict[str, Any]
_EXAMPLE = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-builds/providers"
_COMPUTE = f"{_EXAMPLE}/Microsoft.Compute"
_EXAMPLES: Mapping[MadeFrom, str] = {
    MadeFrom.MACHINE: f"{_COMPUTE}/virtualMachines/build",
    MadeFrom.DISK: f"{_COMPUTE}/disks/build-os",
    MadeFrom.SNAPSHOT: f"{_COMPUTE}/snapshots/build-os",
    MadeFrom.BACKUP: f"{_COMPUTE}/restorePointCollections/build/restorePoints/latest/diskRestorePoints/build-os",
    MadeFrom.VHD: "https://contosoimages.blob.core.windows.net/vhds/build.vhd",
    MadeFrom.MANAGED_IMAGE: f"{_COMPUTE}/images/build",
    MadeFrom.IMAGE_VERSION: f"{_COMPUTE}/galleries/other/images/build/versions/1.0.0",
}
_ACCOUNT = f"{_EXAMPLE}/Microsoft.Storage/storageAccounts/contosoimages"
_KEYS: Mapping[MadeFrom, str] = {
    MadeFrom.MACHINE: "virtualMachine",
    MadeFrom.DISK: "disk",
    MadeFrom.SNAPSHOT: "snapshot",
    MadeFrom.BACKUP: "restorePoint",
    MadeFrom.MANAGED_IMAGE: "managedImage",
    MadeFrom.IMAGE_VERSION: "imageVersion",
}
_AS_CAPTURED = frozenset({MadeFrom.MACHINE, MadeFrom.DISK, MadeFrom.SNAPSHOT, MadeFrom.BACKUP})
RESTORED = "restored"
"""The disk that a backup is restored to, which an image can be made from."""


def source(situation: Situation, storage: Storage) -> Values:
    """The source of an image that is kept in a place, with the facts about it."""
    return _place(situation, storage) | facts(situation)


def restored(situation: Situation) -> Values:
    """The entry of the disk that a backup is restored to."""
    return {"source": source(situation, Storage.MANAGED_DISK)}


def _place(situation: Situation, storage: Storage) -> Values:
    made_from = situation.made_from
    named = situation.source or _EXAMPLES[made_from]
    if made_from is MadeFrom.BACKUP and storage is not Storage.MANAGED_DISK:
        return {"disk": RESTORED}
    if made_from is not MadeFrom.VHD:
        return {_KEYS[made_from]: named}
    if storage is Storage.MANAGED_IMAGE:
        return {"vhd": {"uri": named}}
    return {"vhd": {"uri": named, "storageAccountId": situation.storage_account or _ACCOUNT}}


def facts(situation: Situation) -> Values:
    """What is known about what the image is made from."""
    found: Values = {
        "osState": str(OsState.GENERALIZED if situation.deprovisioned else OsState.SPECIALIZED),
        "hyperVGeneration": str(situation.generation),
        "architecture": str(architecture(situation)),
    }
    if situation.made_from in _AS_CAPTURED:
        found["securityType"] = str(security_type(situation))
    return found


def architecture(situation: Situation) -> Architecture:
    """The processor."""
    return Architecture.ARM64 if Need.ARM64 in situation.needs else Architecture.X64


def security_type(situation: Situation) -> SecurityType:
    """The security type of an image definition: what was captured has one, all else leaves the choice."""
    captured = situation.made_from in _AS_CAPTURED
    if Need.CONFIDENTIAL in situation.needs:
        return SecurityType.CONFIDENTIAL_VM if captured else SecurityType.CONFIDENTIAL_VM_SUPPORTED
    if Need.TRUSTED_LAUNCH in situation.needs:
        return SecurityType.TRUSTED_LAUNCH if captured else SecurityType.TRUSTED_LAUNCH_SUPPORTED
    return SecurityType.STANDARD
