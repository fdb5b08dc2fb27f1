"""
Virtual machines, as far as they are sources of images: power state, generalization, security, disks.

A machine is made around managed disks that exist (`createOption: Attach`). Machines made from images, and
everything a machine does when it runs, are not served.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from local_azure import errors
from local_azure.resources import content, sources
from local_azure.resources.base import Call, ComputeType, Outcome, Shaped, tracked
from local_azure.resources.checks import only
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"


class VirtualMachines(ComputeType):
    """`Microsoft.Compute/virtualMachines`."""

    type = "Microsoft.Compute/virtualMachines"
    label = "vm"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check that the disks exist; a new machine runs."""
        sent = content.mapping(call.body, "properties")
        if stored:
            properties = {**stored.properties, **only(sent, ("hardwareProfile",))}
            return Shaped(_with_plan(call, tracked(call, properties), stored.body), private=stored.private)
        storage = content.mapping(sent, "storageProfile", "properties")
        disk = _attached(call, content.mapping(storage, "osDisk", _WHERE), "osDisk")
        data = [_attached(call, one, "dataDisks") for one in content.items(storage, "dataDisks", _WHERE)]
        properties: Json = {
            **only(sent, ("hardwareProfile", "osProfile", "networkProfile", "securityProfile")),
            "vmId": str(uuid.uuid4()),
            "storageProfile": {"osDisk": disk, "dataDisks": data},
        }
        for attached in (disk, *data):
            _mark(call, attached["managedDisk"]["id"])
        body = _with_plan(call, tracked(call, properties), {})
        return Shaped(body, private={"power": "running", "generalized": False})

    def present(self, resource: Resource, call: Call) -> Json:
        """`instanceView` if it is asked for."""
        if call.query.get("$expand", "").lower() != "instanceview":
            return resource.properties
        source = sources.find(call.cloud, resource.id)
        view: Json = {"statuses": _statuses(resource)}
        if source:
            view["hyperVGeneration"] = source.generation
        return {**resource.properties, "instanceView": view}

    def actions(self) -> Mapping[str, Callable[[Call], Outcome]]:
        """Return the two that stand between a machine and an image."""
        return {"deallocate": self._deallocate, "generalize": self._generalize}

    def check_delete(self, resource: Resource, call: Call) -> None:
        """Let go of the disks; nothing keeps a machine."""
        storage = resource.properties["storageProfile"]
        for attached in (storage["osDisk"], *storage.get("dataDisks", [])):
            disk = call.cloud.store.find(attached["managedDisk"]["id"])
            if disk and disk.body.get("managedBy", "").lower() == resource.key:
                del disk.body["managedBy"]
                disk.properties["diskState"] = "Unattached"
                call.cloud.store.save(disk)

    def _deallocate(self, call: Call) -> Outcome:
        machine = self.get(call)
        private = {**machine.private, "power": "deallocated"}
        return Outcome(machine, self.begin(call, machine, machine.body, private=private))

    def _generalize(self, call: Call) -> Outcome:
        machine = self.get(call)
        if machine.private.get("power") == "running":
            message = f"Operation 'generalize' is not allowed on VM '{machine.name}' since the VM is running."
            raise errors.operation_not_allowed(message)
        machine.private["generalized"] = True
        call.cloud.store.save(machine)
        return Outcome(machine)


def _with_plan(call: Call, body: Json, before: Json) -> Json:
    """Add the purchase plan of the Marketplace image that the machine was made of; it is fixed."""
    plan = before.get("plan") or content.texts(call.body, "plan")
    return {**body, "plan": plan} if plan else body


def _attached(call: Call, given: Json, path: str) -> Json:
    where = f"{_WHERE}.{path}"
    option = content.text(given, "createOption", where)
    if option.lower() != "attach":
        message = (
            f"local Azure makes machines of managed disks that exist only: {path}.createOption has "
            "to be 'Attach'."
        )
        raise errors.invalid_parameter(f"{path}.createOption", message)
    id_ = str(content.mapping(given, "managedDisk", where).get("id", ""))
    source = sources.find(call.cloud, id_)
    if source is None or source.kind != sources.DISK:
        raise errors.ArmError(
            404, "ResourceNotFound", f"The disk '{id_}' was not found.", f"{path}.managedDisk.id"
        )
    owner = source.resource.body.get("managedBy")
    if owner and call.cloud.store.find(owner):
        raise errors.operation_not_allowed(f"Disk {source.resource.name} is attached to VM {owner}.")
    shaped: dict[str, Any] = {
        "createOption": "Attach",
        "caching": content.text(given, "caching", where) or ("ReadWrite" if path == "osDisk" else "None"),
        "managedDisk": {"id": source.resource.id},
        "diskSizeGB": source.disk.size_gb,
    }
    if path == "osDisk":
        return {"osType": source.os_type, "name": source.resource.name, **shaped}
    lun = content.whole(given, "lun", where)
    if lun is None:
        raise errors.missing_parameter("dataDisks.lun")
    return {"lun": lun, "name": source.resource.name, **shaped}


def _mark(call: Call, disk_id: str) -> None:
    disk = call.cloud.store.find(disk_id)
    if disk:
        disk.body["managedBy"] = call.id.text
        disk.properties["diskState"] = "Attached"
        call.cloud.store.save(disk)


def _statuses(machine: Resource) -> list[Json]:
    codes = [f"ProvisioningState/{machine.properties['provisioningState'].lower()}"]
    if machine.private.get("generalized"):
        codes.append("OSState/generalized")
    codes.append(f"PowerState/{machine.private.get('power', 'running')}")
    return [{"code": code, "level": "Info", "displayStatus": code.split("/")[1]} for code in codes]
