"""Rules about shallow replication, which copies nothing and refers to the source."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import REPLICAS_IN_REGION
from azure_image_gallery.rules.facts import Check, Facts, differ, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.resolved import ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#shallow-replication",
    evidence=Evidence.DOCUMENTATION,
)

HOME_ONLY = _rule(
    code="REP013",
    title="a shallow version stays in its home region",
    why="A shallow version refers to its source, which is in one region.",
    fix="leave the other regions out, or set replicationMode to Full",
)
ONE_REPLICA = _rule(
    code="REP014",
    title="a shallow version has one replica",
    why="A shallow version is a reference to its source, and there is one source.",
    fix="leave the count out, or set replicationMode to Full",
)
FOR_TESTS = _rule(
    code="REP016",
    title="a shallow version is for tests, and does not count as latest",
    why="It serves few machines at a time, and is gone when its source is.",
    fix="set excludeFromLatest to true, or replicationMode to Full",
    severity=Severity.WARNING,
)
RULES = (HOME_ONLY, ONE_REPLICA, FOR_TESTS)


def shallow(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """All three rules, for a shallow version."""
    if subject.spec.replication_mode is not ReplicationMode.SHALLOW:
        return
    for region in facts.regions(subject) or ():
        count = number(region.regional_replica_count)
        if differ(region.name, subject.location):
            message = f"{show(region.name)} is not the home region, a shallow version has no other"
            yield Finding(HOME_ONLY, (*region.path, "name"), message)
        elif count is not None and 1 < count <= REPLICAS_IN_REGION:
            yield Finding(
                ONE_REPLICA, region.count_path, f"{count} is given, a shallow version has one replica"
            )
    if subject.spec.exclude_from_latest in (None, False):
        path = (*subject.path, "replicationMode")
        yield Finding(FOR_TESTS, path, "a shallow version counts as latest")


CHECKS = (Check(ResolvedVersion, shallow),)
