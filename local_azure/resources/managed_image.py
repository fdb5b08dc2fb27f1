"""Managed images: a generalized system in one region, made once, then fixed but for tags."""

from typing import cast

from local_azure import errors, regions
from local_azure.resources import content
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.edge_zone import edge_zone
from local_azure.resources.managed_image_sources import from_disks, from_machine, mismatch
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"


class ManagedImages(ComputeType):
    """`Microsoft.Compute/images`."""

    type = "Microsoft.Compute/images"
    label = "image"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check the source, and fill in what Azure reads from it."""
        sent = content.mapping(call.body, "properties")
        if stored:
            self._check_unchanged(sent, stored.properties)
            return Shaped(_body(call, stored.properties, stored.body), private=stored.private)
        location = regions.normalise(content.text(call.body, "location"))
        machine = content.texts(sent, "sourceVirtualMachine", "properties").get("id", "")
        if bool(machine) == bool(content.mapping(sent, "storageProfile", "properties").get("osDisk")):
            raise _both_or_neither(machine)
        if machine:
            properties, sizes = from_machine(call, machine, location)
        else:
            properties, sizes = from_disks(call, sent, location)
        properties["storageProfile"]["zoneResilient"] = _zone_resilient(sent, location)
        generation = content.text(sent, "hyperVGeneration", "properties")
        if generation and generation != properties["hyperVGeneration"]:
            raise mismatch("hyperVGeneration", generation, properties["hyperVGeneration"])
        first = {**properties, "storageProfile": _without_size(properties["storageProfile"])}
        return Shaped(_body(call, first, {}), _body(call, properties, {}), private={"sizes": sizes})

    def _check_unchanged(self, sent: Json, stored: Json) -> None:
        """Every part that is sent has to be what is stored; a part that is not sent is kept."""
        generation = content.text(sent, "hyperVGeneration", "properties")
        if generation and generation != stored["hyperVGeneration"]:
            raise self.changed("hyperVGeneration")
        machine = content.texts(sent, "sourceVirtualMachine", "properties").get("id", "")
        if machine and machine.lower() != stored.get("sourceVirtualMachine", {}).get("id", "").lower():
            raise self.changed("sourceVirtualMachine.id")
        storage = content.mapping(sent, "storageProfile", "properties")
        path = _first_change(storage, stored["storageProfile"], "storageProfile")
        if path:
            raise self.changed(path)


def _body(call: Call, properties: Json, before: Json) -> Json:
    return {**tracked(call, properties), **edge_zone(call, before)}


def _zone_resilient(sent: Json, location: str) -> bool:
    zoned = content.flag(content.mapping(sent, "storageProfile", "properties"), "zoneResilient", _WHERE)
    if zoned and location not in regions.ZONE_REDUNDANT:
        message = (
            f"Zone resilient images are not supported in this region: '{regions.DISPLAY_NAMES[location]}'."
        )
        raise errors.invalid_parameter("storageProfile.zoneResilient", message)
    return zoned


def _first_change(sent: object, stored: object, path: str) -> str:
    """Find the first value that differs; ids are compared without regard to case, and null is not sent."""
    if isinstance(sent, dict) and isinstance(stored, dict):
        known = cast("Json", stored)
        pairs = [(one, known.get(name), f"{path}.{name}") for name, one in cast("Json", sent).items()]
    elif isinstance(sent, list) and isinstance(stored, list):
        new, old = cast("list[object]", sent), cast("list[object]", stored)
        if len(new) != len(old):
            return path
        pairs = [(one, other, path) for one, other in zip(new, old, strict=True)]
    else:
        given, kept = str(cast("object", sent)), str(stored)
        same = sent is None or given.strip("/").lower() == kept.strip("/").lower()
        return "" if same else path
    return next((found for pair in pairs if (found := _first_change(*pair))), "")


def _both_or_neither(machine: str) -> errors.ArmError:
    if machine:
        return errors.parameter_not_allowed("storageProfile")
    return errors.missing_parameter("storageProfile")


def _without_size(storage: Json) -> Json:
    """Return what is shown until the sizes are known."""
    os_disk, *data = (
        {name: value for name, value in disk.items() if name != "diskSizeGB"}
        for disk in (storage["osDisk"], *storage["dataDisks"])
    )
    return {**storage, "osDisk": os_disk, "dataDisks": data}
