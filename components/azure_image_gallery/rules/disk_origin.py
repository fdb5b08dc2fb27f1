"""Rules about how a managed disk or a snapshot is filled: copies, uploads, guest states, and what only disks have."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias

from azure_image_gallery.azure.limits import UPLOAD_BYTES
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.disk_source import Upload
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot
from azure_image_gallery.spec.source_place import DISK, IMAGES, SNAPSHOT, VHD
from azure_image_gallery.spec.unknown import Unknown

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/rest/api/compute/disks/create-or-update",
    evidence=Evidence.DOCUMENTATION,
)
Disk: TypeAlias = ResolvedManagedDisk | ResolvedSnapshot

SPEED = _rule(
    code="DSK033",
    title="a copy's speed is chosen for a snapshot that is copied in the background",
    why="Azure has the faster way for snapshots on their way to another region.",
    fix="set copyStart to true in a snapshot's source, or remove provisionedBandwidthCopySpeed",
    docs="https://learn.microsoft.com/azure/virtual-machines/disks-copy-incremental-snapshot-across-regions",
)
UPLOAD = _rule(
    code="DSK034",
    title=f"an upload has {UPLOAD_BYTES[0]} to {UPLOAD_BYTES[1]} bytes",
    why="That is 20 MiB to 32 TiB with the 512 bytes at the end of a VHD.",
    fix="give the file's size in bytes, its footer included",
)
FOR_DISKS = _rule(
    code="DSK035",
    title="a snapshot is made of a disk, a snapshot, a VHD or an upload, and has no performance",
    why="The interface describes images as sources, sectors and performance plus for disks; of snapshots no page "
    "speaks.",
    fix="make a disk of it, and a snapshot of the disk",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (SPEED, UPLOAD, FOR_DISKS)

_BESIDE: Mapping[str, tuple[str, ...]] = {
    "securityDataUri": (VHD,),
    "copyStart": (DISK, SNAPSHOT),
    "provisionedBandwidthCopySpeed": (DISK, SNAPSHOT),
}
_FIELDS = {
    "securityDataUri": "security_data_uri",
    "copyStart": "copy_start",
    "provisionedBandwidthCopySpeed": "provisioned_bandwidth_copy_speed",
}


def beside(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """What is said beside a source of another kind."""
    only = subject.source.only
    kind = only.kind if only else None
    if not facts.is_whole(*subject.source.path) or (only is None and subject.source.places):
        return
    for key, kinds in _BESIDE.items():
        if getattr(subject.spec.source, _FIELDS[key]) is not None and kind not in kinds:
            message = f"{show(key)} is given, and no {listed(kinds)} that it could be said of"
            yield Finding(MEANINGLESS, (*subject.source.path, key), message, on_key=True)


def speed(subject: Disk, facts: Facts) -> Iterator[Finding]:
    """The speed of a copy."""
    source, only = subject.spec.source, subject.source.only
    path = (*subject.source.path, "provisionedBandwidthCopySpeed")
    given, started = source.provisioned_bandwidth_copy_speed, source.copy_start
    if given is None or isinstance(given, Unknown) or only is None or only.kind not in (DISK, SNAPSHOT):
        return
    if isinstance(subject, ResolvedManagedDisk):
        yield Finding(SPEED, path, f"{show(str(given))} is given of a disk, it is for snapshots", on_key=True)
    elif started in (None, False) and facts.is_whole(*subject.source.path, "copyStart"):
        yield Finding(SPEED, path, f"{show(str(given))} is given, and copyStart is not true", on_key=True)


def upload(subject: Disk, _: Facts) -> Iterator[Finding]:
    """The size of an upload."""
    for place in subject.source.places:
        given = number(place.value.size_bytes) if isinstance(place.value, Upload) else None
        if given is not None and not UPLOAD_BYTES[0] <= given <= UPLOAD_BYTES[1]:
            message = f"{show(given)} is given, {UPLOAD_BYTES[0]} to {UPLOAD_BYTES[1]} are allowed"
            yield Finding(UPLOAD, (*place.path, "sizeBytes"), message)


def for_disks(subject: ResolvedSnapshot, _: Facts) -> Iterator[Finding]:
    """What the interface takes of a snapshot, and only speaks of for disks."""
    for place in subject.source.places:
        if place.kind in IMAGES and isinstance(place.value, str):
            yield Finding(
                FOR_DISKS, place.path, "an image is given, which is documented for disks only", on_key=True
            )
    for key, value in (
        ("logicalSectorSize", subject.spec.logical_sector_size),
        ("performancePlus", subject.spec.performance_plus),
    ):
        if value is not None and not isinstance(value, Unknown):
            message = f"{show(key)} is given, which is documented for disks only"
            yield Finding(FOR_DISKS, (*subject.path, key), message, on_key=True)


CHECKS = (
    *(
        Check(kind, run)
        for run in (beside, speed, upload)
        for kind in (ResolvedManagedDisk, ResolvedSnapshot)
    ),
    Check(ResolvedSnapshot, for_disks),
)
