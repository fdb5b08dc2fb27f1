"""Quotas of a subscription, as far as one declaration can exceed them alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from azure_image_gallery.azure.limits import DEFINITIONS_IN_REGION, ROLE_ASSIGNMENTS, VERSIONS_IN_REGION
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Location, Resolved

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)

DEFINITIONS = _rule(
    code="QTA002",
    title=f"a subscription has at most {DEFINITIONS_IN_REGION:,} image definitions in a region",
    why="Azure stops at this number, over all galleries of the subscription.",
    fix="declare fewer, or put some into a gallery of another subscription",
)
VERSIONS = _rule(
    code="QTA003",
    title=f"a subscription has at most {VERSIONS_IN_REGION:,} image versions in a region",
    why="Azure stops at this number, over all galleries of the subscription.",
    fix="remove old versions, or put some into a gallery of another subscription",
)
ASSIGNMENTS = _rule(
    code="RBA015",
    title=f"a subscription has at most {ROLE_ASSIGNMENTS:,} role assignments",
    why="Azure stops at this number, over everything in the subscription.",
    fix="give the roles to groups, or at the gallery instead of at each definition",
    docs="https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#limits",
)
RULES = (DEFINITIONS, VERSIONS, ASSIGNMENTS)


def quotas(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Definitions and versions by their home region, those that something else makes among them."""
    definitions = (definition.location for definition in subject.definitions)
    versions = (version.location for version in (*subject.versions, *subject.external_versions))
    yield from _counted(DEFINITIONS, "imageDefinitions", definitions, DEFINITIONS_IN_REGION)
    yield from _counted(VERSIONS, "imageVersions", versions, VERSIONS_IN_REGION)
    count = len(subject.assignments)
    if count > ROLE_ASSIGNMENTS:
        message = f"{count} role assignments come of this, at most {ROLE_ASSIGNMENTS} fit into a subscription"
        yield Finding(ASSIGNMENTS, ("sharing", "roleAssignments"), message, on_key=True)


def _counted(rule: Rule, where: str, regions: Iterable[Location], limit: int) -> Iterator[Finding]:
    for region, count in Counter(one for one in regions if isinstance(one, str)).items():
        if count > limit:
            message = f"{count} are declared in {show(region)}, at most {limit} fit into a subscription"
            yield Finding(rule, (where,), message, on_key=True)


CHECKS = (Check(Resolved, quotas),)
