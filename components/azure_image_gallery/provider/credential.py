"""Who the plugin is: the way to log in that the settings choose, in the order in which azure-native chooses it.

Source: https://github.com/pulumi/pulumi-azure-native, `provider/pkg/provider/auth_azidentity.go`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from azure_image_gallery.provider.cloud import Cloud, trusted
from azure_image_gallery.provider.settings import Settings, SettingsError

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

_AUDIENCE = "api://AzureADTokenExchange"


def credential(settings: Settings, cloud: Cloud) -> "TokenCredential":
    """What gives tokens. Raises SettingsError where a setting is missing; nothing is asked for yet."""
    from azure import identity  # noqa: PLC0415  slow to import, and not needed to answer the engine

    common: dict[str, Any] = {"authority": cloud.authority, "connection_verify": trusted()}
    strict = {**common, "disable_instance_discovery": settings.flag("disableInstanceDiscovery")}
    if settings.flag("useDefaultAzureCredential"):
        return identity.DefaultAzureCredential(**common)
    if settings["clientCertificatePath"]:
        tenant, client = settings.require("a certificate", "tenantId", "clientId")
        password = settings["clientCertificatePassword"] or None
        path = settings["clientCertificatePath"]
        return identity.CertificateCredential(tenant, client, path, password=password, **strict)
    if settings["clientSecret"]:
        tenant, client = settings.require("a client secret", "tenantId", "clientId")
        return identity.ClientSecretCredential(tenant, client, settings["clientSecret"], **strict)
    if settings.flag("useOidc"):
        tenant, client = settings.require("OpenID Connect", "tenantId", "clientId")
        return identity.ClientAssertionCredential(tenant, client, lambda: assertion(settings), **strict)
    if settings.flag("useMsi"):
        return identity.ManagedIdentityCredential(client_id=settings["clientId"] or None)
    return identity.AzureCliCredential()


def assertion(settings: Settings) -> str:
    """The token that somebody else gave to whom we are: said, in a file, or asked for. Raises SettingsError."""
    if settings["oidcToken"]:
        return settings["oidcToken"]
    if settings["oidcTokenFilePath"]:
        return Path(settings["oidcTokenFilePath"]).read_text(encoding="utf-8").strip()
    url, token = settings.require("OpenID Connect, without a token,", "oidcRequestUrl", "oidcRequestToken")
    return _asked_for(url, token, settings["oidcAudience"] or _AUDIENCE)


def _asked_for(url: str, token: str, audience: str) -> str:
    from azure.core import PipelineClient  # noqa: PLC0415  as above
    from azure.core.rest import HttpRequest  # noqa: PLC0415

    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    with PipelineClient[Any, Any](url, policies=[]) as client:
        answer = client.send_request(HttpRequest("GET", url, params={"audience": audience}, headers=headers))
        value: Any = answer.json().get("value") if answer.status_code == 200 else None  # noqa: PLR2004  HTTP's
    if not isinstance(value, str):
        raise SettingsError(f"no token for {audience} is given at oidcRequestUrl: {answer.status_code}")
    return value
