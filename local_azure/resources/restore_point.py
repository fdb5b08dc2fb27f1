"""Restore points of a backup, as far as disks are made from them: collections, points, and their disks.

A disk restore point is no tracked resource: it has no location of its own, and says where the disk was that
it was made of. Azure names it after that disk and a GUID; the ones that are there from the beginning are
named after the disk alone, so that a stack's file can be read.
"""

from typing import ClassVar

from local_azure.resources.read_only import ReadOnlyType

COLLECTION = "Microsoft.Compute/restorePointCollections"
POINT = f"{COLLECTION}/restorePoints"
DISK_POINT = f"{POINT}/diskRestorePoints"


class RestorePointCollections(ReadOnlyType):
    """`Microsoft.Compute/restorePointCollections`."""

    type = COLLECTION
    label = "restorePointCollection"
    children: ClassVar[tuple[str, ...]] = (POINT,)


class RestorePoints(ReadOnlyType):
    """`Microsoft.Compute/restorePointCollections/restorePoints`."""

    type = POINT
    label = "restorePoint"


class DiskRestorePoints(ReadOnlyType):
    """`Microsoft.Compute/restorePointCollections/restorePoints/diskRestorePoints`."""

    type = DISK_POINT
    label = "diskRestorePoint"
