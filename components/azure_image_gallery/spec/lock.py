"""Locks: Azure refuses to delete, or to change, what lies under one, whoever asks."""

from azure_image_gallery.spec.enums import LockLevel
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class Lock(Model):
    """A management lock (Microsoft.Authorization/locks). It holds for the entry and for everything in it."""

    level: LockLevel
    """`CanNotDelete`: nothing is deleted. `ReadOnly`: nothing is deleted, changed or made."""
    name: str | None = None
    """The name in Azure. Left out: `image-gallery`."""
    notes: OrUnknown[str] | None = None
    """Why the lock is there: up to 512 characters."""


class Lockable(Model):
    """What a lock can be put on."""

    lock: Lock | None = None
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
    a plain `pulumi destroy` works."""
