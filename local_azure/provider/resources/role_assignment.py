"""A role assignment.

`principalId` forces a replacement by azure-native's own list; `roleDefinitionId` does not, and Azure refuses
the update.
"""

from local_azure.provider.properties import STRING, SYSTEM_DATA, default, force_new, read_only, required
from local_azure.provider.resource_type import Autoname, ResourceType

ROLE_ASSIGNMENT = ResourceType(
    pulumi_type="azure-native:authorization:RoleAssignment",
    path="/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
    api_version="2022-04-01",
    autoname=Autoname.UUID,
    long_running=frozenset(),
    lookup="azure-native:authorization:getRoleAssignment",
    envelope={
        "name": read_only(STRING),
        "systemData": SYSTEM_DATA,
        "type": read_only(STRING),
    },
    properties={
        "condition": STRING,
        "conditionVersion": STRING,
        "createdBy": read_only(STRING),
        "createdOn": read_only(STRING),
        "delegatedManagedIdentityResourceId": STRING,
        "description": STRING,
        "principalId": required(force_new(STRING)),
        "principalType": default(STRING, "User"),
        "roleDefinitionId": required(STRING),
        "scope": read_only(STRING),
        "updatedBy": read_only(STRING),
        "updatedOn": read_only(STRING),
    },
)
