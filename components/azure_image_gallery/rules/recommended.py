"""Rules about the machine sizes an image definition recommends."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
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
RULES = (PROCESSORS, MEMORY, POSITIVE)


def ranges(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Both ranges of a definition."""
    said = subject.spec.recommended
    if said is None:
        return
    path = (*subject.path, "recommended")
    if said.v_cpus:
        yield from _range(PROCESSORS, (*path, "vCPUs"), said.v_cpus)
    if said.memory:
        yield from _range(MEMORY, (*path, "memory"), said.memory)


def _range(rule: Rule, path: Path, said: ResourceRange) -> Iterator[Finding]:
    least, most = number(said.min), number(said.max)
    for key, value in (("min", least), ("max", most)):
        if value is not None and value < 1:
            yield Finding(POSITIVE, (*path, key), f"{show(value)} is below 1")
    if least is not None and most is not None and 1 <= most < least:
        yield Finding(rule, (*path, "min"), f"{show(least)} is above the maximum, {show(most)}")


CHECKS = (Check(ResolvedDefinition, ranges),)
