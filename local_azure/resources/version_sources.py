"""The storage profile of an image version: one source for the whole, or one for each of its disks."""

from local_azure import errors
from local_azure.resources import content, sources
from local_azure.resources.base import Call
from local_azure.resources.checks import only
from local_azure.resources.sources import Disk
from local_azure.resources.version_disks import data_disk_images, os_disk_image
from local_azure.resources.version_fit import check_encryption, check_fits, find_source, source_not_found
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"
_TARGET = f"galleryImageVersion.{_WHERE}"
_WHOLE = ("id", "virtualMachineId", "communityGalleryImageId")
_WHOLE_KINDS = (sources.MANAGED_IMAGE, sources.MACHINE, sources.VERSION)
_MACHINE_ID_SINCE = "2023-07-03"
"""From here on a machine is a source by `virtualMachineId` only (Azure/azure-cli issue 28700)."""


def storage_profile(call: Call, sent: Json, definition: Resource, location: str) -> tuple[Json, Json, Json]:
    """Check the source of a new version.

    Returns the profile as shown at first, the profile when it is done, and the sizes of its disks.
    """
    given = content.mapping(sent, "storageProfile", "properties")
    whole: Json = {**content.texts(given, "source", _WHERE)}
    os_image: Json
    data_images: list[Json]
    if bool(whole) == _per_disk(given):
        raise _both_or_neither(whole)
    if whole:
        disk, data, source = _whole(call, whole, definition, location)
        shown: Json = {"source": source}
        os_image = {**_sized(disk), "source": {}}
        data_images = [{"lun": one.lun, **_sized(one), "source": {}} for one in data]
    else:
        os_image = os_disk_image(call, content.mapping(given, "osDiskImage", _WHERE), definition, location)
        data_images = data_disk_images(call, given, definition, location)
        shown = {"osDiskImage": _unsized(os_image)}
        if data_images:
            shown["dataDiskImages"] = [_unsized(one) for one in data_images]
    final: Json = {**shown, "osDiskImage": os_image}
    if data_images:
        final["dataDiskImages"] = data_images
    sizes: Json = {"os": os_image, "data": data_images}
    return shown, final, sizes


def stored_storage(sent: Json, before: Json, private: Json) -> Json:
    """Return the stored profile; a source that is sent has to be the stored one, one that is not is kept."""
    given = content.mapping(sent, "storageProfile", "properties")
    stored = before["storageProfile"]
    _check_same(content.mapping(given, "source", _WHERE), stored.get("source", {}), _WHOLE, "source")
    names = ("id", "uri", "storageAccountId")
    image = content.mapping(given, "osDiskImage", _WHERE)
    kept = stored.get("osDiskImage", private["sizes"]["os"])
    _check_same(content.mapping(image, "source", _WHERE), kept["source"], names, "osDiskImage.source")
    if "dataDiskImages" in given:
        _check_same_data_disks(content.items(given, "dataDiskImages", _WHERE), private["sizes"]["data"])
    return stored


def _check_same_data_disks(given: list[Json], stored: list[Json]) -> None:
    known = {one["lun"]: one for one in stored}
    if {one.get("lun") for one in given} != set(known):
        raise errors.change_not_allowed(f"{_TARGET}.dataDiskImages")
    for one in given:
        source = content.mapping(one, "source", _WHERE)
        names = ("id", "uri", "storageAccountId")
        _check_same(source, known[one["lun"]]["source"], names, "dataDiskImages.source")


def _check_same(given: Json, stored: Json, names: tuple[str, ...], path: str) -> None:
    for name in names:
        value = content.text(given, name, f"{_WHERE}.{path}")
        if value and value.strip("/").lower() != str(stored.get(name, "")).strip("/").lower():
            raise errors.change_not_allowed(f"{_TARGET}.{path}.{name}")


def _per_disk(given: Json) -> bool:
    images = [content.mapping(given, "osDiskImage", _WHERE), *content.items(given, "dataDiskImages", _WHERE)]
    return any(content.mapping(image, "source", _WHERE) for image in images)


def _both_or_neither(whole: Json) -> errors.ArmError:
    if not whole:
        return errors.missing_parameter(f"{_TARGET}.source")
    message = (
        "The gallery artifact version source can only be specified either directly under storageProfile or "
        "within individual OS or data disks. One and only one source type (user image, snapshot, disk, virtual "
        "machine) can be provided."
    )
    return errors.invalid_parameter(_TARGET, message)


def _whole(
    call: Call, whole: Json, definition: Resource, location: str
) -> tuple[Disk, tuple[Disk, ...], Json]:
    named = only(whole, _WHOLE)
    if len(named) != 1:
        message = f"Exactly one of {', '.join(_WHOLE)} has to be given in the source."
        raise errors.invalid_parameter(f"{_TARGET}.source", message)
    ((name, id_),) = named.items()
    target = f"{_TARGET}.source.{name}"
    kinds = (sources.MACHINE,) if name == "virtualMachineId" else _WHOLE_KINDS
    rule = "must either be a managed image, virtual machine or another gallery image version"
    if name == "communityGalleryImageId":
        found = sources.find_community(call.cloud, id_, location)
        if found is None:
            raise source_not_found(id_, target)
    else:
        found = find_source(call, id_, kinds, location, target, rule)
    if name == "id" and found.kind == sources.MACHINE and call.api_version >= _MACHINE_ID_SINCE:
        message = (
            f"The gallery image version source id: '{id_}' must be specified in "
            f"'{_TARGET}.source.virtualMachineId'."
        )
        raise errors.invalid_parameter(f"{_TARGET}.source", message)
    check_fits(found, definition, id_, target)
    check_encryption(found, call.id.subscription, id_, target)
    return found.disk, found.data_disks, {name: id_}


def _sized(disk: Disk) -> Json:
    return {"sizeInGB": disk.size_gb, "hostCaching": disk.caching}


def _unsized(image: Json) -> Json:
    return {name: value for name, value in image.items() if name != "sizeInGB"}
