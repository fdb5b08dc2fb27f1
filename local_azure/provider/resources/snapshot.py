"""A snapshot of a managed disk or a VHD. It shares most of its parts with the disk."""

from local_azure.provider.properties import (
    BOOLEAN,
    EXTENDED_LOCATION,
    INTEGER,
    NUMBER,
    STRING,
    TRACKED,
    Members,
    obj,
    read_only,
    required,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType
from local_azure.provider.resources.managed_disk import (
    CREATION_DATA,
    DISK_PURCHASE_PLAN,
    DISK_SECURITY_PROFILE,
    ENCRYPTION,
    ENCRYPTION_SETTINGS_COLLECTION,
    SUPPORTED_CAPABILITIES,
)

COPY_COMPLETION_ERROR: Members = {
    "errorCode": required(STRING),
    "errorMessage": required(STRING),
}

SNAPSHOT_SKU: Members = {
    "name": STRING,
    "tier": read_only(STRING),
}

SNAPSHOT = ResourceType(
    pulumi_type="azure-native:compute:Snapshot",
    path=COMPUTE + "/snapshots/{snapshotName}",
    api_version="2024-03-02",
    autoname=Autoname.RANDOM,
    lookup="azure-native:compute:getSnapshot",
    envelope={
        **TRACKED,
        "extendedLocation": EXTENDED_LOCATION,
        "managedBy": read_only(STRING),
        "sku": obj(SNAPSHOT_SKU),
    },
    properties={
        "completionPercent": NUMBER,
        "copyCompletionError": obj(COPY_COMPLETION_ERROR),
        "creationData": required(obj(CREATION_DATA)),
        "dataAccessAuthMode": STRING,
        "diskAccessId": STRING,
        "diskSizeBytes": read_only(NUMBER),
        "diskSizeGB": INTEGER,
        "diskState": read_only(STRING),
        "encryption": obj(ENCRYPTION),
        "encryptionSettingsCollection": obj(ENCRYPTION_SETTINGS_COLLECTION),
        "hyperVGeneration": STRING,
        "incremental": BOOLEAN,
        "incrementalSnapshotFamilyId": read_only(STRING),
        "networkAccessPolicy": STRING,
        "osType": STRING,
        "provisioningState": read_only(STRING),
        "publicNetworkAccess": STRING,
        "purchasePlan": obj(DISK_PURCHASE_PLAN),
        "securityProfile": obj(DISK_SECURITY_PROFILE),
        "supportedCapabilities": obj(SUPPORTED_CAPABILITIES),
        "supportsHibernation": BOOLEAN,
        "timeCreated": read_only(STRING),
        "uniqueId": read_only(STRING),
    },
)
