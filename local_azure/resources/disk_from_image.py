"""
Disks made of an image version: its system disk, or a data disk by `lun`.

Decisions where Azure's answer is not known. A version that is not there, and one without a replica in the
disk's region, are both `GalleryImageNotFound`, the code seen for the latter. An image reference whose `lun` the
version lacks has Azure's text, "The value of parameter imageReference is invalid."; its code, InvalidParameter,
is ours. Every Marketplace image is taken on trust, as Linux.
"""

import re

from local_azure import errors
from local_azure.resources import content, image_features, sources
from local_azure.resources.base import Call
from local_azure.resources.checks import only
from local_azure.resources.disk_origin import Origin, location_of
from local_azure.resources.sources import Disk, Source
from local_azure.store import Json

_WHERE = "properties.creationData"
_MARKETPLACE = re.compile(
    r"/subscriptions/[^/]+/providers/Microsoft\.Compute/locations/[^/]+/publishers/[^/]+"
    r"/artifactTypes/VMImage/offers/[^/]+/skus/[^/]+/versions/[^/]+",
    re.IGNORECASE,
)
_MARKETPLACE_GB = 30
"""What the images of most Linux distributions have."""
_REFERENCES = ("id", "communityGalleryImageId", "sharedGalleryImageId")


def from_image(call: Call, creation: Json, where: str) -> Origin:
    """Read the image reference of a new disk; the system disk is meant where no lun is said."""
    target = f"{where}.galleryImageReference"
    if platform := content.mapping(creation, "imageReference", _WHERE):
        return _from_marketplace(platform, where)
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


def _from_marketplace(reference: Json, where: str) -> Origin:
    """Take an image of the Marketplace on trust: of its facts nothing is known here but the size."""
    id_ = content.text(reference, "id", f"{_WHERE}.imageReference")
    if not _MARKETPLACE.fullmatch(id_):
        message = f"The value '{id_}' of parameter 'imageReference.id' is no image of the Marketplace."
        raise errors.invalid_parameter(f"{where}.imageReference.id", message)
    kept: Json = {"createOption": "FromImage", "imageReference": only(reference, ("id", "lun"))}
    return Origin(kept, _MARKETPLACE_GB, {"osType": "Linux"}, f"image '{id_}'")


def _version(call: Call, name: str, id_: str) -> Source:
    location = location_of(call)
    if name == "communityGalleryImageId":
        found = sources.find_community(call.cloud, id_, location)
    elif name == "sharedGalleryImageId":
        found = sources.find_shared(call.cloud, id_, location)
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
