"""Locks: each made after what it guards and everything that lies in that, and deleted before all of it.

A lock is replaced together with whatever lies under it and is replaced: its scope is an input that comes from
there too, so that Pulumi deletes the lock, replaces what lies under it, and makes the lock again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pulumi
from pulumi_azure_native import authorization as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.options import Surroundings
from azure_image_gallery.resources.order import in_a_row
from azure_image_gallery.resources.placement import Placement
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.spec.lock import Lock
from azure_image_gallery.spec.locked import Locked
from azure_image_gallery.spec.path import Path


@dataclass(frozen=True, slots=True)
class _Guarded:
    entry: Locked
    resource: pulumi.CustomResource
    depth: int


class Locks:
    """Notes what lies in what while a declaration is made, and makes its locks at the end."""

    def __init__(self, accepted: Accepted, around: Surroundings, prefix: str) -> None:
        self._accepted = accepted
        self._prefix = prefix
        # Not deleted with a group: the group cannot be deleted before its lock is.
        self._around = Surroundings(around.parent, around.whole)
        self._inside: dict[Path, list[Path]] = defaultdict(list)
        self._made: dict[Path, list[pulumi.CustomResource]] = defaultdict(list)
        self._depths: dict[Path, int] = {}
        self._guarded: list[_Guarded] = []

    def note(
        self, path: Path, resource: pulumi.CustomResource, lock: Lock | None, within: Path | None = None
    ) -> None:
        """Note a resource by its entry's path, and the path of the entry that it lies in."""
        self._made[path].append(resource)
        if path not in self._depths:
            self._depths[path] = 0 if within is None else self._depths.get(within, 0) + 1
            if within is not None:
                self._inside[within].append(path)
        if lock is not None:
            self._guarded.append(_Guarded(Locked(path, lock), resource, self._depths[path]))

    def make(self) -> None:
        """Make the locks, inner ones before those around them."""
        for guarded in sorted(self._guarded, key=lambda one: one.depth, reverse=True):
            path = guarded.entry.path
            below = [one for one in self._everything(path) if one is not guarded.resource]
            self._made[path].append(self._lock(guarded.entry, guarded.resource, below))

    def _everything(self, path: Path) -> Iterator[pulumi.CustomResource]:
        yield from self._made[path]
        for inner in self._inside[path]:
            yield from self._everything(inner)

    def _lock(
        self, entry: Locked, resource: pulumi.CustomResource, below: Sequence[pulumi.CustomResource]
    ) -> native.ManagementLockByScope:
        return registering(native.ManagementLockByScope)(
            "/".join((self._prefix, "lock", *map(str, entry.path))),
            lock_name=entry.name,
            scope=_scope(resource, below),
            level=entry.lock.level.value,
            **compact({"notes": self._accepted.given(entry.lock.notes, entry.path)}),
            opts=self._around.options(None, after=[in_a_row(one) for one in (resource, *below)]),
        )


def lock_alone(
    accepted: Accepted,
    placement: Placement,
    path: Path,
    resource: pulumi.CustomResource,
    spec: Lock | None,
) -> None:
    """The lock, if there is one, of a component of a single resource."""
    locks = Locks(accepted, placement.around, placement.prefix)
    locks.note(path, resource, spec)
    locks.make()


def _scope(resource: pulumi.CustomResource, below: Sequence[pulumi.CustomResource]) -> pulumi.Output[str]:
    """The id of what is guarded, as an input that comes from everything below it too."""
    urns = [one.urn for one in below]
    return pulumi.Output.all(resource.id, *urns).apply(lambda got: str(got[0])) if urns else resource.id
