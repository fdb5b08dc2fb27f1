"""
Managed identities of a resource: the ids it names, and those that Azure gives.

An identity of the resource's own is the same for as long as the resource has its id. The identities that are
named are taken to exist: another provider makes them.
"""

import uuid

from local_azure import errors, ids
from local_azure.resources import content
from local_azure.resources.base import Call
from local_azure.store import Json

_TYPE = "microsoft.managedidentity/userassignedidentities"
_NAMESPACE = uuid.UUID("eeeeeeee-d000-4000-8000-000000000001")
_NAMED = ("UserAssigned", "SystemAssigned, UserAssigned")
_OWN = ("SystemAssigned", "SystemAssigned, UserAssigned")
_TYPES = ("None", "SystemAssigned", *_NAMED)


def shaped(call: Call) -> Json:
    """Return the identities that a body asks for, with their ids in the directory; empty without any."""
    sent = content.mapping(call.body, "identity")
    if not sent:
        return {}
    kind = _kind(content.text(sent, "type", "identity"))
    named = content.mapping(sent, "userAssignedIdentities", "identity")
    if bool(named) != (kind in _NAMED):
        raise errors.invalid_identity(f"identity.userAssignedIdentities does not go with the type '{kind}'.")
    identity: Json = {"type": kind}
    if kind in _OWN:
        identity |= {"principalId": _made("own", call.id.key), "tenantId": call.cloud.directory.tenant}
    if named:
        identity["userAssignedIdentities"] = {one: _assigned(one) for one in named}
    return identity


def _kind(given: str) -> str:
    known = {one.replace(" ", "").lower(): one for one in _TYPES}
    kind = known.get(given.replace(" ", "").lower())
    if kind is None:
        raise errors.invalid_identity(f"The identity type '{given}' is not one of {'; '.join(_TYPES)}.")
    return kind


def _assigned(given: str) -> Json:
    id_ = ids.parse(given)
    if id_ is None or id_.type_key != _TYPE:
        raise errors.invalid_identity(f"'{given}' is not the id of a user-assigned identity.")
    return {"clientId": _made("client", id_.key), "principalId": _made("principal", id_.key)}


def _made(what: str, key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{what}|{key}"))
