"""HTTP to a local Azure: azure-core's pipeline, with azure-native's rules for what is tried again."""

import os
import ssl
from dataclasses import dataclass
from typing import Any

import aiohttp
from azure.core.pipeline import PipelineRequest, PipelineResponse
from azure.core.pipeline.policies import (
    AsyncRetryPolicy,
    HeadersPolicy,
    RequestIdPolicy,
    SansIOHTTPPolicy,
    UserAgentPolicy,
)
from azure.core.pipeline.transport import AioHttpTransport
from azure.core.rest import AsyncHttpResponse, HttpRequest

from local_azure.provider.configuration import require_loopback
from local_azure.provider.errors import arm_error

_RETRIED = frozenset({408, 429, 500, 502, 503, 504})
_CONFLICT = 409


@dataclass(frozen=True)
class Pace:
    """Waits in seconds where the service names none; the numbers are azure-native's.

    `retries` are the waits before the second, third, ... try.
    """

    retries: tuple[float, ...] = (20, 60, 120)
    write_poll: float = 10
    delete_poll: float = 30


class LoopbackOnly(SansIOHTTPPolicy[HttpRequest, AsyncHttpResponse]):
    """Refuses to send anything, a token least of all, to another machine: a poll address could name one."""

    def on_request(self, request: PipelineRequest[HttpRequest]) -> None:
        """Look at the address of each request."""
        require_loopback(request.http_request.url)


class Retry(AsyncRetryPolicy[HttpRequest, AsyncHttpResponse]):
    """azure-native's choice of what is tried again; azure-core reads Retry-After and does the waiting."""

    def __init__(self, pace: Pace) -> None:
        tries = len(pace.retries)
        super().__init__(retry_total=tries, retry_connect=tries, retry_read=tries, retry_status=tries)
        self._waits = pace.retries

    def is_retry(self, settings: dict[str, Any], response: PipelineResponse[Any, Any]) -> bool:  # noqa: ARG002  azure-core's signature
        """Say yes to 408, 429, 500, 502, 503, 504, and to a conflict with an operation still running."""
        answer = response.http_response
        if answer.status_code in _RETRIED:
            return True
        if answer.status_code != _CONFLICT:
            return False
        error = arm_error(answer.status_code, answer.text(), answer.headers.get("x-ms-error-code", ""))
        return error.code == "AnotherOperationInProgress"

    def get_backoff_time(self, settings: dict[str, Any]) -> float:
        """Return the wait before the next try, when the service named none."""
        return self._waits[len(settings["history"]) - 1]


def common_policies(pace: Pace, user_agent: str) -> list[Any]:
    """Return the policies that every request passes, tokens aside."""
    return [
        LoopbackOnly(),
        RequestIdPolicy(),
        HeadersPolicy({"Accept": "application/json"}),
        UserAgentPolicy(base_user_agent=user_agent),
        Retry(pace),
    ]


def transport() -> AioHttpTransport:
    """Return a transport that trusts what the operating system trusts, or SSL_CERT_FILE where it is set.

    Proxies of the environment are not asked: the other end is this machine.
    """
    context = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") or None)
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(ssl=context, limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
    )
    return AioHttpTransport(session=session, session_owner=False)
