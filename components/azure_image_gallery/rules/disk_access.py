"""Rules about who may export a disk or a snapshot."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.spec.enums import NetworkAccessPolicy
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot
from azure_image_gallery.spec.unknown import Unknown

PRIVATE = Rule(
    code="DSK024",
    title="the policy AllowPrivate stands beside a diskAccessId, and only there",
    why="A private export goes through a disk access resource, which Azure has to be told.",
    fix="give the disk access resource's id as diskAccessId, or choose another networkAccessPolicy",
    docs="https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (PRIVATE,)


def private(subject: ResolvedManagedDisk | ResolvedSnapshot, facts: Facts) -> Iterator[Finding]:
    """The policy and the id, each beside the other."""
    policy, access = subject.spec.network_access_policy, subject.spec.disk_access_id
    keys = ("networkAccessPolicy", "diskAccessId")
    if isinstance(policy, Unknown) or not all(facts.is_whole(*subject.path, key) for key in keys):
        return
    said = policy or NetworkAccessPolicy.ALLOW_ALL
    if said is NetworkAccessPolicy.ALLOW_PRIVATE and access is None:
        yield Finding(PRIVATE, (*subject.path, keys[0]), f"{said} is given, and no diskAccessId")
    if said is not NetworkAccessPolicy.ALLOW_PRIVATE and access is not None:
        message = f"a diskAccessId is given, and networkAccessPolicy is {said}"
        yield Finding(PRIVATE, (*subject.path, keys[1]), message, on_key=True)


CHECKS = (Check(ResolvedManagedDisk, private), Check(ResolvedSnapshot, private))
