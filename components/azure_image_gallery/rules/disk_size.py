"""How large a disk is, as far as the declaration says."""

from collections.abc import Iterator

from azure_image_gallery.rules.behind import behind, is_data_disk, os_place
from azure_image_gallery.rules.facts import Facts, number
from azure_image_gallery.rules.source_facts import Fact
from azure_image_gallery.spec.managed_image import ManagedImageDisk
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
)
from azure_image_gallery.spec.source_place import SourcePlace

_SIZE = "diskSizeGB"


def sizes(subject: Made, facts: Facts) -> Iterator[tuple[SourcePlace, int, Fact]]:
    """Each place that something is made from whose size in GiB is known, with that and where it is said.

    What is said beside a source is the size of its operating system disk.
    """
    os, own = os_place(subject.source), number(subject.source.facts.disk_size_gb)
    for place in subject.source.every:
        if place is os and own is not None and not is_data_disk(subject):
            yield place, own, Fact(own, (*subject.source.path, _SIZE))
        else:
            fact = _behind(place, facts)
            size = number(fact.value)
            if size is not None:
                yield place, size, fact


def _behind(place: SourcePlace, facts: Facts) -> Fact:
    for made in behind(place, facts):
        for value, said in _said(made):
            if value is not None:
                return Fact(value, place.path, said)
    return Fact(None, place.path)


def _said(made: Made) -> Iterator[tuple[object, Path]]:
    """What an entry says of its own size, then of its source's, if it is as large."""
    if isinstance(made, ResolvedManagedDisk | ResolvedSnapshot):
        yield made.spec.disk_size_gb, (*made.path, _SIZE)
    if isinstance(made, ResolvedManagedImage) and made.source.disks:
        disk = made.source.disks[0]
        if disk.lun is None and isinstance(disk.spec, ManagedImageDisk):
            yield disk.spec.disk_size_gb, (*disk.path, _SIZE)
    if not is_data_disk(made):
        yield made.source.facts.disk_size_gb, (*made.source.path, _SIZE)
