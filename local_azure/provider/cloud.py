"""The cloud behind a metadata host, and a credential for it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, cast

from azure.core import AsyncPipelineClient
from azure.core.credentials import AccessToken
from azure.core.exceptions import AzureError, ClientAuthenticationError
from azure.core.rest import AsyncHttpResponse, HttpRequest

from local_azure.provider.configuration import Configuration, require_loopback
from local_azure.provider.errors import ConfigurationError, from_azure

Client = AsyncPipelineClient[HttpRequest, AsyncHttpResponse]

_OK = 200


@dataclass(frozen=True)
class Cloud:
    """Addresses of one cloud; `audience` is what a token for ARM is asked for."""

    resource_manager: str
    login: str
    audience: str

    @property
    def scope(self) -> str:
        """The scope of a token for ARM."""
        return f"{self.audience}/.default"


async def find_cloud(client: Client, configuration: Configuration) -> Cloud:
    """Read the metadata document. Raises ConfigurationError without one, or when it points elsewhere."""
    url = configuration.metadata_url
    try:
        response = await client.send_request(HttpRequest("GET", url))
    except AzureError as error:
        raise ConfigurationError(
            f"no Azure answers at {url} ({error.message}); start the local Azure, "
            "and let SSL_CERT_FILE name its certificate authority"
        ) from error
    if response.status_code != _OK:
        raise ConfigurationError(f"{url} answers {response.status_code} and not with a metadata document")
    return _cloud(url, response.json())


def _cloud(url: str, document: Mapping[str, Any]) -> Cloud:
    try:
        authentication = document["authentication"]
        cloud = Cloud(
            resource_manager=str(document["resourceManager"]),
            login=str(authentication["loginEndpoint"]).rstrip("/"),
            audience=str(authentication["audiences"][0]),
        )
    except (KeyError, IndexError, TypeError) as error:
        raise ConfigurationError(f"the metadata document of {url} has no {error}") from error
    require_loopback(cloud.resource_manager)
    require_loopback(cloud.login)
    return cloud


class ClientSecretCredential:
    """A service principal's secret, exchanged for tokens at the cloud's own login endpoint.

    It keeps no token: azure-core's bearer policy does.
    """

    def __init__(self, client: Client, cloud: Cloud, configuration: Configuration) -> None:
        self._client = client
        self._url = f"{cloud.login}/{configuration.tenant_id}/oauth2/v2.0/token"
        self._form = {
            "grant_type": "client_credentials",
            "client_id": configuration.client_id,
            "client_secret": configuration.client_secret,
            "client_info": "1",
        }

    async def get_token(self, *scopes: str, **_: Any) -> AccessToken:  # noqa: ANN401  azure-core's options, none of which matters here
        """Ask for a token. Raises ClientAuthenticationError when it is refused."""
        form = {**self._form, "scope": " ".join(scopes)}
        response = await self._client.send_request(HttpRequest("POST", self._url, data=form))
        if response.status_code != _OK:
            error = ClientAuthenticationError(response=cast("Any", response))
            raise ClientAuthenticationError(f"{self._url} gives no token: {from_azure(error)}")
        document = response.json()
        return AccessToken(document["access_token"], int(time.time()) + int(document["expires_in"]))

    async def close(self) -> None:
        """Do nothing: the client belongs to the plugin."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        await self.close()
