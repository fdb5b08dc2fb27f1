"""Rules about how large what is made from a source may be."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import FULL_IMAGE_SIZE, SHALLOW_IMAGE_SIZE, VHD_SIZE
from azure_image_gallery.rules.disk_size import sizes
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.resolved import (
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import DATA_DISKS, VHD

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(
    Rule,
    docs=f"{_LEARN}/shared-image-galleries#shallow-replication",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)

FULL = _rule(
    code="SRC024",
    title=f"a disk of a version with full replication has at most {FULL_IMAGE_SIZE} GiB",
    why="Azure makes no full replicas of larger disks.",
    fix="use a smaller disk, or set replicationMode to Shallow",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    severity=Severity.ERROR,
    needs=("imageVersions.*.*.source.diskSizeGB",),
)
SHALLOW = _rule(
    code="SRC025",
    title=f"a disk of a version with shallow replication has at most {SHALLOW_IMAGE_SIZE} GiB",
    why="Shallow replication is there for images of up to 32 TiB.",
    fix="use a smaller disk",
    needs=("imageVersions.*.*.source.diskSizeGB",),
)
VHD_OR_DATA = _rule(
    code="SRC026",
    title=f"a VHD or a data disk that a version is made from has at most {VHD_SIZE} GiB",
    why="One page still ends data disks of images at 1 TB, and the pages about VHDs end at 1,023 GB.",
    fix="use a smaller disk, or make sure that Azure takes it",
    docs=f"{_LEARN}/image-version",
    needs=("imageVersions.*.*.source.diskSizeGB",),
)
VHD_ALONE = _rule(
    code="DSK005",
    title=f"a VHD has at most {VHD_SIZE} GiB",
    why="The pages about preparing a VHD end at this size.",
    fix="use a smaller VHD, or make sure that Azure takes it",
    docs=f"{_LEARN}/linux/create-upload-generic",
    needs=(
        "managedImages.*.source.diskSizeGB",
        "managedDisks.*.source.diskSizeGB",
        "snapshots.*.source.diskSizeGB",
    ),
)
RULES = (FULL, SHALLOW, VHD_OR_DATA, VHD_ALONE)

_LIMITS = {
    ReplicationMode.FULL: (FULL, FULL_IMAGE_SIZE),
    ReplicationMode.SHALLOW: (SHALLOW, SHALLOW_IMAGE_SIZE),
}


def version(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Each disk of a version."""
    mode = subject.spec.replication_mode or ReplicationMode.FULL
    if mode not in _LIMITS:
        return
    rule, limit = _LIMITS[mode]
    for place, size, fact in sizes(subject, facts):
        what = f"the source has {show(size)} GiB{fact.origin}"
        if size > limit:
            yield Finding(rule, fact.path, f"{what}, {mode} replication takes at most {limit}")
        elif size > VHD_SIZE and (place.kind == VHD or DATA_DISKS in place.path):
            noun = "a VHD" if place.kind == VHD else "a data disk"
            yield Finding(VHD_OR_DATA, fact.path, f"{what}, {noun} may be refused above {VHD_SIZE}")


def vhd(
    subject: ResolvedManagedImage | ResolvedManagedDisk | ResolvedSnapshot, facts: Facts
) -> Iterator[Finding]:
    """A VHD under anything else."""
    for place, size, fact in sizes(subject, facts):
        if place.kind == VHD and size > VHD_SIZE:
            yield Finding(
                VHD_ALONE, fact.path, f"the VHD has {show(size)} GiB, it may be refused above {VHD_SIZE}"
            )


CHECKS = (
    Check(ResolvedVersion, version),
    *(Check(kind, vhd) for kind in (ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)),
)
