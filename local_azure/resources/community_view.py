"""What the public sees of a community gallery in one region, and how: by its public name, and less of it."""

from local_azure import errors
from local_azure.cloud import Cloud
from local_azure.resources.community import (
    find_gallery,
    find_image,
    images_of,
    is_in_region,
    named,
    versions_in,
)
from local_azure.store import Json, Resource

_VERSION_FACTS = ("publishedDate", "endOfLifeDate", "excludeFromLatest")
_IMAGE_FACTS = (
    "osType", "osState", "endOfLifeDate", "identifier", "recommended", "disallowed", "hyperVGeneration",
    "features", "purchasePlan", "architecture", "privacyStatementUri", "eula",
)  # fmt: skip


def gallery(cloud: Cloud, public_name: str, location: str) -> Json:
    """Return a gallery as its public sees it; 404 where it has nothing."""
    found = find_gallery(cloud, public_name)
    if found is None or not any(is_in_region(cloud, one, location) for one in images_of(cloud, found)):
        raise errors.entity_not_found()
    info = found.properties["sharingProfile"]["communityGalleryInfo"]
    metadata = {name: value for name, value in info.items() if name != "communityGalleryEnabled"}
    return _shown(public_name, location, "", {"communityMetadata": metadata}) | {
        "type": "Microsoft.Compute/Locations/CommunityGalleries"
    }


def images(cloud: Cloud, public_name: str, location: str) -> list[Json]:
    """Return the definitions that have a version in a region."""
    gallery(cloud, public_name, location)
    found = images_of(cloud, find_gallery(cloud, public_name))
    return [_shown_image(public_name, location, one) for one in found if is_in_region(cloud, one, location)]


def image(cloud: Cloud, public_name: str, name: str, location: str) -> Json:
    """Return one definition."""
    return _shown_image(public_name, location, _require_image(cloud, public_name, name, location))


def versions(cloud: Cloud, public_name: str, name: str, location: str) -> list[Json]:
    """Return a definition's versions in a region."""
    found = versions_in(cloud, _require_image(cloud, public_name, name, location), location)
    return [_shown_version(public_name, name, location, one) for one in found]


def version(cloud: Cloud, public_name: str, name: str, number: str, location: str) -> Json:
    """Return one version, or the latest."""
    every = versions_in(cloud, _require_image(cloud, public_name, name, location), location)
    found = named(every, number, location)
    if found is None:
        raise errors.entity_not_found()
    return _shown_version(public_name, name, location, found)


def _require_image(cloud: Cloud, public_name: str, name: str, location: str) -> Resource:
    found = find_image(cloud, public_name, name)
    if found is None or not is_in_region(cloud, found, location):
        raise errors.entity_not_found()
    return found


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
