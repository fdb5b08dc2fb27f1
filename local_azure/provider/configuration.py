"""Where the plugin finds ARM, and as whom: azure-native's own settings, for a local Azure only.

A setting is read from the provider's configuration (`azure-native:metadataHost`), then from the environment
(`ARM_METADATA_HOSTNAME`). Everything else about the cloud comes from the metadata document of that host.
"""

import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from local_azure.provider.errors import ConfigurationError

_PREFIX = "azure-native:config:"
_ENVIRONMENT = {
    "metadataHost": "ARM_METADATA_HOSTNAME",
    "subscriptionId": "ARM_SUBSCRIPTION_ID",
    "tenantId": "ARM_TENANT_ID",
    "auxiliaryTenantIds": "ARM_AUXILIARY_TENANT_IDS",
    "clientId": "ARM_CLIENT_ID",
    "clientSecret": "ARM_CLIENT_SECRET",
    "disableInstanceDiscovery": "ARM_DISABLE_INSTANCE_DISCOVERY",
    "skipReadOnUpdate": "ARM_SKIP_READ_ON_UPDATE",
    "location": "",
    "partnerId": "ARM_PARTNER_ID",
    "disablePulumiPartnerId": "ARM_DISABLE_PULUMI_PARTNER_ID",
}
_PULUMI_PARTNER_ID = "a90539d8-a7a6-5826-95c4-1fbef22d4b22"
_REQUIRED = ("metadataHost", "subscriptionId", "tenantId", "clientId", "clientSecret")


@dataclass(frozen=True)
class Configuration:
    """Settings of one provider. `metadata_host` may carry a scheme; `location` is empty when none is set."""

    metadata_host: str
    subscription_id: str
    tenant_id: str
    auxiliary_tenant_ids: tuple[str, ...]
    """Tenants of which a token is sent beside, for what a request names in them."""
    client_id: str
    client_secret: str
    location: str
    skip_read_on_update: bool
    user_agent: str

    @property
    def metadata_url(self) -> str:
        """Address of the document that describes the cloud."""
        host = self.metadata_host if "://" in self.metadata_host else f"https://{self.metadata_host}"
        return f"{host}/metadata/endpoints?api-version=2022-09-01"


def read_configuration(variables: Mapping[str, str], environment: Mapping[str, str]) -> Configuration:
    """Read the settings. Raises ConfigurationError when one is missing or the host is not this machine."""
    settings = {
        name: variables.get(_PREFIX + name, variables.get(name, environment.get(variable, "")))
        for name, variable in _ENVIRONMENT.items()
    }
    missing = [f"azure-native:{name} ({_ENVIRONMENT[name]})" for name in _REQUIRED if not settings[name]]
    if missing:
        raise ConfigurationError(
            f"the local stand-in for azure-native is not told {', '.join(missing)}: set them"
        )
    configuration = Configuration(
        metadata_host=settings["metadataHost"],
        subscription_id=settings["subscriptionId"],
        tenant_id=settings["tenantId"],
        auxiliary_tenant_ids=_ids(settings["auxiliaryTenantIds"]),
        client_id=settings["clientId"],
        client_secret=settings["clientSecret"],
        location=settings["location"],
        skip_read_on_update=settings["skipReadOnUpdate"] == "true",
        user_agent=_user_agent(settings["partnerId"], disabled=settings["disablePulumiPartnerId"] == "true"),
    )
    require_loopback(configuration.metadata_url)
    if settings["disableInstanceDiscovery"].lower() not in {"true", "1"}:
        raise ConfigurationError(
            "azure-native would ask login.microsoftonline.com about a host of its own: "
            "set azure-native:disableInstanceDiscovery (ARM_DISABLE_INSTANCE_DISCOVERY) to true"
        )
    return configuration


def require_loopback(url: str) -> None:
    """Raise ConfigurationError unless the address is on this machine."""
    host = urlsplit(url).hostname or ""
    if host != "localhost" and not _is_loopback_address(host):
        raise ConfigurationError(
            f"this is the local stand-in for the azure-native plugin and it talks to a local Azure only: "
            f"'{host}' is not a loopback host such as 127.0.0.1; for the real Azure, use the real plugin"
        )


def _ids(text: str) -> tuple[str, ...]:
    """Return the ids of a JSON list, the form in which the setting comes. Raises ConfigurationError."""
    try:
        found: object = json.loads(text or "[]")
    except ValueError as error:
        raise ConfigurationError(f"failed to unmarshal '{text}' as Auxiliary Tenants: {error}") from error
    if not isinstance(found, list):
        raise ConfigurationError(f"failed to unmarshal '{text}' as Auxiliary Tenants: it is no list")
    return tuple(map(str, cast("list[object]", found)))


def _user_agent(partner_id: str, *, disabled: bool) -> str:
    partner = partner_id or ("" if disabled else _PULUMI_PARTNER_ID)
    return f"pulumi-azure-native/3.29.0{f' pid-{partner}' if partner else ''}"


def _is_loopback_address(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
