"""Every lock of a declaration, with what it is on."""

from collections.abc import Iterator
from dataclasses import dataclass

from azure_image_gallery.spec.lock import Lock, Lockable
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Locked:
    """A lock, and the path of the entry that it is on."""

    path: Path
    lock: Lock

    @property
    def name(self) -> str:
        """The name in Azure."""
        return self.lock.name or "image-gallery"


def lockable(resolved: Resolved) -> Iterator[tuple[Path, Lockable]]:
    """Every entry that a lock can be on, with its path; what something else makes is not among them."""
    declaration = resolved.declaration
    for key, group in declaration.resource_groups.items():
        yield ("resourceGroups", key), group
    yield ("gallery",), declaration.gallery
    for part in (
        *resolved.definitions,
        *resolved.versions,
        *resolved.managed_images,
        *resolved.managed_disks,
        *resolved.snapshots,
        *resolved.applications,
        *resolved.application_versions,
        *(one for one in resolved.encryption_sets if not one.exists),
    ):
        yield part.path, part.spec


def locked(resolved: Resolved) -> Iterator[Locked]:
    """Every lock."""
    for path, entry in lockable(resolved):
        if entry.lock is not None:
            yield Locked(path, entry.lock)
