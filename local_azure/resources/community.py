"""
Community galleries: what is published to everybody, seen by its public name.

A gallery is public when its sharing profile says that it is enabled; it is seen in the regions in which a
version has replicas. Azure lists every version; that only the newest is shown is the portal's way.
"""

import re
from collections.abc import Iterable

from local_azure import regions
from local_azure.cloud import Cloud
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.store import Json, Resource

VERSION = "microsoft.compute/galleries/images/versions"
_ID = re.compile(
    r"/?CommunityGalleries/(?P<gallery>[^/]+)/Images/(?P<image>[^/]+)/Versions/(?P<version>[^/]+)/?",
    re.IGNORECASE,
)


def find_version(cloud: Cloud, id_: str, location: str) -> Resource | None:
    """Return the version that `/CommunityGalleries/…/Images/…/Versions/…` names; `latest` is one, too."""
    parts = _ID.fullmatch(id_)
    image = find_image(cloud, parts["gallery"], parts["image"]) if parts else None
    if parts is None or image is None:
        return None
    return named(versions_in(cloud, image, location), parts["version"], location)


def galleries(cloud: Cloud) -> list[tuple[str, Resource]]:
    """Return every public name, with its gallery."""
    found: list[tuple[str, Resource]] = []
    for one in cloud.store.of_type(Galleries.type, under="/subscriptions"):
        info: Json = one.properties.get("sharingProfile", {}).get("communityGalleryInfo", {})
        if info.get("communityGalleryEnabled"):
            found += [(name, one) for name in info.get("publicNames", [])]
    return found


def find_gallery(cloud: Cloud, public_name: str) -> Resource | None:
    """Return the gallery with a public name."""
    return {name.lower(): one for name, one in galleries(cloud)}.get(public_name.lower())


def images_of(cloud: Cloud, found: Resource | None) -> list[Resource]:
    """Return a gallery's definitions; none of no gallery."""
    return cloud.store.of_type(ImageDefinitions.type, under=found.key) if found else []


def find_image(cloud: Cloud, public_name: str, name: str) -> Resource | None:
    """Return a definition by its gallery's public name and its own."""
    found = images_of(cloud, find_gallery(cloud, public_name))
    return next((one for one in found if one.name.lower() == name.lower()), None)


def is_in_region(cloud: Cloud, found: Resource, location: str) -> bool:
    """Whether a definition has a version in a region."""
    return bool(versions_in(cloud, found, location))


def versions_in(cloud: Cloud, found: Resource, location: str) -> list[Resource]:
    """Return a definition's versions that have a replica in a region."""
    every = cloud.store.of_type(VERSION, under=found.key)
    return [one for one in every if _region(one, location) is not None and _is_done(one)]


def _is_done(found: Resource) -> bool:
    return found.properties["provisioningState"] not in ("Creating", "Failed", "Deleting")


def _region(found: Resource, location: str) -> Json | None:
    every: list[Json] = found.properties["publishingProfile"]["targetRegions"]
    return next((one for one in every if regions.normalise(one["name"]) == location), None)


def named(every: Iterable[Resource], number: str, location: str) -> Resource | None:
    """Return the version of a number, or the latest of a region."""
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
