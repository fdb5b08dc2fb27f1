"""
What a new local Azure holds.

A subscription whose owner is the deployer, and machines, disks and snapshots to make images from. Machines
come generalized or not, in both generations, one with Trusted Launch.
"""

import uuid
from dataclasses import dataclass

from local_azure.clock import compute_time, gateway_time
from local_azure.cloud import Cloud
from local_azure.directory import DEPLOYER
from local_azure.resources import resource_group, role_assignment, role_definition, subscription
from local_azure.resources.managed_disk import ManagedDisks
from local_azure.resources.snapshot import Snapshots
from local_azure.resources.virtual_machine import VirtualMachines
from local_azure.store import Json, Resource

SEEDED = "seeded"
"""The private mark of what was there from the beginning."""

_OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
_NAMES = uuid.UUID("eeeeeeee-0000-4000-8000-000000000001")
_SIZE_GB = 30
_GB = 1024**3


@dataclass(frozen=True)
class _Machine:
    name: str
    generation: str = "V2"
    security: str = "Standard"
    generalized: bool = True
    snapshot: str = ""


_PLACES = {
    ("rg-image-builds", "westeurope"): (
        _Machine("build-ubuntu-2404"),
        _Machine("build-rhel-9"),
        _Machine("build-debian-12", generation="V1"),
        _Machine("app-server-01", generalized=False, snapshot="app-server-01-os-snapshot"),
        _Machine("trusted-01", security="TrustedLaunch"),
    ),
    ("rg-image-builds-us", "eastus"): (_Machine("build-ubuntu-us", snapshot="app-server-us-os-snapshot"),),
}


def seed(cloud: Cloud) -> None:
    """Fill a state that has never been filled; a second call does nothing, whatever was deleted since."""
    with cloud.store.transaction():
        cloud.token_key()
        if cloud.store.fact("seeded"):
            return
        _fill(cloud)
        cloud.store.set_fact("seeded", "1")


def _fill(cloud: Cloud) -> None:
    root = f"/subscriptions/{cloud.subscription}"
    cloud.store.save(Resource(root, subscription.TYPE, {"displayName": "Example subscription"}))
    cloud.store.save(_ownership(cloud, root))
    for (group, location), machines in _PLACES.items():
        body = {"location": location, "properties": {"provisioningState": "Succeeded"}}
        group_id = f"{root}/resourceGroups/{group}"
        cloud.store.save(Resource(group_id, resource_group.TYPE, body, {SEEDED: True}))
        for machine in machines:
            _add_machine(cloud, group_id, location, machine)


def _add_machine(cloud: Cloud, group_id: str, location: str, machine: _Machine) -> None:
    compute = f"{group_id}/providers/Microsoft.Compute"
    machine_id = f"{compute}/virtualMachines/{machine.name}"
    disk = _disk(cloud, f"{compute}/disks/{machine.name}-os", location, machine)
    disk.body["managedBy"] = machine_id
    state = "Reserved" if machine.generalized else "Attached"
    disk.properties.update({"diskState": state, "diskIOPSReadWrite": 500, "diskMBpsReadWrite": 60})
    cloud.store.save(disk)
    os_disk = {
        "osType": "Linux",
        "name": disk.name,
        "createOption": "Attach",
        "caching": "ReadWrite",
        "managedDisk": {"id": disk.id},
        "diskSizeGB": _SIZE_GB,
    }
    properties: Json = {
        "vmId": _guid(machine_id),
        "hardwareProfile": {"vmSize": "Standard_D2s_v5"},
        "storageProfile": {"osDisk": os_disk, "dataDisks": []},
        "provisioningState": "Succeeded",
    }
    if machine.security != "Standard":
        uefi = {"secureBootEnabled": True, "vTpmEnabled": True}
        properties["securityProfile"] = {"securityType": machine.security, "uefiSettings": uefi}
    power = "deallocated" if machine.generalized else "running"
    private = {"power": power, "generalized": machine.generalized, SEEDED: True}
    body = {"location": location, "properties": properties}
    cloud.store.save(Resource(machine_id, VirtualMachines.type, body, private))
    if machine.snapshot:
        cloud.store.save(_snapshot(cloud, f"{compute}/snapshots/{machine.snapshot}", disk, machine))


def _disk(cloud: Cloud, id_: str, location: str, machine: _Machine) -> Resource:
    properties: Json = {
        "osType": "Linux",
        "hyperVGeneration": machine.generation,
        "supportedCapabilities": {"architecture": "x64"},
        "creationData": {"createOption": "Import"},
        "diskSizeGB": _SIZE_GB,
        "diskSizeBytes": _SIZE_GB * _GB,
        "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
        "networkAccessPolicy": "AllowAll",
        "publicNetworkAccess": "Enabled",
        "timeCreated": compute_time(cloud.clock.now()),
        "uniqueId": _guid(id_),
        "provisioningState": "Succeeded",
    }
    if machine.security != "Standard":
        properties["securityProfile"] = {"securityType": machine.security}
    sku = {"name": "Standard_LRS", "tier": "Standard"}
    return Resource(
        id_, ManagedDisks.type, {"location": location, "sku": sku, "properties": properties}, {SEEDED: True}
    )


def _snapshot(cloud: Cloud, id_: str, disk: Resource, machine: _Machine) -> Resource:
    snapshot = _disk(cloud, id_, disk.location, machine)
    source = {
        "createOption": "Copy",
        "sourceResourceId": disk.id,
        "sourceUniqueId": disk.properties["uniqueId"],
    }
    snapshot.properties.update({"creationData": source, "incremental": False, "diskState": "Unattached"})
    return Resource(snapshot.id, Snapshots.type, snapshot.body, snapshot.private)


def _ownership(cloud: Cloud, root: str) -> Resource:
    now = gateway_time(cloud.clock.now())
    name = _guid(f"{root}/owner")
    properties: Json = {
        "roleDefinitionId": role_definition.id_at(root, _OWNER),
        "principalId": DEPLOYER.object_id,
        "principalType": DEPLOYER.type,
        "scope": root,
        "condition": None,
        "conditionVersion": None,
        "createdOn": now,
        "updatedOn": now,
        "createdBy": DEPLOYER.object_id,
        "updatedBy": DEPLOYER.object_id,
        "delegatedManagedIdentityResourceId": None,
        "description": None,
    }
    id_ = f"{root}/providers/{role_assignment.TYPE}/{name}"
    return Resource(id_, role_assignment.TYPE, {"properties": properties}, {"role": _OWNER, SEEDED: True})


def _guid(text: str) -> str:
    return str(uuid.uuid5(_NAMES, text.lower()))
