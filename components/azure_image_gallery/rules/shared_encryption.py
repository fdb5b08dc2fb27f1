"""Rules about encrypted versions in a gallery that is shared beyond the directory."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.encrypted import encrypted_disks
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.spec.resolved import ResolvedVersion

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(
    Rule,
    why="The disk encryption set that a machine would need is in the gallery's subscription, and serves no other.",
    evidence=Evidence.DOCUMENTATION,
)

DIRECT = _rule(
    code="ENC012",
    title="no version of a gallery that is shared directly is encrypted with a customer's key",
    fix="leave the encryption out, share by roles, or keep the version in a gallery of its own",
    docs=f"{_LEARN}/share-gallery-direct",
)
COMMUNITY = _rule(
    code="ENC013",
    title="no version of a community gallery is encrypted with a customer's key",
    fix="leave the encryption out, share by roles, or keep the version in a gallery of its own",
    docs=f"{_LEARN}/share-gallery-community",
)
RULES = (DIRECT, COMMUNITY)


def shared(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A version that is encrypted, and shared with others."""
    sharing = facts.resolved.declaration.sharing
    for said, rule, what in (
        (sharing.direct, DIRECT, "directly"),
        (sharing.community, COMMUNITY, "with the community"),
    ):
        if said is None:
            continue
        for disk in encrypted_disks(subject, facts):
            for path, _ in disk.sets:
                yield Finding(rule, path, f"a set is given, and the gallery is shared {what}")


CHECKS = (Check(ResolvedVersion, shared),)
