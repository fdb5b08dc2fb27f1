"""Rules about what a managed disk or a snapshot is made from, and what it says of itself beside that."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import MEANINGLESS, ONE_SOURCE
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot
from azure_image_gallery.spec.source_place import VHD

_REST = "https://learn.microsoft.com/rest/api/compute/disks/create-or-update"
_rule = partial(Rule, docs=_REST, evidence=Evidence.DOCUMENTATION)
Disk: TypeAlias = ResolvedManagedDisk | ResolvedSnapshot

GENERATION = _rule(
    code="DSK006",
    title="an operating system disk from a VHD says its generation",
    why="A VHD does not tell how it boots; Azure would take it for V1, and a V2 definition refuses that.",
    fix="set hyperVGeneration to V1 (BIOS) or V2 (UEFI)",
)
EMPTY = _rule(
    code="DSK017",
    title="a disk without a source has a size",
    why="Without a source there is nothing that the size could follow from.",
    fix="set diskSizeGB, or give a source",
)
RULES = (GENERATION, EMPTY)

_COMMON = "disk, snapshot, vhd, imageVersion, communityImage, sharedImage, platformImage, elasticSanSnapshot, upload"
_KINDS: Mapping[type, str] = {
    ResolvedManagedDisk: f"at most one of {_COMMON}, restorePoint",
    ResolvedSnapshot: f"exactly one of {_COMMON}",
}


def one(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """One source; none for an empty disk, which has a size then."""
    source = subject.source
    if len(source.places) == 1 or not facts.is_whole(*source.path):
        return
    if source.places:
        given = " and ".join(place.kind for place in source.places)
        yield Finding(ONE_SOURCE, source.path, f"{given} are given, {_KINDS[type(subject)]} is wanted")
    elif isinstance(subject, ResolvedSnapshot):
        yield Finding(ONE_SOURCE, source.path, f"no source is given, {_KINDS[type(subject)]} is wanted")
    elif subject.spec.disk_size_gb is None:
        yield Finding(EMPTY, subject.path, "the disk has neither a source nor a diskSizeGB")


def from_vhd(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """What an operating system disk from a VHD says of itself, and no other says."""
    only = subject.source.only
    if only is None or only.kind != VHD or not facts.is_whole(*subject.path):
        return
    spec, beside = subject.spec, subject.source.facts
    if spec.os_type is not None:
        if spec.hyper_v_generation is None and beside.hyper_v_generation is None:
            message = "an operating system disk from a VHD is given without its hyperVGeneration"
            yield Finding(GENERATION, subject.path, message)
        return
    for key, value in (("hyperVGeneration", spec.hyper_v_generation), ("architecture", spec.architecture)):
        if value is not None:
            message = f"{show(key)} is given, and no osType: only an operating system disk has one"
            fix = "set osType to Linux, or remove the key from a data disk"
            yield Finding(MEANINGLESS, (*subject.path, key), message, on_key=True, fix=fix)


CHECKS = tuple(
    Check(kind, run) for run in (one, from_vhd) for kind in (ResolvedManagedDisk, ResolvedSnapshot)
)
