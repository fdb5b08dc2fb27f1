"""Rules about which sources a definition's security type takes."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.behind import os_kind, os_place
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.enums import SecurityType
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import DISK, MANAGED_IMAGE, SNAPSHOT, VHD, VIRTUAL_MACHINE

_CONFIDENTIAL = (
    "https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery"
)
_TRUSTED = "https://learn.microsoft.com/azure/virtual-machines/trusted-launch-portal"
_rule = partial(Rule, docs=_TRUSTED, evidence=Evidence.DOCUMENTATION)

SUPPORTED = _rule(
    code="SEC006",
    title="a TrustedLaunchSupported version is made from a VHD, a managed image or another version",
    why="A machine, a disk or a snapshot may carry guest state, which such an image must not have.",
    fix="make a managed image of the machine first, or set the definition's securityType to TrustedLaunch",
    evidence=Evidence.SERVER,
)
TRUSTED = _rule(
    code="SEC007",
    title="a TrustedLaunch version is made from a Trusted Launch machine, or from its disk or snapshot",
    why="Its guest state comes with the source, and a managed image, a VHD or a Standard machine has none.",
    fix="name a Trusted Launch machine or its snapshot, or set the definition's securityType to another type",
    needs=("imageVersions.*.*.source.securityType",),
)
CONFIDENTIAL = _rule(
    code="SEC008",
    title="a ConfidentialVM version is made from a confidential machine, or from its disk or snapshot",
    why="Its guest state comes with the source, and a managed image, a VHD or another machine has none.",
    fix="name a confidential machine or its snapshot, or set the definition's securityType to another type",
    docs=_CONFIDENTIAL,
    needs=("imageVersions.*.*.source.securityType",),
)
CONFIDENTIAL_SUPPORTED = _rule(
    code="SEC009",
    title="a ConfidentialVMSupported version is made from a VHD or a managed image",
    why="Such an image has no guest state; a machine, a disk or a snapshot may carry one.",
    fix="make a managed image of the machine first, or set the definition's securityType to ConfidentialVM",
    docs=_CONFIDENTIAL,
)
THROUGH_MANAGED_IMAGE = _rule(
    code="SRC036",
    title="Trusted Launch and confidential machines do not go through a managed image",
    why="Azure makes no managed image of such a machine, so a version cannot be made from one.",
    fix="name the machine or its snapshot as the source, with a definition of its securityType",
    evidence=Evidence.SERVER,
    needs=("imageVersions.*.*.source.securityType",),
)
RULES = (SUPPORTED, TRUSTED, CONFIDENTIAL, CONFIDENTIAL_SUPPORTED, THROUGH_MANAGED_IMAGE)

_WITHOUT_GUEST_STATE = {
    SecurityType.TRUSTED_LAUNCH_SUPPORTED: (SUPPORTED, None),
    SecurityType.CONFIDENTIAL_VM_SUPPORTED: (CONFIDENTIAL_SUPPORTED, None),
    # The pages name the other types; that this one follows them is a conclusion.
    SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED: (SUPPORTED, Severity.WARNING),
}
_WITH_GUEST_STATE = {SecurityType.TRUSTED_LAUNCH: TRUSTED, SecurityType.CONFIDENTIAL_VM: CONFIDENTIAL}


_MAY_HAVE_GUEST_STATE = (VIRTUAL_MACHINE, DISK, SNAPSHOT)
_NEVER_HAS_GUEST_STATE = {MANAGED_IMAGE: "a managed image", VHD: "a VHD"}


def without_guest_state(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """The `…Supported` types take no machine, no disk and no snapshot."""
    if subject.definition is None or subject.definition.spec.security_type not in _WITHOUT_GUEST_STATE:
        return
    place, security = os_place(subject.source), subject.definition.spec.security_type
    if place is not None and place.kind in _MAY_HAVE_GUEST_STATE:
        rule, weight = _WITHOUT_GUEST_STATE[security]
        message = f"a {place.kind} cannot be the source of a {security} version"
        yield Finding(rule, place.path, message, weight=weight)


def with_guest_state(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """`TrustedLaunch` and `ConfidentialVM` take a source of their own kind, no managed image and no VHD."""
    if subject.definition is None or subject.definition.spec.security_type not in _WITH_GUEST_STATE:
        return
    place, security = os_place(subject.source), subject.definition.spec.security_type
    rule = _WITH_GUEST_STATE[security]
    if place is None:
        return
    if place.kind in _NEVER_HAS_GUEST_STATE:
        what = _NEVER_HAS_GUEST_STATE[place.kind]
        yield Finding(rule, place.path, f"{what} cannot be the source of a {security} version")
        return
    fact = source_facts.security_type(subject, facts)
    if differ(fact.value, security):
        what = f"the source is {fact.value}{fact.origin}"
        message = f"{what}, a {security} version needs a source of the same security type"
        yield Finding(rule, fact.path, message)


def through_managed_image(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """A managed image said to come from a machine that gives none."""
    said, definition = subject.source.facts.security_type, subject.definition
    if said not in _WITH_GUEST_STATE or os_kind(subject.source) != MANAGED_IMAGE:
        return
    if definition is None or definition.spec.security_type not in _WITH_GUEST_STATE:
        path = (*subject.path, "source", "securityType")
        yield Finding(THROUGH_MANAGED_IMAGE, path, f"there is no managed image of a {said} machine")


CHECKS = tuple(
    Check(ResolvedVersion, run) for run in (without_guest_state, with_guest_state, through_managed_image)
)
