"""Compute resources over HTTP: status, headers and body of each verb, alike for all but disks."""

from local_azure import errors, operations
from local_azure.ids import ResourceId
from local_azure.resources.base import Call, ComputeType, Outcome
from local_azure.store import Json, Resource
from local_azure.web import paging
from local_azure.web.message import Answer, Request
from local_azure.web.polling import poll_headers


def call_of(request: Request, id_: ResourceId) -> Call:
    """Return the call that a request makes."""
    if request.caller is None:
        raise errors.invalid_token()
    body = request.body() if request.method in {"PUT", "PATCH", "POST"} else {}
    return Call(
        request.cloud, id_, request.api_version, request.caller, body, request.query, request.auxiliary
    )


def item(kind: ComputeType, request: Request, id_: ResourceId) -> Answer:
    """GET, PUT, PATCH or DELETE of one resource."""
    call = call_of(request, id_)
    if request.method == "GET":
        return Answer(200, show(kind, kind.get(call), call), indented=True)
    if request.method == "PUT":
        return _written(kind, kind.put(call), call, request)
    if request.method == "PATCH":
        return _written(kind, kind.patch(call), call, request)
    if request.method == "DELETE":
        return _deleted(kind.delete(call), request)
    raise errors.method_not_allowed(request.method, kind.type)


def collection(kind: ComputeType, request: Request, id_: ResourceId) -> Answer:
    """List a page; the group's name in ids comes back in upper case, as Compute has it."""
    if request.method != "GET":
        raise errors.method_not_allowed(request.method, kind.type)
    call, size = call_of(request, id_), request.cloud.manners.page_size
    found = kind.collection(call, paging.after(request), size + 1)
    shown = [_shouted(show(kind, resource, call)) for resource in found[:size]]
    more = paging.next_link(request, found[size - 1].key) if len(found) > size else {}
    return Answer(200, {"value": shown, **more}, indented=True)


def action(kind: ComputeType, request: Request, id_: ResourceId, name: str) -> Answer:
    """POST of an action below a resource."""
    act = kind.actions().get(name.lower())
    if request.method != "POST" or act is None:
        raise errors.method_not_allowed(request.method, f"{kind.type}/{name}")
    outcome = act(call_of(request, id_))
    if outcome.operation is None:
        return Answer(200)
    return Answer(202, headers=poll_headers(request, outcome.operation, monitor=True))


def show(kind: ComputeType, resource: Resource, call: Call) -> Json:
    """Return a resource as it is read."""
    top = {name: value for name, value in resource.body.items() if name != "properties"}
    head = {"name": resource.name, "id": resource.id, "type": kind.type}
    return {**head, **top, "properties": kind.present(resource, call)}


def _written(kind: ComputeType, outcome: Outcome, call: Call, request: Request) -> Answer:
    resource, operation = outcome.resource, outcome.operation
    if resource is None:
        raise AssertionError("a write leaves a resource")
    status = 201 if outcome.created else 200
    if operation is None:
        return Answer(status, show(kind, resource, call), indented=True)
    if kind.family == operations.DISK:
        return Answer(202, _partial(resource), poll_headers(request, operation, monitor=True), indented=True)
    headers = {**poll_headers(request, operation), "azure-asyncnotification": "Enabled"}
    return Answer(status, show(kind, resource, call), headers, indented=True)


def _partial(resource: Resource) -> Json:
    """Disks and snapshots answer a write with what was sent, and their name."""
    sent = resource.private.get("sent", {})
    properties = {**sent, "provisioningState": "Updating", "isArmResource": True}
    return {"name": resource.name, "location": resource.location, "properties": properties}


def _deleted(outcome: Outcome, request: Request) -> Answer:
    if outcome.operation is None:
        return Answer(204 if outcome.resource is None else 200)
    return Answer(202, headers=poll_headers(request, outcome.operation, monitor=True))


def _shouted(body: Json) -> Json:
    before, marker, rest = body["id"].partition("/resourceGroups/")
    group, slash, after = rest.partition("/")
    return {**body, "id": f"{before}{marker}{group.upper()}{slash}{after}"}
