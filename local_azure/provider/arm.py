"""Requests to ARM: read, look before creating, write, delete.

Long-running operations are azure-core's to wait for.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import parse_qs, unquote_plus, urlencode, urljoin, urlsplit

from azure.core.exceptions import AzureError, HttpResponseError
from azure.core.pipeline import PipelineResponse
from azure.core.pipeline.policies import AsyncBearerTokenCredentialPolicy
from azure.core.pipeline.transport import AioHttpTransport
from azure.core.polling import AsyncLROPoller
from azure.core.polling.base_polling import LocationPolling, StatusCheckPolling
from azure.core.rest import AsyncHttpResponse, HttpRequest
from azure.mgmt.core import AsyncARMPipelineClient
from azure.mgmt.core.policies import (
    AsyncARMAutoResourceProviderRegistrationPolicy,
    AsyncAuxiliaryAuthenticationPolicy,
)
from azure.mgmt.core.polling.arm_polling import AzureAsyncOperationPolling, BodyContentPolling
from azure.mgmt.core.polling.async_arm_polling import AsyncARMPolling

from local_azure.provider.cloud import ClientSecretCredential, Cloud
from local_azure.provider.errors import NOT_FOUND, ProviderError, arm_error, from_azure
from local_azure.provider.pipeline import Pace, common_policies
from local_azure.provider.values import Values

_OK, _ACCEPTED, _NO_CONTENT = 200, 202, 204
_WRITTEN = (200, 201, 202)
_DELETED = (200, 202, 204)

_Answer = PipelineResponse[HttpRequest, AsyncHttpResponse]


@dataclass(frozen=True)
class Accepted:
    """A write that Azure accepted; `finish` waits for its end and returns the resource's body."""

    finish: Callable[[], Awaitable[Values]]


class Arm:
    """ARM of one cloud, as one service principal. Ids are paths; errors are ProviderErrors."""

    def __init__(
        self,
        cloud: Cloud,
        credential: ClientSecretCredential,
        sender: AioHttpTransport,
        user_agent: str,
        pace: Pace,
        others: Sequence[ClientSecretCredential] = (),
    ) -> None:
        beside = [AsyncAuxiliaryAuthenticationPolicy(others, cloud.scope)] if others else []
        policies: list[Any] = [
            AsyncARMAutoResourceProviderRegistrationPolicy(),
            *common_policies(pace, user_agent),
            AsyncBearerTokenCredentialPolicy(credential, cloud.scope),
            *beside,
        ]
        self._host = cloud.resource_manager.rstrip("/")
        self._pace = pace
        self._client: AsyncARMPipelineClient[HttpRequest, AsyncHttpResponse] = AsyncARMPipelineClient(
            base_url=self._host, policies=policies, transport=sender
        )

    async def get(self, resource_id: str, api_version: str, query: Mapping[str, str] | None = None) -> Values:
        """Read a resource. Raises ArmError for any status but 200."""
        answer = await self._send("GET", resource_id, api_version, query=query)
        return _json(_expect(answer, (_OK,)))

    async def require_absent(self, resource_id: str, api_version: str) -> None:
        """Raise ProviderError when the resource exists already, or when that cannot be told."""
        response = (await self._send("GET", resource_id, api_version)).http_response
        if response.status_code == _OK:
            if _is_object_with_members(response):
                raise ProviderError(f"cannot create already existing resource '{resource_id}'")
        elif response.status_code not in (_NO_CONTENT, NOT_FOUND):
            raise ProviderError(
                f"cannot check existence of resource '{resource_id}': "
                f"status code {response.status_code}, {response.text()}"
            )

    async def put(self, resource_id: str, api_version: str, body: Values, *, long_running: bool) -> Accepted:
        """Send a whole resource. Raises ArmError when Azure refuses it at once."""
        answer = await self._send("PUT", resource_id, api_version, body=body)
        response = _expect(answer, _WRITTEN)

        async def finish() -> Values:
            if long_running or response.status_code == _ACCEPTED:
                return await self._finish(answer, self._pace.write_poll, api_version)
            return _json(response)

        return Accepted(finish)

    async def delete(self, resource_id: str, api_version: str, *, long_running: bool) -> None:
        """Delete a resource and wait for its end. One that is not there is deleted."""
        answer = await self._send("DELETE", resource_id, api_version)
        response = answer.http_response
        if response.status_code == NOT_FOUND:
            return
        _expect(answer, _DELETED)
        if long_running:
            await self._finish(answer, self._pace.delete_poll, api_version)

    async def _finish(self, answer: _Answer, frequency: float, api_version: str) -> Values:
        polling = _Polling(
            timeout=frequency,
            lro_algorithms=[
                AzureAsyncOperationPolling(),
                _Location(self._host, api_version),
                BodyContentPolling(),
                StatusCheckPolling(),
            ],
        )
        poller: AsyncLROPoller[Values] = AsyncLROPoller(
            self._client, answer, lambda last: _json(last.http_response), polling
        )
        try:
            return await poller.result()
        except HttpResponseError as error:
            if answer.http_request.method == "DELETE" and error.status_code == NOT_FOUND:
                return {}
            raise from_azure(error) from error
        except AzureError as error:
            raise from_azure(error) from error

    async def _send(
        self,
        method: str,
        resource_id: str,
        api_version: str,
        *,
        body: Values | None = None,
        query: Mapping[str, str] | None = None,
    ) -> _Answer:
        # Unescaped once and escaped again, so that a value the user escaped already is not escaped twice.
        given = {name: unquote_plus(value) for name, value in (query or {}).items()}
        parameters = urlencode({**given, "api-version": api_version})
        request = HttpRequest(method, f"{self._host}{resource_id}?{parameters}", json=body)
        if body is not None:
            request.headers["Content-Type"] = "application/json; charset=utf-8"
        try:
            answer = await self._client.send_request(request, _return_pipeline_response=True)
        except AzureError as error:
            raise from_azure(error) from error
        return cast("_Answer", answer)


class _Polling(AsyncARMPolling):
    """azure-core's polling, which asks at once; but a Retry-After of the first answer is waited for."""

    async def _poll(self) -> None:
        headers = cast("_Answer", self._initial_response).http_response.headers  # pyright: ignore[reportUnknownMemberType]  azure-core leaves it open
        if any(headers.get(name) for name in ("Retry-After", "retry-after-ms", "x-ms-retry-after-ms")):
            await self._delay()
        await super()._poll()


class _Location(LocationPolling[Any, Any]):
    """azure-core's polling of a Location, made absolute and given an api-version where it has none."""

    def __init__(self, host: str, api_version: str) -> None:
        self._host = host
        self._api_version = api_version

    def get_polling_url(self) -> str:
        url = urljoin(self._host, super().get_polling_url())
        if "api-version" in parse_qs(urlsplit(url).query):
            return url
        return f"{url}{'&' if '?' in url else '?'}api-version={self._api_version}"


def _expect(answer: _Answer, statuses: tuple[int, ...]) -> AsyncHttpResponse:
    response = answer.http_response
    if response.status_code not in statuses:
        raise arm_error(response.status_code, response.text(), response.headers.get("x-ms-error-code", ""))
    return response


def _json(response: AsyncHttpResponse) -> Values:
    if not response.text():
        return {}
    try:
        document = response.json()
    except ValueError as error:
        raise ProviderError(
            f"unexpected response from Azure: '{response.text()}', HTTP status: {response.status_code}"
        ) from error
    return cast("Values", document)


def _is_object_with_members(response: AsyncHttpResponse) -> bool:
    try:
        document = response.json()
    except ValueError:
        return False
    return isinstance(document, dict) and bool(cast("dict[str, object]", document))
