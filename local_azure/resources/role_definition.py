"""Role definitions: the built-in ones that matter to galleries, and custom ones by PUT."""

from local_azure import errors
from local_azure.clock import gateway_time
from local_azure.cloud import Cloud
from local_azure.directory import Principal
from local_azure.resources import content, scope
from local_azure.resources.built_in_roles import BUILT_IN_ROLES, BuiltInRole
from local_azure.store import Json, Resource

TYPE = "Microsoft.Authorization/roleDefinitions"
_BUILT_IN_SINCE = "2022-01-01T00:00:00.0000000Z"
_LISTS = ("actions", "notActions", "dataActions", "notDataActions")


def find(cloud: Cloud, guid: str) -> Json | None:
    """Return the properties of a role."""
    for role in BUILT_IN_ROLES:
        if role.guid == guid.lower():
            return _built_in(role)
    stored = cloud.store.find(_key(guid))
    return stored.properties if stored else None


def get(cloud: Cloud, where: str, guid: str) -> Json:
    """Read one, as seen from a scope."""
    found = find(cloud, guid)
    if found is None:
        raise errors.role_definition_missing(guid, status=404)
    return _shown(where, guid.lower(), found)


def collection(cloud: Cloud, where: str) -> list[Json]:
    """All that can be assigned at a scope."""
    scope.require_scope(cloud, where)
    roles = {role.guid: _built_in(role) for role in BUILT_IN_ROLES}
    for stored in cloud.store.of_type(TYPE, under="/providers/microsoft.authorization/roledefinitions"):
        if any(scope.covers(one, where) for one in stored.properties["assignableScopes"]):
            roles[stored.name] = stored.properties
    return [_shown(where, guid, properties) for guid, properties in roles.items()]


def put(cloud: Cloud, caller: Principal, where: str, guid: str, body: Json) -> Json:
    """Create or replace a custom role."""
    scope.require_scope(cloud, where)
    if not scope.GUID.fullmatch(guid):
        raise errors.invalid_role_definition(
            f"The role definition ID '{guid}' is not valid. It must be a GUID."
        )
    if any(role.guid == guid.lower() for role in BUILT_IN_ROLES):
        raise errors.invalid_role_definition("A built-in role cannot be changed.")
    sent = content.mapping(body, "properties")
    name = _name(cloud, guid, sent)
    now = gateway_time(cloud.clock.now())
    before = cloud.store.find(_key(guid))
    properties: Json = {
        "roleName": name,
        "type": "CustomRole",
        "description": content.text(sent, "description", "properties"),
        "assignableScopes": _assignable_scopes(sent),
        "permissions": [_permission(one) for one in content.items(sent, "permissions", "properties")],
        "createdOn": before.properties["createdOn"] if before else now,
        "updatedOn": now,
        "createdBy": before.properties["createdBy"] if before else caller.object_id,
        "updatedBy": caller.object_id,
    }
    cloud.store.save(Resource(_key(guid), TYPE, {"properties": properties}))
    return _shown(where, guid.lower(), properties)


def delete(cloud: Cloud, where: str, guid: str) -> Json | None:
    """Delete a custom role that is not assigned; nothing happens if it is absent."""
    scope.require_scope(cloud, where)
    if any(role.guid == guid.lower() for role in BUILT_IN_ROLES):
        raise errors.invalid_role_definition("A built-in role cannot be deleted.")
    stored = cloud.store.find(_key(guid))
    if stored is None:
        return None
    assigned = cloud.store.of_type("Microsoft.Authorization/roleAssignments")
    count = sum(one.properties["roleDefinitionId"].lower().endswith(guid.lower()) for one in assigned)
    if count:
        raise errors.role_in_use(count)
    cloud.store.remove(stored.key)
    return _shown(where, guid.lower(), stored.properties)


def id_at(where: str, guid: str) -> str:
    """Return a role's id as Azure writes it for a scope: within the subscription, if there is one."""
    return f"{scope.below_subscription(where)}/providers/{TYPE}/{guid}"


def _key(guid: str) -> str:
    return f"/providers/{TYPE}/{guid}".lower()


def _shown(where: str, guid: str, properties: Json) -> Json:
    return {"properties": properties, "id": id_at(where, guid), "type": TYPE, "name": guid}


def _built_in(role: BuiltInRole) -> Json:
    return {
        "roleName": role.name,
        "type": "BuiltInRole",
        "description": role.description,
        "assignableScopes": ["/"],
        "permissions": [
            {
                "actions": list(role.actions),
                "notActions": list(role.not_actions),
                "dataActions": list(role.data_actions),
                "notDataActions": [],
            }
        ],
        "createdOn": _BUILT_IN_SINCE,
        "updatedOn": _BUILT_IN_SINCE,
        "createdBy": None,
        "updatedBy": None,
    }


def _name(cloud: Cloud, guid: str, sent: Json) -> str:
    name = content.text(sent, "roleName", "properties")
    if not name:
        raise errors.invalid_role_definition("The role definition has no roleName.")
    others = {role.guid: role.name for role in BUILT_IN_ROLES}
    others |= {one.name: one.properties["roleName"] for one in cloud.store.of_type(TYPE)}
    if any(other.lower() == name.lower() for key, other in others.items() if key != guid.lower()):
        raise errors.role_name_taken(name)
    return name


def _assignable_scopes(sent: Json) -> list[str]:
    found = sent.get("assignableScopes")
    if not isinstance(found, list) or not found or not all(isinstance(one, str) for one in found):  # pyright: ignore[reportUnknownVariableType]  JSON
        raise errors.invalid_role_definition("The role definition needs at least one assignable scope.")
    return [str(one) for one in found]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  JSON


def _permission(sent: Json) -> Json:
    return {name: sent.get(name) or [] for name in _LISTS}
