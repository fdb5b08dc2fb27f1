"""Managed images: a generalized system in one region, made once, then fixed but for tags."""

from typing import cast

from local_azure import errors, regions
from local_azure.resources import content, sources
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import one_of, only
from local_azure.resources.sources import Source
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"
_CACHING = ("None", "ReadOnly", "ReadWrite")
_PLACES = ("managedDisk", "snapshot", "blobUri")
_BLOB_SIZE_GB = 30


class ManagedImages(ComputeType):
    """`Microsoft.Compute/images`."""

    type = "Microsoft.Compute/images"
    label = "image"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check the source, and fill in what Azure reads from it."""
        sent = content.mapping(call.body, "properties")
        if stored:
            self._check_unchanged(sent, stored.properties)
            return Shaped(tracked(call, stored.properties), private=stored.private)
        location = regions.normalise(content.text(call.body, "location"))
        machine = content.texts(sent, "sourceVirtualMachine", "properties").get("id", "")
        if bool(machine) == bool(content.mapping(sent, "storageProfile", "properties").get("osDisk")):
            raise _both_or_neither(machine)
        if machine:
            properties, sizes = _from_machine(call, machine, location)
        else:
            properties, sizes = _from_disks(call, sent, location)
        zoned = content.flag(content.mapping(sent, "storageProfile", "properties"), "zoneResilient", _WHERE)
        properties["storageProfile"]["zoneResilient"] = zoned
        generation = content.text(sent, "hyperVGeneration", "properties")
        if generation and generation != properties["hyperVGeneration"]:
            raise _mismatch("hyperVGeneration", generation, properties["hyperVGeneration"])
        first = {**properties, "storageProfile": _without_size(properties["storageProfile"])}
        return Shaped(tracked(call, first), tracked(call, properties), private={"sizes": sizes})

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


def _mismatch(name: str, given: str, found: str) -> errors.ArmError:
    message = f"The value '{given}' of parameter '{name}' is different from the source's, which is '{found}'."
    return errors.invalid_parameter(name, message)


def _from_machine(call: Call, id_: str, location: str) -> tuple[Json, Json]:
    target = "sourceVirtualMachine.id"
    source = _source(call, id_, (sources.MACHINE,), location, target)
    machine = source.resource
    if source.security_type != "Standard":
        raise errors.operation_not_allowed(
            "Creation of managed images are not supported for virtual machine with "
            f"{source.security_type} security type."
        )
    if source.os_state != "Generalized" or machine.private.get("power") != "deallocated":
        wanted = (
            "Generalized" if machine.private.get("power") == "deallocated" else "Deallocated and Generalized"
        )
        raise errors.operation_not_allowed(
            f"The operation 'Create Image' requires the Virtual Machine '{machine.name}' to be {wanted}."
        )
    os_disk = {
        "osType": source.os_type,
        "osState": "Generalized",
        "diskSizeGB": source.disk.size_gb,
        "managedDisk": {"id": source.disk.id},
        "caching": source.disk.caching,
        "storageAccountType": "Standard_LRS",
    }
    data = [
        {
            "lun": one.lun,
            "managedDisk": {"id": one.id},
            "caching": one.caching,
            "storageAccountType": "Standard_LRS",
        }
        for one in source.data_disks
    ]
    sizes = {"os": source.disk.size_gb, **{str(one.lun): one.size_gb for one in source.data_disks}}
    return {
        "sourceVirtualMachine": {"id": machine.id},
        "storageProfile": {"osDisk": os_disk, "dataDisks": data},
        "hyperVGeneration": source.generation,
    }, sizes


def _from_disks(call: Call, sent: Json, location: str) -> tuple[Json, Json]:
    storage = content.mapping(sent, "storageProfile", "properties")
    given = content.mapping(storage, "osDisk", _WHERE)
    for name in ("osType", "osState"):
        if not content.text(given, name, f"{_WHERE}.osDisk"):
            raise errors.missing_parameter(f"osDisk.{name}")
    if given["osState"] != "Generalized":
        raise errors.invalid_parameter("osDisk.osState", "The value of parameter osDisk.osState is invalid.")
    os_disk, size, source = _disk(call, given, location, "osDisk")
    if source and source.os_type and source.os_type != given["osType"]:
        raise _mismatch("osDisk.osType", given["osType"], source.os_type)
    os_disk = {"osType": given["osType"], "osState": "Generalized", "diskSizeGB": size, **os_disk}
    sizes: Json = {"os": size}
    data: list[Json] = []
    for one in content.items(storage, "dataDisks", _WHERE):
        lun = content.whole(one, "lun", f"{_WHERE}.dataDisks")
        if lun is None:
            raise errors.missing_parameter("dataDisks.lun")
        if str(lun) in sizes:
            raise errors.invalid_parameter(
                "dataDisks.lun", f"Duplicated lun numbers are not allowed: '{lun}'."
            )
        disk, sizes[str(lun)], _ = _disk(call, one, location, "dataDisks")
        data.append({"lun": lun, **disk})
    asked = content.text(sent, "hyperVGeneration", "properties") or "V1"
    generation = source.generation if source else one_of(asked, ("V1", "V2"), "hyperVGeneration")
    return {"storageProfile": {"osDisk": os_disk, "dataDisks": data}, "hyperVGeneration": generation}, sizes


def _disk(call: Call, given: Json, location: str, path: str) -> tuple[Json, int, Source | None]:
    places = only(given, _PLACES)
    if len(places) != 1:
        message = f"Exactly one of {', '.join(_PLACES)} has to be given for '{path}'."
        raise errors.invalid_parameter(path, message)
    ((place, _),) = places.items()
    caching = one_of(content.text(given, "caching", path) or "None", _CACHING, f"{path}.caching")
    storage = content.text(given, "storageAccountType", path) or "Standard_LRS"
    shaped: Json = {"caching": caching, "storageAccountType": storage}
    asked = content.whole(given, "diskSizeGB", path)
    if place == "blobUri":
        return {"blobUri": content.text(given, place, path), **shaped}, asked or _BLOB_SIZE_GB, None
    id_ = content.texts(given, place, path).get("id", "")
    kind = sources.DISK if place == "managedDisk" else sources.SNAPSHOT
    source = _source(call, id_, (kind,), location, f"{path}.{place}.id")
    if source.architecture == "Arm64":
        message = "Managed images are not supported for architecture 'Arm64'."
        raise errors.invalid_parameter(f"{path}.{place}.id", message)
    id_ = f"/{id_.strip('/')}"
    return {place: {"id": id_}, **shaped}, asked or source.disk.size_gb, source


def _source(call: Call, id_: str, kinds: tuple[str, ...], location: str, target: str) -> Source:
    source = sources.find(call.cloud, id_)
    if source is None or source.kind not in kinds:
        message = f"The source '{id_}' was not found."
        raise errors.ArmError(404, "ResourceNotFound", message, target)
    if location not in source.regions:
        message = f"The source '{id_}' has to be in the image's location '{location}'."
        raise errors.invalid_parameter(target, message)
    return source


def _without_size(storage: Json) -> Json:
    return {**storage, "osDisk": {k: v for k, v in storage["osDisk"].items() if k != "diskSizeGB"}}
