"""
Long-running operations: begun by a write, settled by the clock, polled by clients.

An operation knows from its first moment what it leaves behind (`result`), so nothing has to run in the
background: whatever is due is settled before the next request is answered, also after a restart. A region
of an image version has a moment of its own at which it is done.
"""

import uuid
from dataclasses import asdict, dataclass, field
from typing import Any

from local_azure.clock import compute_time
from local_azure.cloud import Cloud
from local_azure.store import Json, Resource

GALLERY = "capsOperations"
DISK = "DiskOperations"
COMPUTE = "operations"
GROUP = "operationresults"

_PREEMPTED = {
    "code": "OperationPreempted",
    "message": "The operation has been preempted by a more recent operation.",
}


@dataclass
class Operation:
    """One long-running operation. Times are seconds since 1970."""

    target: str
    family: str
    """The segment under which it is polled, one of the four above."""
    location: str
    started: float
    due: float
    result: Json | None = None
    """The resource's body when it is done; `None` removes the resource."""
    private: Json | None = None
    """What Azure keeps to itself when it is done; `None` leaves that as it was."""
    failure: Json | None = None
    """The `error` it ends with, in place of the result."""
    regions: dict[str, float] = field(default_factory=dict[str, float])
    """Per region, the moment it is done."""
    head: Json | None = None
    """Name, id and type, for the families whose final status repeats the resource: disks and snapshots."""
    kept: list[str] = field(default_factory=list[str])
    """Keys of what the failed deletion of a resource group leaves in it."""
    number: str = field(default_factory=lambda: str(uuid.uuid4()))
    open: bool = True

    @property
    def status(self) -> str:
        """`InProgress`, `Succeeded` or `Failed`."""
        if self.open:
            return "InProgress"
        return "Failed" if self.failure else "Succeeded"

    def progress(self, region: str, now: float) -> int:
        """How much of a region is done, 0 to 100."""
        due = self.regions[region]
        span = due - self.started
        return 100 if now >= due else max(0, int(100 * (now - self.started) / span))


def begin(cloud: Cloud, operation: Operation) -> Operation:
    """Start an operation; a write that was running on the same resource gives way."""
    for earlier in running(cloud, operation.target):
        earlier.open = False
        earlier.due = operation.started
        earlier.failure = dict(_PREEMPTED)
        _save(cloud, earlier)
    _save(cloud, operation)
    return operation


def find(cloud: Cloud, number: str) -> Operation | None:
    """Return an operation by its number."""
    document = cloud.store.find_operation(number.lower())
    return Operation(**document) if document else None


def running(cloud: Cloud, target: str) -> list[Operation]:
    """Return what still runs on a resource."""
    return [Operation(**document) for document in cloud.store.open_operations(target=target)]


def settle(cloud: Cloud) -> None:
    """Bring the state up to the present: finish whatever is due."""
    now = cloud.clock.now()
    for document in cloud.store.open_operations(due=now):
        operation = Operation(**document)
        operation.open = False
        _finish(cloud, operation)
        _save(cloud, operation)


def _finish(cloud: Cloud, operation: Operation) -> None:
    resource = cloud.store.find(operation.target)
    if resource is None:
        return
    if operation.family == GROUP:
        _finish_group(cloud, operation, resource)
    elif operation.failure:
        resource.properties["provisioningState"] = "Failed"
        cloud.store.save(resource)
    elif operation.result is None:
        cloud.store.remove(resource.key)
        if cloud.manners.nested_delete_lag:
            cloud.store.bury(resource.id, operation.due + cloud.manners.nested_delete_lag)
    else:
        private = resource.private if operation.private is None else operation.private
        cloud.store.save(Resource(resource.id, resource.type, operation.result, private))


def _finish_group(cloud: Cloud, operation: Operation, group: Resource) -> None:
    if not operation.failure:
        cloud.store.remove(group.key)
        return
    for found in cloud.store.below(group.key):
        owner = found.key.split("/providers/microsoft.authorization/")[0]
        if owner not in (*operation.kept, group.key):
            cloud.store.remove(found.key)
    group.properties["provisioningState"] = "Succeeded"
    cloud.store.save(group)


def _save(cloud: Cloud, operation: Operation) -> None:
    cloud.store.save_operation(
        operation.number,
        operation.target,
        open_=operation.open,
        due=operation.due,
        document=asdict(operation),
    )


def status_body(operation: Operation) -> Json:
    """Return what polling answers."""
    body: dict[str, Any] = {"startTime": compute_time(operation.started)}
    if not operation.open:
        body["endTime"] = compute_time(operation.due)
    body["status"] = operation.status
    if operation.status == "Failed":
        body["error"] = operation.failure
    elif operation.head and operation.result and not operation.open:
        body["properties"] = {"output": {**operation.head, **operation.result}}
    return {**body, "name": operation.number}
