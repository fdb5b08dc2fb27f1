"""
Snapshots, full or incremental: of a disk, of another snapshot, or of a VHD. They have the shape of disks.

Incremental snapshots of one disk belong to one family, whose id is made from the disk's own unique id. What
Azure answers to a change of `incremental` is not known; it is refused as other fixed properties are. Nor is it
known whether a snapshot can be made of an image, which the common description of creation data allows: here it can.
"""

import uuid
from typing import ClassVar

from local_azure.resources import content, disk_settings
from local_azure.resources.base import Call
from local_azure.resources.disk_origin import Origin
from local_azure.resources.edge_zone import edge_zone
from local_azure.resources.managed_disk import ManagedDisks
from local_azure.store import Json, Resource

_FAMILIES = uuid.UUID("eeeeeeee-0000-4000-8000-000000000002")


class Snapshots(ManagedDisks):
    """`Microsoft.Compute/snapshots`."""

    type = "Microsoft.Compute/snapshots"
    label = "snapshot"
    options: ClassVar[tuple[str, ...]] = (
        "Copy", "CopyStart", "CopyFromSanSnapshot", "FromImage", "Import", "ImportSecure", "Upload",
        "UploadPreparedSecure",
    )  # fmt: skip
    skus: ClassVar[tuple[str, ...]] = disk_settings.SNAPSHOT_SKUS

    def _top(self, call: Call, before: Json, body: Json) -> Json:  # noqa: ARG002  a snapshot has no zones and no machine
        return edge_zone(call, before)

    def _changed(self, sent: Json, stored: Resource) -> Json:
        known = stored.properties["incremental"]
        if content.flag(sent, "incremental", "properties", default=known) != known:
            raise self.changed("incremental")
        return super()._changed(sent, stored)

    def _made(self, made: Origin) -> Json:
        copied = {"completionPercent": 100} if made.unique_id else {}
        family = uuid.uuid5(_FAMILIES, made.unique_id) if made.unique_id else uuid.uuid4()
        return {**copied, "incrementalSnapshotFamilyId": str(family)}

    def _more(self, properties: Json, sku: str) -> Json:  # noqa: ARG002  a snapshot has no performance
        incremental = content.flag(properties, "incremental", "properties")
        if not incremental:
            properties.pop("incrementalSnapshotFamilyId", None)
        return {"incremental": incremental}
