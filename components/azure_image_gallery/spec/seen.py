"""Image versions that something else has made, as Azure shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from azure_image_gallery.azure.regions import canonical_region

_WHOLE = frozenset({"Succeeded", "Updating"})


@dataclass(frozen=True, slots=True)
class SeenRegion:
    """A region that a version is kept in."""

    name: str
    exclude_from_latest: bool | None


@dataclass(frozen=True, slots=True)
class SeenVersion:
    """A version in Azure."""

    id: str
    key: str
    """Major.Minor.Patch."""
    exclude_from_latest: bool | None
    regions: Sequence[SeenRegion]
    is_whole: bool
    """Whether it is made: one that is under way, or has failed, is nobody's latest."""


def read_version(body: Mapping[str, Any], collection: str) -> SeenVersion:
    """A version from a list of Azure Resource Manager.

    Its id follows from the collection's: in lists, Compute writes the resource group's name in upper case.
    """
    properties: dict[str, Any] = body.get("properties") or {}
    profile: dict[str, Any] = properties.get("publishingProfile") or {}
    targets: list[dict[str, Any]] = profile.get("targetRegions") or []
    regions = [SeenRegion(canonical_region(one["name"]), one.get("excludeFromLatest")) for one in targets]
    return SeenVersion(
        id=f"{collection}/{body['name']}",
        key=body["name"],
        exclude_from_latest=profile.get("excludeFromLatest"),
        regions=regions,
        is_whole=properties.get("provisioningState") in _WHOLE,
    )
