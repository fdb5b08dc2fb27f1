"""Role assignments: written at once, fixed in principal, role and scope, gone with their scope."""

from local_azure import errors, ids
from local_azure.clock import gateway_time
from local_azure.directory import Principal
from local_azure.resources import content, role_definition, scope
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of
from local_azure.store import Json, Resource

TYPE = "Microsoft.Authorization/roleAssignments"
_PRINCIPAL_TYPES = ("User", "Group", "ServicePrincipal", "ForeignGroup", "Device")
_CONDITION_VERSION = "2.0"


def get(call: Call, where: str, name: str) -> Resource:
    """Read one."""
    scope.require_scope(call.cloud, where)
    found = call.cloud.store.find(_key(where, name))
    if found is None:
        raise errors.role_assignment_not_found(name)
    return found


def collection(call: Call, where: str) -> list[Resource]:
    """All that hold at a scope, and unless `$filter=atScope()` says otherwise below it."""
    scope.require_scope(call.cloud, where)
    wanted = call.query.get("$filter", "")
    principal = _quoted(wanted)
    found: list[Resource] = []
    for one in call.cloud.store.of_type(TYPE):
        at = one.properties["scope"]
        reaches = scope.covers(at, where) or ("atscope()" not in wanted.lower() and scope.covers(where, at))
        if reaches and principal in ("", one.properties["principalId"].lower()):
            found.append(one)
    return found


def put(call: Call, where: str, name: str) -> tuple[Resource, bool]:
    """Create one, or change the description or condition of one; the second value says that it is new."""
    scope.require_scope(call.cloud, where)
    if not scope.GUID.fullmatch(name):
        raise errors.invalid_role_assignment_id(name)
    sent = content.mapping(call.body, "properties")
    role, principal_id = _role(call, sent, where), _principal_id(sent)
    same_name = _named(call, name)
    if same_name is not None:
        return _update(call, same_name, sent, (where, role, principal_id)), False
    principal_type = _principal_type(call, sent, principal_id, where)
    twin = _twin(call, where, role, principal_id)
    if twin is not None:
        raise errors.role_assignment_exists(twin.name)
    now = gateway_time(call.now())
    properties: Json = {
        "roleDefinitionId": role_definition.id_at(where, role),
        "principalId": principal_id,
        "principalType": principal_type,
        "scope": where or "/",
        **_condition(sent),
        "createdOn": now,
        "updatedOn": now,
        "createdBy": call.caller.object_id,
        "updatedBy": call.caller.object_id,
        "delegatedManagedIdentityResourceId": content.text(
            sent, "delegatedManagedIdentityResourceId", "properties"
        )
        or None,
        "description": content.text(sent, "description", "properties") or None,
    }
    resource = Resource(f"{where}/providers/{TYPE}/{name}", TYPE, {"properties": properties}, {"role": role})
    call.cloud.store.save(_keyed(resource, where, name))
    return resource, True


def delete(call: Call, where: str, name: str) -> Resource | None:
    """Delete one; nothing happens if it is absent."""
    scope.require_scope(call.cloud, where)
    found = call.cloud.store.find(_key(where, name))
    if found is not None:
        call.cloud.store.remove(found.key)
    return found


def shown(resource: Resource, *, just_written: bool = False) -> Json:
    """Return it as it is read; who created it is not said in the answer to the write."""
    properties = {**resource.properties, "createdBy": None} if just_written else resource.properties
    id_ = resource.private.get("shown", resource.id)
    return {"properties": properties, "id": id_, "type": TYPE, "name": resource.name}


def _key(where: str, name: str) -> str:
    return f"{scope.normal(where)}/providers/{TYPE}/{name}".lower()


def _keyed(resource: Resource, where: str, name: str) -> Resource:
    """Kept under the normal form of its scope, so that it goes with it; shown as it was sent."""
    private = {**resource.private, "shown": resource.id}
    return Resource(f"{scope.normal(where)}/providers/{TYPE}/{name}", TYPE, resource.body, private)


def _named(call: Call, name: str) -> Resource | None:
    """Find an assignment of this name at any scope: names are unique in the tenant."""
    return next((one for one in call.cloud.store.of_type(TYPE) if one.name.lower() == name.lower()), None)


def _twin(call: Call, where: str, role: str, principal_id: str) -> Resource | None:
    wanted = (scope.normal(where), role, principal_id)
    return next((one for one in call.cloud.store.of_type(TYPE) if _essence(one) == wanted), None)


def _essence(one: Resource) -> tuple[str, str, str]:
    return scope.normal(one.properties["scope"]), one.private["role"], one.properties["principalId"]


def _update(call: Call, stored: Resource, sent: Json, essence: tuple[str, str, str]) -> Resource:
    where, role, principal_id = essence
    if _essence(stored) != (scope.normal(where), role, principal_id):
        raise errors.role_assignment_update()
    given = content.text(sent, "principalType", "properties")
    if given and given != stored.properties["principalType"]:
        raise errors.role_assignment_update()
    changed = {**_condition(sent), "description": content.text(sent, "description", "properties") or None}
    if all(stored.properties[name] == value for name, value in changed.items()):
        raise errors.role_assignment_exists(stored.name)
    stored.properties.update(
        {**changed, "updatedOn": gateway_time(call.now()), "updatedBy": call.caller.object_id}
    )
    call.cloud.store.save(stored)
    return stored


def _role(call: Call, sent: Json, where: str) -> str:
    id_ = content.text(sent, "roleDefinitionId", "properties")
    guid = id_.rsplit("/", 1)[-1].lower()
    marker = f"/providers/{TYPE.split('/', maxsplit=1)[0]}/roleDefinitions/".lower()
    role = role_definition.find(call.cloud, guid) if marker in id_.lower() else None
    subscription = ids.parse(id_)
    if role is None or (subscription and subscription.subscription.lower() not in where.lower()):
        raise errors.role_definition_missing(guid)
    if not any(scope.covers(one, where) for one in role["assignableScopes"]):
        raise errors.role_not_assignable(where)
    return guid


def _principal_id(sent: Json) -> str:
    given = content.text(sent, "principalId", "properties")
    if not scope.GUID.fullmatch(given):
        raise errors.invalid_principal_id(given)
    return given.lower()


def _principal_type(call: Call, sent: Json, principal_id: str, where: str) -> str:
    """Check the type against the directory. A type other than User lets a principal be unknown still.

    What is known to be in another tenant is not in this one.
    """
    at = ids.parse(where)
    home = call.cloud.directory.home_of(at.subscription) if at else call.caller.tenant
    given = content.text(sent, "principalType", "properties")
    if given:
        given = one_of(given, _PRINCIPAL_TYPES, "principalType")
    principal: Principal | None = call.cloud.directory.find(principal_id)
    if principal is not None and principal.tenant != home:
        raise errors.principal_not_found(principal_id, home)
    if principal is None:
        if given in ("", "User"):
            raise errors.principal_not_found(principal_id, call.cloud.directory.tenant)
        return given
    if given and given != principal.type:
        raise errors.unmatched_principal_type(principal_id, principal.type, given)
    return principal.type


def _condition(sent: Json) -> Json:
    condition = content.text(sent, "condition", "properties") or None
    version = content.text(sent, "conditionVersion", "properties") or None
    if (condition is None) != (version is None) or version not in (None, _CONDITION_VERSION):
        raise errors.invalid_condition("A condition and conditionVersion '2.0' go together.")
    return {"condition": condition, "conditionVersion": version}


def _quoted(text: str) -> str:
    """Return the value in quotes in a filter, `principalId eq '…'` or `assignedTo('…')`."""
    parts = text.split("'")
    return parts[1].lower() if len(parts) > 1 else ""
