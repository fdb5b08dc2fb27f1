"""Rules about resource groups and regions: that everything has one."""

from collections.abc import Iterator

from azure_image_gallery.rules.configuration import NO_LOCATION
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.resolved import Resolved


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


CHECKS = (Check(Resolved, location),)
