"""
What a client reads before it calls ARM: cloud metadata in both shapes, OpenID discovery, and access tokens.

Tokens look like Entra's (a JWT with the claims that clients look at) and are signed with a key of this
local Azure's own; nothing outside it would accept one.
"""

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from typing import Any

from local_azure import errors
from local_azure.clock import gateway_time
from local_azure.cloud import Cloud
from local_azure.directory import Principal
from local_azure.store import Json

AUDIENCES = ("https://management.azure.com", "https://management.core.windows.net")
_LIFETIME = 86399


def metadata_object(base: str) -> Json:
    """`/metadata/endpoints?api-version=2022-09-01`, as the azure-native plugin and azurerm read it."""
    return {
        "name": "LocalAzure",
        "portal": base,
        "authentication": {
            "loginEndpoint": base,
            "audiences": list(AUDIENCES),
            "tenant": "common",
            "identityProvider": "AAD",
        },
        "resourceManager": base,
        "graphAudience": f"{base}/graph",
        "graph": f"{base}/graph",
        "microsoftGraphResourceId": f"{base}/graph",
        "suffixes": _SUFFIXES,
    }


def metadata_list(base: str) -> list[Json]:
    """Return the 2019 shape, a list of clouds, as the Azure CLI reads it from `ARM_CLOUD_METADATA_URL`."""
    return [metadata_object(base)]


_SUFFIXES = {
    "storage": "core.windows.net",
    "keyVaultDns": "vault.azure.net",
    "acrLoginServer": "azurecr.io",
    "mhsmDns": "managedhsm.azure.net",
}


def openid_configuration(base: str, tenant: str) -> Json:
    """Return the authority document. The issuer has the authority's own host, which MSAL checks."""
    return {
        "token_endpoint": f"{base}/{tenant}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        "jwks_uri": f"{base}/{tenant}/discovery/v2.0/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": f"{base}/{tenant}/v2.0",
        "authorization_endpoint": f"{base}/{tenant}/oauth2/v2.0/authorize",
    }


class TokenRefusedError(Exception):
    """The token endpoint's refusal, in OAuth's shape."""

    def __init__(self, status: int, error: str, number: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self._fields = (error, number, message)

    def body(self, now: float) -> Json:
        """As Entra writes it."""
        error, number, message = self._fields
        return {
            "error": error,
            "error_description": f"AADSTS{number}: {message}",
            "error_codes": [number],
            "timestamp": gateway_time(now),
            "trace_id": str(uuid.uuid4()),
            "correlation_id": str(uuid.uuid4()),
        }


def token_answer(cloud: Cloud, tenant: str, form: Mapping[str, str], base: str) -> Json:
    """Answer a client-credentials request; `TokenRefusedError` if it is not one we can grant."""
    if tenant.lower() not in cloud.directory.tenants:
        raise TokenRefusedError(400, "invalid_request", 90002, f"Tenant '{tenant}' not found.")
    if form.get("grant_type") != "client_credentials":
        raise TokenRefusedError(
            400, "unsupported_grant_type", 70003, "local Azure grants client_credentials only."
        )
    client = cloud.directory.client(form.get("client_id", ""), tenant)
    if client is None:
        message = f"Application with identifier '{form.get('client_id', '')}' was not found in the directory."
        raise TokenRefusedError(400, "unauthorized_client", 700016, message)
    if not hmac.compare_digest(form.get("client_secret", "").encode(), client.secret.encode()):
        raise TokenRefusedError(401, "invalid_client", 7000215, "Invalid client secret provided.")
    audience = _audience(form.get("scope") or form.get("resource", ""), base)
    token = issue(cloud, client, audience, base)
    return {
        "token_type": "Bearer",
        "expires_in": _LIFETIME,
        "ext_expires_in": _LIFETIME,
        "refresh_in": _LIFETIME // 2,
        "access_token": token,
    }


def _audience(scope: str, base: str) -> str:
    """`<audience>/.default` and `<audience>//.default` both name the audience."""
    for audience in (*AUDIENCES, base):
        if scope.removesuffix("/.default").rstrip("/") == audience:
            return audience
    message = f"The resource principal named '{scope}' was not found in the tenant."
    raise TokenRefusedError(400, "invalid_resource", 500011, message)


def issue(cloud: Cloud, client: Principal, audience: str, base: str) -> str:
    """Return an access token."""
    now = int(cloud.clock.now())
    tenant = client.tenant
    claims = {
        "aud": audience, "iss": f"{base}/{tenant}/v2.0", "iat": now, "nbf": now, "exp": now + _LIFETIME,
        "appid": client.client_id, "idtyp": "app", "oid": client.object_id, "sub": client.object_id,
        "tid": tenant, "ver": "1.0",
    }  # fmt: skip
    signed = f"{_encode({'typ': 'JWT', 'alg': 'HS256'})}.{_encode(claims)}"
    return f"{signed}.{_signature(cloud, signed)}"


def caller(cloud: Cloud, header: str, base: str) -> Principal:
    """Who sends a request, from its `Authorization` header; 401 if that cannot be said."""
    scheme, _, token = header.partition(" ")
    signed, _, signature = token.strip().rpartition(".")
    expected = _signature(cloud, signed).encode()
    if scheme.lower() != "bearer" or not hmac.compare_digest(signature.encode(), expected):
        raise errors.invalid_token()
    claims = _decode(signed.split(".")[1])
    if claims["exp"] <= cloud.clock.now():
        raise errors.invalid_token("The access token expiry UTC time has passed.")
    principal = cloud.directory.find(claims["oid"])
    if principal is None or claims["aud"] not in (*AUDIENCES, base):
        raise errors.invalid_token("The access token has been obtained for the wrong audience or principal.")
    return principal


def auxiliary(cloud: Cloud, header: str, base: str) -> frozenset[str]:
    """Return the tenants of the tokens that come beside the caller's own; 401 for one that is not ours.

    Source: https://learn.microsoft.com/azure/azure-resource-manager/management/authenticate-multi-tenant.
    """
    tokens = [token for part in header.split(",") for token in part.split(";") if token.strip()]
    return frozenset(caller(cloud, token.strip(), base).tenant for token in tokens)


def check_tenant(cloud: Cloud, principal: Principal, path: str) -> None:
    """Refuse a token of another tenant than the one that the subscription of a path is in."""
    _, _, below = path.partition("/subscriptions/")
    home = cloud.directory.home_of(below.partition("/")[0])
    if path.lower().startswith("/subscriptions/") and home != principal.tenant:
        raise errors.wrong_tenant(principal.tenant, home)


def _signature(cloud: Cloud, signed: str) -> str:
    return _text(hmac.new(cloud.token_key(), signed.encode(), hashlib.sha256).digest())


def _encode(part: Json) -> str:
    return _text(json.dumps(part, separators=(",", ":")).encode())


def _decode(part: str) -> dict[str, Any]:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
