"""
What an image can be made from, and what Azure knows of it.

A machine, disk, snapshot, disk restore point, managed image or image version. `None` in a fact is what Azure
cannot know, as the state of the system on a bare disk.
"""

from dataclasses import dataclass, field
from typing import Any

from local_azure import ids, regions
from local_azure.cloud import Cloud
from local_azure.resources import community, shared_image
from local_azure.resources.image_features import security_type
from local_azure.store import Json, Resource

MACHINE = "microsoft.compute/virtualmachines"
DISK = "microsoft.compute/disks"
SNAPSHOT = "microsoft.compute/snapshots"
MANAGED_IMAGE = "microsoft.compute/images"
VERSION = "microsoft.compute/galleries/images/versions"
DISK_POINT = "microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints"
_PLATFORM_KEY = "EncryptionAtRestWithPlatformKey"


@dataclass(frozen=True)
class Disk:
    """One disk of a source."""

    size_gb: int
    caching: str = "None"
    lun: int | None = None
    id: str = ""


@dataclass(frozen=True)
class Source:
    """What Azure knows of a source."""

    resource: Resource
    os_type: str
    generation: str
    architecture: str
    security_type: str
    os_state: str | None
    disk: Disk
    data_disks: tuple[Disk, ...] = ()
    regions: frozenset[str] = field(default_factory=frozenset[str])
    plan: Json = field(default_factory=dict[str, Any])
    """The purchase plan it carries, empty for none."""
    encrypted: bool = False
    """Whether a key of the customer's encrypts any of its disks."""

    @property
    def subscription(self) -> str:
        """The subscription it lies in."""
        return self.resource.id.split("/")[2]

    @property
    def kind(self) -> str:
        """Its type, in lower case."""
        return self.resource.type.lower()


def find(cloud: Cloud, id_: str) -> Source | None:
    """Return what is known of a source; `None` if there is no such resource, or it is no source."""
    parsed = ids.parse(id_)
    resource = cloud.store.find(parsed.key) if parsed else None
    if resource is None or resource.properties.get("provisioningState") == "Deleting":
        return None
    read = _READERS.get(resource.type.lower())
    return read(cloud, resource) if read else None


def find_community(cloud: Cloud, id_: str, location: str) -> Source | None:
    """Return what is known of the version that a community id names, `latest` being the one of a region."""
    version = community.find_version(cloud, id_, location)
    return _version(cloud, version) if version else None


def find_shared(cloud: Cloud, id_: str, location: str) -> Source | None:
    """Return what is known of the version that the id of a directly shared gallery names."""
    version = shared_image.find_shared(cloud, id_, location)
    return _version(cloud, version) if version else None


def _machine(cloud: Cloud, machine: Resource) -> Source | None:
    disk = machine.properties["storageProfile"]["osDisk"]
    os_disk = find(cloud, disk["managedDisk"]["id"])
    if os_disk is None:
        return None
    attached = [
        (one, found)
        for one in machine.properties["storageProfile"].get("dataDisks", [])
        if (found := find(cloud, one["managedDisk"]["id"]))
    ]
    data = [
        Disk(found.disk.size_gb, one.get("caching", "None"), one["lun"], found.resource.id)
        for one, found in attached
    ]
    return Source(
        machine,
        os_type=os_disk.os_type,
        generation=os_disk.generation,
        architecture=os_disk.architecture,
        security_type=machine.properties.get("securityProfile", {}).get("securityType", "Standard"),
        os_state="Generalized" if machine.private.get("generalized") else "Specialized",
        disk=Disk(os_disk.disk.size_gb, disk.get("caching", "ReadWrite"), id=os_disk.resource.id),
        data_disks=tuple(data),
        regions=frozenset({machine.location}),
        plan=machine.body.get("plan", {}),
        encrypted=os_disk.encrypted or any(found.encrypted for _, found in attached),
    )


def _disk(_: Cloud, disk: Resource) -> Source:
    properties = disk.properties
    return Source(
        disk,
        os_type=properties.get("osType", ""),
        generation=properties.get("hyperVGeneration", "V1"),
        architecture=properties.get("supportedCapabilities", {}).get("architecture", "x64"),
        security_type=properties.get("securityProfile", {}).get("securityType", "Standard"),
        os_state=None,
        disk=Disk(properties["diskSizeGB"], id=disk.id),
        regions=frozenset({disk.location}),
        plan=properties.get("purchasePlan", {}),
        encrypted=_is_encrypted(properties),
    )


def _disk_point(_: Cloud, point: Resource) -> Source:
    properties = point.properties
    return Source(
        point,
        os_type=properties.get("osType", ""),
        generation=properties.get("hyperVGeneration", "V1"),
        architecture=properties.get("supportedCapabilities", {}).get("architecture", "x64"),
        security_type=properties.get("securityProfile", {}).get("securityType", "Standard"),
        os_state=None,
        disk=Disk(point.private["sizeGB"], id=point.id),
        regions=frozenset({properties["sourceResourceLocation"]}),
        encrypted=_is_encrypted(properties),
    )


def _is_encrypted(properties: Json) -> bool:
    return properties.get("encryption", {}).get("type", _PLATFORM_KEY) != _PLATFORM_KEY


def _managed_image(_: Cloud, image: Resource) -> Source:
    storage = image.properties["storageProfile"]
    os_disk = storage["osDisk"]
    size = image.private["sizes"]
    return Source(
        image,
        os_type=os_disk["osType"],
        generation=image.properties["hyperVGeneration"],
        architecture="x64",
        security_type="Standard",
        os_state="Generalized",
        disk=Disk(size["os"], os_disk["caching"], id=image.id),
        data_disks=tuple(
            Disk(size[str(one["lun"])], one["caching"], one["lun"], image.id) for one in storage["dataDisks"]
        ),
        regions=frozenset({image.location}),
    )


def _version(cloud: Cloud, version: Resource) -> Source | None:
    definition = cloud.store.find(version.key.rsplit("/versions/", 1)[0])
    if definition is None or version.properties["provisioningState"] == "Failed":
        return None
    facts = definition.properties
    profile = version.properties["publishingProfile"]
    sizes = version.private["sizes"]
    return Source(
        version,
        os_type=facts["osType"],
        generation=facts["hyperVGeneration"],
        architecture=facts["architecture"],
        security_type=security_type(facts),
        os_state=facts["osState"],
        disk=_sized(sizes["os"]),
        data_disks=tuple(_sized(one) for one in sizes["data"]),
        regions=frozenset(regions.normalise(region["name"]) for region in profile["targetRegions"]),
        plan=facts.get("purchasePlan", {}),
        encrypted=any("encryption" in region for region in profile["targetRegions"]),
    )


def _sized(size: Json) -> Disk:
    return Disk(size["sizeInGB"], size["hostCaching"], size.get("lun"))


_READERS = {
    MACHINE: _machine,
    DISK: _disk,
    SNAPSHOT: _disk,
    DISK_POINT: _disk_point,
    MANAGED_IMAGE: _managed_image,
    VERSION: _version,
}
