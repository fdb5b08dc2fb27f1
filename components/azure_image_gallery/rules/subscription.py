"""The subscription in an id is a GUID."""

import re
from collections.abc import Iterator

from azure_image_gallery.azure.roles import is_guid
from azure_image_gallery.rules.encrypted import encrypted_disks
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import SUBSCRIPTION
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedManagedDisk, ResolvedSnapshot, ResolvedVersion
from azure_image_gallery.spec.source import Vhd

# Of an id that ends there already, others say that it is not whole.
_START = re.compile(r"/subscriptions/([^/]*)/", re.IGNORECASE)


def subscriptions(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Every id of the declaration, but for those of the next check."""
    for path, value in _ids(subject):
        yield from _subscription(path, value)


def of_replicas(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The ids of the sets that a version's replicas are encrypted with."""
    for disk in encrypted_disks(subject, facts):
        for path, value in disk.sets:
            yield from _subscription(path, value)


def _subscription(path: Path, value: object) -> Iterator[Finding]:
    found = _START.match(value) if isinstance(value, str) else None
    if found is not None and not is_guid(found[1]):
        message = f"{show(found[1])} stands for the subscription, its id, a GUID, is wanted"
        yield Finding(SUBSCRIPTION, path, message)


def _ids(subject: Resolved) -> Iterator[tuple[Path, object]]:
    declaration = subject.declaration
    for key, group in declaration.resource_groups.items():
        yield ("resourceGroups", key, "managedBy"), group.managed_by
    yield ("gallery", "id"), declaration.gallery.id
    identity = declaration.gallery.identity
    for position, value in enumerate((identity and identity.user_assigned_identities) or ()):
        yield ("gallery", "identity", "userAssignedIdentities", position), value
    for key, value in declaration.galleries.items():
        yield ("galleries", key), value
    for one in subject.encryption_sets:
        yield (*one.path, "id"), one.spec.id
        key = one.spec.active_key
        yield (*one.path, "activeKey", "sourceVault"), key.source_vault if key else None
    yield from _of_sources(subject)
    for key, entry in declaration.sharing.role_assignments.items():
        path = ("sharing", "roleAssignments", key)
        yield (*path, "role"), entry.role
        yield (*path, "delegatedManagedIdentityResourceId"), entry.delegated_managed_identity_resource_id


def _of_sources(subject: Resolved) -> Iterator[tuple[Path, object]]:
    for part in subject.made.values():
        for place in part.source.every:
            if isinstance(place.value, Vhd):
                yield (*place.path, "storageAccountId"), place.value.storage_account_id
            else:
                yield place.path, place.value
        if isinstance(part, (ResolvedManagedDisk, ResolvedSnapshot)):
            yield (*part.path, "diskAccessId"), part.spec.disk_access_id


CHECKS = (Check(Resolved, subscriptions), Check(ResolvedVersion, of_replicas))
