"""
Managed disks: empty, from a VHD, copied, from an image version, or restored.

Decisions where Azure's answer is not known. A PUT that says nothing of a setting leaves it as it is, the
sku too: Azure's own PUT is a full one, and what it does with an absent sku was never recorded. A change of
`hyperVGeneration`, `zones` or `creationData` is refused with PropertyChangeNotAllowed, the code of every other
fixed property.
"""

import uuid
from typing import ClassVar

from local_azure import errors, operations
from local_azure.clock import compute_time
from local_azure.resources import content, disk_settings
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import only
from local_azure.resources.disk_creation import origin
from local_azure.resources.disk_encryption_set import check_disk
from local_azure.resources.disk_origin import Origin, check_facts
from local_azure.resources.edge_zone import edge_zone
from local_azure.store import Json, Resource

_GB = 1024**3
_SENT = (
    "creationData", "diskSizeGB", "osType", "hyperVGeneration", "supportedCapabilities", "securityProfile",
    "networkAccessPolicy", "publicNetworkAccess", "diskAccessId", "dataAccessAuthMode", "encryption",
    "purchasePlan", "maxShares", "tier", "burstingEnabled", "diskIOPSReadWrite", "diskMBpsReadWrite",
    "diskIOPSReadOnly", "diskMBpsReadOnly", "optimizedForFrequentAttach", "supportsHibernation", "incremental",
)  # fmt: skip
_FIXED = (
    "createOption", "sourceResourceId", "sourceUri", "storageAccountId", "securityDataUri",
    "elasticSanResourceId",
)  # fmt: skip
_FIXED_REFERENCE = ("id", "communityGalleryImageId", "sharedGalleryImageId")


class ManagedDisks(ComputeType):
    """`Microsoft.Compute/disks`; snapshots have the same shape."""

    type = "Microsoft.Compute/disks"
    label = "disk"
    family = operations.DISK
    options: ClassVar[tuple[str, ...]] = (
        "Empty", "Copy", "CopyStart", "CopyFromSanSnapshot", "FromImage", "Import", "ImportSecure", "Restore",
        "Upload", "UploadPreparedSecure",
    )  # fmt: skip
    skus: ClassVar[tuple[str, ...]] = disk_settings.DISK_SKUS

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check where the content comes from, and fill in sizes, state and access."""
        sent = content.mapping(call.body, "properties")
        body = tracked(call, self._changed(sent, stored) if stored else self._new(call, sent))
        before = stored.body if stored else {}
        given = content.texts(call.body, "sku").get("name") or before.get("sku", {}).get(
            "name", "Standard_LRS"
        )
        body["sku"] = disk_settings.sku(given, self.skus, body["location"], self.label)
        body |= self._top(call, before, body)
        properties = body["properties"]
        size = properties["diskSizeGB"]
        disk_settings.check_size(size, self.label)
        properties |= {"diskSizeBytes": size * _GB, "encryption": disk_settings.encryption(properties)}
        check_disk(call, properties, body["location"], self.label)
        properties |= disk_settings.access(properties, self.label) | self._more(
            properties, body["sku"]["name"]
        )
        return Shaped(body, private={**(stored.private if stored else {}), "sent": only(sent, _SENT)})

    def check_delete(self, resource: Resource, call: Call) -> None:
        """409 while a machine uses the disk."""
        machine = resource.body.get("managedBy")
        if machine and call.cloud.store.find(machine):
            raise errors.operation_not_allowed(f"Disk {resource.name} is attached to VM {machine}.")

    def _top(self, call: Call, before: Json, body: Json) -> Json:
        """Return what stands beside the properties: zones, and the machine that uses the disk."""
        zones = disk_settings.zones(call.body, before, body["sku"]["name"], body["location"])
        return {**only(before, ("managedBy",)), **zones, **edge_zone(call, before)}

    def _more(self, properties: Json, sku: str) -> Json:
        """Return what only disks have, or only snapshots."""
        return {**properties, **disk_settings.performance(properties, sku)}

    def _changed(self, sent: Json, stored: Resource) -> Json:
        known = stored.properties
        self._check_unchanged(content.mapping(sent, "creationData", "properties"), known["creationData"])
        generation = content.text(sent, "hyperVGeneration", "properties")
        if generation and generation != known.get("hyperVGeneration"):
            raise self.changed("hyperVGeneration")
        size = content.whole(sent, "diskSizeGB", "properties")
        if size is not None and size < known["diskSizeGB"]:
            message = f"The size of disk cannot be reduced from {known['diskSizeGB']} GB to {size} GB."
            raise errors.operation_not_allowed(message, "diskSizeGB")
        return {**known, **only(sent, _SENT), "creationData": known["creationData"]}

    def _check_unchanged(self, given: Json, stored: Json) -> None:
        for name in _FIXED:
            value = content.text(given, name, "properties.creationData")
            is_source = name == "sourceUri" and stored["createOption"] == "Copy"
            known = stored.get("sourceResourceId" if is_source else name, "")
            if value and value.strip("/").lower() != str(known).strip("/").lower():
                raise self.changed(f"creationData.{name}")
        reference = content.mapping(given, "galleryImageReference", "properties.creationData")
        known = stored.get("galleryImageReference", {})
        for name in _FIXED_REFERENCE:
            value = content.text(reference, name, "properties.creationData.galleryImageReference")
            if value and value.lower() != str(known.get(name, "")).lower():
                raise self.changed(f"creationData.galleryImageReference.{name}")
        if reference and reference.get("lun") != known.get("lun"):
            raise self.changed("creationData.galleryImageReference.lun")

    def _new(self, call: Call, sent: Json) -> Json:
        made = origin(call, sent, self.label, self.options)
        check_facts(sent, made.facts, made.called, self.label)
        given = content.mapping(sent, "supportedCapabilities", "properties")
        capabilities = {**given, **made.facts.get("supportedCapabilities", {})}
        return {
            **made.facts,
            **only(sent, _SENT),
            **({"supportedCapabilities": capabilities} if capabilities else {}),
            "creationData": made.creation,
            "diskState": made.state,
            "diskSizeGB": self._size(content.whole(sent, "diskSizeGB", "properties"), made),
            "timeCreated": compute_time(call.now()),
            "uniqueId": str(uuid.uuid4()),
            **self._made(made),
        }

    def _made(self, made: Origin) -> Json:  # noqa: ARG002  snapshots remember their disk
        """Return what the source alone decides."""
        return {}

    def _size(self, given: int | None, made: Origin) -> int:
        size = made.size_gb if given is None else given
        if size is None:
            raise errors.missing_parameter(f"{self.label}.diskSizeGB")
        if size < (made.size_gb or 0):
            raise errors.too_small(size, made.size_gb or 0, made.called, f"{self.label}.diskSizeGB")
        return size
