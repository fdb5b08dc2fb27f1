"""Metadata, OpenID discovery and tokens over HTTP: the part of the service that needs no token."""

from collections.abc import Callable

from local_azure import identity
from local_azure.identity import TokenRefusedError
from local_azure.web.message import Answer, Request


def metadata(request: Request) -> Answer:
    """One object from 2020 on, the list of clouds before."""
    if request.api_version and request.api_version < "2020":
        return Answer(200, identity.metadata_list(request.base))
    return Answer(200, identity.metadata_object(request.base))


def openid(request: Request, tenant: str) -> Answer:
    """Return the authority document, for the tenant and for MSAL's names for 'any tenant'."""

    def answer() -> object:
        if tenant.lower() not in {*request.cloud.directory.tenants, "common", "organizations"}:
            raise TokenRefusedError(400, "invalid_tenant", 90002, f"Tenant '{tenant}' not found.")
        return identity.openid_configuration(request.base, tenant)

    return _or_refusal(request, answer)


def keys(_: Request, __: str) -> Answer:
    """No public keys: tokens are for this service alone, which keeps its own."""
    return Answer(200, {"keys": []})


def token(request: Request, tenant: str) -> Answer:
    """Client credentials."""
    return _or_refusal(
        request, lambda: identity.token_answer(request.cloud, tenant, request.form, request.base)
    )


def _or_refusal(request: Request, answer: Callable[[], object]) -> Answer:
    try:
        return Answer(200, answer())
    except TokenRefusedError as error:
        return Answer(error.status, error.body(request.cloud.clock.now()))
