"""Rules about galleries that keep deleted versions for a while."""

import re
from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.region_facts import Cloud
from azure_image_gallery.azure.regions import cloud_of
from azure_image_gallery.rules.facts import Check, Facts, differ, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition, ResolvedVersion

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery",
    evidence=Evidence.DOCUMENTATION,
)

ONE_REGION = _rule(
    code="SAF012",
    title="a gallery with soft delete, its definitions and its versions are in one region",
    why="Azure does not turn soft delete on where they are in several.",
    fix="leave the location out, so that it is the gallery's, or leave softDelete out",
)
PUBLIC_CLOUD = _rule(
    code="SAF013",
    title="soft delete is on in the public cloud only",
    why="The clouds of China and of the US Government do not have it.",
    fix="leave softDelete out",
)
DESTROY = _rule(
    code="SAF016",
    title="a gallery with soft delete is protected, for it cannot be destroyed in one go",
    why="Azure deletes neither a definition nor a gallery while a deleted version is kept: a destroy that "
    "deletes the versions stops at their definition.",
    fix="set options.protect on the gallery; before it goes, set softDelete to false and bring that up",
    severity=Severity.WARNING,
)
REACHABLE = _rule(
    code="SAF020",
    title="with soft delete, a definition's name is letters, digits and single underscores",
    why="The interface's model takes no other name where deleted versions are listed and removed.",
    fix="name the definition with letters, digits and single underscores",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (ONE_REGION, PUBLIC_CLOUD, DESTROY, REACHABLE)

# https://github.com/Azure/azure-rest-api-specs, Gallery.tsp, of `artifactName`
_REACHABLE = re.compile(r"[a-zA-Z0-9]+(_?[a-zA-Z0-9]+)*")


def gallery(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Where the gallery is, and whether it can go."""
    said = subject.declaration.gallery
    if not _is_on(facts):
        return
    path, region = ("gallery", "softDelete"), subject.gallery_location
    cloud = cloud_of(region) if isinstance(region, str) else None
    if cloud not in (None, Cloud.PUBLIC):
        yield Finding(PUBLIC_CLOUD, path, f"{show(region)} is in the cloud of {cloud}")
    if subject.versions and facts.is_whole("gallery", "options") and facts.is_whole("options"):
        own = said.options.protect if said.options else None
        if not (subject.declaration.options.protect if own is None else own):
            yield Finding(DESTROY, path, "soft delete is on, and the gallery is not protected")


def definition(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """Where a definition is, and whether its deleted versions can be reached."""
    if not _is_on(facts):
        return
    yield from _region(subject, facts, facts.resolved.gallery_location)
    name = text(subject.name)
    if name is not None and not _REACHABLE.fullmatch(name):
        path = subject.path if subject.spec.name is None else (*subject.path, "name")
        message = f"deleted versions of {show(name)} may be out of reach"
        yield Finding(REACHABLE, path, message, on_key=subject.spec.name is None)


def version(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Where a version is, if it says so itself."""
    if _is_on(facts) and subject.spec.location is not None:
        yield from _region(subject, facts, facts.resolved.gallery_location)


def _is_on(facts: Facts) -> bool:
    said = facts.resolved.declaration.gallery
    return said.soft_delete is True and said.existing is False


def _region(
    subject: ResolvedDefinition | ResolvedVersion, facts: Facts, gallery_region: object
) -> Iterator[Finding]:
    own = subject.spec.location
    if differ(own, gallery_region) and facts.is_whole("gallery", "location"):
        message = f"{show(own)} is given, the gallery is in {show(gallery_region)}"
        yield Finding(ONE_REGION, (*subject.path, "location"), message)


CHECKS = (
    Check(Resolved, gallery),
    Check(ResolvedDefinition, definition),
    Check(ResolvedVersion, version),
)
