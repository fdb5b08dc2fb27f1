"""Where a client polls a long-running operation, and what it is told there."""

from local_azure import errors, operations
from local_azure.operations import Operation
from local_azure.web.message import Answer, Request


def poll_headers(request: Request, operation: Operation, *, monitor: bool = False) -> dict[str, str]:
    """`Azure-AsyncOperation`, its `Location` twin where there is one, and how long to wait."""
    url = _url(request, operation)
    headers = {"Azure-AsyncOperation": url, **_wait(request)}
    if monitor:
        headers["Location"] = url.replace("?", "?monitor=true&", 1)
    return headers


def group_headers(request: Request, operation: Operation) -> dict[str, str]:
    """Return what a group's deletion is followed by: `Location` alone."""
    subscription = operation.target.split("/")[2]
    url = f"{request.base}/subscriptions/{subscription}/operationresults/{operation.number}"
    return {"Location": f"{url}?api-version={request.api_version}", **_wait(request)}


def status(request: Request, _subscription: str, _location: str, number: str) -> Answer:
    """Return the operation's status, or with `monitor=true` its result alone."""
    operation = _find(request, number)
    monitor = request.query.get("monitor", "").lower() == "true"
    if monitor and operation.open:
        return Answer(202, headers=poll_headers(request, operation, monitor=True))
    if monitor:
        return Answer(409, {"error": operation.failure}) if operation.failure else Answer(200)
    headers = _wait(request) if operation.open else {}
    return Answer(200, operations.status_body(operation), headers, indented=True)


def group_result(request: Request, _subscription: str, number: str) -> Answer:
    """202 while a resource group is being deleted, then 200; 409 if something in it refused."""
    operation = _find(request, number)
    if operation.open:
        return Answer(202, headers=group_headers(request, operation))
    return Answer(409, {"error": operation.failure}) if operation.failure else Answer(200)


def _find(request: Request, number: str) -> Operation:
    operation = operations.find(request.cloud, number)
    if operation is None:
        raise errors.entity_not_found()
    return operation


def _url(request: Request, operation: Operation) -> str:
    """Absolute, for clients refuse anything else; what follows api-version is opaque to them."""
    subscription = operation.target.split("/")[2]
    place = f"/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{operation.location}"
    query = f"api-version={request.api_version}&t={int(operation.started * 1000)}"
    return f"{request.base}{place}/{operation.family}/{operation.number}?{query}"


def _wait(request: Request) -> dict[str, str]:
    manners = request.cloud.manners
    milliseconds = str(manners.retry_after_ms)
    return {
        "Retry-After": str(manners.retry_after),
        "retry-after-ms": milliseconds,
        "x-ms-retry-after-ms": milliseconds,
    }
