"""
What a managed image is made of: a machine, or a disk, snapshot or VHD for each of its disks.

Decisions where Azure's answer is not known. A VHD is named by its address alone, so Azure looks for the
account itself: here a blob of an account that is known has to be in the image's region, and any other is taken
on trust. A disk or snapshot of a Trusted Launch machine is refused as the machine is, for what it holds is the
same. A source on Arm64 is InvalidParameter.
"""

from local_azure import errors
from local_azure.resources import content, sources, storage_account
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of, only, within
from local_azure.resources.disk_encryption_set import check_set
from local_azure.resources.sources import Disk, Source
from local_azure.store import Json

_WHERE = "properties.storageProfile"
_CACHING = ("None", "ReadOnly", "ReadWrite")
_PLACES = ("managedDisk", "snapshot", "blobUri")
_STORAGE = (
    "Standard_LRS", "Premium_LRS", "StandardSSD_LRS", "UltraSSD_LRS", "Premium_ZRS", "StandardSSD_ZRS",
    "PremiumV2_LRS",
)  # fmt: skip
_LARGEST_LUN = 63


def from_machine(call: Call, id_: str, location: str) -> tuple[Json, Json]:
    """Return the properties of an image of a machine, and the sizes of its disks."""
    target = "sourceVirtualMachine.id"
    source = _source(call, id_, (sources.MACHINE,), location, target)
    machine = source.resource
    _check_possible(source, target)
    if source.os_state != "Generalized" or machine.private.get("power") != "deallocated":
        wanted = (
            "Generalized" if machine.private.get("power") == "deallocated" else "Deallocated and Generalized"
        )
        raise errors.operation_not_allowed(
            f"The operation 'Create Image' requires the Virtual Machine '{machine.name}' to be {wanted}."
        )
    os_disk = {"osType": source.os_type, "osState": "Generalized", **_captured(source.disk)}
    data = [{"lun": one.lun, **_captured(one)} for one in source.data_disks]
    sizes = {"os": source.disk.size_gb, **{str(one.lun): one.size_gb for one in source.data_disks}}
    return {
        "sourceVirtualMachine": {"id": machine.id},
        "storageProfile": {"osDisk": os_disk, "dataDisks": data},
        "hyperVGeneration": source.generation,
    }, sizes


def _captured(disk: Disk) -> Json:
    return {
        "diskSizeGB": disk.size_gb,
        "managedDisk": {"id": disk.id},
        "caching": disk.caching,
        "storageAccountType": "Standard_LRS",
    }


def from_disks(call: Call, sent: Json, location: str) -> tuple[Json, Json]:
    """Return the properties of an image of disks, snapshots and VHDs, and their sizes."""
    storage = content.mapping(sent, "storageProfile", "properties")
    given = content.mapping(storage, "osDisk", _WHERE)
    for name in ("osType", "osState"):
        if not content.text(given, name, f"{_WHERE}.osDisk"):
            raise errors.missing_parameter(f"osDisk.{name}")
    if given["osState"] != "Generalized":
        raise errors.invalid_parameter("osDisk.osState", "The value of parameter osDisk.osState is invalid.")
    os_disk, size, source = _disk(call, given, location, "osDisk")
    if source and source.os_type and source.os_type != given["osType"]:
        raise mismatch("osDisk.osType", given["osType"], source.os_type)
    os_disk = {"osType": given["osType"], "osState": "Generalized", "diskSizeGB": size, **os_disk}
    data = _data_disks(call, content.items(storage, "dataDisks", _WHERE), location)
    sizes = {"os": size, **{str(one["lun"]): one["diskSizeGB"] for one in data}}
    asked = content.text(sent, "hyperVGeneration", "properties") or "V1"
    generation = source.generation if source else one_of(asked, ("V1", "V2"), "hyperVGeneration")
    return {"storageProfile": {"osDisk": os_disk, "dataDisks": data}, "hyperVGeneration": generation}, sizes


def _data_disks(call: Call, given: list[Json], location: str) -> list[Json]:
    found: dict[int, Json] = {}
    for one in given:
        lun = content.whole(one, "lun", f"{_WHERE}.dataDisks")
        if lun is None:
            raise errors.missing_parameter("dataDisks.lun")
        if lun in found:
            message = f"Duplicated lun numbers are not allowed: '{lun}'."
            raise errors.invalid_parameter("dataDisks.lun", message)
        within(lun, 0, _LARGEST_LUN, "dataDisks.lun")
        disk, size, _ = _disk(call, one, location, "dataDisks")
        found[lun] = {"lun": lun, "diskSizeGB": size, **disk}
    return list(found.values())


def _disk(call: Call, given: Json, location: str, path: str) -> tuple[Json, int, Source | None]:
    places = only(given, _PLACES)
    if len(places) != 1:
        message = f"Exactly one of {', '.join(_PLACES)} has to be given for '{path}'."
        raise errors.invalid_parameter(path, message)
    ((place, _),) = places.items()
    caching = one_of(content.text(given, "caching", path) or "None", _CACHING, f"{path}.caching")
    shaped: Json = {"caching": caching, "storageAccountType": _storage(given, path)}
    shaped |= _encryption(call, given, location, path)
    asked = content.whole(given, "diskSizeGB", path)
    if place == "blobUri":
        uri = content.text(given, place, path)
        return {"blobUri": uri, **shaped}, _larger(asked, _blob(call, uri, location, path), path), None
    id_ = content.texts(given, place, path).get("id", "")
    kind = sources.DISK if place == "managedDisk" else sources.SNAPSHOT
    source = _source(call, id_, (kind,), location, f"{path}.{place}.id")
    _check_possible(source, f"{path}.{place}.id")
    size = _larger(asked, source.disk.size_gb, path)
    return {place: {"id": f"/{id_.strip('/')}"}, **shaped}, size, source


def _encryption(call: Call, given: Json, location: str, path: str) -> Json:
    """Return the disk encryption set that a disk of the image names, if it names one."""
    named = content.texts(given, "diskEncryptionSet", path)
    if not named.get("id"):
        return {}
    check_set(call, named["id"], location, f"{path}.diskEncryptionSet.id")
    return {"diskEncryptionSet": {"id": named["id"]}}


def _storage(given: Json, path: str) -> str:
    """Return the storage type; a system disk is never on an ultra disk."""
    allowed = [one for one in _STORAGE if path != "osDisk" or one != "UltraSSD_LRS"]
    storage = content.text(given, "storageAccountType", path) or "Standard_LRS"
    return one_of(storage, allowed, f"{path}.storageAccountType")


def _blob(call: Call, uri: str, location: str, path: str) -> int:
    """Return the size of a VHD in GB."""
    target = f"{path}.blobUri"
    if not storage_account.is_blob(uri):
        message = f"The value '{uri}' of parameter '{target}' is no http(s) address of a blob."
        raise errors.invalid_parameter(target, message)
    account = storage_account.of_blob(call.cloud, uri)
    if account and account.location != location:
        raise _elsewhere(uri, location, target)
    return storage_account.blob_size_gb(call.cloud, uri)


def _larger(asked: int | None, least: int, path: str) -> int:
    if asked is not None and asked < least:
        raise errors.too_small(asked, least, "source", f"{path}.diskSizeGB")
    return asked or least


def _check_possible(source: Source, target: str) -> None:
    if source.security_type != "Standard":
        raise errors.operation_not_allowed(
            "Creation of managed images are not supported for virtual machine with "
            f"{source.security_type} security type."
        )
    if source.architecture == "Arm64":
        message = "Managed images are not supported for architecture 'Arm64'."
        raise errors.invalid_parameter(target, message)


def _elsewhere(id_: str, location: str, target: str) -> errors.ArmError:
    message = f"The source '{id_}' has to be in the image's location '{location}'."
    return errors.invalid_parameter(target, message)


def _source(call: Call, id_: str, kinds: tuple[str, ...], location: str, target: str) -> Source:
    source = sources.find(call.cloud, id_)
    if source is None or source.kind not in kinds:
        message = f"The source '{id_}' was not found."
        raise errors.ArmError(404, "ResourceNotFound", message, target)
    if location not in source.regions:
        raise _elsewhere(id_, location, target)
    return source


def mismatch(name: str, given: str, found: str) -> errors.ArmError:
    """Refuse what is said otherwise than the source has it."""
    message = f"The value '{given}' of parameter '{name}' is different from the source's, which is '{found}'."
    return errors.invalid_parameter(name, message)
