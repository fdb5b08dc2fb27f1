"""Which data disks an image has, as far as the declaration says."""

from azure_image_gallery.rules.behind import behind, os_place
from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.source_disks import number_of
from azure_image_gallery.spec.resolved import ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source_place import DISK, SNAPSHOT, VHD

_ALONE = (DISK, SNAPSHOT, VHD)
_DIGITS = 9


def luns_of(version: ResolvedVersion, facts: Facts) -> frozenset[int] | None:
    """The numbers of a version's data disks; `None` where they are not all known.

    A version of another version, or of a managed image, has the disks of that.
    """
    for made in (version, *behind(os_place(version.source), facts)):
        if not isinstance(made, ResolvedVersion | ResolvedManagedImage) or not facts.is_whole(*made.path):
            return None
        source = made.source
        if source.disks and not source.places:
            numbers = [number_of(disk.lun) for disk in source.disks if disk.lun is not None]
            return frozenset(int(n) for n in numbers if n is not None and len(n) <= _DIGITS)
        if source.only is not None and source.only.kind in _ALONE:
            return frozenset()
    return None
