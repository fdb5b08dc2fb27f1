"""Snapshots of managed disks: the same shape as disks, but for what a disk does when it is attached."""

from typing import ClassVar

from local_azure.resources.managed_disk import ManagedDisks
from local_azure.store import Json


class Snapshots(ManagedDisks):
    """`Microsoft.Compute/snapshots`."""

    type = "Microsoft.Compute/snapshots"
    label = "snapshot"
    _more: ClassVar[Json] = {"diskState": "Unattached", "incremental": False}
