"""Management locks over HTTP, at any scope, and their word on every other request."""

import re

from local_azure import errors
from local_azure.ids import ResourceId
from local_azure.resources import lock
from local_azure.web.compute import call_of
from local_azure.web.message import Answer, Request

_PATH = re.compile(
    r"(?P<scope>.*)/providers/Microsoft\.Authorization/locks(?:/(?P<name>[^/]+))?/?", re.IGNORECASE
)
_VERBS = {"DELETE": lock.DELETE, "PUT": lock.WRITE, "PATCH": lock.WRITE, "POST": lock.WRITE}


def answer(request: Request) -> Answer | None:
    """Answer a request for locks; `None` if it is for something else, which no lock refuses."""
    found = _PATH.fullmatch(request.path)
    if found is None:
        if request.method in _VERBS:
            lock.refuse(request.cloud, request.path.rstrip("/"), _VERBS[request.method])
        return None
    where, name = f"/{found['scope'].strip('/')}", found["name"] or ""
    call = call_of(request, ResourceId(""))
    if not name and request.method == "GET":
        return Answer(200, {"value": [lock.shown(one) for one in lock.collection(call, where)]})
    if name and request.method == "GET":
        return Answer(200, lock.shown(lock.get(call, where, name)))
    if name and request.method == "PUT":
        written, created = lock.put(call, where, name)
        return Answer(201 if created else 200, lock.shown(written))
    if name and request.method == "DELETE":
        return Answer(200 if lock.delete(call, where, name) else 204)
    raise errors.method_not_allowed(request.method, lock.TYPE)
