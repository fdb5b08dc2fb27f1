"""Rules about resource groups: that everything has one and a region, and what they are called."""

from collections.abc import Iterator

from azure_image_gallery.azure.limits import RESOURCE_GROUP_NAME
from azure_image_gallery.rules.configuration import NO_LOCATION
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.grammar import GROUP_NAME, GROUP_SPELLING
from azure_image_gallery.rules.names import KEY
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_ALSO = frozenset("._-()")


def location(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """A region for the gallery, and so for what is in it, and for each resource group."""
    if not facts.is_whole("location"):
        return
    declaration = subject.declaration
    # A group that was cut out may have named the region.
    if subject.gallery_location is None and facts.is_whole("resourceGroups"):
        yield Finding(NO_LOCATION, ("gallery",), "the gallery has no region")
    for key, group in declaration.resource_groups.items():
        if group.location is None and declaration.location is None:
            message = "the resource group has no region"
            yield Finding(NO_LOCATION, ("resourceGroups", key), message)


def names(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The names of the groups that are made."""
    for key, group in subject.declaration.resource_groups.items():
        said = text(group.name)
        name = key if group.name is None else said
        is_bad_key = group.name is None and not KEY.fullmatch(key)
        wrong = None if name is None or is_bad_key else _wrong_name(name)
        if wrong:
            path = ("resourceGroups", key) if group.name is None else ("resourceGroups", key, "name")
            yield Finding(GROUP_NAME, path, wrong, on_key=group.name is None)


def _wrong_name(name: str) -> str | None:
    if not name:
        return "an empty text is given, a name is wanted"
    if len(name) > RESOURCE_GROUP_NAME:
        return f"{show(name)} has {len(name)} characters, at most {RESOURCE_GROUP_NAME} are allowed"
    if not all(one.isalnum() or one in _ALSO for one in name):
        return f"{show(name)} has other characters than letters, digits, dots, underscores, hyphens and parentheses"
    return f"{show(name)} ends with a dot" if name[-1] == "." else None


def spelling(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Groups that are named other than by their key: by their name in Azure, or in other letters."""
    groups = subject.declaration.resource_groups
    known = {(text(group.name) or key).casefold(): key for key, group in groups.items()}
    known |= {key.casefold(): key for key in groups}
    for path, value in _named(subject):
        key = known.get(value.casefold()) if isinstance(value, str) and value not in groups else None
        if key is not None:
            yield Finding(GROUP_SPELLING, path, f"{show(value)} is the group that is declared as {show(key)}")


def _named(subject: Resolved) -> Iterator[tuple[Path, object]]:
    yield ("gallery", "resourceGroup"), subject.declaration.gallery.resource_group
    for part in (*subject.managed_images, *subject.managed_disks, *subject.snapshots):
        yield (*part.path, "resourceGroup"), part.spec.resource_group


CHECKS = (Check(Resolved, location), Check(Resolved, names), Check(Resolved, spelling))
