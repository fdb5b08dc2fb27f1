"""
The aiohttp application: every request passes one chain of middlewares, in one transaction, and is answered.

The chain, outermost first: headers every answer has; refusals as ARM writes them; requests meant for this
machine only; what is due is settled; a token and an api-version where they are needed.
"""

import asyncio
import logging
import re
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web

from local_azure import errors, identity, operations, tree
from local_azure.cloud import Cloud
from local_azure.throttle import Throttle
from local_azure.web import routes
from local_azure.web.message import Answer, Request

LARGEST_REQUEST = 1024 * 1024
"""Bytes. The biggest image version there can be is a few hundred kilobytes."""

TREE_PATH = "/local-azure/status"
"""Our own: what exists, as text, for the `status` command. No Azure client asks for it."""

IDS_PATH = "/local-azure/ids"
"""Our own too: the ids of all there is, a line each, for the `ids` command."""

_CLOUD = web.AppKey("cloud", Cloud)
_THROTTLE = web.AppKey("throttle", Throttle)
_LOCAL_HOST = re.compile(r"(127\.0\.0\.1|localhost)(:\d+)?")
_API_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}(-preview)?", re.IGNORECASE)
_AUXILIARY = "x-ms-authorization-auxiliary"
_LOG = logging.getLogger("local_azure")

_Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_app(cloud: Cloud) -> web.Application:
    """Return an application around a local Azure, which stays its caller's to close."""
    middlewares = [_common_headers, _refusals, _this_machine_only]
    app = web.Application(middlewares=middlewares, client_max_size=LARGEST_REQUEST)
    app[_CLOUD] = cloud
    app[_THROTTLE] = Throttle(cloud.manners.throttle_every, cloud.manners.retry_after)
    app.router.add_get(TREE_PATH, _status)
    app.router.add_get(IDS_PATH, _ids)
    app.router.add_route("*", "/{path:.*}", _dispatch)
    return app


@web.middleware
async def _common_headers(request: web.Request, handler: _Next) -> web.StreamResponse:
    response = await handler(request)
    number = str(uuid.uuid4())
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    response.headers.update(
        {
            "x-ms-request-id": number,
            "x-ms-correlation-request-id": request.headers.get("x-ms-correlation-request-id", number),
            "x-ms-routing-request-id": f"LOCAL:{stamp}:{number}",
            "cache-control": "no-cache",
            "pragma": "no-cache",
            "expires": "-1",
            "x-content-type-options": "nosniff",
        }
    )
    if request.headers.get("x-ms-return-client-request-id", "").lower() == "true":
        response.headers["x-ms-client-request-id"] = request.headers.get("x-ms-client-request-id", "")
    _LOG.info("%s %s %s", response.status, request.method, request.path_qs)
    return response


@web.middleware
async def _refusals(request: web.Request, handler: _Next) -> web.StreamResponse:
    try:
        return await handler(request)
    except errors.ArmError as error:
        return _refused(error, request)
    except web.HTTPRequestEntityTooLarge:
        return _refused(errors.too_large(LARGEST_REQUEST), request)
    except (web.HTTPException, asyncio.CancelledError):
        raise
    except Exception:  # noqa: BLE001  the client gets an answer, the log gets the rest
        _LOG.exception("%s %s", request.method, request.path_qs)
        error = errors.ArmError(500, "InternalServerError", "local Azure failed; its log says how")
        return _refused(error, request)


@web.middleware
async def _this_machine_only(request: web.Request, handler: _Next) -> web.StreamResponse:
    """Refuse a page in a browser that names this machine by a host of its own."""
    if not _LOCAL_HOST.fullmatch(request.host):
        message = f"local Azure answers on 127.0.0.1 and localhost only, not as '{request.host}'."
        raise errors.ArmError(421, "MisdirectedRequest", message)
    return await handler(request)


async def _dispatch(http: web.Request) -> web.Response:
    request = await _read(http)
    if not routes.is_open(request):
        http.app[_THROTTLE].count(request.method, request.cloud.subscription)
    with request.cloud.store.transaction():
        operations.settle(request.cloud)
    with request.cloud.store.transaction():
        return _response(routes.answer(_admitted(request)))


async def _status(http: web.Request) -> web.Response:
    return _response(Answer(200, tree.draw(_settled(http), seeds="without-seeds" not in http.query)))


async def _ids(http: web.Request) -> web.Response:
    found = _settled(http).store.below("/subscriptions")
    return _response(Answer(200, "".join(f"{resource.id}\n" for resource in found)))


def _settled(http: web.Request) -> Cloud:
    cloud = http.app[_CLOUD]
    with cloud.store.transaction():
        operations.settle(cloud)
    return cloud


async def _read(http: web.Request) -> Request:
    form: dict[str, str] = {}
    content = b""
    if http.content_type == "application/x-www-form-urlencoded":
        form = {name: value for name, value in (await http.post()).items() if isinstance(value, str)}
    else:
        content = await http.read()
    return Request(
        cloud=http.app[_CLOUD],
        method=http.method,
        path=http.path,
        base=f"https://{http.host}",
        query=http.query,
        headers=http.headers,
        content=content,
        form=form,
    )


def _admitted(request: Request) -> Request:
    """Return a request with its caller; refuse it without a token or an api-version where they are needed."""
    if routes.is_open(request):
        return request
    caller = identity.caller(request.cloud, request.headers.get("Authorization", ""), request.base)
    if not request.api_version:
        raise errors.missing_api_version()
    if not _API_VERSION.fullmatch(request.api_version):
        raise errors.invalid_api_version(request.api_version)
    identity.check_tenant(request.cloud, caller, request.path)
    beside = identity.auxiliary(request.cloud, request.headers.get(_AUXILIARY, ""), request.base)
    return replace(request, caller=caller, auxiliary=beside)


def _response(answer: Answer) -> web.Response:
    body, kind = answer.encoded()
    headers = {**answer.headers, "Content-Type": kind} if kind else answer.headers
    return web.Response(status=answer.status, body=body, headers=headers)


def _refused(error: errors.ArmError, request: web.Request) -> web.Response:
    headers = {**error.headers, "x-ms-error-code": error.code}
    if error.gateway:
        headers["x-ms-failure-cause"] = "gateway"
    if error.status == web.HTTPUnauthorized.status_code:
        tenant = request.app[_CLOUD].directory.tenant
        authority = f'Bearer authorization_uri="https://{request.host}/{tenant}"'
        headers["WWW-Authenticate"] = (
            f'{authority}, error="invalid_token", error_description="{error.message}"'
        )
    return _response(Answer(error.status, error.body, headers, indented=not error.gateway))
