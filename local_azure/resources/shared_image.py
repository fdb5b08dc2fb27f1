"""
Versions of a gallery that is shared directly, by the id that those have whom it is shared with.

`/SharedGalleries/<unique name>/Images/<name>/Versions/<version>`; the unique name is the gallery's own. Whom it
is shared with is not asked here.
"""

import re

from local_azure.cloud import Cloud
from local_azure.resources.community import named, versions_in
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.store import Resource

_ID = re.compile(
    r"/?SharedGalleries/(?P<gallery>[^/]+)/Images/(?P<image>[^/]+)/Versions/(?P<version>[^/]+)/?",
    re.IGNORECASE,
)


def find_shared(cloud: Cloud, id_: str, location: str) -> Resource | None:
    """Return the version that an id names; `None` where there is none, or its gallery is not shared directly."""
    parts = _ID.fullmatch(id_)
    gallery = _gallery(cloud, parts["gallery"]) if parts else None
    if parts is None or gallery is None:
        return None
    images = cloud.store.of_type(ImageDefinitions.type, under=gallery.key)
    image = next((one for one in images if one.name.lower() == parts["image"].lower()), None)
    return named(versions_in(cloud, image, location), parts["version"], location) if image else None


def _gallery(cloud: Cloud, unique_name: str) -> Resource | None:
    for one in cloud.store.of_type(Galleries.type, under="/subscriptions"):
        is_shared = one.properties.get("sharingProfile", {}).get("permissions") == "Groups"
        if is_shared and one.properties["identifier"]["uniqueName"].lower() == unique_name.lower():
            return one
    return None
