"""Rules about sharing a gallery directly, with whole subscriptions and tenants."""

from collections.abc import Iterator, Mapping
from functools import partial

from azure_image_gallery.azure.limits import SHARED_SUBSCRIPTIONS, SHARED_TENANTS
from azure_image_gallery.azure.region_facts import Cloud
from azure_image_gallery.azure.regions import cloud_of
from azure_image_gallery.azure.roles import is_guid
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion

_DIRECT = "https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct"
_rule = partial(Rule, docs=_DIRECT, evidence=Evidence.DOCUMENTATION)

ONE_WAY = _rule(
    code="GAL009",
    title="a gallery is shared directly or with the community, not both",
    why="A gallery is made for one of the two; what is told about the community belongs to a community gallery.",
    fix="take one of the two away, or make a second gallery",
    docs="https://learn.microsoft.com/azure/virtual-machines/create-gallery",
)
SUBSCRIPTIONS = _rule(
    code="DIR003",
    title=f"a gallery is shared directly with at most {SHARED_SUBSCRIPTIONS} subscriptions",
    why="It is the limit of direct sharing.",
    fix="share with the tenant that they are in, or by roles",
)
TENANTS = _rule(
    code="DIR004",
    title=f"a gallery is shared directly with at most {SHARED_TENANTS} tenants",
    why="It is the limit of direct sharing.",
    fix="share with single subscriptions, by roles, or with the community",
)
ID = _rule(
    code="DIR005",
    title="subscriptions and tenants are given by their ids, each once",
    why="Azure takes GUIDs, no names and no domains.",
    fix="look the id up: `az account list` shows subscriptions with their tenants",
)
HOME_REGION = _rule(
    code="DIR009",
    title="a version of a directly shared gallery is made in the gallery's region",
    why="Versions that are made elsewhere cannot be shared; replication to other regions afterwards can.",
    fix="leave the version's location out, and add the region to its target regions",
)
CLOUD = _rule(
    code="DIR010",
    title="a gallery in a Government cloud is not shared directly",
    why="Direct sharing is not offered there.",
    fix="share by roles",
)
RULES = (ONE_WAY, SUBSCRIPTIONS, TENANTS, ID, HOME_REGION, CLOUD)

_PATH: Path = ("sharing", "direct")
_KINDS = {
    "subscriptions": (SUBSCRIPTIONS, SHARED_SUBSCRIPTIONS),
    "tenants": (TENANTS, SHARED_TENANTS),
}


def one_way(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """One way beyond the directory, of a gallery that is made here."""
    declared = subject.declaration
    sharing = declared.sharing
    if sharing.direct is not None and sharing.community is not None:
        yield Finding(ONE_WAY, ("sharing", "community"), "sharing.direct is declared too", on_key=True)
    if declared.gallery.existing is not True or not facts.is_whole("gallery", "existing"):
        return
    for key, said in (("direct", sharing.direct), ("community", sharing.community)):
        if said is not None:
            message = f"{show(key)} has no effect: the gallery exists already, and is never changed"
            yield Finding(MEANINGLESS, ("sharing", key), message, on_key=True)


def recipients(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """How many subscriptions and tenants, and their ids."""
    direct = subject.declaration.sharing.direct
    if direct is None:
        return
    for kind, ids in (("subscriptions", direct.subscriptions), ("tenants", direct.tenants)):
        rule, most = _KINDS[kind]
        if len(ids) > most:
            yield Finding(rule, (*_PATH, kind), f"{len(ids)} are given, at most {most} are allowed")
        yield from _ids((*_PATH, kind), ids)


def _ids(path: Path, ids: Mapping[str, object]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name, id_ in ids.items():
        if not isinstance(id_, str):
            continue
        if not is_guid(id_):
            yield Finding(ID, (*path, name), f"{show(id_)} is given, a GUID is wanted")
        elif seen.setdefault(id_.casefold(), name) != name:
            yield Finding(ID, (*path, name), f"{show(id_)} is given by {show(seen[id_.casefold()])} already")


def home_region(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """A version's region, and the gallery's."""
    shared = facts.resolved.declaration.sharing.direct is not None
    home = facts.resolved.gallery_location
    if shared and not subject.is_external and differ(subject.location, home):
        message = f"the version is made in {show(subject.location)}, the gallery is in {show(home)}"
        yield Finding(HOME_REGION, (*subject.path, "location"), message)


def cloud(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The cloud that the gallery's region is in."""
    home = subject.gallery_location
    if subject.declaration.sharing.direct is None or not isinstance(home, str):
        return
    if cloud_of(home) is Cloud.GOVERNMENT:
        yield Finding(CLOUD, _PATH, f"the gallery is in {show(home)}, in a Government cloud", on_key=True)


CHECKS = (
    Check(Resolved, one_way),
    Check(Resolved, recipients),
    Check(ResolvedVersion, home_region),
    Check(Resolved, cloud),
)
