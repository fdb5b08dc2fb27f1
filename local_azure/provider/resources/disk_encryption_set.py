"""A disk encryption set. Its type is planned as an update, which Azure refuses."""

from local_azure.provider.properties import (
    BOOLEAN,
    STRING,
    TRACKED,
    Members,
    array,
    obj,
    read_only,
    required,
    string_set,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

SOURCE_VAULT: Members = {
    "id": STRING,
}

KEY_FOR_DISK_ENCRYPTION_SET: Members = {
    "keyUrl": required(STRING),
    "sourceVault": obj(SOURCE_VAULT),
}

USER_ASSIGNED_IDENTITIES_VALUE: Members = {
    "clientId": STRING,
    "principalId": STRING,
}

ENCRYPTION_SET_IDENTITY: Members = {
    "principalId": read_only(STRING),
    "tenantId": read_only(STRING),
    "type": STRING,
    "userAssignedIdentities": string_set(obj(USER_ASSIGNED_IDENTITIES_VALUE)),
}

API_ERROR_BASE: Members = {
    "code": STRING,
    "message": STRING,
    "target": STRING,
}

INNER_ERROR: Members = {
    "errordetail": STRING,
    "exceptiontype": STRING,
}

API_ERROR: Members = {
    **API_ERROR_BASE,
    "details": array(obj(API_ERROR_BASE)),
    "innererror": obj(INNER_ERROR),
}

DISK_ENCRYPTION_SET = ResourceType(
    pulumi_type="azure-native:compute:DiskEncryptionSet",
    path=COMPUTE + "/diskEncryptionSets/{diskEncryptionSetName}",
    api_version="2024-03-02",
    autoname=Autoname.RANDOM,
    lookup="azure-native:compute:getDiskEncryptionSet",
    envelope={
        **TRACKED,
        "identity": obj(ENCRYPTION_SET_IDENTITY),
    },
    properties={
        "activeKey": obj(KEY_FOR_DISK_ENCRYPTION_SET),
        "autoKeyRotationError": read_only(obj(API_ERROR)),
        "encryptionType": STRING,
        "federatedClientId": STRING,
        "lastKeyRotationTimestamp": read_only(STRING),
        "previousKeys": read_only(array(obj(KEY_FOR_DISK_ENCRYPTION_SET))),
        "provisioningState": read_only(STRING),
        "rotationToLatestKeyVersionEnabled": BOOLEAN,
    },
)
