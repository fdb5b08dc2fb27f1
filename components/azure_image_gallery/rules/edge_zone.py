"""Rules about edge zones, and about replicas of a region in a second storage."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.replication import replica_count
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedRegion, ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)

TWICE = _rule(
    code="REP023",
    title="an edge zone of a region is a target once",
    why="A region and the name of a zone in it are what tells one target from another.",
    fix="keep one of the two entries",
)
REGION = _rule(
    code="REP024",
    title="the region of an edge zone is a target region too",
    why="The zone is a part of its region; whether Azure copies to it from elsewhere is not known.",
    fix="add the region to the target regions",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
REPLICA_SETS = _rule(
    code="REP028",
    title="additional replicas of a region are in storage of their own",
    why="They are there to have replicas in a second storage; what Azure does with the same storage twice is not "
    "documented.",
    fix="raise regionalReplicaCount instead, or choose a storage that the region does not have",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (TWICE, REGION, REPLICA_SETS)


def zones(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Each zone: once, with its region, and how many replicas."""
    regions = facts.regions(subject)
    names = None if regions is None else {region.name for region in regions}
    seen: set[tuple[str, str]] = set()
    for at, zone in enumerate(subject.spec.target_extended_locations or ()):
        path = (*subject.path, "targetExtendedLocations", at)
        name = text(zone.extended_location.name)
        yield from replica_count(
            (*path, "extendedLocationReplicaCount"), zone.extended_location_replica_count
        )
        if name is not None and (zone.name, name.casefold()) in seen:
            message = f"{show(name)} of {show(zone.name)} is a target already"
            yield Finding(TWICE, (*path, "extendedLocation", "name"), message)
        elif names is not None and zone.name not in names and not _silent(subject, names):
            message = f"{show(zone.name)} is no target region of the version"
            yield Finding(REGION, (*path, "name"), message)
        if name is not None:
            seen.add((zone.name, name.casefold()))


def _silent(subject: ResolvedVersion, names: set[str]) -> bool:
    """Whether a version names no region, and its own is not known yet."""
    return not names and subject.spec.target_regions is None and subject.spec.region_set is None


def replica_sets(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The additional replicas of each region."""
    for region in facts.regions(subject) or ():
        yield from _of_region(region)


def _of_region(region: ResolvedRegion) -> Iterator[Finding]:
    seen: dict[object, str] = {region.storage_account_type: "the region"}
    for at, one in enumerate(region.additional_replica_sets):
        path: Path = (*region.sets_path, at)
        yield from replica_count((*path, "regionalReplicaCount"), one.regional_replica_count)
        storage: object = one.storage_account_type
        if storage in seen:
            message = f"{show(storage)} is the storage of {seen[storage]} already"
            yield Finding(REPLICA_SETS, (*path, "storageAccountType"), message)
        seen.setdefault(storage, "another set")


CHECKS = (Check(ResolvedVersion, zones), Check(ResolvedVersion, replica_sets))
