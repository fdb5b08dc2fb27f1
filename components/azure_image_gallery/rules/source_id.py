"""Rules about the ids of sources: whole, and of the right type."""

import re
from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import resource_type
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import (
    COMMUNITY_IMAGE,
    DECLARED_UNDER,
    DISK,
    ELASTIC_SAN_SNAPSHOT,
    IMAGE_VERSION,
    MANAGED_IMAGE,
    PLATFORM_IMAGE,
    RESTORE_POINT,
    SHARED_IMAGE,
    SNAPSHOT,
    VIRTUAL_MACHINE,
)

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    evidence=Evidence.SERVER,
)

TYPE = _rule(
    code="SRC003",
    title="a source's id is of the type its key names",
    why="Azure refuses the id of another type of resource as the source.",
    fix="give the id of such a resource, or use the key that fits the id",
)
DISK_TYPE = _rule(
    code="SRC004",
    title="a disk's source is a managed disk or a snapshot",
    why="Azure refuses the id of another type of resource as a disk's source.",
    fix="use the key that fits the id: disk for a managed disk, snapshot for a snapshot",
)
WHOLE = _rule(
    code="SRC005",
    title="a source's id is whole",
    why="Azure asks for the full id, from the subscription to the name.",
    fix="give the id as /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/…",
)
RULES = (TYPE, DISK_TYPE, WHOLE)

_TYPES = {
    MANAGED_IMAGE: "Microsoft.Compute/images",
    VIRTUAL_MACHINE: "Microsoft.Compute/virtualMachines",
    DISK: "Microsoft.Compute/disks",
    SNAPSHOT: "Microsoft.Compute/snapshots",
    IMAGE_VERSION: "Microsoft.Compute/galleries/images/versions",
    ELASTIC_SAN_SNAPSHOT: "Microsoft.ElasticSan/elasticSans/volumeGroups/snapshots",
    RESTORE_POINT: "Microsoft.Compute/restorePointCollections/restorePoints/diskRestorePoints",
}
_MAY_BE_NAMES = (*DECLARED_UNDER, IMAGE_VERSION)
# https://learn.microsoft.com/azure/virtual-machines/vm-specialized-image-version
_COMMUNITY = re.compile(
    r"/CommunityGalleries/[^/\s]+/Images/[^/\s]+(/Versions/[0-9]+(\.[0-9]+){2})?", re.IGNORECASE
)
# https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct
_SHARED = re.compile(
    r"/SharedGalleries/[^/\s]+/Images/[^/\s]+(/Versions/[0-9]+(\.[0-9]+){2})?", re.IGNORECASE
)
# https://learn.microsoft.com/rest/api/compute/virtual-machine-images/get
_PLATFORM = re.compile(
    r"/subscriptions/[^/\s]+/providers/Microsoft\.Compute/locations/[^/\s]+/publishers/[^/\s]+"
    r"/artifactTypes/VMImage/offers/[^/\s]+/skus/[^/\s]+(/versions/[0-9]+(\.[0-9]+){2})?",
    re.IGNORECASE,
)
_FORMS = {
    COMMUNITY_IMAGE: (
        _COMMUNITY,
        "community image",
        "/CommunityGalleries/<public name>/Images/<name>/Versions/<version>",
    ),
    SHARED_IMAGE: (
        _SHARED,
        "directly shared image",
        "/SharedGalleries/<unique name>/Images/<name>/Versions/<version>",
    ),
    PLATFORM_IMAGE: (
        _PLATFORM,
        "image of the marketplace",
        (
            "/subscriptions/<id>/Providers/Microsoft.Compute/Locations/<region>/Publishers/<publisher>"
            "/ArtifactTypes/VMImage/Offers/<offer>/Skus/<sku>/Versions/<version>"
        ),
    ),
}
"""Ids that are no resource's: a pattern whose first group is the version, a name, and the form in words."""


def source_ids(subject: Made, _: Facts) -> Iterator[Finding]:
    """The ids of a source; what is declared beside it may be a name instead."""
    for place in subject.source.every:
        if not isinstance(place.value, str):
            continue
        if place.kind in _FORMS:
            yield from _image(place.path, place.value, *_FORMS[place.kind])
        elif place.value.startswith("/") or place.kind not in _MAY_BE_NAMES:
            yield from _id(place.path, place.kind, place.value)


def _id(path: Path, kind: str, value: str) -> Iterator[Finding]:
    found = resource_type(value)
    if found is None:
        yield Finding(WHOLE, path, f"{show(value)} is not a whole resource id")
    elif found.casefold() != _TYPES[kind].casefold():
        rule = DISK_TYPE if kind in (DISK, SNAPSHOT) else TYPE
        yield Finding(rule, path, f"an id of {show(found)} is given, {_TYPES[kind]} is wanted")


def _image(path: Path, value: str, form: re.Pattern[str], noun: str, words: str) -> Iterator[Finding]:
    """The id of a version that lies in no resource group of ours."""
    found = form.fullmatch(value)
    if found is None or found[1] is None:
        wrong = f"names no {noun}" if found is None else "names no version of the image"
        yield Finding(WHOLE, path, f"{show(value)} {wrong}", fix=f"give the id as {words}")


CHECKS = tuple(
    Check(kind, source_ids)
    for kind in (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
)
