"""A rule about the disk controllers that a disk's operating system boots from."""

from collections.abc import Iterator

from azure_image_gallery.rules.enumerated import CAPABILITY
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot

_ALLOWED = (["scsi"], ["nvme", "scsi"])


def controllers(subject: ResolvedManagedDisk | ResolvedSnapshot, _: Facts) -> Iterator[Finding]:
    """A list of controllers, in any order."""
    given = text(subject.spec.disk_controller_types)
    if given is not None and sorted(kind.strip().casefold() for kind in given.split(",")) not in _ALLOWED:
        message = f"{show(given)} is not allowed, allowed: SCSI or 'SCSI, NVMe'"
        yield Finding(CAPABILITY, (*subject.path, "diskControllerTypes"), message)


CHECKS = (Check(ResolvedManagedDisk, controllers), Check(ResolvedSnapshot, controllers))
