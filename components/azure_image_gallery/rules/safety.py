"""Rules about a version's guards against deletion."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.resolved import ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#best-practices",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)

BLOCKED_DELETION = _rule(
    code="SAF002",
    title="blocking deletion before the end of life needs an end-of-life date",
    why="Without a date there is no end of life before which to refuse a deletion.",
    fix="add endOfLifeDate, or leave blockDeletionBeforeEndOfLife out",
    evidence=Evidence.INFERENCE,
)
PROTECTED = _rule(
    code="SAF003",
    title="a version whose deletion Azure blocks is protected in Pulumi too",
    why="Azure refuses to delete the version before its date, in the middle of a `pulumi destroy` or a replacement; "
    "`protect` refuses in the preview already.",
    fix="set options.protect to true; to delete the version, set both to false in an `up` before",
    docs="https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
REMOVABLE = _rule(
    code="SAF006",
    title="a version's target regions cannot be taken away while the version is in use",
    why="Where a region is taken away, machines and scale sets there can no longer be made from the version.",
    fix="leave allowDeletionOfReplicatedLocations out, except while a region is being taken away",
)
RULES = (BLOCKED_DELETION, PROTECTED, REMOVABLE)


def blocked_deletion(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A block without a date, or one that Pulumi does not know of."""
    profile = subject.spec.safety_profile
    if not profile or profile.block_deletion_before_end_of_life is not True:
        return
    path = (*subject.path, "safetyProfile", "blockDeletionBeforeEndOfLife")
    if subject.spec.end_of_life_date is None:
        message = "deletion is blocked before an end-of-life date, and none is given"
        yield Finding(BLOCKED_DELETION, path, message)
    elif _is_unprotected(subject, facts):
        yield Finding(PROTECTED, path, "deletion is blocked, and the version is not protected in Pulumi")


def _is_unprotected(subject: ResolvedVersion, facts: Facts) -> bool:
    """Whether nothing says that Pulumi keeps the version."""
    own, whole = subject.spec.options, facts.resolved.declaration.options
    if not facts.is_whole("options") or not facts.is_whole(*subject.path, "options"):
        return False
    said = (
        (own.protect, own.retain_on_delete) if own else (None, None),
        (whole.protect, whole.retain_on_delete),
    )
    return not any((mine if mine is not None else all_) is True for mine, all_ in zip(*said, strict=True))


def removable(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """A version that lets its regions go."""
    profile = subject.spec.safety_profile
    if profile and profile.allow_deletion_of_replicated_locations is True:
        path = (*subject.path, "safetyProfile", "allowDeletionOfReplicatedLocations")
        yield Finding(REMOVABLE, path, "any target region but the home region can be taken away")


CHECKS = (Check(ResolvedVersion, blocked_deletion), Check(ResolvedVersion, removable))
