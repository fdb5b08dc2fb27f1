"""What is wrong with a `GallerySharing`'s inputs, by property. What is not known yet is passed over."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from azure_image_gallery.azure.limits import SHARED_SUBSCRIPTIONS, SHARED_TENANTS
from azure_image_gallery.azure.resource_id import gallery_id
from azure_image_gallery.azure.roles import is_guid
from azure_image_gallery.provider.wire import UNKNOWN

_INPUTS = ("galleryId", "subscriptions", "tenants", "community")
_MOST = {"subscriptions": SHARED_SUBSCRIPTIONS, "tenants": SHARED_TENANTS}


def failures(inputs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each property at fault, with the reason."""
    for key in inputs:
        if key not in _INPUTS:
            yield key, f"unknown input, allowed: {', '.join(_INPUTS)}"
    gallery = inputs.get("galleryId")
    if not isinstance(gallery, str) or (gallery != UNKNOWN and gallery_id(gallery) is None):
        yield "galleryId", f"{gallery!r} is given, the id of a gallery is wanted"
    for kind, most in _MOST.items():
        yield from _of_kind(kind, inputs.get(kind, {}), most)
    community = inputs.get("community", False)
    if not isinstance(community, bool) and community != UNKNOWN:
        yield "community", f"{community!r} is given, true or false is wanted"
    if community is True and (inputs.get("subscriptions") or inputs.get("tenants")):
        yield "community", "a gallery is shared with the community, or with subscriptions and tenants"


def _of_kind(kind: str, given: object, most: int) -> Iterator[tuple[str, str]]:
    if given == UNKNOWN:
        return
    if not isinstance(given, dict):
        yield kind, f"{given!r} is given, a map from names to ids is wanted"
        return
    named = cast("dict[str, object]", given)
    if len(named) > most:
        yield kind, f"{len(named)} {kind} are given, at most {most} are allowed"
    seen: dict[str, str] = {}
    for name, id_ in named.items():
        if id_ == UNKNOWN:
            continue
        if not isinstance(id_, str) or not is_guid(id_):
            yield f"{kind}.{name}", f"{id_!r} is given, a GUID is wanted"
        elif seen.setdefault(id_.casefold(), name) != name:
            yield f"{kind}.{name}", f"{id_!r} is given by {seen[id_.casefold()]!r} already"
