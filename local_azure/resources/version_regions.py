"""The publishing profile of an image version: regions, replicas, storage, and what may change."""

from local_azure import errors, regions
from local_azure.resources import content
from local_azure.resources.checks import end_of_life, one_of, only, within
from local_azure.resources.version_zones import edge_zones, replica_sets
from local_azure.store import Json

_WHERE = "properties.publishingProfile"
_TARGET = f"galleryImageVersion.{_WHERE}"
_REGIONS = f"{_TARGET}.targetRegions"
_STORAGE = ("Standard_LRS", "Standard_ZRS", "Premium_LRS")
_MOST_REPLICAS = 100


def publishing_profile(sent: Json, before: Json, location: str, now: float) -> Json:
    """Check a profile and fill it in: display names, inherited counts and storage, publishing date."""
    given = content.mapping(sent, "publishingProfile", "properties")
    known = before.get("publishingProfile", {})
    end_of_life(given, known, now, f"{_TARGET}.endOfLifeDate")
    replicas = _count(given, "replicaCount", _WHERE, f"{_TARGET}.replicaCount", default=1)
    storage = _global_storage(given)
    profile: Json = {
        "targetRegions": _target_regions(given, location, replicas, storage),
        "replicaCount": replicas,
        "excludeFromLatest": content.flag(given, "excludeFromLatest", _WHERE),
        "storageAccountType": storage,
        **only(given, ("endOfLifeDate", "storageAccountStrategy")),
        **edge_zones(given),
    }
    if mode := content.text(given, "replicationMode", _WHERE):
        profile["replicationMode"] = one_of(mode, ("Full", "Shallow"), f"{_TARGET}.replicationMode")
        _check_shallow(profile)
    if "publishedDate" in known:
        profile["publishedDate"] = known["publishedDate"]
    return profile


def _global_storage(given: Json) -> str:
    storage = content.text(given, "storageAccountType", _WHERE)
    if storage and content.text(given, "storageAccountStrategy", _WHERE):
        raise errors.parameter_not_allowed(f"{_TARGET}.storageAccountStrategy")
    return one_of(storage or _STORAGE[0], _STORAGE, f"{_TARGET}.storageAccountType")


def _target_regions(given: Json, location: str, replicas: int, storage: str) -> list[Json]:
    where = f"{_WHERE}.targetRegions"
    sent = content.items(given, "targetRegions", _WHERE) or [{"name": location}]
    shaped = [_target_region(one, where, replicas, storage) for one in sent]
    names = [region["name"] for region in shaped]
    if len(set(names)) < len(names):
        raise errors.invalid_parameter(
            _REGIONS, "Duplicate regions are not allowed in target publishing regions."
        )
    home = regions.DISPLAY_NAMES[location]
    if home not in names:
        message = (
            f"Gallery image version publishing profile regions '{', '.join(names)}' must contain "
            "the location "
            f"of image version '{home}'."
        )
        raise errors.invalid_parameter(_REGIONS, message)
    return shaped


def _target_region(sent: Json, where: str, replicas: int, storage: str) -> Json:
    name = content.text(sent, "name", where)
    if not name:
        raise errors.missing_parameter(f"{_REGIONS}.name")
    short = regions.normalise(name)
    if short not in regions.DISPLAY_NAMES:
        kind = "Microsoft.Compute/galleries/images/versions"
        raise errors.location_not_available(name, kind, regions.DISPLAY_NAMES)
    given = content.text(sent, "storageAccountType", where) or storage
    kept = one_of(given, (*_STORAGE, "PremiumV2_LRS"), f"{_REGIONS}.storageAccountType")
    if kept == "Standard_ZRS" and short not in regions.ZONE_REDUNDANT:
        message = (
            f"ZRS storage account type is not supported in this region: '{regions.DISPLAY_NAMES[short]}'."
        )
        raise errors.invalid_parameter(f"{_REGIONS}.storageAccountType", message)
    count = _count(sent, "regionalReplicaCount", where, f"{_REGIONS}.regionalReplicaCount", default=replicas)
    region: Json = {
        "name": regions.DISPLAY_NAMES[short],
        "regionalReplicaCount": count,
        "storageAccountType": kept,
    }
    if sent.get("excludeFromLatest") is not None:
        region["excludeFromLatest"] = content.flag(sent, "excludeFromLatest", where)
    return region | only(sent, ("encryption",)) | replica_sets(sent)


def _count(given: Json, name: str, where: str, target: str, *, default: int) -> int:
    found = content.whole(given, name, where)
    count = default if found is None else found
    within(count, 1, _MOST_REPLICAS, target)
    return count


def _check_shallow(profile: Json) -> None:
    """Refuse a shallow version that leaves its region or has more replicas; Azure's text is not known."""
    if profile["replicationMode"] != "Shallow":
        return
    if len(profile["targetRegions"]) > 1:
        message = "A version with replicationMode 'Shallow' can only be published to its own location."
        raise errors.invalid_parameter(_REGIONS, message)
    if profile["targetRegions"][0].get("encryption"):
        message = "A version with replicationMode 'Shallow' cannot be encrypted with a disk encryption set."
        raise errors.invalid_parameter(f"{_REGIONS}.encryption", message)
    if profile["targetRegions"][0]["regionalReplicaCount"] != 1:
        message = "A version with replicationMode 'Shallow' has exactly 1 replica."
        raise errors.invalid_parameter(f"{_REGIONS}.regionalReplicaCount", message)


def check_regions_change(profile: Json, before: Json, *, removable: bool) -> None:
    """Refuse what cannot change, and regions taken away unless the safety profile lets them go."""
    for name, default in (
        ("replicationMode", "Full"),
        ("storageAccountStrategy", None),
        ("storageAccountType", None),
    ):
        if profile.get(name, default) != before.get(name, default):
            raise errors.change_not_allowed(f"{_TARGET}.{name}")
    _check_zones_change(profile.get("targetExtendedLocations", []), before.get("targetExtendedLocations", []))
    new = {region["name"]: region for region in profile["targetRegions"]}
    for region in before["targetRegions"]:
        if region["name"] in new:
            _check_region_change(new[region["name"]], region)
        elif not removable:
            message = (
                f"The replicated location '{region['name']}' cannot be removed, because "
                "'allowDeletionOfReplicatedLocations' is false in the safety profile."
            )
            raise errors.invalid_parameter(_REGIONS, message)


def _check_zones_change(given: list[Json], before: list[Json]) -> None:
    new = {(zone["name"], zone["extendedLocation"]["name"].lower()): zone for zone in given}
    for zone in before:
        same = new.get((zone["name"], zone["extendedLocation"]["name"].lower()), zone)
        for name in ("storageAccountType", "encryption"):
            if same.get(name) != zone.get(name):
                raise errors.change_not_allowed(f"{_TARGET}.targetExtendedLocations.{name}")


def _check_region_change(given: Json, before: Json) -> None:
    for name in ("storageAccountType", "encryption"):
        if given.get(name) != before.get(name):
            raise errors.change_not_allowed(f"{_REGIONS}.{name}")
