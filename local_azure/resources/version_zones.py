"""
Edge zones of a version, and replicas of a region in a second storage.

Decisions where Azure's answer is not known. A zone is kept as it is sent, its region by its display name; the
same zone twice, and a kind other than an edge zone, are InvalidParameter. Which zones there are is not checked:
no list of them is part of the interface.
"""

from local_azure import errors, regions
from local_azure.resources import content
from local_azure.resources.checks import one_of, only, within
from local_azure.store import Json

_WHERE = "properties.publishingProfile"
_ZONES = f"galleryImageVersion.{_WHERE}.targetExtendedLocations"
_SETS = f"galleryImageVersion.{_WHERE}.targetRegions.additionalReplicaSets"
_ZONE_STORAGE = ("Standard_LRS", "Standard_ZRS", "StandardSSD_LRS", "Premium_LRS")
_SET_STORAGE = ("Standard_LRS", "Standard_ZRS", "Premium_LRS", "PremiumV2_LRS")
_MOST_REPLICAS = 100


def edge_zones(given: Json) -> Json:
    """Return the edge zones of a publishing profile, checked; nothing where there are none."""
    sent = content.items(given, "targetExtendedLocations", _WHERE)
    zones = [_zone(one) for one in sent]
    keys = {(zone["name"], zone["extendedLocation"]["name"].lower()) for zone in zones}
    if len(keys) < len(zones):
        raise errors.invalid_parameter(_ZONES, "Duplicate extended locations are not allowed.")
    return {"targetExtendedLocations": zones} if zones else {}


def _zone(sent: Json) -> Json:
    where = f"{_WHERE}.targetExtendedLocations"
    name = regions.normalise(content.text(sent, "name", where))
    if name not in regions.DISPLAY_NAMES:
        raise errors.invalid_parameter(f"{_ZONES}.name", f"'{name}' is no region.")
    place = content.texts(sent, "extendedLocation", where)
    if not place.get("name"):
        raise errors.missing_parameter(f"{_ZONES}.extendedLocation.name")
    kind = one_of(place.get("type") or "EdgeZone", ("EdgeZone",), f"{_ZONES}.extendedLocation.type")
    zone: Json = {
        "name": regions.DISPLAY_NAMES[name],
        "extendedLocation": {"name": place["name"], "type": kind},
        "extendedLocationReplicaCount": _count(sent, "extendedLocationReplicaCount", where, _ZONES),
    }
    storage = content.text(sent, "storageAccountType", where) or "Standard_LRS"
    zone["storageAccountType"] = one_of(storage, _ZONE_STORAGE, f"{_ZONES}.storageAccountType")
    return zone | only(sent, ("encryption",))


def replica_sets(sent: Json) -> Json:
    """Return a region's additional replica sets, checked; nothing where there are none."""
    where = f"{_WHERE}.targetRegions.additionalReplicaSets"
    sets = [
        {
            "regionalReplicaCount": _count(one, "regionalReplicaCount", where, _SETS),
            "storageAccountType": one_of(
                content.text(one, "storageAccountType", where), _SET_STORAGE, f"{_SETS}.storageAccountType"
            ),
        }
        for one in content.items(sent, "additionalReplicaSets", f"{_WHERE}.targetRegions")
    ]
    return {"additionalReplicaSets": sets} if sets else {}


def _count(given: Json, name: str, where: str, target: str) -> int:
    found = content.whole(given, name, where)
    count = 1 if found is None else found
    within(count, 1, _MOST_REPLICAS, f"{target}.{name}")
    return count
