"""Role assignments and role definitions over HTTP, at any scope."""

import re

from local_azure import errors
from local_azure.ids import ResourceId
from local_azure.resources import role_assignment, role_definition
from local_azure.resources.base import Call
from local_azure.web.compute import call_of
from local_azure.web.message import Answer, Request

_PATH = re.compile(
    r"(?P<scope>.*)/providers/Microsoft\.Authorization/(?P<kind>roleAssignments|roleDefinitions)(?:/(?P<name>[^/]+))?/?",
    re.IGNORECASE,
)


def answer(request: Request) -> Answer | None:
    """Answer a request for roles; `None` if it is for something else."""
    found = _PATH.fullmatch(request.path)
    if found is None:
        return None
    where = found["scope"].rstrip("/")
    where = f"/{where.lstrip('/')}" if where else ""
    call = call_of(request, ResourceId(""))
    if found["kind"].lower() == "roleassignments":
        return _assignment(call, request.method, where, found["name"] or "")
    return _definition(call, request.method, where, found["name"] or "")


def _assignment(call: Call, method: str, where: str, name: str) -> Answer:
    if not name and method == "GET":
        found = role_assignment.collection(call, where)
        return Answer(200, {"value": [role_assignment.shown(one) for one in found]})
    if name and method == "GET":
        return Answer(200, role_assignment.shown(role_assignment.get(call, where, name)))
    if name and method == "PUT":
        written, created = role_assignment.put(call, where, name)
        return Answer(201 if created else 200, role_assignment.shown(written, just_written=True))
    if name and method == "DELETE":
        gone = role_assignment.delete(call, where, name)
        return Answer(200, role_assignment.shown(gone)) if gone else Answer(204)
    raise errors.method_not_allowed(method, role_assignment.TYPE)


def _definition(call: Call, method: str, where: str, name: str) -> Answer:
    cloud = call.cloud
    if not name and method == "GET":
        found = role_definition.collection(cloud, where)
        return Answer(200, {"value": _filtered(found, call.query.get("$filter", ""))})
    if name and method == "GET":
        return Answer(200, role_definition.get(cloud, where, name))
    if name and method == "PUT":
        return Answer(201, role_definition.put(cloud, call.caller, where, name, call.body))
    if name and method == "DELETE":
        gone = role_definition.delete(cloud, where, name)
        return Answer(200, gone) if gone else Answer(204)
    raise errors.method_not_allowed(method, role_definition.TYPE)


def _filtered(found: list[dict[str, dict[str, str]]], wanted: str) -> list[dict[str, dict[str, str]]]:
    """`roleName eq '…'` and `type eq '…'`, and both joined by `and`; other filters filter nothing."""
    for name, value in re.findall(r"(roleName|type)\s+eq\s+'([^']*)'", wanted, re.IGNORECASE):
        key = "roleName" if name.lower() == "rolename" else "type"
        found = [one for one in found if one["properties"][key].lower() == value.lower()]
    return found
