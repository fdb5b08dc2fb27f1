"""Functions: reading one resource, and who the plugin is."""

import base64
import binascii
import json
from typing import cast

from local_azure.provider.arm import Arm
from local_azure.provider.cloud import ClientSecretCredential, Cloud
from local_azure.provider.configuration import Configuration
from local_azure.provider.errors import ProviderError
from local_azure.provider.resources import looked_up_type
from local_azure.provider.shapes import to_outputs
from local_azure.provider.values import Value, Values, text

CLIENT_CONFIG = "azure-native:authorization:getClientConfig"
CLIENT_TOKEN = "azure-native:authorization:getClientToken"  # noqa: S105  the name of a function


async def look_up(arm: Arm, subscription_id: str, token: str, arguments: Values) -> Values:
    """Read the resource that the arguments name. Raises ArmError for any status but 200."""
    kind = looked_up_type(token)
    query = {wire: value for wire, name in kind.lookup_query.items() if (value := text(arguments, name))}
    resource_id = kind.resource_id(subscription_id, arguments)
    try:
        body = await arm.get(resource_id, kind.api_version, query)
    except ProviderError as error:
        raise ProviderError(f"request failed {resource_id}: {error}") from error
    answered: Value = body.get("id")
    return {**to_outputs(kind, body), **({"id": answered} if answered else {})}


async def client_config(
    credential: ClientSecretCredential, cloud: Cloud, configuration: Configuration
) -> Values:
    """Return the ids of the service principal; its object id stands in its own token."""
    token = await credential.get_token(cloud.scope)
    return {
        "clientId": configuration.client_id,
        "objectId": _claim(token.token, "oid"),
        "subscriptionId": configuration.subscription_id,
        "tenantId": configuration.tenant_id,
    }


async def client_token(credential: ClientSecretCredential, cloud: Cloud, arguments: Values) -> Values:
    """Return a token for `endpoint`, or for ARM."""
    endpoint = text(arguments, "endpoint") or cloud.resource_manager.rstrip("/") + "/"
    return {"token": (await credential.get_token(f"{endpoint}/.default")).token}


def _claim(token: str, name: str) -> str:
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError, binascii.Error) as error:
        raise ProviderError("getting client config: the login endpoint's token is no JWT") from error
    return str(cast("dict[str, object]", claims).get(name, ""))
