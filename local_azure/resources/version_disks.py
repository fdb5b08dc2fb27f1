"""
An image version's disks when each has a source of its own: a managed disk, a snapshot or a VHD.

Decisions where Azure's answer is not known. A VHD's account that is not there, and one in another region, are
refused with the text for any source that is not found; a blob whose address does not begin with the account's
name is InvalidParameter. A disk is a source once in a version, the system disk's included: Azure's text says
"each disk", and its example is data disks.
"""

from typing import Any

from local_azure import errors
from local_azure.resources import content, storage_account
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of, only, within
from local_azure.resources.version_fit import (
    DISK_KINDS,
    check_encryption,
    check_fits,
    find_source,
    source_not_found,
)
from local_azure.store import Json, Resource

_WHERE = "properties.storageProfile"
_TARGET = f"galleryImageVersion.{_WHERE}"
_CACHING = ("None", "ReadOnly", "ReadWrite")
_LARGEST_LUN = 63


def os_disk_image(call: Call, image: Json, definition: Resource, location: str) -> Json:
    """Check the system disk; its body when it is done."""
    return _disk_image(call, image, definition, location, "osDiskImage")


def _disk_image(call: Call, image: Json, definition: Resource, location: str, path: str) -> Json:
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
        source = find_source(call, given["id"], DISK_KINDS, location, f"{target}.id", rule)
        if path == "osDiskImage":
            check_fits(source, definition, given["id"], f"{target}.id")
        check_encryption(source, call.id.subscription, given["id"], f"{target}.id")
        size = source.disk.size_gb
    else:
        size = _vhd_size(call, given, location, target)
    kept = only(given, ("id", "uri", "storageAccountId"))
    return {"sizeInGB": size, "hostCaching": caching, "source": kept}


def _vhd_size(call: Call, given: Json, location: str, target: str) -> int:
    """Check a VHD and its account; its size in GB."""
    for name in ("uri", "storageAccountId"):
        if not given.get(name):
            raise errors.missing_parameter(f"{target}.{name}")
    uri, account_id = given["uri"], given["storageAccountId"]
    if not storage_account.is_blob(uri):
        raise errors.invalid_parameter(f"{target}.uri", f"'{uri}' is no http(s) address of a blob.")
    account = storage_account.find(call.cloud, account_id)
    if account is None or account.location != location:
        raise source_not_found(account_id, f"{target}.storageAccountId")
    if not storage_account.holds(account, uri):
        message = f"The blob '{uri}' is not one of storage account '{account.name}'."
        raise errors.invalid_parameter(f"{target}.uri", message)
    return storage_account.blob_size_gb(call.cloud, uri)


def data_disk_images(call: Call, given: Json, definition: Resource, location: str) -> list[Json]:
    """Check the data disks of a storage profile; their bodies when they are done."""
    images = content.items(given, "dataDiskImages", _WHERE)
    luns = [content.whole(image, "lun", f"{_WHERE}.dataDiskImages") for image in images]
    target = f"{_TARGET}.dataDiskImages"
    if None in luns:
        raise errors.missing_parameter(f"{target}.lun")
    if len(set(luns)) < len(luns):
        message = (
            "Duplicated lun numbers have been detected in the input data disks. Lun number must be unique for "
            "each data disk."
        )
        raise errors.invalid_parameter(f"{target}.lun", message)
    for lun in luns:
        within(lun or 0, 0, _LARGEST_LUN, f"{target}.lun")
    found = [_disk_image(call, image, definition, location, "dataDiskImages") for image in images]
    _check_sources_differ(given, found)
    return [{"lun": lun, **image} for lun, image in zip(luns, found, strict=True)]


def _check_sources_differ(given: Json, data: list[Json]) -> None:
    target = f"{_TARGET}.dataDiskImages"
    os_disk, used = _name_of(_os_source(given)), [_name_of(image["source"]) for image in data]
    if "://" in os_disk and os_disk in used:
        message = f"OSDiskImage and DataDiskImage cannot point to same blob {os_disk}"
        raise errors.invalid_parameter(target, message)
    if len({os_disk, *used}) <= len(used):
        message = (
            "Duplicated source ids are found in the input disks. Source id should be unique for each disk."
        )
        raise errors.invalid_parameter(f"{target}.source", message)


def _os_source(given: Json) -> dict[str, Any]:
    return content.mapping(content.mapping(given, "osDiskImage", _WHERE), "source", _WHERE)


def _name_of(source: Json) -> str:
    return str(source.get("id") or source.get("uri") or "").lower()
