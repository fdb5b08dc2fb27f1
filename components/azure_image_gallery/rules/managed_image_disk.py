"""Rules about the disks that are made from a managed image."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import MANAGED_IMAGE_DISK_SIZE
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import DiskStorage
from azure_image_gallery.spec.managed_image import ManagedImageDisk
from azure_image_gallery.spec.resolved import ResolvedManagedImage

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)

SIZE = _rule(
    code="MIM018",
    title=f"a disk of a managed image has 1 to {MANAGED_IMAGE_DISK_SIZE} GiB",
    why="The interface's description ends at this size.",
    fix="leave diskSizeGB out, so that the source's size holds",
)
STORAGE = _rule(
    code="MIM019",
    title="an image's operating system disk is not kept in UltraSSD_LRS",
    why="Ultra disks are there for data only.",
    fix="choose another storageAccountType for osDisk",
)
RULES = (SIZE, STORAGE)


def size(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The size of each disk. That a greater one is refused is only what the description says."""
    for disk in subject.source.disks:
        given = number(disk.spec.disk_size_gb) if isinstance(disk.spec, ManagedImageDisk) else None
        if given is None or 1 <= given <= MANAGED_IMAGE_DISK_SIZE:
            continue
        message = f"{show(given)} is given, 1 to {MANAGED_IMAGE_DISK_SIZE} are allowed"
        weight = Severity.WARNING if given > 0 else None
        yield Finding(SIZE, (*disk.path, "diskSizeGB"), message, weight=weight)


def storage(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The storage of the operating system disk."""
    os_disk = subject.spec.source.os_disk
    if os_disk is not None and os_disk.storage_account_type is DiskStorage.ULTRA_SSD_LRS:
        path = (*subject.source.path, "osDisk", "storageAccountType")
        yield Finding(STORAGE, path, f"{DiskStorage.ULTRA_SSD_LRS} is for data disks only")


CHECKS = (Check(ResolvedManagedImage, size), Check(ResolvedManagedImage, storage))
