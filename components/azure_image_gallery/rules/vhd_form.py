"""Rules about the file of a VHD, as far as its form and size are declared."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import VhdFormat
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source import Vhd

_MIB = 1024 * 1024
_KEYS = ("imageVersions.*.*", "managedImages.*", "managedDisks.*", "snapshots.*")
_rule = partial(Rule, docs="https://learn.microsoft.com/azure/virtual-machines/linux/create-upload-generic")

FORM = _rule(
    code="DSK003",
    title="a VHD is of fixed size, no VHDX and not dynamic",
    why="Azure reads fixed VHDs only.",
    fix="convert the file: `qemu-img convert -f raw -o subformat=fixed,force_size -O vpc`",
    evidence=Evidence.DOCUMENTATION,
    needs=tuple(f"{key}.source.vhd.format" for key in _KEYS),
)
SIZE = _rule(
    code="DSK004",
    title="the disk in a VHD is a whole number of MiB",
    why="Azure refuses any other size.",
    fix="grow the raw disk to the next MiB with `qemu-img resize`, and convert it again",
    evidence=Evidence.SERVER,
    needs=tuple(f"{key}.source.vhd.virtualSizeBytes" for key in _KEYS),
)
RULES = (FORM, SIZE)


def files(subject: Made, _: Facts) -> Iterator[Finding]:
    """Each VHD that something is made from."""
    for place in subject.source.every:
        if isinstance(place.value, Vhd):
            yield from _file(place.path, place.value)


def _file(path: Path, vhd: Vhd) -> Iterator[Finding]:
    if vhd.format in (VhdFormat.DYNAMIC, VhdFormat.VHDX):
        yield Finding(FORM, (*path, "format"), f"the file is {vhd.format}, a fixed VHD is wanted")
    size = number(vhd.virtual_size_bytes)
    if size is not None and (size <= 0 or size % _MIB):
        whole = max(1, -(-size // _MIB)) * _MIB
        message = f"{show(size)} bytes are no whole number of MiB, the next is {show(whole)}"
        yield Finding(SIZE, (*path, "virtualSizeBytes"), message)


CHECKS = tuple(
    Check(kind, files)
    for kind in (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
)
