"""Rules about regions: everything is made where its source is, or, of a version, where it has a replica.

What a source's own `location` tells is where it lies; of a version that is given by its id it is the home
region, and the replicas stay unknown.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from azure_image_gallery.rules.behind import os_place
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import IMAGES, SourcePlace

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/image-version", evidence=Evidence.SERVER)

VERSION_SOURCE = _rule(
    code="SRC009",
    title="a source is in the version's home region",
    why="Azure looks for the source in the region where the version is made, and finds it nowhere else.",
    fix="make the version in the source's region and replicate it from there, or copy the source",
    needs=("imageVersions.*.*.source.location",),
)
REPLICA = _rule(
    code="SRC010",
    title="a version that another is made from has a replica in the other's home region",
    why="Azure reads the source from its replica in the region where the new version is made.",
    fix="add the region to the source's target regions, or make the version in one of them",
)
IMAGE_SOURCE = _rule(
    code="MIM011",
    title="a managed image is in its source's region",
    why="Azure makes a managed image beside its source only.",
    fix="set the image's location to the source's region",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.DOCUMENTATION,
    needs=("managedImages.*.source.location",),
)
DISK_SOURCE = _rule(
    code="DSK018",
    title="a disk or a snapshot is in its source's region",
    why="A copy is made where its source is; from another region Azure finds no such source.",
    fix="set the location to the source's region, or publish an image version that is replicated there",
    docs="https://learn.microsoft.com/rest/api/compute/disks/create-or-update",
    needs=("managedDisks.*.source.location", "snapshots.*.source.location"),
)
RULES = (VERSION_SOURCE, REPLICA, IMAGE_SOURCE, DISK_SOURCE)

_RULES: Mapping[type, tuple[Rule, Rule, str]] = {
    ResolvedVersion: (VERSION_SOURCE, REPLICA, "version"),
    ResolvedManagedImage: (IMAGE_SOURCE, IMAGE_SOURCE, "image"),
    ResolvedManagedDisk: (DISK_SOURCE, DISK_SOURCE, "disk"),
    ResolvedSnapshot: (DISK_SOURCE, DISK_SOURCE, "snapshot"),
}


def region(subject: Made, facts: Facts) -> Iterator[Finding]:
    """Each place that something is made from."""
    if _is_copied_afar(subject):
        return
    rule, of_replica, noun = _RULES[type(subject)]
    source = subject.source
    own, os = source.facts.location, os_place(source)
    if own is not None and os is not None and os.kind not in IMAGES and differ(own, subject.location):
        yield Finding(rule, (*source.path, "location"), _elsewhere(own, subject, noun))
    for place in source.every:
        made = facts.made(place.address) if place.address is not None else None
        if isinstance(made, ResolvedVersion):
            yield from _replica(of_replica, subject, place, made, facts)
        elif (
            made is not None and (own is None or place is not os) and differ(made.location, subject.location)
        ):
            yield Finding(rule, place.path, _elsewhere(made.location, subject, noun))


def _is_copied_afar(subject: Made) -> bool:
    """Whether a snapshot is copied in the background, which may be from another region.

    https://learn.microsoft.com/azure/virtual-machines/disks-copy-incremental-snapshot-across-regions.
    """
    return isinstance(subject, ResolvedSnapshot) and subject.spec.source.copy_start not in (None, False)


def _elsewhere(there: object, subject: Made, noun: str) -> str:
    return f"the source is in {show(there)}, the {noun} is made in {show(subject.location)}"


def _replica(
    rule: Rule, subject: Made, place: SourcePlace, made: ResolvedVersion, facts: Facts
) -> Iterator[Finding]:
    regions = facts.regions(made)
    if made.is_external or not regions or not isinstance(subject.location, str):
        return
    names = [region.name for region in regions]
    if subject.location not in names:
        noun = _RULES[type(subject)][2]
        what = f"{show(place.value)} is replicated to {listed(names)}"
        yield Finding(rule, place.path, f"{what}, the {noun} is made in {show(subject.location)}")


_MADE = (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
CHECKS = tuple(Check(kind, region) for kind in _MADE)
