"""
What keeps a resource group from being deleted with all that is in it.

A group goes in the order that its contents need: versions before definitions before galleries, machines
before their disks, so nothing in it hinders anything else in it, and the lag of a parent behind its last
child is waited for. What refuses of itself stays: a version that blocks its deletion before its end of life,
a disk that a machine of another group uses, a definition whose deleted versions are kept (soft delete), and a
gallery that is shared. Azure then deletes the rest, rolls the group's state back, and ends the operation with
ResourceGroupDeletionBlocked, in the text recorded by go-autorest. That a version's refusal counts here, too,
no source says; it is what ARM does with every other resource that refuses.
"""

import json

from local_azure import errors
from local_azure.ids import ResourceId, parse
from local_azure.resources import soft_delete
from local_azure.resources.base import Call, ComputeType
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.resources.image_version import ImageVersions
from local_azure.resources.managed_disk import ManagedDisks
from local_azure.resources.soft_delete import SoftDeletedVersions
from local_azure.resources.virtual_machine import VirtualMachines
from local_azure.store import Json, Resource

_REFUSING = (Galleries(), ImageVersions(), ManagedDisks())


def release_disks(call: Call, group: Resource) -> None:
    """Let the group's machines go of disks that lie in other groups."""
    kind = VirtualMachines()
    for machine in call.cloud.store.of_type(kind.type, under=group.key):
        kind.check_delete(machine, call)


def blocked(call: Call, group: Resource) -> tuple[Json | None, list[str]]:
    """Return the error with which the deletion ends, if anything refuses, and the keys of what stays."""
    found = [
        (resource, refusal)
        for kind in _REFUSING
        for resource in call.cloud.store.of_type(kind.type, under=group.key)
        if (refusal := _refusal(kind, resource, call))
    ]
    found += _soft_deleted(call, group)
    if not found:
        return None, []
    kept = [one.key for resource, _ in found for one in _with_parents(resource)]
    kept += [one.key for one in call.cloud.store.of_type(SoftDeletedVersions.type, under=group.key)]
    return _failure(group, found), sorted(set(kept))


def _soft_deleted(call: Call, group: Resource) -> list[tuple[Resource, errors.ArmError]]:
    """Return the definitions that cannot go, for their versions are kept when they are deleted with the group."""
    for version in call.cloud.store.of_type(ImageVersions.type, under=group.key):
        soft_delete.keep(call, version)
    found: list[tuple[Resource, errors.ArmError]] = []
    for definition in call.cloud.store.of_type(ImageDefinitions.type, under=group.key):
        id_ = parse(definition.id)
        if id_ and (kept := soft_delete.blocking(call, id_)):
            found.append(
                (definition, errors.nested_resources(one.split("/providers/", 1)[1] for one in kept))
            )
    return found


def _refusal(kind: ComputeType, resource: Resource, call: Call) -> errors.ArmError | None:
    try:
        kind.check_delete(resource, call)
    except errors.ArmError as error:
        return error
    return None


def _with_parents(resource: Resource) -> list[ResourceId]:
    id_ = parse(resource.id)
    found: list[ResourceId] = []
    while id_ and id_.pairs:
        found.append(id_)
        id_ = id_.parent
    return found


def _failure(group: Resource, found: list[tuple[Resource, errors.ArmError]]) -> Json:
    outermost = dict.fromkeys(_with_parents(resource)[-1].text for resource, _ in found)
    names = ",".join(id_.split("/providers/", 1)[1] for id_ in outermost)
    return {
        "code": "ResourceGroupDeletionBlocked",
        "message": f"Deletion of resource group '{group.name}' failed as resources with identifiers '{names}' could "
        "not be deleted. The provisioning state of the resource group will be rolled back. Please check audit logs "
        "for more details.",
        "details": [
            {"code": None, "target": resource.id, "message": json.dumps(error.body)}
            for resource, error in found
        ],
    }
