"""Resource groups over HTTP."""

from collections.abc import Callable

from local_azure import errors
from local_azure.ids import ResourceId
from local_azure.resources import resource_group
from local_azure.resources.base import Call
from local_azure.store import Json, Resource
from local_azure.web.compute import call_of
from local_azure.web.message import Answer, Request
from local_azure.web.polling import group_headers


def item(request: Request, id_: ResourceId) -> Answer:
    """HEAD, GET, PUT, PATCH or DELETE of one group."""
    call = call_of(request, id_)
    if request.method == "HEAD":
        return _head(call)
    if request.method == "DELETE":
        operation = resource_group.delete(call).operation
        return Answer(202, headers=group_headers(request, operation) if operation else {})
    if request.method == "GET":
        return Answer(200, show(resource_group.get(call)))
    writes: dict[str, Callable[[Call], resource_group.Outcome]] = {
        "PUT": resource_group.put,
        "PATCH": resource_group.patch,
    }
    if request.method not in writes:
        raise errors.method_not_allowed(request.method, resource_group.TYPE)
    outcome = writes[request.method](call)
    return Answer(201 if outcome.created else 200, show(outcome.resource) if outcome.resource else None)


def collection(request: Request, subscription: str) -> Answer:
    """All groups of a subscription; `$filter` on one tag, as ARM has it, and `$top` are not served."""
    found = resource_group.collection(call_of(request, ResourceId(subscription)))
    return Answer(200, {"value": [show(group) for group in found]})


def contents(types: dict[str, str], request: Request, subscription: str, group: str) -> Answer:
    """Return the resources in a group; `types` gives each type's spelling."""
    found = resource_group.contents(call_of(request, ResourceId(subscription, group)))
    return Answer(200, {"value": [_brief(resource, types) for resource in found]})


def show(group: Resource) -> Json:
    """Return a group as it is read."""
    return {"id": group.id, "name": group.name, "type": resource_group.TYPE, **group.body}


def _brief(resource: Resource, types: dict[str, str]) -> Json:
    body = {
        "id": resource.id,
        "name": resource.name,
        "type": types[resource.type],
        "location": resource.location,
    }
    return {**body, "tags": resource.body["tags"]} if "tags" in resource.body else body


def _head(call: Call) -> Answer:
    try:
        resource_group.get(call)
    except errors.ArmError as error:
        return Answer(error.status)
    return Answer(204)
