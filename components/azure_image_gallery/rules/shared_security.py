"""A rule about security types in a gallery that is shared beyond its directory."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import SecurityType
from azure_image_gallery.spec.resolved import ResolvedDefinition

PRIVATE_ONLY = Rule(
    code="SEC011",
    title="the types TrustedLaunch and ConfidentialVM are for private galleries",
    why="In a gallery that is shared directly or with the community, Azure takes Standard and the …Supported types.",
    fix="use the type that ends in Supported, or share by roles",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (PRIVATE_ONLY,)

_PRIVATE = (SecurityType.TRUSTED_LAUNCH, SecurityType.CONFIDENTIAL_VM)


def security_type(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """A definition's security type, where the gallery is shared beyond the directory."""
    sharing = facts.resolved.declaration.sharing
    how = "sharing.direct" if sharing.direct else "sharing.community" if sharing.community else None
    if how is not None and subject.spec.security_type in _PRIVATE:
        kind = subject.spec.security_type.value
        yield Finding(PRIVATE_ONLY, (*subject.path, "securityType"), f"{show(kind)} is declared, and {how}")


CHECKS = (Check(ResolvedDefinition, security_type),)
