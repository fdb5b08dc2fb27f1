"""Managed disks: empty, imported, or copied from a disk or snapshot. Disks from images are not served yet."""

import uuid
from typing import ClassVar

from local_azure import errors, operations
from local_azure.clock import compute_time
from local_azure.resources import content, sources
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import one_of, only
from local_azure.store import Json, Resource

_GB = 1024**3
_SENT = (
    "creationData", "diskSizeGB", "osType", "hyperVGeneration", "supportedCapabilities", "securityProfile",
    "networkAccessPolicy", "publicNetworkAccess", "incremental",
)  # fmt: skip
_INHERITED = ("osType", "hyperVGeneration", "supportedCapabilities", "securityProfile")
_FIXED = ("createOption", "sourceResourceId", "sourceUri")
_IMPORT_SIZE_GB = 30


class ManagedDisks(ComputeType):
    """`Microsoft.Compute/disks`; snapshots have the same shape."""

    type = "Microsoft.Compute/disks"
    label = "disk"
    family = operations.DISK
    _sku_default: ClassVar[str] = "Standard_LRS"
    _more: ClassVar[Json] = {"diskIOPSReadWrite": 500, "diskMBpsReadWrite": 60, "diskState": "Unattached"}

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check where the content comes from, and fill in sizes, state and access."""
        sent = content.mapping(call.body, "properties")
        if stored:
            self._check_unchanged(sent, stored.properties)
            properties = {**stored.properties, **only(sent, _SENT)}
            properties["creationData"] = stored.properties["creationData"]
            size = properties["diskSizeGB"]
        else:
            properties, size = self._new(call, sent)
        properties |= {"diskSizeGB": size, "diskSizeBytes": size * _GB}
        body = tracked(call, properties)
        sku = content.texts(call.body, "sku").get("name") or self._sku_default
        body["sku"] = {"name": sku, "tier": sku.split("_", maxsplit=1)[0]}
        private = {**(stored.private if stored else {}), "sent": only(sent, _SENT)}
        return Shaped(body, private=private)

    def check_delete(self, resource: Resource, call: Call) -> None:
        """409 while a machine uses the disk."""
        machine = resource.body.get("managedBy")
        if machine and call.cloud.store.find(machine):
            raise errors.operation_not_allowed(f"Disk {resource.name} is attached to VM {machine}.")

    def _check_unchanged(self, sent: Json, stored: Json) -> None:
        given = content.mapping(sent, "creationData", "properties")
        for name in _FIXED:
            value = content.text(given, name, "properties.creationData")
            if value and value.lower() != str(stored["creationData"].get(name, "")).lower():
                raise self.changed(f"creationData.{name}")
        size = content.whole(sent, "diskSizeGB", "properties")
        if size is not None and size < stored["diskSizeGB"]:
            message = f"The size of disk cannot be reduced from {stored['diskSizeGB']} GB to {size} GB."
            raise errors.operation_not_allowed(message, "diskSizeGB")

    def _new(self, call: Call, sent: Json) -> tuple[Json, int]:
        creation = content.mapping(sent, "creationData", "properties")
        option = content.text(creation, "createOption", "properties.creationData")
        if not option:
            raise errors.missing_parameter(f"{self.label}.creationData.createOption")
        target = f"{self.label}.creationData.createOption"
        option = one_of(option, ("Empty", "Copy", "Import"), target)
        size = content.whole(sent, "diskSizeGB", "properties")
        creation = {**creation, "createOption": option}
        inherited: Json = {}
        if option == "Copy":
            creation, inherited, least = self._copy(call, creation)
            size = max(size or least, least)
        if option == "Import":
            size = size or _IMPORT_SIZE_GB
        if size is None:
            raise errors.missing_parameter(f"{self.label}.diskSizeGB")
        return {
            **inherited,
            **only(sent, _SENT),
            "creationData": creation,
            "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
            "networkAccessPolicy": content.text(sent, "networkAccessPolicy", "properties") or "AllowAll",
            "publicNetworkAccess": content.text(sent, "publicNetworkAccess", "properties") or "Enabled",
            "timeCreated": compute_time(call.now()),
            "uniqueId": str(uuid.uuid4()),
            **self._more,
            **only(sent, ("incremental",)),
        }, size

    def _copy(self, call: Call, creation: Json) -> tuple[Json, Json, int]:
        where = f"{self.label}.creationData"
        id_ = str(creation.get("sourceResourceId") or creation.get("sourceUri") or "")
        if not id_:
            raise errors.missing_parameter(f"{where}.sourceResourceId")
        source = sources.find(call.cloud, id_)
        if source is None or source.kind not in (sources.DISK, sources.SNAPSHOT):
            raise errors.ArmError(404, "ResourceNotFound", f"The source '{id_}' was not found.", where)
        known = source.resource.properties
        creation = {
            "createOption": "Copy",
            "sourceResourceId": f"/{id_.strip('/')}",
            "sourceUniqueId": known["uniqueId"],
        }
        return creation, only(known, _INHERITED), source.disk.size_gb
