"""
Disks made of an image version: its system disk, or a data disk by `lun`.

Decisions where Azure's answer is not known. A version that is not there, and one without a replica in the
disk's region, are both `GalleryImageNotFound`, the code seen for the latter. An image reference whose `lun` the
version lacks has Azure's text, "The value of parameter imageReference is invalid."; its code, InvalidParameter,
is ours.
"""

from local_azure import errors
from local_azure.resources import content, image_features, sources
from local_azure.resources.base import Call
from local_azure.resources.checks import only
from local_azure.resources.disk_origin import Origin, location_of
from local_azure.resources.sources import Disk, Source
from local_azure.store import Json

_WHERE = "properties.creationData"
_REFERENCES = ("id", "communityGalleryImageId", "sharedGalleryImageId")


def from_image(call: Call, creation: Json, where: str) -> Origin:
    """Read the image reference of a new disk; the system disk is meant where no lun is said."""
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
    location = location_of(call)
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
