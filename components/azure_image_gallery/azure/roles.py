"""Built-in roles that matter to galleries, with their GUIDs.

Sources: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles and the role names of the
Azure Verified Modules for Bicep (`avm/res/compute/gallery`).
"""

import re
import uuid
from dataclasses import dataclass

# Part of the name of every assignment that was ever deployed: it never changes.
_NAMESPACE = uuid.UUID("6f2b1a52-0c7e-5d0b-9a43-1f6f3f3c8a11")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ROLE_ID = re.compile(
    r"(?:/subscriptions/[^/\s]+)?/providers/Microsoft\.Authorization/roleDefinitions/(?P<guid>[^/\s]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Role:
    """A built-in role."""

    name: str
    guid: str
    """The same in every tenant."""
    grants: str
    """What it allows, in short."""


READER = Role("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "read everything")
IMAGE_READER = Role(
    "Compute Gallery Image Reader",
    "cf7c76d2-98a3-4358-a134-615aa78bf44d",
    "read image definitions and versions, not the gallery",
)
SHARING_ADMIN = Role(
    "Compute Gallery Sharing Admin",
    "1ef6a3be-d0ac-425d-8c01-acb62866290b",
    "share a gallery with subscriptions, tenants or the community",
)
ARTIFACTS_PUBLISHER = Role(
    "Compute Gallery Artifacts Publisher",
    "85a2d0d9-2eba-4c9c-b355-11c2cc0788ab",
    "publish to galleries, without sharing them",
)
CONTRIBUTOR = Role("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c", "everything but access control")
OWNER = Role("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "everything")
USER_ACCESS_ADMINISTRATOR = Role(
    "User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "assign roles"
)
RBAC_ADMINISTRATOR = Role(
    "Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168", "assign roles"
)
DISK_DATA_OPERATOR = Role(
    "Data Operator for Managed Disks",
    "959f8984-c045-4866-89c7-12bf9737be2e",
    "upload and download disks and snapshots",
)

ROLES: tuple[Role, ...] = (
    READER,
    IMAGE_READER,
    SHARING_ADMIN,
    ARTIFACTS_PUBLISHER,
    CONTRIBUTOR,
    OWNER,
    USER_ACCESS_ADMINISTRATOR,
    RBAC_ADMINISTRATOR,
    DISK_DATA_OPERATOR,
)

_BY_NAME = {role.name.casefold(): role for role in ROLES}


def find_role(text: str) -> Role | None:
    """The built-in role of a name, without regard to case."""
    return _BY_NAME.get(text.casefold())


def is_guid(text: str) -> bool:
    """Whether a text is a GUID with hyphens, as the directory writes object ids."""
    return _GUID.fullmatch(text) is not None


def role_guid(text: str) -> str | None:
    """The GUID, in lower case, that a role's name, GUID or role definition id stands for."""
    role = find_role(text)
    if role is not None:
        return role.guid
    match = _ROLE_ID.fullmatch(text)
    guid = match["guid"] if match else text
    return guid.lower() if is_guid(guid) else None


def role_definition_id(subscription_id: str, guid: str) -> str:
    """The id of a role definition as role assignments in a subscription refer to it."""
    return f"/subscriptions/{subscription_id}/providers/Microsoft.Authorization/roleDefinitions/{guid}"


def assignment_guid(scope: str, principal_id: str, role: str) -> str:
    """The GUID that names an assignment: always the same for the same scope, principal and role's GUID."""
    return str(uuid.uuid5(_NAMESPACE, f"{scope}|{principal_id}|{role}".lower()))
