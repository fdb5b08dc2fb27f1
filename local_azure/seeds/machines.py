"""Machines that are there from the beginning, with their disks and the snapshots of them."""

from collections.abc import Iterator

from local_azure.clock import compute_time
from local_azure.resources.managed_disk import ManagedDisks
from local_azure.resources.snapshot import Snapshots
from local_azure.resources.virtual_machine import VirtualMachines
from local_azure.seeds.data import SIZE_GB, DataDisk, Machine
from local_azure.seeds.marks import SEEDED, guid
from local_azure.store import Json, Resource

_GB = 1024**3


def resources(group_id: str, location: str, machine: Machine, now: float) -> Iterator[Resource]:
    """Yield a machine's disks, the machine, and the snapshots."""
    compute = f"{group_id}/providers/Microsoft.Compute"
    machine_id = f"{compute}/virtualMachines/{machine.name}"
    os_disk = _disk(f"{compute}/disks/{machine.name}-os", location, SIZE_GB, now)
    os_disk.properties.update(_system(machine))
    data = [
        _disk(f"{compute}/disks/{machine.name}-data-{one.lun}", location, one.size_gb, now)
        for one in machine.data_disks
    ]
    snapshots = list(_snapshots(compute, machine, os_disk, data))
    for disk in (os_disk, *data):
        disk.body["managedBy"] = machine_id
        state = "Reserved" if machine.generalized else "Attached"
        disk.properties.update({"diskState": state, "diskIOPSReadWrite": 500, "diskMBpsReadWrite": 60})
        yield disk
    yield _machine(machine_id, location, machine, os_disk, data)
    yield from snapshots


def _machine(id_: str, location: str, machine: Machine, os_disk: Resource, data: list[Resource]) -> Resource:
    attached = {
        "osType": "Linux",
        "name": os_disk.name,
        "createOption": "Attach",
        "caching": "ReadWrite",
        "managedDisk": {"id": os_disk.id},
        "diskSizeGB": SIZE_GB,
    }
    data_disks = [_attached_data(one, disk.id) for one, disk in zip(machine.data_disks, data, strict=True)]
    properties: Json = {
        "vmId": guid(id_),
        "hardwareProfile": {"vmSize": machine.size},
        "storageProfile": {"osDisk": attached, "dataDisks": data_disks},
        "provisioningState": "Succeeded",
    }
    if machine.security != "Standard":
        uefi = {"secureBootEnabled": True, "vTpmEnabled": True}
        properties["securityProfile"] = {"securityType": machine.security, "uefiSettings": uefi}
    power = "deallocated" if machine.generalized else "running"
    private = {"power": power, "generalized": machine.generalized, SEEDED: True}
    return Resource(id_, VirtualMachines.type, {"location": location, "properties": properties}, private)


def _attached_data(one: DataDisk, id_: str) -> Json:
    return {
        "lun": one.lun,
        "name": id_.rsplit("/", 1)[1],
        "createOption": "Attach",
        "caching": one.caching,
        "managedDisk": {"id": id_},
        "diskSizeGB": one.size_gb,
    }


def _system(machine: Machine) -> Json:
    """Return what is known of a system disk, and of no data disk."""
    facts: Json = {
        "osType": "Linux",
        "hyperVGeneration": machine.generation,
        "supportedCapabilities": {"architecture": machine.architecture},
    }
    if machine.security != "Standard":
        facts["securityProfile"] = {"securityType": machine.security}
    return facts


def _disk(id_: str, location: str, size_gb: int, now: float) -> Resource:
    properties: Json = {
        "creationData": {"createOption": "Import"},
        "diskSizeGB": size_gb,
        "diskSizeBytes": size_gb * _GB,
        "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
        "networkAccessPolicy": "AllowAll",
        "publicNetworkAccess": "Enabled",
        "timeCreated": compute_time(now),
        "uniqueId": guid(id_),
        "provisioningState": "Succeeded",
    }
    body: Json = {
        "location": location,
        "sku": {"name": "Standard_LRS", "tier": "Standard"},
        "properties": properties,
    }
    return Resource(id_, ManagedDisks.type, body, {SEEDED: True})


def _snapshots(compute: str, machine: Machine, os_disk: Resource, data: list[Resource]) -> Iterator[Resource]:
    if not machine.snapshot:
        return
    yield _snapshot(f"{compute}/snapshots/{machine.snapshot}", os_disk)
    for disk in data:
        yield _snapshot(f"{compute}/snapshots/{disk.name}-snapshot", disk)


def _snapshot(id_: str, disk: Resource) -> Resource:
    source = {
        "createOption": "Copy",
        "sourceResourceId": disk.id,
        "sourceUniqueId": disk.properties["uniqueId"],
    }
    known: Json = {"creationData": source, "uniqueId": guid(id_)}
    known |= {"incremental": False, "diskState": "Unattached"}
    body = {**disk.body, "properties": {**disk.properties, **known}}
    return Resource(id_, Snapshots.type, body, {SEEDED: True})
