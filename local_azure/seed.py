"""
Filling a new local Azure, in rounds (see `seeds.data`).

A subscription whose owner is the deployer, machines and what else images are made from, a community gallery,
and a gallery of another tenant. A state remembers how many rounds it has had; a later release gives it the ones
that are new, and nothing that was deleted comes back.
"""

from collections.abc import Callable

from local_azure.clock import gateway_time
from local_azure.cloud import Cloud
from local_azure.directory import DEPLOYER, PARTNER_SUBSCRIPTION
from local_azure.resources import resource_group, role_assignment, role_definition, subscription
from local_azure.seeds import accounts, community, data, machines, partner, restore_points
from local_azure.seeds.marks import SEEDED, guid
from local_azure.store import Json, Resource

__all__ = ["SEEDED", "seed"]

_OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"


def seed(cloud: Cloud) -> None:
    """Give a state the rounds it has not had; a second call does nothing, whatever was deleted since."""
    with cloud.store.transaction():
        cloud.token_key()
        done = int(cloud.store.fact("seeded") or 0)
        for fill in _ROUNDS[done:]:
            fill(cloud)
        cloud.store.set_fact("seeded", str(max(done, len(_ROUNDS))))


def _first(cloud: Cloud) -> None:
    root = _root(cloud)
    cloud.store.save(Resource(root, subscription.TYPE, {"displayName": "Example subscription"}))
    cloud.store.save(_ownership(cloud, root))
    for place in data.FIRST:
        body = {"location": place.location, "properties": {"provisioningState": "Succeeded"}}
        group_id = f"{root}/resourceGroups/{place.group}"
        cloud.store.save(Resource(group_id, resource_group.TYPE, body, {SEEDED: True}))
        _furnish(cloud, place)


def _second(cloud: Cloud) -> None:
    """Add to groups that are still there."""
    for place in data.SECOND:
        if cloud.store.find(f"{_root(cloud)}/resourceGroups/{place.group}"):
            _furnish(cloud, place)
    for resource in community.resources(cloud.clock.now()):
        cloud.store.save(resource)


def _third(cloud: Cloud) -> None:
    """Add a subscription of another tenant, with a gallery."""
    body = {"displayName": "Partner subscription"}
    cloud.store.save(
        Resource(f"/subscriptions/{PARTNER_SUBSCRIPTION}", subscription.TYPE, body, {SEEDED: True})
    )
    for resource in partner.resources(cloud.clock.now()):
        cloud.store.save(resource)


_ROUNDS: tuple[Callable[[Cloud], None], ...] = (_first, _second, _third)


def _furnish(cloud: Cloud, place: data.Place) -> None:
    group_id = f"{_root(cloud)}/resourceGroups/{place.group}"
    now = cloud.clock.now()
    for machine in place.machines:
        for resource in machines.resources(group_id, place.location, machine, now):
            cloud.store.save(resource)
    for account in place.accounts:
        cloud.store.save(accounts.resource(group_id, place.location, account))
    for point in place.restore_points:
        disk = cloud.store.find(f"{group_id}/providers/Microsoft.Compute/disks/{point.machine}-os")
        if disk:
            for resource in restore_points.resources(group_id, place.location, point, disk, now):
                cloud.store.save(resource)


def _root(cloud: Cloud) -> str:
    return f"/subscriptions/{cloud.subscription}"


def _ownership(cloud: Cloud, root: str) -> Resource:
    now = gateway_time(cloud.clock.now())
    name = guid(f"{root}/owner")
    properties: Json = {
        "roleDefinitionId": role_definition.id_at(root, _OWNER),
        "principalId": DEPLOYER.object_id,
        "principalType": DEPLOYER.type,
        "scope": root,
        "condition": None,
        "conditionVersion": None,
        "createdOn": now,
        "updatedOn": now,
        "createdBy": DEPLOYER.object_id,
        "updatedBy": DEPLOYER.object_id,
        "delegatedManagedIdentityResourceId": None,
        "description": None,
    }
    id_ = f"{root}/providers/{role_assignment.TYPE}/{name}"
    return Resource(id_, role_assignment.TYPE, {"properties": properties}, {"role": _OWNER, SEEDED: True})
