"""A custom role. Its `roleType` is `properties.type` on the wire, its `roleDefinitionId` a part of the id."""

from local_azure.provider.properties import STRING, SYSTEM_DATA, Members, array, obj, read_only, wire
from local_azure.provider.resource_type import Autoname, ResourceType

PERMISSION: Members = {
    "actions": array(STRING),
    "condition": read_only(STRING),
    "conditionVersion": read_only(STRING),
    "dataActions": array(STRING),
    "notActions": array(STRING),
    "notDataActions": array(STRING),
}

ROLE_DEFINITION = ResourceType(
    pulumi_type="azure-native:authorization:RoleDefinition",
    path="/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
    api_version="2022-05-01-preview",
    autoname=Autoname.UUID,
    long_running=frozenset(),
    lookup="azure-native:authorization:getRoleDefinition",
    envelope={
        "name": read_only(STRING),
        "systemData": SYSTEM_DATA,
        "type": read_only(STRING),
    },
    properties={
        "assignableScopes": array(STRING),
        "createdBy": read_only(STRING),
        "createdOn": read_only(STRING),
        "description": STRING,
        "permissions": array(obj(PERMISSION)),
        "roleName": STRING,
        "roleType": wire(STRING, "type"),
        "updatedBy": read_only(STRING),
        "updatedOn": read_only(STRING),
    },
)
