"""Rules about a community gallery: what everybody sees, and what may be published."""

import re
from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.region_facts import Cloud
from azure_image_gallery.azure.regions import cloud_of
from azure_image_gallery.rules.enumerated import COMMUNITY_FACTS
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedDefinition, ResolvedVersion

_COMMUNITY = "https://learn.microsoft.com/azure/virtual-machines/share-gallery-community"
_rule = partial(Rule, docs=_COMMUNITY, evidence=Evidence.DOCUMENTATION)

PREFIX = _rule(
    code="COM002",
    title="a public name's prefix is 5 to 16 letters and digits",
    why="Azure makes the public name of it, with a hyphen and a GUID.",
    fix="use letters and digits only, 5 to 16 of them",
    docs="https://learn.microsoft.com/azure/virtual-machines/create-gallery",
)
SECRET = _rule(
    code="COM004",
    title="what everybody sees of a publisher holds no secret",
    why="The page, the contact and the licence are shown to everybody; a signed address would open a storage account.",
    fix="give an address that needs no signature, token or key",
)
REGION = _rule(
    code="COM005",
    title="a community gallery, its definitions and its versions are in one region",
    why="What is in another region than the gallery is not seen by the public.",
    fix="leave the location out, and add the region to the target regions",
)
PLAN = _rule(
    code="COM007",
    title="no image of a third party of the Marketplace is published",
    why="A purchase plan says that the image was made from another publisher's, who has not agreed to give it away.",
    fix="share the image by roles, or make it from an image without a plan",
)
CLOUD = _rule(
    code="COM008",
    title="a gallery in a Government cloud is not shared with the community",
    why="Community galleries are not offered there.",
    fix="share by roles",
)
GENERALIZED = _rule(
    code="COM014",
    title="an image for everybody is generalized",
    why="A specialized image carries the machine's users, keys and host name to everybody.",
    fix="publish generalized images, and keep specialized ones in a gallery of their own",
    severity=Severity.WARNING,
)
RULES = (PREFIX, SECRET, REGION, PLAN, CLOUD, GENERALIZED)

_PATH: Path = ("sharing", "community")
_PREFIX = re.compile(r"[A-Za-z0-9]{5,16}", re.ASCII)
_SECRET = re.compile(
    r"[?&;](?:sig|code|token|access_token|key)=|AccountKey=|SharedAccess|://[^/@\s]+:[^/@\s]+@", re.IGNORECASE
)
_SEEN = ("public_name_prefix", "publisher_uri", "publisher_contact", "eula")


def told(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """What everybody is told about the publisher. A secret is never repeated."""
    community = subject.declaration.sharing.community
    if community is None:
        return
    for field in _SEEN:
        value: object = getattr(community, field)
        path = (*_PATH, azure_name(field))
        if not isinstance(value, str):
            continue
        if not value.strip():
            yield Finding(COMMUNITY_FACTS, path, f"{show(value)} is empty")
        elif _SECRET.search(value):
            yield Finding(SECRET, path, "a signature, token or key stands in what everybody sees")
        elif field == "public_name_prefix" and not _PREFIX.fullmatch(value):
            yield Finding(PREFIX, path, f"{show(value)} is given, 5 to 16 letters and digits are wanted")


def region(subject: ResolvedDefinition | ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The region that a definition or a version gives, and the gallery's."""
    home = facts.resolved.gallery_location
    said = subject.spec.location is not None and not (
        isinstance(subject, ResolvedVersion) and subject.is_external
    )
    if said and _is_public(facts) and differ(subject.location, home):
        noun = "version" if isinstance(subject, ResolvedVersion) else "definition"
        message = f"the {noun} is made in {show(subject.location)}, the gallery is in {show(home)}"
        yield Finding(REGION, (*subject.path, "location"), message)


def plan(subject: ResolvedDefinition | ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The purchase plan of a definition, or of what a version is made from."""
    of_version = isinstance(subject, ResolvedVersion)
    said = subject.spec.source.purchase_plan if of_version else subject.spec.purchase_plan
    if said is not None and _is_public(facts) and not (of_version and subject.is_external):
        path = (*subject.path, *(("source",) if of_version else ()), "purchasePlan")
        yield Finding(
            PLAN, path, "a purchase plan is declared, and the gallery is for everybody", on_key=True
        )


def cloud(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """The cloud that the gallery's region is in."""
    home = subject.gallery_location
    if _is_public(facts) and isinstance(home, str) and cloud_of(home) is Cloud.GOVERNMENT:
        yield Finding(CLOUD, _PATH, f"the gallery is in {show(home)}, in a Government cloud", on_key=True)


def generalized(subject: ResolvedDefinition, facts: Facts) -> Iterator[Finding]:
    """What a definition holds."""
    if _is_public(facts) and subject.spec.os_state is OsState.SPECIALIZED:
        message = "Specialized is declared, and the gallery is for everybody"
        yield Finding(GENERALIZED, (*subject.path, "osState"), message)


def _is_public(facts: Facts) -> bool:
    return facts.resolved.declaration.sharing.community is not None


CHECKS = (
    Check(Resolved, told),
    Check(ResolvedDefinition, region),
    Check(ResolvedVersion, region),
    Check(ResolvedDefinition, plan),
    Check(ResolvedVersion, plan),
    Check(Resolved, cloud),
    Check(ResolvedDefinition, generalized),
)
