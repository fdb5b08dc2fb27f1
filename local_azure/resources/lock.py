"""
Management locks at any scope, and what they refuse.

A lock on a scope holds for everything below it. `CanNotDelete` refuses a deletion, `ReadOnly` a change too, and
a deletion of what holds something locked is refused as well. Whether a lock refuses that another is made or
deleted no page says; here it does not, for whoever may manage locks has to be able to lift one.
"""

from local_azure import errors
from local_azure.cloud import Cloud
from local_azure.resources import content, scope
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of
from local_azure.store import Json, Resource

TYPE = "Microsoft.Authorization/locks"
_LEVELS = ("CanNotDelete", "ReadOnly", "NotSpecified")
DELETE, WRITE = "delete", "write"
_LONGEST_NAME, _LONGEST_NOTES = 260, 512


def refuse(cloud: Cloud, target: str, verb: str) -> None:
    """409 where a lock keeps a scope from being deleted (`delete`) or written (`write`)."""
    levels = ("CanNotDelete", "ReadOnly") if verb == DELETE else ("ReadOnly",)
    refusing = [
        lock.properties["scope"]
        for lock in _around(cloud, target, inside=verb == DELETE)
        if lock.properties["level"] in levels
    ]
    if refusing:
        raise errors.scope_locked(target, verb, dict.fromkeys(refusing))


def _around(cloud: Cloud, where: str, *, inside: bool) -> list[Resource]:
    """Return the locks on a scope and on those around it; also on those inside it."""
    key = scope.normal(where)
    subscription = "/".join(key.split("/")[:3])
    found = cloud.store.of_type(TYPE, under=subscription)
    return [one for one in found if _touches(key, scope.normal(one.properties["scope"]), inside=inside)]


def _touches(key: str, locked: str, *, inside: bool) -> bool:
    return f"{key}/".startswith(f"{locked}/") or (inside and locked.startswith(f"{key}/"))


def put(call: Call, where: str, name: str) -> tuple[Resource, bool]:
    """Create a lock, or replace its level and its notes."""
    scope.require_scope(call.cloud, where)
    sent = content.mapping(call.body, "properties")
    level = content.text(sent, "level", "properties")
    if not level:
        raise errors.invalid_lock("The lock level is required.")
    notes = content.text(sent, "notes", "properties")
    if len(notes) > _LONGEST_NOTES or len(name) > _LONGEST_NAME:
        raise errors.invalid_lock(f"Notes have at most {_LONGEST_NOTES} characters, a name {_LONGEST_NAME}.")
    body: Json = {"properties": {"level": one_of(level, _LEVELS, "level"), "scope": where}}
    body["properties"] |= {"notes": notes} if notes else {}
    if owners := content.items(sent, "owners", "properties"):
        body["properties"]["owners"] = owners
    id_ = f"{where}/providers/{TYPE}/{name}"
    stored = call.cloud.store.find(id_)
    resource = Resource(stored.id if stored else id_, TYPE, body)
    call.cloud.store.save(resource)
    return resource, stored is None


def get(call: Call, where: str, name: str) -> Resource:
    """Read one."""
    scope.require_scope(call.cloud, where)
    found = call.cloud.store.find(f"{where}/providers/{TYPE}/{name}")
    if found is None:
        raise errors.lock_not_found(name)
    return found


def collection(call: Call, where: str) -> list[Resource]:
    """Return the locks of a scope: its own, those around it and those below it."""
    scope.require_scope(call.cloud, where)
    return _around(call.cloud, where, inside=True)


def delete(call: Call, where: str, name: str) -> bool:
    """Delete a lock; whether there was one."""
    scope.require_scope(call.cloud, where)
    found = call.cloud.store.find(f"{where}/providers/{TYPE}/{name}")
    if found is not None:
        call.cloud.store.remove(found.key)
    return found is not None


def shown(lock: Resource) -> Json:
    """Return a lock as it is read."""
    properties = {name: value for name, value in lock.properties.items() if name != "scope"}
    return {"properties": properties, "id": lock.id, "type": TYPE, "name": lock.name}


def on(cloud: Cloud, at: Resource) -> list[Resource]:
    """Return the locks on one resource itself."""
    found = cloud.store.of_type(TYPE, under=at.key)
    return [one for one in found if scope.normal(one.properties["scope"]) == at.key]
