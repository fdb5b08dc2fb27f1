"""Rules about the machine sizes an image definition recommends."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import RECOMMENDED_MEMORY, RECOMMENDED_PROCESSORS
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.image_definition import ResourceRange
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedDefinition

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions",
    evidence=Evidence.SERVER,
)
_ORDER = "swap the two, or leave one of them out"

PROCESSORS = _rule(
    code="IMG017",
    title="the recommended processors' minimum is not above their maximum",
    why="Azure refuses a range that ends before it begins.",
    fix=_ORDER,
)
MEMORY = _rule(
    code="IMG018",
    title="the recommended memory's minimum is not above its maximum",
    why="Azure refuses a range that ends before it begins.",
    fix=_ORDER,
)
POSITIVE = _rule(
    code="IMG019",
    title="recommended sizes are whole numbers from 1",
    why="No machine has fewer than one processor or less than one GB.",
    fix="give 1 or more, or leave the value out",
)
GREATEST = _rule(
    code="IMG020",
    title=f"recommended sizes go to {RECOMMENDED_PROCESSORS} processors and {RECOMMENDED_MEMORY} GB",
    why="Nothing is known to recommend more, and what Azure does with it is not written down.",
    fix="give less, or leave the value out",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (PROCESSORS, MEMORY, POSITIVE, GREATEST)


def ranges(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Both ranges of a definition."""
    said = subject.spec.recommended
    if said is None:
        return
    path = (*subject.path, "recommended")
    if said.v_cpus:
        yield from _range(PROCESSORS, (*path, "vCPUs"), said.v_cpus, RECOMMENDED_PROCESSORS)
    if said.memory:
        yield from _range(MEMORY, (*path, "memory"), said.memory, RECOMMENDED_MEMORY)


def _range(rule: Rule, path: Path, said: ResourceRange, greatest: int) -> Iterator[Finding]:
    least, most = number(said.min), number(said.max)
    for key, value in (("min", least), ("max", most)):
        if value is not None and value < 1:
            yield Finding(POSITIVE, (*path, key), f"{show(value)} is below 1")
        if value is not None and value > greatest:
            yield Finding(GREATEST, (*path, key), f"{show(value)} is above {greatest}")
    if least is not None and most is not None and 1 <= most < least:
        yield Finding(rule, (*path, "min"), f"{show(least)} is above the maximum, {show(most)}")


CHECKS = (Check(ResolvedDefinition, ranges),)
