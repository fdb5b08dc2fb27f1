"""Rules about principals and role assignments."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import resource_type
from azure_image_gallery.azure.roles import ROLES, SHARING_ADMIN, find_role, is_guid, role_guid
from azure_image_gallery.rules.configuration import UNKNOWN_VALUE
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedAssignment

_SHARE = "https://learn.microsoft.com/azure/virtual-machines/share-gallery"
_TROUBLE = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting"
_rule = partial(Rule, docs=_SHARE, evidence=Evidence.DOCUMENTATION)

SCOPE = _rule(
    code="RBA001",
    title="a scope is the gallery, an image definition or an image version",
    why="A gallery is shared as a whole, by definition, or by version.",
    fix="write gallery, imageDefinitions/<definition> or imageVersions/<definition>/<version>",
)
VERSION_SCOPE = _rule(
    code="RBA002",
    title="a role is not given on a single version",
    why="It is possible and discouraged: the next version would need a role assignment of its own.",
    fix="give the role on the definition or on the gallery",
    severity=Severity.WARNING,
)
OBJECT_ID = _rule(
    code="RBA006",
    title="a principal is given by its object id",
    why="Role assignments know object ids, which are GUIDs; no e-mail address, user name or client id.",
    fix="look up the object id in the directory, for an application that of its service principal",
    docs=_TROUBLE,
    evidence=Evidence.SERVER,
)
TWICE = _rule(
    code="RBA012",
    title="a role is given to a principal at a scope once",
    why="The second assignment would be the first again, and Azure refuses it.",
    fix="take the principal or the scope out of one of the two",
    docs=_TROUBLE,
)
CONDITION = _rule(
    code="RBA013",
    title="a condition and its version 2.0 stand together",
    why="Azure takes no condition without the version of its language, which is 2.0, and no version alone.",
    fix='write conditionVersion "2.0" beside the condition, or leave both out',
    docs="https://learn.microsoft.com/azure/role-based-access-control/conditions-role-assignments-template",
)
SHARING_ADMIN_SCOPE = _rule(
    code="RBA017",
    title="Compute Gallery Sharing Admin is given on the gallery",
    why="Sharing is an action on the whole gallery; on a definition or a version the role allows nothing.",
    fix="give the role on the gallery",
    docs="https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct",
    severity=Severity.WARNING,
)
DELEGATED = _rule(
    code="RBA021",
    title="the id of a delegated managed identity is whole",
    why="Azure asks for the full id of the resource whose identity is given the role.",
    fix="give the id as /subscriptions/…/resourceGroups/…/providers/<type>/<name>",
    docs="https://learn.microsoft.com/azure/lighthouse/how-to/deploy-policy-remediation",
)
RULES = (DELEGATED, SCOPE, VERSION_SCOPE, OBJECT_ID, TWICE, CONDITION, SHARING_ADMIN_SCOPE)

_GUIDS_WANTED = "the object id in the directory, a GUID, is wanted"


def principals(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Object ids."""
    for key, principal in subject.declaration.principals.items():
        text = principal.principal_id
        if isinstance(text, str) and not is_guid(text):
            path = ("principals", key, "principalId")
            yield Finding(OBJECT_ID, path, f"{show(text)} is given, {_GUIDS_WANTED}")


def role(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """A role that Azure has, and a condition that is whole."""
    for key, entry in subject.declaration.sharing.role_assignments.items():
        path = ("sharing", "roleAssignments", key)
        if role_guid(entry.role) is None:
            names = [role.name for role in ROLES]
            message = f"{show(entry.role)} is no known role, {facts.hint(entry.role, ('roles',), names)}"
            fix = "give the name of a built-in role, or a role definition's GUID or id"
            yield Finding(UNKNOWN_VALUE, (*path, "role"), message, fix=fix)
        yield from _delegated(path, entry.delegated_managed_identity_resource_id)
        version: object = entry.condition_version
        if entry.condition is not None and version is None:
            message = "a condition is given, and no conditionVersion"
            yield Finding(CONDITION, (*path, "condition"), message)
        elif isinstance(version, str) and version != "2.0":
            yield Finding(CONDITION, (*path, "conditionVersion"), f"{show(version)} is given, 2.0 is allowed")
        elif version is not None and entry.condition is None:
            message = "a conditionVersion is given, and no condition"
            yield Finding(CONDITION, (*path, "conditionVersion"), message)


def _delegated(path: Path, value: object) -> Iterator[Finding]:
    if isinstance(value, str) and resource_type(value) is None:
        where = (*path, "delegatedManagedIdentityResourceId")
        yield Finding(DELEGATED, where, f"{show(value)} is not a whole resource id")


def scope(subject: ResolvedAssignment, _: Facts) -> Iterator[Finding]:
    """The grammar of scopes, and which suit."""
    match subject.scope.split("/"):
        case ["gallery"]:
            return
        case ["imageVersions", key, version] if key and version:
            yield Finding(VERSION_SCOPE, subject.scope_path, f"{show(subject.scope)} is a single version")
        case ["imageDefinitions", key] if key:
            pass
        case _:
            message = f"{show(subject.scope)} is not gallery, imageDefinitions/… or imageVersions/…/…"
            yield Finding(SCOPE, subject.scope_path, message)
            return
    if find_role(subject.spec.role) is SHARING_ADMIN:
        message = f"{SHARING_ADMIN.name} allows nothing on {show(subject.scope)}"
        yield Finding(SHARING_ADMIN_SCOPE, subject.scope_path, message)


def twice(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The same role, principal and scope again, under whatever names."""
    seen: dict[tuple[object, ...], str] = {}
    for assignment in subject.assignments:
        named = subject.declaration.principals.get(assignment.principal)
        principal: object = named.principal_id if named else None
        if isinstance(principal, str):
            principal = principal.casefold()
        role_key = role_guid(assignment.spec.role) or assignment.spec.role.casefold()
        triple = (principal or ("", assignment.principal), role_key, assignment.scope)
        first = seen.get(triple)
        if first is None:
            seen[triple] = assignment.key
        else:
            who, where = show(assignment.principal), show(assignment.scope)
            message = f"{who} has the role on {where} by {show(first)} already"
            yield Finding(TWICE, assignment.principal_path, message)


CHECKS = (
    Check(Resolved, principals),
    Check(Resolved, role),
    Check(Resolved, twice),
    Check(ResolvedAssignment, scope),
)
