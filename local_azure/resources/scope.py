"""Scopes of role assignments and definitions: which ids can be one, and what lies above and below it."""

import re

from local_azure import errors, ids
from local_azure.cloud import Cloud
from local_azure.resources.base import not_found

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MANAGEMENT_GROUP = re.compile(r"/providers/Microsoft\.Management/managementGroups/[^/]+", re.IGNORECASE)


def require_scope(cloud: Cloud, scope: str) -> None:
    """404 for a scope that doesn't exist. The root and management groups are taken to exist."""
    if not scope or _MANAGEMENT_GROUP.fullmatch(scope):
        return
    id_ = ids.parse(scope)
    if id_ is None:
        raise errors.invalid_resource_type(scope)
    if cloud.store.find(f"/subscriptions/{id_.subscription}") is None:
        raise errors.subscription_not_found(id_.subscription)
    if id_.group and cloud.store.find(id_.group_id.key) is None:
        raise errors.group_not_found(id_.group)
    if cloud.store.find(id_.key) is None:
        raise not_found(id_)


def normal(scope: str) -> str:
    """Return a scope as ids are compared; the root is empty."""
    id_ = ids.parse(scope)
    return id_.key if id_ else scope.rstrip("/").lower()


def covers(outer: str, inner: str) -> bool:
    """Whether one scope is another, or lies around it. Management groups lie around everything here."""
    outer, inner = normal(outer), normal(inner)
    return (
        not outer
        or inner == outer
        or inner.startswith(f"{outer}/")
        or bool(_MANAGEMENT_GROUP.fullmatch(outer))
    )


def below_subscription(scope: str) -> str:
    """Return the subscription of a scope, as an id; empty for scopes above."""
    id_ = ids.parse(scope)
    return f"/subscriptions/{id_.subscription}" if id_ else ""
