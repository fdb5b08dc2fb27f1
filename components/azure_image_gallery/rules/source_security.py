"""Rules about which sources a definition's security type takes."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.source_facts import only_place
from azure_image_gallery.spec.enums import SecurityType
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE

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
    why="Its guest state comes with the source, and a managed image or a Standard machine has none.",
    fix="name a Trusted Launch machine or its snapshot, or set the definition's securityType to another type",
)
CONFIDENTIAL = _rule(
    code="SEC008",
    title="a ConfidentialVM version is made from a confidential machine, or from its disk or snapshot",
    why="Its guest state comes with the source, and a managed image or another machine has none.",
    fix="name a confidential machine or its snapshot, or set the definition's securityType to another type",
    docs=_CONFIDENTIAL,
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
)
RULES = (SUPPORTED, TRUSTED, CONFIDENTIAL, CONFIDENTIAL_SUPPORTED, THROUGH_MANAGED_IMAGE)

_WITHOUT_GUEST_STATE = {
    SecurityType.TRUSTED_LAUNCH_SUPPORTED: (SUPPORTED, None),
    SecurityType.CONFIDENTIAL_VM_SUPPORTED: (CONFIDENTIAL_SUPPORTED, None),
    # The pages name the other types; that this one follows them is a conclusion.
    SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED: (SUPPORTED, Severity.WARNING),
}
_WITH_GUEST_STATE = {SecurityType.TRUSTED_LAUNCH: TRUSTED, SecurityType.CONFIDENTIAL_VM: CONFIDENTIAL}


def without_guest_state(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """The `…Supported` types take no machine and no snapshot."""
    kind = only_place(subject)
    if subject.definition is None or kind in (None, MANAGED_IMAGE):
        return
    security = subject.definition.spec.security_type
    if security in _WITHOUT_GUEST_STATE:
        rule, weight = _WITHOUT_GUEST_STATE[security]
        message = f"a {kind} cannot be the source of a {security} version"
        yield Finding(rule, (*subject.path, "source", kind), message, weight=weight)


def with_guest_state(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """`TrustedLaunch` and `ConfidentialVM` take a source of their own kind, and no managed image."""
    kind = only_place(subject)
    if subject.definition is None or kind is None:
        return
    security = subject.definition.spec.security_type
    rule = _WITH_GUEST_STATE.get(security)
    said = subject.spec.source.security_type
    if rule is None:
        return
    if kind == MANAGED_IMAGE:
        message = f"a managed image cannot be the source of a {security} version"
        yield Finding(rule, (*subject.path, "source", kind), message)
    elif differ(said, security):
        message = f"the source is {said}, a {security} version needs a source of the same security type"
        yield Finding(rule, (*subject.path, "source", "securityType"), message)


def through_managed_image(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """A managed image said to come from a machine that gives none."""
    said = subject.spec.source.security_type
    definition = subject.definition
    if definition and definition.spec.security_type in _WITH_GUEST_STATE:
        return
    if only_place(subject) == MANAGED_IMAGE and said in _WITH_GUEST_STATE:
        path = (*subject.path, "source", "securityType")
        yield Finding(THROUGH_MANAGED_IMAGE, path, f"there is no managed image of a {said} machine")


CHECKS = tuple(
    Check(ResolvedVersion, run) for run in (without_guest_state, with_guest_state, through_managed_image)
)
