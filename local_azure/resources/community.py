"""
Community galleries: what is published to everybody, seen by its public name.

A gallery is public when its sharing profile says that it is enabled; it is seen in the regions in which a
version has replicas. Azure lists every version; that only the newest is shown is the portal's way.
"""

import re
from collections.abc import Iterable

from local_azure import errors, regions
from local_azure.cloud import Cloud
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.store import Json, Resource

VERSION = "microsoft.compute/galleries/images/versions"
_ID = re.compile(
    r"/?CommunityGalleries/(?P<gallery>[^/]+)/Images/(?P<image>[^/]+)/Versions/(?P<version>[^/]+)/?",
    re.IGNORECASE,
)
_VERSION_FACTS = ("publishedDate", "endOfLifeDate", "excludeFromLatest")
_IMAGE_FACTS = (
    "osType", "osState", "endOfLifeDate", "identifier", "recommended", "disallowed", "hyperVGeneration",
    "features", "purchasePlan", "architecture", "privacyStatementUri", "eula",
)  # fmt: skip


def find_version(cloud: Cloud, id_: str, location: str) -> Resource | None:
    """Return the version that `/CommunityGalleries/…/Images/…/Versions/…` names; `latest` is one, too."""
    parts = _ID.fullmatch(id_)
    image = _image(cloud, parts["gallery"], parts["image"]) if parts else None
    if parts is None or image is None:
        return None
    return _named(_versions(cloud, image, location), parts["version"], location)


def is_id(id_: str) -> bool:
    """Whether an id has the form of a community version's."""
    return bool(_ID.fullmatch(id_))


def gallery(cloud: Cloud, public_name: str, location: str) -> Json:
    """Return a gallery as its public sees it; 404 where it has nothing."""
    found = _gallery(cloud, public_name)
    if found is None or not any(_in_region(cloud, one, location) for one in _images(cloud, found)):
        raise errors.entity_not_found()
    info = found.properties["sharingProfile"]["communityGalleryInfo"]
    metadata = {name: value for name, value in info.items() if name != "communityGalleryEnabled"}
    return _shown(public_name, location, "", {"communityMetadata": metadata}) | {
        "type": "Microsoft.Compute/Locations/CommunityGalleries"
    }


def images(cloud: Cloud, public_name: str, location: str) -> list[Json]:
    """Return the definitions that have a version in a region."""
    gallery(cloud, public_name, location)
    found = _images(cloud, _gallery(cloud, public_name))
    return [_shown_image(public_name, location, one) for one in found if _in_region(cloud, one, location)]


def image(cloud: Cloud, public_name: str, name: str, location: str) -> Json:
    """Return one definition."""
    return _shown_image(public_name, location, _require_image(cloud, public_name, name, location))


def versions(cloud: Cloud, public_name: str, name: str, location: str) -> list[Json]:
    """Return a definition's versions in a region."""
    found = _versions(cloud, _require_image(cloud, public_name, name, location), location)
    return [_shown_version(public_name, name, location, one) for one in found]


def version(cloud: Cloud, public_name: str, name: str, number: str, location: str) -> Json:
    """Return one version, or the latest."""
    every = _versions(cloud, _require_image(cloud, public_name, name, location), location)
    found = _named(every, number, location)
    if found is None:
        raise errors.entity_not_found()
    return _shown_version(public_name, name, location, found)


def galleries(cloud: Cloud) -> list[tuple[str, Resource]]:
    """Return every public name, with its gallery."""
    found: list[tuple[str, Resource]] = []
    for one in cloud.store.of_type(Galleries.type, under="/subscriptions"):
        info: Json = one.properties.get("sharingProfile", {}).get("communityGalleryInfo", {})
        if info.get("communityGalleryEnabled"):
            found += [(name, one) for name in info.get("publicNames", [])]
    return found


def _gallery(cloud: Cloud, public_name: str) -> Resource | None:
    return {name.lower(): one for name, one in galleries(cloud)}.get(public_name.lower())


def _images(cloud: Cloud, found: Resource | None) -> list[Resource]:
    return cloud.store.of_type(ImageDefinitions.type, under=found.key) if found else []


def _image(cloud: Cloud, public_name: str, name: str) -> Resource | None:
    found = _images(cloud, _gallery(cloud, public_name))
    return next((one for one in found if one.name.lower() == name.lower()), None)


def _require_image(cloud: Cloud, public_name: str, name: str, location: str) -> Resource:
    found = _image(cloud, public_name, name)
    if found is None or not _in_region(cloud, found, location):
        raise errors.entity_not_found()
    return found


def _in_region(cloud: Cloud, found: Resource, location: str) -> bool:
    return bool(_versions(cloud, found, location))


def _versions(cloud: Cloud, found: Resource, location: str) -> list[Resource]:
    every = cloud.store.of_type(VERSION, under=found.key)
    return [one for one in every if _region(one, location) is not None and _is_done(one)]


def _is_done(found: Resource) -> bool:
    return found.properties["provisioningState"] not in ("Creating", "Failed", "Deleting")


def _region(found: Resource, location: str) -> Json | None:
    every: list[Json] = found.properties["publishingProfile"]["targetRegions"]
    return next((one for one in every if regions.normalise(one["name"]) == location), None)


def _named(every: Iterable[Resource], number: str, location: str) -> Resource | None:
    if number.lower() != "latest":
        return next((one for one in every if one.name == number), None)
    counted = [one for one in every if not _is_excluded(one, location)]
    return max(counted, key=_number, default=None)


def _is_excluded(found: Resource, location: str) -> bool:
    """A region's own word is stronger than the version's."""
    whole = found.properties["publishingProfile"]["excludeFromLatest"]
    return (_region(found, location) or {}).get("excludeFromLatest", whole)


def _number(found: Resource) -> tuple[int, ...]:
    return tuple(int(part) for part in found.name.split("."))


def _shown(public_name: str, location: str, below: str, properties: Json) -> Json:
    return {
        "name": below.rsplit("/", 1)[-1] or public_name,
        "location": location,
        "identifier": {"uniqueId": f"/CommunityGalleries/{public_name}{below}"},
        "properties": properties,
    }


def _shown_image(public_name: str, location: str, found: Resource) -> Json:
    facts = {name: value for name, value in found.properties.items() if name in _IMAGE_FACTS}
    return _shown(public_name, location, f"/Images/{found.name}", facts)


def _shown_version(public_name: str, image_name: str, location: str, found: Resource) -> Json:
    profile, sizes = found.properties["publishingProfile"], found.private["sizes"]
    facts: Json = {name: value for name, value in profile.items() if name in _VERSION_FACTS}
    storage = {"osDiskImage": _disk(sizes["os"]), "dataDiskImages": [_disk(one) for one in sizes["data"]]}
    below = f"/Images/{image_name}/Versions/{found.name}"
    return _shown(public_name, location, below, {**facts, "storageProfile": storage})


def _disk(size: Json) -> Json:
    lun = {"lun": size["lun"]} if "lun" in size else {}
    return {**lun, "diskSizeGB": size["sizeInGB"], "hostCaching": size["hostCaching"]}
