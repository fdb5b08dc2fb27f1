"""Rules about regions themselves: whether they exist, their cloud, and what they offer."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.regions import cloud_of, lacks_zones, region_facts, region_names
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import UNKNOWN_REGION
from azure_image_gallery.rules.regions_named import regions_named
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import nearest, show
from azure_image_gallery.spec.enums import StorageAccountType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedManagedImage, ResolvedVersion

_OVERVIEW = "https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery"
_rule = partial(Rule, evidence=Evidence.DOCUMENTATION)

ZONES = _rule(
    code="REP010",
    title="replicas are in Standard_ZRS only where a region has zones",
    why="Azure keeps zone-redundant storage only where there are availability zones. A warning, for regions "
    "gain zones.",
    fix="choose Standard_LRS or Premium_LRS in this region",
    docs=f"{_OVERVIEW}#replication",
    severity=Severity.WARNING,
)
CLOUDS = _rule(
    code="REP019",
    title="all target regions are in one cloud",
    why="The public cloud, China's and the US Government's share nothing, and nothing is replicated between them.",
    fix="keep the regions of one cloud, and declare the others in a stack of their own",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries",
)
ZONE_RESILIENT = _rule(
    code="MIM015",
    title="zoneResilient is true for regions that have zones only",
    why="Azure keeps zone-redundant storage only where there are availability zones. A warning, for regions "
    "gain zones.",
    fix="leave zoneResilient out in this region",
    docs="https://learn.microsoft.com/azure/virtual-machines/capture-image-resource",
    severity=Severity.WARNING,
)
RULES = (ZONES, CLOUDS, ZONE_RESILIENT)


def exist(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Every region that is named is known."""
    messages: dict[str, str] = {}
    for path, region in regions_named(subject):
        if region_facts(region) is None:
            message = messages.get(region) or messages.setdefault(region, _unknown(region))
            yield Finding(UNKNOWN_REGION, path, message)


def _unknown(region: str) -> str:
    near = nearest(region, region_names())
    return f"{show(region)} is not a known region" + (f", did you mean {show(near)}?" if near else "")


def targets(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The zones and the cloud of a version's target regions."""
    home = cloud_of(subject.location) if isinstance(subject.location, str) else None
    for region in facts.regions(subject) or ():
        if region.storage_account_type is StorageAccountType.STANDARD_ZRS and lacks_zones(region.name):
            yield Finding(ZONES, _name(region.path), f"{show(region.name)} has no availability zones")
        cloud = cloud_of(region.name)
        if home is not None and cloud is not None and cloud is not home:
            message = f"{show(region.name)} is in the cloud {cloud}, the home region in the cloud {home}"
            yield Finding(CLOUDS, _name(region.path), message)


def _name(path: Path) -> Path:
    """The name of a target region; a version that names none is in its home region alone."""
    return path if path[-1] == "location" else (*path, "name")


def managed_image(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The zones of a managed image's region."""
    region = subject.location
    if subject.spec.zone_resilient is True and isinstance(region, str) and lacks_zones(region):
        path = (*subject.path, "zoneResilient")
        yield Finding(ZONE_RESILIENT, path, f"{show(region)} has no availability zones")


CHECKS = (
    Check(Resolved, exist),
    Check(ResolvedVersion, targets),
    Check(ResolvedManagedImage, managed_image),
)
