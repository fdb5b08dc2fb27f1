"""Restore points that are there from the beginning: a collection, a point in it, and the machine's disks."""

from collections.abc import Iterator

from local_azure.clock import compute_time
from local_azure.resources import restore_point
from local_azure.seeds.data import RestorePoint
from local_azure.seeds.marks import SEEDED, guid
from local_azure.store import Json, Resource

_KNOWN = ("osType", "hyperVGeneration", "supportedCapabilities", "encryption", "networkAccessPolicy")


def resources(
    group_id: str, location: str, wanted: RestorePoint, disk: Resource, now: float
) -> Iterator[Resource]:
    """Yield a collection, its point, and the restore point of the machine's system disk."""
    compute = f"{group_id}/providers/Microsoft.Compute"
    machine_id = f"{compute}/virtualMachines/{wanted.machine}"
    collection_id = f"{compute}/restorePointCollections/{wanted.machine}-restore-points"
    properties: Json = {
        "source": {"id": machine_id, "location": location},
        "restorePointCollectionId": guid(collection_id),
        "provisioningState": "Succeeded",
    }
    body = {"location": location, "properties": properties}
    yield Resource(collection_id, restore_point.COLLECTION, body, {SEEDED: True})
    point_id = f"{collection_id}/restorePoints/{wanted.name}"
    disk_id = f"{point_id}/diskRestorePoints/{disk.name}"
    yield Resource(point_id, restore_point.POINT, _point(machine_id, disk, disk_id, now), {SEEDED: True})
    private = {"sizeGB": disk.properties["diskSizeGB"], SEEDED: True}
    yield Resource(disk_id, restore_point.DISK_POINT, _disk_point(point_id, disk, now), private)


def _point(machine_id: str, disk: Resource, disk_id: str, now: float) -> Json:
    os_disk: Json = {
        "osType": disk.properties["osType"],
        "name": disk.name,
        "caching": "ReadWrite",
        "diskSizeGB": disk.properties["diskSizeGB"],
        "managedDisk": {"id": disk.id, "storageAccountType": disk.body["sku"]["name"]},
        "diskRestorePoint": {"id": disk_id},
    }
    source: Json = {
        "vmId": guid(machine_id),
        "location": disk.location,
        "hyperVGeneration": disk.properties["hyperVGeneration"],
        "storageProfile": {"osDisk": os_disk, "dataDisks": []},
    }
    properties = {
        "sourceMetadata": source,
        "consistencyMode": "CrashConsistent",
        "timeCreated": compute_time(now),
        "provisioningState": "Succeeded",
    }
    return {"properties": properties}


def _disk_point(point_id: str, disk: Resource, now: float) -> Json:
    known = {name: disk.properties[name] for name in _KNOWN}
    properties: Json = {
        **known,
        "timeCreated": compute_time(now),
        "sourceResourceId": disk.id,
        "sourceResourceLocation": disk.location,
        "sourceUniqueId": disk.properties["uniqueId"],
        "familyId": guid(f"{point_id}/family"),
        "completionPercent": 100,
        "publicNetworkAccess": "Enabled",
        "provisioningState": "Succeeded",
    }
    return {"properties": properties}
