"""The storage profile of an image version: where its disks come from, and whether they fit."""

import re
from typing import Any

from local_azure import errors
from local_azure.resources import content, sources
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of, only
from local_azure.resources.image_features import security_type
from local_azure.resources.sources import Disk, Source
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"
_TARGET = f"galleryImageVersion.{_WHERE}"
_WHOLE = ("id", "virtualMachineId", "communityGalleryImageId")
_CACHING = ("None", "ReadOnly", "ReadWrite")
_WHOLE_KINDS = (sources.MANAGED_IMAGE, sources.MACHINE, sources.VERSION)
_DISK_KINDS = (sources.DISK, sources.SNAPSHOT)
_MACHINE_ID_SINCE = "2023-07-03"
"""From here on a machine is a source by `virtualMachineId` only (Azure/azure-cli issue 28700)."""

_VHD_SIZE_GB = 30
"""What a VHD is taken to hold: local Azure has no blobs to look into."""

_QUALIFIED = re.compile(r"/(subscriptions|providers|CommunityGalleries|SharedGalleries)/.+", re.IGNORECASE)


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
        os_image = _disk_image(call, content.mapping(given, "osDiskImage", _WHERE), definition, location)
        data_images = _data_images(call, given, definition, location)
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
        "The source can only be specified either directly under storageProfile or within "
        "individual OS or data disks."
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
    source = _source(call, id_, kinds, location, target, rule)
    if name == "id" and source.kind == sources.MACHINE and call.api_version >= _MACHINE_ID_SINCE:
        message = (
            f"The gallery image version source id: '{id_}' must be specified in "
            f"'{_TARGET}.source.virtualMachineId'."
        )
        raise errors.invalid_parameter(f"{_TARGET}.source", message)
    _check_fits(source, definition, id_, target)
    return source.disk, source.data_disks, {name: id_}


def _disk_image(
    call: Call, image: Json, definition: Resource, location: str, path: str = "osDiskImage"
) -> Json:
    """Check one disk; its body when it is done."""
    where, target = f"{_WHERE}.{path}", f"{_TARGET}.{path}.source"
    given = content.texts(image, "source", where)
    caching = content.text(image, "hostCaching", where) or ("ReadWrite" if path == "osDiskImage" else "None")
    caching = one_of(caching, _CACHING, f"{_TARGET}.{path}.hostCaching")
    if not given:
        raise errors.missing_parameter(target)
    if given.get("id"):
        if given.get("uri") or given.get("storageAccountId"):
            raise errors.parameter_not_allowed(f"{target}.uri")
        rule = "must be a managed disk or snapshot"
        source = _source(call, given["id"], _DISK_KINDS, location, f"{target}.id", rule)
        if path == "osDiskImage":
            _check_fits(source, definition, given["id"], f"{target}.id")
        size = source.disk.size_gb
    else:
        for name in ("uri", "storageAccountId"):
            if not given.get(name):
                raise errors.missing_parameter(f"{target}.{name}")
        size = _VHD_SIZE_GB
    kept = only(given, ("id", "uri", "storageAccountId"))
    return {"sizeInGB": size, "hostCaching": caching, "source": kept}


def _data_images(call: Call, given: Json, definition: Resource, location: str) -> list[Json]:
    images = content.items(given, "dataDiskImages", _WHERE)
    luns = [content.whole(image, "lun", f"{_WHERE}.dataDiskImages") for image in images]
    target = f"{_TARGET}.dataDiskImages"
    if None in luns:
        raise errors.missing_parameter(f"{target}.lun")
    if len(set(luns)) < len(luns):
        raise errors.invalid_parameter(
            f"{target}.lun", "Duplicated lun numbers are not allowed in data disks."
        )
    found = [_disk_image(call, image, definition, location, "dataDiskImages") for image in images]
    used = [_name_of(image["source"]) for image in found]
    if len(set(used)) < len(used):
        raise errors.invalid_parameter(
            f"{target}.source", "Duplicated source ids are not allowed in data disks."
        )
    blob = _name_of(_os_source(given))
    if "://" in blob and blob in used:
        raise errors.invalid_parameter(target, "OSDiskImage and DataDiskImage cannot point to same blob.")
    return [{"lun": lun, **image} for lun, image in zip(luns, found, strict=True)]


def _os_source(given: Json) -> dict[str, Any]:
    return content.mapping(content.mapping(given, "osDiskImage", _WHERE), "source", _WHERE)


def _name_of(source: Json) -> str:
    return str(source.get("id") or source.get("uri") or "").lower()


def _source(call: Call, id_: str, kinds: tuple[str, ...], location: str, target: str, rule: str) -> Source:
    if not _QUALIFIED.fullmatch(id_):
        message = (
            "Expect fully qualified resource Id that starts with '/subscriptions/' or "
            f"'/providers/': '{id_}'."
        )
        raise errors.invalid_parameter(target, message)
    source = sources.find(call.cloud, id_)
    if source is not None and source.kind not in kinds:
        raise errors.invalid_parameter(target, f"The source '{id_}' {rule}.")
    if source is None or location not in source.regions:
        message = (
            f"Source '{id_}' is not found. Please check source exists, and is in the same region "
            "as gallery image "
            "version location."
        )
        raise errors.invalid_parameter(target, message)
    return source


def _check_fits(source: Source, definition: Resource, id_: str, target: str) -> None:
    """Refuse a source that differs from what the definition says of its versions."""
    facts = definition.properties
    for what, given, wanted in (
        ("OS type", source.os_type, facts["osType"]),
        ("Hypervisor generation", source.generation, facts["hyperVGeneration"]),
        ("architecture", source.architecture, facts["architecture"]),
        ("OS state", source.os_state, facts["osState"]),
    ):
        if given not in (None, wanted):
            message = (
                f"The resource with id '{id_}' has a different {what} ['{given}'] than the parent "
                "gallery image "
                f"{what} ['{wanted}']."
            )
            raise errors.bad_request(target, message)
    _check_security(source, security_type(facts), id_, target)


def _check_security(source: Source, wanted: str, id_: str, target: str) -> None:
    captured = source.kind in (sources.MACHINE, *_DISK_KINDS)
    if captured and wanted in ("TrustedLaunchSupported", "TrustedLaunchAndConfidentialVmSupported"):
        message = (
            f"The security type '{wanted}' is not supported for the source id '{id_}'. It supports "
            "only Vhd Blob, "
            "User Image and Gallery Image Version as the source."
        )
        raise errors.invalid_parameter(target, message)
    strict = wanted in ("TrustedLaunch", "ConfidentialVM") or (captured and wanted == "Standard")
    if strict and source.security_type != wanted:
        message = (
            f"The security type '{wanted}' of the gallery image is not supported for the source id "
            f"'{id_}', whose "
            f"security type is '{source.security_type}'."
        )
        raise errors.invalid_parameter(target, message)


def _sized(disk: Disk) -> Json:
    return {"sizeInGB": disk.size_gb, "hostCaching": disk.caching}


def _unsized(image: Json) -> Json:
    return {name: value for name, value in image.items() if name != "sizeInGB"}
