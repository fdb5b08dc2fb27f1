"""Reading from Azure Resource Manager what azure-native has no function for: lists.

The token is the provider's own (`getClientToken`), so that there is nothing to configure a second time; the
address follows from what the plugin is configured with. Nothing is written from here.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import pulumi
from pulumi_azure_native import authorization

_ENDPOINTS = {
    "public": "https://management.azure.com",
    "usgovernment": "https://management.usgovcloudapi.net",
    "china": "https://management.chinacloudapi.cn",
}
_METADATA_VERSION = "2022-09-01"
_ABSENT = 404
_FINE = 200


@dataclass(frozen=True, slots=True)
class Arm:
    """Azure Resource Manager, as the provider of a component sees it."""

    endpoint: str
    token: str

    @classmethod
    def of(cls, parent: pulumi.Resource) -> "Arm":
        """Whichever Azure the provider of a resource works on."""
        opts = pulumi.InvokeOptions(parent=parent)
        return cls(_endpoint(), authorization.get_client_token(opts=opts).token)

    def list(self, path: str, api_version: str) -> Iterator[Mapping[str, Any]]:
        """Everything in a collection, page by page; nothing where what it lies in does not exist.

        Raises `pulumi.RunError` where Azure refuses or does not answer, after the usual retries.
        """
        url: str | None = f"{self.endpoint}{path}?api-version={api_version}"
        while url:
            page = _get(url, {"Authorization": f"Bearer {self.token}"})
            yield from page.get("value") or ()
            url = page.get("nextLink")


def _endpoint() -> str:
    config = pulumi.Config("azure-native")
    host = config.get("metadataHost") or os.environ.get("ARM_METADATA_HOSTNAME")
    if host:
        metadata = _get(f"https://{host}/metadata/endpoints?api-version={_METADATA_VERSION}", {})
        return str(metadata["resourceManager"]).rstrip("/")
    named = config.get("environment") or os.environ.get("ARM_ENVIRONMENT") or "public"
    if named not in _ENDPOINTS:
        raise pulumi.RunError(f"azure-native:environment is {named!r}; known are {', '.join(_ENDPOINTS)}")
    return _ENDPOINTS[named]


def _get(url: str, headers: Mapping[str, str]) -> dict[str, Any]:
    # Only who has versions made by others needs them, and they take a quarter of a second to import.
    from azure.core import PipelineClient  # noqa: PLC0415
    from azure.core.exceptions import AzureError  # noqa: PLC0415
    from azure.core.pipeline.policies import RetryPolicy  # noqa: PLC0415
    from azure.core.rest import HttpRequest  # noqa: PLC0415

    # The plugin trusts what SSL_CERT_FILE names; so does this.
    verify = os.environ.get("SSL_CERT_FILE") or True
    try:
        with PipelineClient[Any, Any](url, policies=[RetryPolicy()], connection_verify=verify) as client:
            answer = client.send_request(HttpRequest("GET", url, headers=dict(headers)))
            body = json.loads(answer.body() or b"{}")
    except (AzureError, ValueError) as error:
        raise pulumi.RunError(f"{_shown(url)} cannot be read: {error}") from None
    if answer.status_code == _ABSENT:
        return {}
    if answer.status_code != _FINE:
        raise pulumi.RunError(f"{_shown(url)} cannot be read: {answer.status_code} {_reason(body)}")
    return cast("dict[str, Any]", body)


def _reason(body: object) -> str:
    given = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    error: dict[str, Any] = given.get("error") or {}
    return f"{error.get('code', '')} {error.get('message', '')}".strip() or "without a reason"


def _shown(url: str) -> str:
    return url.partition("?")[0]
