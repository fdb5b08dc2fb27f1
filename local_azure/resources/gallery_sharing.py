"""
The `share` action of a gallery: who may use it beyond its own directory's roles, and its going public.

A gallery is made for direct sharing (`Groups`) or for the community (`Community`), and stays what it was made for:
the action says with whom, and `Reset` takes everything back and makes it private. What was made for sharing may be
set to its own kind again by a PUT; a gallery that was made private stays private.

Sources: https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct, …/share-gallery-community; that a
reset gallery reads `Private` is in the recordings of the Azure CLI's tests.
"""

from collections.abc import Callable

from local_azure import errors, operations
from local_azure.resources import content, scope
from local_azure.resources.base import Call
from local_azure.store import Json, Resource

SHARED = "shared"
"""Under which a gallery keeps, out of sight, with whom it is shared: ids by kind."""
MADE_FOR = "madeFor"
"""Under which it keeps what it was made for."""
_LIMITS = {"Subscriptions": 30, "AADTenants": 5}
_NEEDS = {"Add": "Groups", "Remove": "Groups", "EnableCommunity": "Community"}
_WHERE = "sharingUpdate"


def groups(resource: Resource) -> list[Json]:
    """Return with whom a gallery is shared, as `$expand=SharingProfile/Groups` shows it."""
    shared: dict[str, list[str]] = resource.private.get(SHARED, {})
    return [{"type": kind, "ids": shared[kind]} for kind in _LIMITS if shared.get(kind)]


def is_shared(resource: Resource) -> bool:
    """Whether somebody has access that a reset takes away."""
    info: Json = resource.properties.get("sharingProfile", {}).get("communityGalleryInfo", {})
    return bool(groups(resource)) or info.get("communityGalleryEnabled") is True


def check_delete(resource: Resource) -> None:
    """Refuse the deletion of a gallery that is shared. Azure documents that, and no text."""
    if is_shared(resource):
        raise errors.operation_not_allowed(
            f"The gallery '{resource.id}' is shared and cannot be deleted. Reset its sharing profile first.",
            "gallery.properties.sharingProfile",
        )


def changed(resource: Resource, call: Call) -> tuple[Json, Json]:
    """Return the body and the private part that a call of the action leads to. Raises ArmError."""
    if operations.running(call.cloud, resource.key):
        raise errors.conflict(
            f"Another operation on the gallery '{resource.name}' is in progress. Try again when it has ended."
        )
    kind = content.text(call.body, "operationType")
    if kind not in _CHANGES:
        raise errors.invalid_parameter(
            f"{_WHERE}.operationType",
            f"The value '{kind}' of parameter 'operationType' is not allowed. "
            f"Allowed values are: {', '.join(_CHANGES)}.",
        )
    _check_permissions(resource, kind)
    asked = _groups(call, kind)
    profile: Json = dict(resource.properties.get("sharingProfile", {}))
    shared: dict[str, list[str]] = dict(resource.private.get(SHARED, {}))
    _CHANGES[kind](profile, shared, asked)
    body: Json = {**resource.body, "properties": {**resource.properties, "sharingProfile": profile}}
    return body, {**resource.private, SHARED: shared}


def _check_permissions(resource: Resource, kind: str) -> None:
    permissions = resource.properties.get("sharingProfile", {}).get("permissions", "Private")
    needed = _NEEDS.get(kind)
    if needed not in (None, permissions):
        raise errors.operation_not_allowed(
            f"The operation '{kind}' needs a gallery whose sharing profile permits '{needed}'; that of "
            f"'{resource.name}' permits '{permissions}'.",
            "gallery.properties.sharingProfile.permissions",
        )


def _groups(call: Call, kind: str) -> dict[str, list[str]]:
    given = content.items(call.body, "groups")
    if kind in ("Reset", "EnableCommunity"):
        if given:
            raise errors.parameter_not_allowed(f"{_WHERE}.groups")
        return {}
    asked: dict[str, list[str]] = {}
    for group in given:
        asked.setdefault(_type(group), []).extend(_ids(group))
    if not any(asked.values()):
        raise errors.missing_parameter(f"{_WHERE}.groups")
    return asked


def _type(group: Json) -> str:
    found = content.text(group, "type", f"{_WHERE}.groups")
    if found not in _LIMITS:
        raise errors.invalid_parameter(
            f"{_WHERE}.groups.type",
            f"The value '{found}' of parameter 'type' is not allowed. Allowed values are: {', '.join(_LIMITS)}.",
        )
    return found


def _ids(group: Json) -> list[str]:
    ids = [str(id_) for id_ in content.values(group, "ids", f"{_WHERE}.groups")]
    for id_ in ids:
        if not scope.GUID.fullmatch(id_):
            raise errors.invalid_parameter(f"{_WHERE}.groups.ids", f"The id '{id_}' is no GUID.")
    return ids


def _add(_: Json, shared: dict[str, list[str]], asked: dict[str, list[str]]) -> None:
    for kind, ids in asked.items():
        known = {id_.lower() for id_ in shared.get(kind, ())}
        more = [id_ for id_ in dict.fromkeys(map(str.lower, ids)) if id_ not in known]
        shared[kind] = [*shared.get(kind, ()), *more]
        if len(shared[kind]) > _LIMITS[kind]:
            raise errors.operation_not_allowed(
                f"A gallery is shared with at most {_LIMITS[kind]} {kind}, {len(shared[kind])} are asked for.",
                f"{_WHERE}.groups",
            )


def _remove(_: Json, shared: dict[str, list[str]], asked: dict[str, list[str]]) -> None:
    for kind, ids in asked.items():
        gone = {id_.lower() for id_ in ids}
        shared[kind] = [id_ for id_ in shared.get(kind, ()) if id_.lower() not in gone]


def _reset(profile: Json, shared: dict[str, list[str]], _: dict[str, list[str]]) -> None:
    shared.clear()
    profile["permissions"] = "Private"
    if "communityGalleryInfo" in profile:
        profile["communityGalleryInfo"] = {
            **profile["communityGalleryInfo"],
            "communityGalleryEnabled": False,
        }


def _enable_community(profile: Json, _: dict[str, list[str]], __: dict[str, list[str]]) -> None:
    profile["communityGalleryInfo"] = {**profile["communityGalleryInfo"], "communityGalleryEnabled": True}


_Change = Callable[[Json, dict[str, list[str]], dict[str, list[str]]], None]
_CHANGES: dict[str, _Change] = {
    "Add": _add,
    "Remove": _remove,
    "Reset": _reset,
    "EnableCommunity": _enable_community,
}
