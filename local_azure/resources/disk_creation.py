"""
Where a new disk or snapshot gets its content from: one function a `createOption`.

Decisions where Azure's answer is not known. A source in another region is refused like one that is not
there, with ARM's 404: only `CopyStart` copies between regions. Of an imported VHD Azure
knows the account by `storageAccountId`: one that is not there is a 404, and one whose name is not in the blob's
address is refused; a blob in another region is BadRequest, as recorded. `CopyStart` is done at once, and takes
a snapshot of any region. A snapshot of an Elastic SAN's volume is taken on trust: its size is the one that is
asked for, else 1 GB. An upload has no data plane behind it: what waits for one is `ReadyToUpload` for good.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from local_azure import errors
from local_azure.resources import content, sources, storage_account
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of, only, within
from local_azure.resources.disk_from_image import from_image
from local_azure.resources.disk_origin import INHERITED, Origin, location_of
from local_azure.resources.sources import Source
from local_azure.store import Json

_WHERE = "properties.creationData"
_SAN_SNAPSHOT = re.compile(
    r"/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\.ElasticSan/elasticSans/[^/]+"
    r"/volumegroups/[^/]+/snapshots/[^/]+",
    re.IGNORECASE,
)
_ANY_REGION = "CopyStart"
_OF_THE_DISK = ("logicalSectorSize", "performancePlus")
_FOOTER, _GB = 512, 1024**3
_UPLOAD_BYTES = (20 * 1024**2 + _FOOTER, 32767 * _GB + _FOOTER)


def origin(call: Call, sent: Json, label: str, served: tuple[str, ...]) -> Origin:
    """Read the creation data of a new disk (`label` is `disk` or `snapshot`), and check its source."""
    creation = content.mapping(sent, "creationData", "properties")
    option = content.text(creation, "createOption", _WHERE)
    target = f"{label}.creationData.createOption"
    if not option:
        raise errors.missing_parameter(target)
    option = one_of(option, served, target)
    made = _OPTIONS[option](call, {**creation, "createOption": option}, f"{label}.creationData")
    return replace(made, creation={**made.creation, **_settings(creation, f"{label}.creationData")})


def _settings(creation: Json, where: str) -> Json:
    """What is fixed with the content, wherever that is from."""
    size = content.whole(creation, "logicalSectorSize", _WHERE)
    if size is not None:
        one_of(str(size), ("512", "4096"), f"{where}.logicalSectorSize")
    content.flag(creation, "performancePlus", _WHERE)
    return only(creation, _OF_THE_DISK)


def _empty(_: Call, creation: Json, __: str) -> Origin:
    return Origin(only(creation, ("createOption",)))


def _copy(call: Call, creation: Json, where: str) -> Origin:
    """An id in `sourceUri` is rewritten to `sourceResourceId`."""
    id_ = content.text(creation, "sourceResourceId", _WHERE) or content.text(creation, "sourceUri", _WHERE)
    anywhere = creation["createOption"] == _ANY_REGION
    found = _existing(call, id_, where, (sources.DISK, sources.SNAPSHOT), anywhere=anywhere)
    if speed := content.text(creation, "provisionedBandwidthCopySpeed", _WHERE):
        one_of(speed, ("None", "Enhanced"), f"{where}.provisionedBandwidthCopySpeed")
    made = _of_resource(found, creation, id_)
    return replace(made, creation={**made.creation, **only(creation, ("provisionedBandwidthCopySpeed",))})


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


def _existing(call: Call, id_: str, where: str, kinds: tuple[str, ...], *, anywhere: bool = False) -> Source:
    target = f"{where}.sourceResourceId"
    if not id_:
        raise errors.missing_parameter(target)
    found = sources.find(call.cloud, id_)
    if found is not None and found.kind not in kinds:
        allowed = " or ".join(kind.rsplit("/", 1)[1] for kind in kinds)
        message = f"The source '{id_}' of this createOption has to be one of Microsoft.Compute's {allowed}."
        raise errors.invalid_parameter(target, message)
    location = location_of(call)
    if found is None or not (anywhere or location in found.regions):
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
    if account.location != location_of(call):
        message = (
            f"The blob '{uri}' is in '{account.location}', and the disk's location is '{location_of(call)}'."
        )
        raise errors.bad_request(f"{where}.sourceUri", message)
    kept = only(creation, ("createOption", "sourceUri", "storageAccountId", "securityDataUri"))
    return Origin(kept, storage_account.blob_size_gb(call.cloud, uri), called=f"blob '{uri}'")


def _import_secure(call: Call, creation: Json, where: str) -> Origin:
    if not content.text(creation, "securityDataUri", _WHERE):
        raise errors.disk_parameter_missing("securityDataUri")
    return _import(call, creation, where)


def _upload(_: Call, creation: Json, where: str) -> Origin:
    size = content.whole(creation, "uploadSizeBytes", _WHERE)
    if size is None:
        raise errors.disk_parameter_missing("uploadSizeBytes")
    within(size, *_UPLOAD_BYTES, f"{where}.uploadSizeBytes")
    return Origin(
        only(creation, ("createOption", "uploadSizeBytes")),
        -(-(size - _FOOTER) // _GB),
        called="upload",
        state="ReadyToUpload",
    )


def _san_snapshot(_: Call, creation: Json, where: str) -> Origin:
    id_ = content.text(creation, "elasticSanResourceId", _WHERE)
    if not id_:
        raise errors.disk_parameter_missing("elasticSanResourceId")
    if not _SAN_SNAPSHOT.fullmatch(id_):
        message = f"The source '{id_}' of this createOption has to be a snapshot of an Elastic SAN's volume."
        raise errors.invalid_parameter(f"{where}.elasticSanResourceId", message)
    return Origin(only(creation, ("createOption", "elasticSanResourceId")), 1, called=f"source '{id_}'")


_OPTIONS: dict[str, Callable[[Call, Json, str], Origin]] = {
    "Empty": _empty,
    "Copy": _copy,
    "CopyStart": _copy,
    "CopyFromSanSnapshot": _san_snapshot,
    "Import": _import,
    "ImportSecure": _import_secure,
    "FromImage": from_image,
    "Restore": _restore,
    "Upload": _upload,
    "UploadPreparedSecure": _upload,
}
