"""Rules about target regions: which they are, how many replicas they hold, and in which storage."""

from collections.abc import Iterable, Iterator
from functools import partial

from azure_image_gallery.azure.limits import REPLICAS_ADVISED, REPLICAS_IN_REGION, REPLICAS_OF_VERSION
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import StorageAccountType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedApplicationVersion, ResolvedVersion
from azure_image_gallery.spec.target_region import RegionOverride

_OVERVIEW = "https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery"
_rule = partial(Rule, docs=f"{_OVERVIEW}#replication", evidence=Evidence.SERVER)

HOME = _rule(
    code="REP001",
    title="the home region is among the target regions",
    why="A version is made in its home region and copied from there, so one replica is there always.",
    fix="add the home region to the target regions, or set the version's location to one of them",
)
TWICE = _rule(
    code="REP002",
    title="a region is a target once",
    why="Azure refuses the same region twice, however it is spelt.",
    fix="keep one of the two entries",
)
COUNT = _rule(
    code="REP004",
    title=f"a region holds 1 to {REPLICAS_IN_REGION} replicas",
    why="Azure refuses a count outside these bounds.",
    fix=f"give a count from 1 to {REPLICAS_IN_REGION}",
    docs=f"{_OVERVIEW}#limits",
    evidence=Evidence.DOCUMENTATION,
)
MANY = _rule(
    code="REP005",
    title=f"a region holds at most {REPLICAS_ADVISED} replicas",
    why="The advice, and the portal, end at this count, though the limit is higher.",
    fix=f"give {REPLICAS_ADVISED} or fewer",
    docs=f"{_OVERVIEW}#best-practices",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)
TOTAL = _rule(
    code="REP006",
    title=f"a version has at most {REPLICAS_OF_VERSION} replicas in all",
    why="The list of limits speaks of replicas of a version; whether it means each region is not settled.",
    fix="give fewer replicas, or fewer regions",
    docs=f"{_OVERVIEW}#limits",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
STORAGE = _rule(
    code="REP009",
    title="replicas are kept in Standard_LRS, Standard_ZRS or Premium_LRS",
    why="PremiumV2_LRS is in the interface's model, but no page says that a target region takes it.",
    fix="choose Standard_LRS, Standard_ZRS or Premium_LRS",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (HOME, TWICE, COUNT, MANY, TOTAL, STORAGE)


def home(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The home region is a target."""
    regions, location = facts.regions(subject), subject.location
    if regions is None or not isinstance(location, str) or any(r.name == location for r in regions):
        return
    message = f"the home region {show(location)} is not among the target regions"
    yield Finding(HOME, regions_path(subject), message)


def regions_path(subject: ResolvedVersion | ResolvedApplicationVersion) -> Path:
    """Where a version's regions are said."""
    if subject.spec.target_regions is not None:
        return (*subject.path, "targetRegions")
    return (*subject.path, "regionSet") if subject.spec.region_set is not None else subject.path


def twice(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A region a second time, in the version's list or by the list and the set."""
    seen: set[str] = set()
    for region in facts.regions(subject) or ():
        if region.name in seen:
            yield Finding(TWICE, (*region.path, "name"), f"{show(region.name)} is a target region already")
        seen.add(region.name)


def twice_in_set(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """A region a second time in a set, whether or not a version uses it."""
    for key, entries in subject.declaration.region_sets.items():
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            if entry.name in seen:
                path = ("regionSets", key, position, "name")
                yield Finding(TWICE, path, f"{show(entry.name)} is a target region already")
            seen.add(entry.name)


def entries_of_version(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """Counts and storage in a version's own words."""
    spec = subject.spec
    yield from replica_count((*subject.path, "replicaCount"), spec.replica_count)
    yield from _storage((*subject.path, "storageAccountType"), spec.storage_account_type)
    for position, entry in enumerate(spec.target_regions or ()):
        yield from _entry((*subject.path, "targetRegions", position), entry)
    for key, override in (spec.region_overrides or {}).items():
        yield from _entry((*subject.path, "regionOverrides", key), override)


def entries_of_sets(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Counts and storage in region sets."""
    for key, entries in subject.declaration.region_sets.items():
        for position, entry in enumerate(entries):
            yield from _entry(("regionSets", key, position), entry)


def _entry(path: Path, entry: RegionOverride) -> Iterable[Finding]:
    if entry.regional_replica_count is not None:
        yield from replica_count((*path, "regionalReplicaCount"), entry.regional_replica_count)
    if entry.storage_account_type is StorageAccountType.PREMIUM_V2_LRS:
        yield from _storage((*path, "storageAccountType"), entry.storage_account_type)


def replica_count(path: Path, value: object) -> Iterator[Finding]:
    """Whether a count of replicas is within its bounds."""
    count = number(value)
    if count is None:
        return
    if not 1 <= count <= REPLICAS_IN_REGION:
        yield Finding(COUNT, path, f"{show(count)} is given, 1 to {REPLICAS_IN_REGION} are allowed")
    elif count > REPLICAS_ADVISED:
        yield Finding(MANY, path, f"{count} is given, at most {REPLICAS_ADVISED} are advised")


def _storage(path: Path, value: StorageAccountType | None) -> Iterator[Finding]:
    if value is StorageAccountType.PREMIUM_V2_LRS:
        message = f"{value} may be refused, allowed: Standard_LRS, Standard_ZRS or Premium_LRS"
        yield Finding(STORAGE, path, message)


def total(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Replicas over all regions, where each region's own count is within its bounds."""
    counts = [number(region.regional_replica_count) for region in facts.regions(subject) or ()]
    known = [count for count in counts if count is not None and 1 <= count <= REPLICAS_IN_REGION]
    if len(known) == len(counts) and sum(known) > REPLICAS_OF_VERSION:
        message = (
            f"{sum(known)} replicas in all, the limit of {REPLICAS_OF_VERSION} may be for the whole version"
        )
        yield Finding(TOTAL, regions_path(subject), message)


CHECKS = (
    Check(Resolved, twice_in_set),
    Check(Resolved, entries_of_sets),
    Check(ResolvedVersion, home),
    Check(ResolvedVersion, twice),
    Check(ResolvedVersion, entries_of_version),
    Check(ResolvedVersion, total),
)
