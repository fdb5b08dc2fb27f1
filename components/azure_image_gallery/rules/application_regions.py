"""Rules about the target regions of application versions: which they are, and how many replicas they hold."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import APPLICATION_REPLICAS, APPLICATION_REPLICAS_ADVISED
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.replication import regions_path
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedApplicationVersion, ResolvedRegion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/vm-applications",
    evidence=Evidence.DOCUMENTATION,
)

COUNT = _rule(
    code="APP005",
    title=f"a region holds 1 to {APPLICATION_REPLICAS} replicas of an application's version",
    why="The page allows ten, and the error that it quotes speaks of one to three: more may be refused.",
    fix=f"give a count from 1 to {APPLICATION_REPLICAS_ADVISED}",
)
REGIONS = _rule(
    code="APP006",
    title="the target regions of an application's version hold its home region, and each region once",
    why="Azure copies the version from its home region, and refuses the same region twice.",
    fix="add the home region to the target regions, and keep one entry for each",
)
ENCRYPTED = _rule(
    code="APP007",
    title="an application's version is not encrypted with a customer's key",
    why="Azure has no such encryption for applications.",
    fix="remove encryption, or list the regions by themselves where a region set has it",
    evidence=Evidence.SERVER,
)
RULES = (COUNT, REGIONS, ENCRYPTED)


def regions(subject: ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """The home region among the targets, and no region twice."""
    targets, location = facts.regions(subject), subject.location
    if targets is None:
        return
    if isinstance(location, str) and all(region.name != location for region in targets):
        message = f"the home region {show(location)} is not among the target regions"
        yield Finding(REGIONS, regions_path(subject), message)
    seen: set[str] = set()
    for region in targets:
        if region.name in seen:
            yield Finding(REGIONS, (*region.path, "name"), f"{show(region.name)} is a target region already")
        seen.add(region.name)


def counts(subject: ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """Replicas in each region, wherever the count is said."""
    said: dict[Path, object] = {
        region.count_path: region.regional_replica_count for region in _of(subject, facts)
    }
    if subject.spec.replica_count is not None:
        said[(*subject.path, "replicaCount")] = subject.spec.replica_count
    for path, value in said.items():
        count = number(value)
        if count is None or 1 <= count <= APPLICATION_REPLICAS_ADVISED:
            continue
        allowed, weight = f"1 to {APPLICATION_REPLICAS} are allowed", None
        if 1 <= count <= APPLICATION_REPLICAS:
            allowed, weight = f"more than {APPLICATION_REPLICAS_ADVISED} may be refused", Severity.WARNING
        yield Finding(COUNT, path, f"{show(count)} is given, {allowed}", weight=weight)


def encrypted(subject: ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """No encryption in any region or edge zone."""
    message = "encryption is given, and Azure has none for applications"
    for region in _of(subject, facts):
        if region.encryption is not None:
            yield Finding(ENCRYPTED, region.encryption_path, message, on_key=True)
    for position, zone in enumerate(subject.spec.target_extended_locations or ()):
        if zone.encryption is not None:
            path = (*subject.path, "targetExtendedLocations", position, "encryption")
            yield Finding(ENCRYPTED, path, message, on_key=True)


def _of(subject: ResolvedApplicationVersion, facts: Facts) -> Iterator[ResolvedRegion]:
    yield from facts.regions(subject) or ()


CHECKS = tuple(Check(ResolvedApplicationVersion, run) for run in (regions, counts, encrypted))
