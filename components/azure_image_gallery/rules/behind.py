"""What a source leads to in the same declaration, entry by entry."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Made, ResolvedManagedDisk
from azure_image_gallery.spec.source_place import Address, ResolvedSource, SourcePlace

_FOLLOWED = 50


def os_place(source: ResolvedSource) -> SourcePlace | None:
    """Where the operating system disk is from, whole or disk by disk; `None` where that is not one place."""
    if not source.disks:
        return source.only
    disk = source.disks[0]
    return None if source.places or disk.lun is not None or len(disk.places) != 1 else disk.places[0]


def os_kind(source: ResolvedSource) -> str | None:
    """The key of the one place that the operating system disk is from."""
    place = os_place(source)
    return place.kind if place else None


def is_data_disk(made: Made) -> bool:
    """Whether something is a data disk of an image, so that nothing behind it tells of it."""
    return isinstance(made, ResolvedManagedDisk) and made.spec.source.lun is not None


def behind(place: SourcePlace | None, facts: Facts) -> tuple[Made, ...]:
    """What a place leads to, nearest first, by way of operating system disks.

    Each thing once, for there may be a circle; and no more than a person would follow, so that a long row of
    copies does not take the square of its length. Many things are made from one, and many facts are asked for,
    so that each way is gone once.
    """
    address = place.address if place is not None else None
    if address is None:
        return ()
    if address not in facts.ways:
        facts.ways[address] = tuple(_follow(address, facts))
    return facts.ways[address]


def _follow(address: Address | None, facts: Facts) -> Iterator[Made]:
    seen: set[Path] = set()
    while address is not None and len(seen) < _FOLLOWED:
        made = facts.made(address)
        if made is None or made.path in seen:
            return
        seen.add(made.path)
        yield made
        place = None if is_data_disk(made) else os_place(made.source)
        address = place.address if place is not None else None
