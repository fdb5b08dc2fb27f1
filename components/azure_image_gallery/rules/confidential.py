"""Rules about versions of confidential images: how large, and where."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import CONFIDENTIAL_SOURCE_SIZE
from azure_image_gallery.rules.behind import os_place
from azure_image_gallery.rules.disk_size import sizes
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import SecurityType
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE, VHD

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery",
    severity=Severity.WARNING,
)

SIZE = _rule(
    code="SEC010",
    title=f"a ConfidentialVMSupported version is made from less than {CONFIDENTIAL_SOURCE_SIZE} GiB",
    why="The page about confidential images asks for a smaller VHD or managed image.",
    fix="make the operating system disk smaller, or make sure that Azure takes it",
    evidence=Evidence.DOCUMENTATION,
    needs=("imageVersions.*.*.source.diskSizeGB",),
)
REGIONS = _rule(
    code="SEC012",
    title="a ConfidentialVM version stays in its home region",
    why="Such a version could not be replicated to another region when that was last written down, in 2022.",
    fix="leave the other regions out, or make sure that Azure replicates there",
    evidence=Evidence.INFERENCE,
)
RULES = (SIZE, REGIONS)


def size(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The operating system disk of a source without guest state."""
    definition, os = subject.definition, os_place(subject.source)
    if definition is None or definition.spec.security_type is not SecurityType.CONFIDENTIAL_VM_SUPPORTED:
        return
    for place, given, fact in sizes(subject, facts):
        if place is os and place.kind in (VHD, MANAGED_IMAGE) and given >= CONFIDENTIAL_SOURCE_SIZE:
            what = f"the source has {show(given)} GiB{fact.origin}"
            message = f"{what}, less than {CONFIDENTIAL_SOURCE_SIZE} are advised"
            yield Finding(SIZE, fact.path, message)


def regions(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Target regions beside the home region."""
    definition, home = subject.definition, subject.location
    if definition is None or definition.spec.security_type is not SecurityType.CONFIDENTIAL_VM:
        return
    for region in facts.regions(subject) or ():
        if isinstance(home, str) and region.name != home:
            message = f"a ConfidentialVM version may not be replicated to {show(region.name)}, its home is {show(home)}"
            yield Finding(REGIONS, region.path, message)


CHECKS = (Check(ResolvedVersion, size), Check(ResolvedVersion, regions))
