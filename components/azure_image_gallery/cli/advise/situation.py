"""What somebody wants an image for: the answers to the questions that decide its type and where it is kept."""

from dataclasses import dataclass
from enum import StrEnum

from azure_image_gallery.spec.enums import Distribution, HyperVGeneration, OsState


class MadeFrom(StrEnum):
    """What the image is made from."""

    MACHINE = "vm"
    DISK = "disk"
    SNAPSHOT = "snapshot"
    BACKUP = "backup"
    VHD = "vhd"
    MANAGED_IMAGE = "managed-image"
    IMAGE_VERSION = "image-version"


class Need(StrEnum):
    """What an image is to serve and only generation 2 can."""

    TRUSTED_LAUNCH = "trusted-launch"
    CONFIDENTIAL = "confidential"
    ARM64 = "arm64"
    NVME = "nvme"


class Storage(StrEnum):
    """Where an image is kept."""

    GALLERY = "gallery"
    MANAGED_IMAGE = "managed-image"
    MANAGED_DISK = "managed-disk"


@dataclass(frozen=True, slots=True)
class Situation:
    """The answers."""

    configured: bool
    """Whether name, accounts and keys are set at a machine's first boot, or stay as they were captured."""
    made_from: MadeFrom
    deprovisioned: bool
    """Whether what it is made from was made ready for first boot (`waagent -deprovision+user`)."""
    machines: int = 1
    """How many are made from the image."""
    regions: tuple[str, ...] = ("westeurope",)
    """Where they are made; the first is where the source is."""
    subscriptions: int = 1
    """How many use the image, the image's own included."""
    tenants: int = 1
    generation: HyperVGeneration = HyperVGeneration.V2
    needs: frozenset[Need] = frozenset()
    distribution: Distribution | None = None
    name: str = "image"
    """What the image is called in the declaration."""
    source: str = ""
    """The id of what it is made from, or the address of a VHD; empty: an example of one."""
    storage_account: str = ""
    """The id of the account that a VHD lies in; empty: an example of one."""


@dataclass(frozen=True, slots=True)
class Option:
    """An image type kept in a place."""

    os_state: OsState
    storage: Storage

    def __str__(self) -> str:
        return f"{self.os_state} in {_PLACES[self.storage]}"


_PLACES = {
    Storage.GALLERY: "a compute gallery",
    Storage.MANAGED_IMAGE: "a managed image",
    Storage.MANAGED_DISK: "a managed disk",
}
OPTIONS: tuple[Option, ...] = tuple(
    Option(os_state, storage)
    for os_state in (OsState.GENERALIZED, OsState.SPECIALIZED)
    for storage in Storage
)
"""All there are, the preferred ones first."""


def is_deprovisioned(made_from: MadeFrom, *, configured: bool) -> bool:
    """What is so unless somebody says otherwise.

    A managed image is generalized, always. A snapshot or a backup is of a machine as it ran. All else can be made
    ready first, and is, where machines are to be configured.
    """
    if made_from is MadeFrom.MANAGED_IMAGE:
        return True
    return configured and made_from not in (MadeFrom.SNAPSHOT, MadeFrom.BACKUP)
