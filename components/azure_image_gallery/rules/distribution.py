"""Rules about which distributions do what on Azure, by the lists on its pages."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from azure_image_gallery.azure.distributions import (
    CENTOS_END_OF_LIFE,
    NVME,
    ORACLE_FIRST,
    RHEL_COVERED,
    TRUSTED_LAUNCH,
    Range,
)
from azure_image_gallery.rules.distribution_page import CENTOS, ORACLE, RHEL
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.guest_facts import Known, distribution, where
from azure_image_gallery.rules.release import is_before, is_within
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.enums import Distribution, SecurityType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_NAMED = ("imageDefinitions.*.guest.distribution.name", "imageDefinitions.*.guest.distribution.version")
_rule = partial(Rule, evidence=Evidence.DOCUMENTATION, severity=Severity.WARNING, needs=_NAMED)

FOR_NVME = _rule(
    code="SEC018",
    title="an image for NVMe is of a distribution that is listed for it",
    why="The page about NVMe names the distributions whose drivers and start-up work with it.",
    fix="use a version that is listed, or leave NVMe out",
    docs=f"{_LEARN}/enable-nvme-interface",
)
FOR_TRUSTED_LAUNCH = _rule(
    code="LNX028",
    title="an image for Trusted Launch is of a distribution that is listed for it",
    why="The page about Trusted Launch names the distributions whose boot loader and kernel are signed for it.",
    fix="use a version that is listed, or set securityType to Standard",
    docs=f"{_LEARN}/trusted-launch",
)
RULES = (FOR_NVME, FOR_TRUSTED_LAUNCH)

_TRUSTED = (
    SecurityType.TRUSTED_LAUNCH,
    SecurityType.TRUSTED_LAUNCH_SUPPORTED,
    SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED,
)


def _missing(known: Known, listed: Mapping[str, Sequence[Range]]) -> tuple[str, Path] | None:
    """What is certainly not on a list, and where it is said; a version that is not declared may be on it."""
    ranges, given = listed.get(known.name), known.release
    if ranges is None:
        return known.name, known.name_path
    if given is None or any(is_within(given, first, last) for first, last in ranges):
        return None
    return known.shown, known.path


def lists(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The lists for NVMe and for Trusted Launch."""
    known = distribution(subject)
    if known is None:
        return
    controllers = text(subject.spec.disk_controller_types) or ""
    missing = _missing(known, NVME) if "nvme" in controllers.casefold() else None
    if missing:
        yield Finding(FOR_NVME, missing[1], f"{missing[0]} is not on the list for NVMe")
    missing = _missing(known, TRUSTED_LAUNCH) if subject.spec.security_type in _TRUSTED else None
    if missing:
        yield Finding(FOR_TRUSTED_LAUNCH, missing[1], f"{missing[0]} is not on the list for Trusted Launch")


def versions(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """Versions that have come to their end, or that no page is about."""
    known = distribution(subject)
    if known is None or known.release is None:
        return
    if known.name is Distribution.CENTOS:
        ended = CENTOS_END_OF_LIFE.get(known.release[0])
        if ended is not None and ended < facts.now:
            message = f"{known.shown} has had no updates since {ended.date().isoformat()}"
            yield Finding(CENTOS, known.path, message)
    elif known.name is Distribution.ORACLE and is_before(known.release, ORACLE_FIRST):
        yield Finding(ORACLE, known.path, f"{known.shown} is at its end of life")
    elif known.name is Distribution.RHEL and not is_within(known.release, *RHEL_COVERED):
        yield Finding(RHEL, known.path, f"{known.shown} is not covered, 7 to 10 are")


def like(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """What a distribution is like, of one that is none of the list."""
    said = subject.spec.guest.distribution if subject.spec.guest else None
    if said is None or said.name not in tuple(Distribution):
        return
    for key in ("like", "like_version"):
        value: object = getattr(said, key)
        path = where(subject, "distribution", key)
        if isinstance(value, str) and said.name is not Distribution.OTHER:
            yield Finding(MEANINGLESS, path, f"{path[-1]} is for other, {said.name} is given", on_key=True)
    if said.name is Distribution.OTHER and said.like is Distribution.OTHER:
        path = where(subject, "distribution", "like")
        yield Finding(MEANINGLESS, path, "like names a distribution of the list, other is none")


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (lists, versions, like))
