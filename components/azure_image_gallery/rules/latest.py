"""Rules about *latest*: what a machine gets that asks for a definition and names no version."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.latest import is_excluded
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion

_DOCS = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions"

NOWHERE = Rule(
    code="VER009",
    title="some version of a definition counts as latest",
    why="A machine that names no version gets the latest; where every version is excluded there is none.",
    fix="set excludeFromLatest to false on one of the versions",
    docs=_DOCS,
    evidence=Evidence.SERVER,
    severity=Severity.WARNING,
)
NOT_IN_REGION = Rule(
    code="VER011",
    title="some version counts as latest in each region that has any",
    why="In a region where every version is excluded, machines cannot be made without naming a version.",
    fix="set excludeFromLatest to false for the region in one of the versions",
    docs=_DOCS,
    evidence=Evidence.SERVER,
    severity=Severity.WARNING,
)
RULES = (NOWHERE, NOT_IN_REGION)


def latest(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Judges a definition's versions together; a region's own exclusion wins over the version's.

    Versions that something else makes may count as latest too: where there are any, nothing is known.
    """
    seen_elsewhere = {version.definition_key for version in subject.external_versions}
    by_definition: dict[str, list[ResolvedVersion]] = defaultdict(list)
    for version in subject.versions:
        by_definition[version.definition_key].append(version)
    for key, versions in by_definition.items():
        if key not in seen_elsewhere and facts.is_whole("imageVersions", key):
            yield from _of_definition(key, versions, facts)


def _of_definition(key: str, versions: Sequence[ResolvedVersion], facts: Facts) -> Iterator[Finding]:
    """Shallow versions are to be excluded (REP016): where there are no others, nothing is amiss."""
    if all(version.spec.replication_mode is ReplicationMode.SHALLOW for version in versions):
        return
    offered: dict[str, bool] = {}
    for version in versions:
        regions = facts.regions(version)
        if not regions:
            return
        for region in regions:
            offered[region.name] = not is_excluded(version, region) or offered.get(region.name, False)
    path = ("imageVersions", key)
    if not any(offered.values()):
        yield Finding(NOWHERE, path, f"every version of {show(key)} is excluded from latest", on_key=True)
        return
    for name, counts in offered.items():
        if not counts:
            message = f"every version in {show(name)} is excluded from latest there"
            yield Finding(NOT_IN_REGION, path, message, on_key=True)


CHECKS = (Check(Resolved, latest),)
