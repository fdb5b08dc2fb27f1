"""
Where a new disk or snapshot gets its content from: one function a `createOption`.

Decisions where Azure's answer is not known. A source in another region is refused like one that is not
there, with ARM's 404: only `CopyStart`, which is not served, copies between regions. A version that is not
there, and one without a replica in the disk's region, are both `GalleryImageNotFound`, the code seen for the
latter. An image reference whose `lun` the version lacks has Azure's text, "The value of parameter
imageReference is invalid."; its code, InvalidParameter, is ours. Of an imported VHD Azure knows the account
by `storageAccountId`: one that is not there is a 404, and one whose name is not in the blob's address is
refused; a blob in another region is BadRequest, as recorded. A key of the customer's is taken on trust, for
disk encryption sets are not served.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from local_azure import errors, regions
from local_azure.resources import content, image_features, sources, storage_account
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of, only
from local_azure.resources.sources import Disk, Source
from local_azure.store import Json

INHERITED = ("osType", "hyperVGeneration", "supportedCapabilities", "securityProfile", "purchasePlan")
_WHERE = "properties.creationData"
_UPLOADS = ("Upload", "UploadPreparedSecure", "ImportSecure")
_REFERENCES = ("id", "communityGalleryImageId", "sharedGalleryImageId")


@dataclass(frozen=True)
class Origin:
    """What a new disk is made from: its creation data as kept, its least size, and the facts it takes over."""

    creation: Json
    size_gb: int | None = None
    facts: Json = field(default_factory=dict[str, Any])
    called: str = ""
    """The source, in words."""
    unique_id: str = ""


def origin(call: Call, sent: Json, label: str, served: tuple[str, ...]) -> Origin:
    """Read the creation data of a new disk (`label` is `disk` or `snapshot`), and check its source."""
    creation = content.mapping(sent, "creationData", "properties")
    option = content.text(creation, "createOption", _WHERE)
    target = f"{label}.creationData.createOption"
    if not option:
        raise errors.missing_parameter(target)
    _refuse_uploads(option, target, served)
    option = one_of(option, served, target)
    return _OPTIONS[option](call, {**creation, "createOption": option}, f"{label}.creationData")


def _refuse_uploads(option: str, target: str, served: tuple[str, ...]) -> None:
    if option.lower() in [one.lower() for one in _UPLOADS]:
        raise errors.invalid_parameter(
            target,
            f"local Azure does not serve createOption '{option}': it has no data plane that a VHD could be "
            f"uploaded to. It serves {', '.join(served)}; of a blob in a storage account a disk is made by Import.",
        )


def _empty(_: Call, creation: Json, __: str) -> Origin:
    return Origin(only(creation, ("createOption", "logicalSectorSize", "performancePlus")))


def _copy(call: Call, creation: Json, where: str) -> Origin:
    """An id in `sourceUri` is rewritten to `sourceResourceId`."""
    id_ = content.text(creation, "sourceResourceId", _WHERE) or content.text(creation, "sourceUri", _WHERE)
    found = _existing(call, id_, where, (sources.DISK, sources.SNAPSHOT))
    return _of_resource(found, creation, id_)


def _restore(call: Call, creation: Json, where: str) -> Origin:
    id_ = content.text(creation, "sourceResourceId", _WHERE)
    return _of_resource(_existing(call, id_, where, (sources.DISK_POINT,)), creation, id_)


def _of_resource(found: Source, creation: Json, id_: str) -> Origin:
    known = found.resource.properties
    unique_id = str(known.get("uniqueId") or known.get("sourceUniqueId") or "")
    kept: Json = {
        "createOption": creation["createOption"],
        "sourceResourceId": f"/{id_.strip('/')}",
        "sourceUniqueId": unique_id,
    }
    return Origin(kept, found.disk.size_gb, only(known, INHERITED), f"source '{id_}'", unique_id)


def _existing(call: Call, id_: str, where: str, kinds: tuple[str, ...]) -> Source:
    target = f"{where}.sourceResourceId"
    if not id_:
        raise errors.missing_parameter(target)
    found = sources.find(call.cloud, id_)
    if found is not None and found.kind not in kinds:
        allowed = " or ".join(kind.rsplit("/", 1)[1] for kind in kinds)
        message = f"The source '{id_}' of this createOption has to be one of Microsoft.Compute's {allowed}."
        raise errors.invalid_parameter(target, message)
    location = _location(call)
    if found is None or location not in found.regions:
        message = f"The source '{id_}' was not found in location '{location}'."
        raise errors.ArmError(404, "ResourceNotFound", message, where)
    return found


def _import(call: Call, creation: Json, where: str) -> Origin:
    uri = content.text(creation, "sourceUri", _WHERE)
    account_id = content.text(creation, "storageAccountId", _WHERE)
    for name, given in (("sourceUri", uri), ("storageAccountId", account_id)):
        if not given:
            raise errors.disk_parameter_missing(name)
    if not storage_account.is_blob(uri):
        message = f"The value '{uri}' of parameter '{where}.sourceUri' is no http(s) address of a blob."
        raise errors.invalid_parameter(f"{where}.sourceUri", message)
    account = storage_account.find(call.cloud, account_id)
    if account is None:
        message = f"The storage account '{account_id}' was not found."
        raise errors.ArmError(404, "ResourceNotFound", message, f"{where}.storageAccountId")
    if not storage_account.holds(account, uri):
        message = f"The blob '{uri}' is not one of storage account '{account.name}'."
        raise errors.invalid_parameter(f"{where}.sourceUri", message)
    if account.location != _location(call):
        message = (
            f"The blob '{uri}' is in '{account.location}', and the disk's location is '{_location(call)}'."
        )
        raise errors.bad_request(f"{where}.sourceUri", message)
    kept = only(creation, ("createOption", "sourceUri", "storageAccountId"))
    return Origin(kept, storage_account.blob_size_gb(call.cloud, uri), called=f"blob '{uri}'")


def _from_image(call: Call, creation: Json, where: str) -> Origin:
    target = f"{where}.galleryImageReference"
    if content.mapping(creation, "imageReference", _WHERE):
        message = "local Azure has no Marketplace; an image version is named in 'galleryImageReference'."
        raise errors.invalid_parameter(f"{where}.imageReference", message)
    reference = content.mapping(creation, "galleryImageReference", _WHERE)
    named = only(reference, _REFERENCES)
    if len(named) != 1:
        raise errors.invalid_parameter(target, f"Exactly one of {', '.join(_REFERENCES)} has to be given.")
    ((name, _),) = named.items()
    id_ = content.text(reference, name, f"{_WHERE}.galleryImageReference")
    image = _version(call, name, id_)
    lun = content.whole(reference, "lun", f"{_WHERE}.galleryImageReference")
    disk = image.disk if lun is None else next((one for one in image.data_disks if one.lun == lun), None)
    if disk is None:
        raise errors.invalid_parameter("imageReference", "The value of parameter imageReference is invalid.")
    kept: Json = {"createOption": "FromImage", "galleryImageReference": only(reference, (name, "lun"))}
    return Origin(kept, disk.size_gb, _image_facts(image, disk), f"image version '{id_}'")


def _version(call: Call, name: str, id_: str) -> Source:
    location = _location(call)
    if name == "communityGalleryImageId":
        found = sources.find_community(call.cloud, id_, location)
    else:
        found = sources.find(call.cloud, id_)
    if found is None or found.kind != sources.VERSION or location not in found.regions:
        raise errors.gallery_image_not_found(id_, location)
    return found


def _image_facts(image: Source, disk: Disk) -> Json:
    """What a system disk takes over from the definition; a data disk has none of it."""
    if disk.lun is not None:
        return {}
    facts: Json = {
        "osType": image.os_type,
        "hyperVGeneration": image.generation,
        "supportedCapabilities": {"architecture": image.architecture},
    }
    if image.security_type in image_features.STRICT:
        facts["securityProfile"] = {"securityType": image.security_type}
    if image.plan:
        facts["purchasePlan"] = image.plan
    return facts


def _location(call: Call) -> str:
    return regions.normalise(content.text(call.body, "location"))


_OPTIONS: dict[str, Callable[[Call, Json, str], Origin]] = {
    "Empty": _empty,
    "Copy": _copy,
    "Import": _import,
    "FromImage": _from_image,
    "Restore": _restore,
}


def check_facts(sent: Json, known: Json, called: str, label: str) -> None:
    """Refuse facts that are said otherwise than the source has them; what it does not know may be said."""
    for name in ("osType", "hyperVGeneration"):
        _check_same(content.text(sent, name, "properties"), known.get(name), f"{label}.{name}", called)
    for name, part in (("supportedCapabilities", "architecture"), ("securityProfile", "securityType")):
        given = content.text(content.mapping(sent, name, "properties"), part, f"properties.{name}")
        _check_same(given, known.get(name, {}).get(part), f"{label}.{name}.{part}", called)


def _check_same(given: str, known: str | None, target: str, called: str) -> None:
    if given and known and given.lower() != known.lower():
        message = (
            f"The value '{given}' of parameter '{target}' is different from that of its {called}: '{known}'."
        )
        raise errors.invalid_parameter(target, message)
