"""Input properties that cannot be reached from the declaration, each with its reason out of four."""

from collections.abc import Iterator
from enum import StrEnum

from pages.covered.sdk import properties


class Reason(StrEnum):
    """Why a property is left out. There are no other reasons."""

    READ_ONLY = "read-only: Azure alone sets it"
    DEPRECATED = "deprecated by Azure"
    WINDOWS_ONLY = "for Windows only"
    OTHER_FORM = "another form of a field that is reached"


_DISKS = ("compute:Disk", "compute:Snapshot")
# Azure Disk Encryption is retired on 15 September 2028, in favour of encryption at the host and of customer's keys:
# https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview.
_EXCLUDED: tuple[tuple[tuple[str, ...], str, Reason], ...] = (
    (_DISKS, "completionPercent", Reason.READ_ONLY),
    (_DISKS, "encryptionSettingsCollection", Reason.DEPRECATED),
    (_DISKS, "creationData.imageReference.communityGalleryImageId", Reason.OTHER_FORM),
    (_DISKS, "creationData.imageReference.sharedGalleryImageId", Reason.OTHER_FORM),
    (("compute:Snapshot",), "copyCompletionError", Reason.READ_ONLY),
)


def exclusions(token: str) -> dict[str, Reason]:
    """The reason of each property of a class that is left out."""
    return dict(_excluded(token))


def _excluded(token: str) -> Iterator[tuple[str, Reason]]:
    for tokens, above, reason in _EXCLUDED:
        if token in tokens:
            below = (f"{above}.", f"{above}[")
            yield from (
                (name, reason) for name in properties(token) if name == above or name.startswith(below)
            )
