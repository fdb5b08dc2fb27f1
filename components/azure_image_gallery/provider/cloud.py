"""Where Azure Resource Manager is, and where tokens for it come from: a known cloud, or what a host describes.

Sources: https://learn.microsoft.com/azure/developer/python/sdk/authentication/local-development-service-principal and
the metadata document of each cloud (`https://management.azure.com/metadata/endpoints?api-version=2022-09-01`).
"""

import os
from dataclasses import dataclass
from typing import Any

from azure_image_gallery.provider.settings import Settings, SettingsError

_METADATA = "/metadata/endpoints?api-version=2022-09-01"
_FINE = 200


@dataclass(frozen=True, slots=True)
class Cloud:
    """Addresses of one cloud."""

    endpoint: str
    """Azure Resource Manager's."""
    authority: str
    """Where a person or a program logs in."""
    audience: str
    """What a token is asked for."""

    @property
    def scope(self) -> str:
        """The scope of a token."""
        return f"{self.audience.rstrip('/')}/.default"


_CHINA = Cloud(
    "https://management.chinacloudapi.cn",
    "https://login.chinacloudapi.cn",
    "https://management.chinacloudapi.cn",
)
_GOVERNMENT = Cloud(
    "https://management.usgovcloudapi.net",
    "https://login.microsoftonline.us",
    "https://management.usgovcloudapi.net",
)
_PUBLIC = Cloud(
    "https://management.azure.com", "https://login.microsoftonline.com", "https://management.azure.com"
)
_NAMED = {
    **dict.fromkeys(("", "public", "azurecloud", "azurepubliccloud"), _PUBLIC),
    **dict.fromkeys(("usgovernment", "azureusgovernment", "azureusgovernmentcloud"), _GOVERNMENT),
    **dict.fromkeys(("china", "azurechina", "azurechinacloud"), _CHINA),
}


def find_cloud(settings: Settings) -> Cloud:
    """The cloud that the settings choose, as azure-native chooses it. Raises SettingsError."""
    own = [settings[key] for key in _OWN]
    if all(own):
        return Cloud(own[0].rstrip("/"), own[1], own[2])
    if settings["metadataHost"]:
        return _described(settings["metadataHost"])
    name = settings["environment"].lower()
    if name not in _NAMED:
        raise SettingsError(f"azure-native:environment is {name!r}, allowed: public, usgovernment, china")
    return _NAMED[name]


_OWN = ("resourceManagerEndpoint", "activeDirectoryAuthorityHost", "resourceManagerAudience")


def trusted() -> str | bool:
    """What a connection trusts: the file that `SSL_CERT_FILE` names, as for azure-native, else what is usual."""
    return os.environ.get("SSL_CERT_FILE") or True


def _described(host: str) -> Cloud:
    document = _get(f"{host if '://' in host else f'https://{host}'}{_METADATA}")
    try:
        login = document["authentication"]
        endpoint = str(document["resourceManager"]).rstrip("/")
        return Cloud(endpoint, str(login["loginEndpoint"]), str(login["audiences"][0]))
    except (KeyError, IndexError, TypeError) as error:
        raise SettingsError(f"the metadata document of {host} has no {error}") from None


def _get(url: str) -> Any:  # noqa: ANN401  JSON
    from azure.core import PipelineClient  # noqa: PLC0415  slow to import, and not needed to answer the engine
    from azure.core.exceptions import AzureError  # noqa: PLC0415
    from azure.core.pipeline.policies import RetryPolicy  # noqa: PLC0415
    from azure.core.rest import HttpRequest  # noqa: PLC0415

    try:
        with PipelineClient[Any, Any](url, policies=[RetryPolicy()], connection_verify=trusted()) as client:
            answer = client.send_request(HttpRequest("GET", url))
            if answer.status_code == _FINE:
                return answer.json()
    except (AzureError, ValueError) as error:
        raise SettingsError(f"{url} cannot be read: {error}") from None
    raise SettingsError(f"{url} answers {answer.status_code} and not with a metadata document")
