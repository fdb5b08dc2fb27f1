"""A managed disk."""

from local_azure.provider.properties import (
    BOOLEAN,
    EXTENDED_LOCATION,
    INTEGER,
    NUMBER,
    STRING,
    TRACKED,
    Members,
    array,
    obj,
    read_only,
    required,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

IMAGE_DISK_REFERENCE: Members = {
    "communityGalleryImageId": STRING,
    "id": STRING,
    "lun": INTEGER,
    "sharedGalleryImageId": STRING,
}

CREATION_DATA: Members = {
    "createOption": required(STRING),
    "elasticSanResourceId": STRING,
    "galleryImageReference": obj(IMAGE_DISK_REFERENCE),
    "imageReference": obj(IMAGE_DISK_REFERENCE),
    "logicalSectorSize": INTEGER,
    "performancePlus": BOOLEAN,
    "provisionedBandwidthCopySpeed": STRING,
    "securityDataUri": STRING,
    "sourceResourceId": STRING,
    "sourceUniqueId": read_only(STRING),
    "sourceUri": STRING,
    "storageAccountId": STRING,
    "uploadSizeBytes": NUMBER,
}

ENCRYPTION: Members = {
    "diskEncryptionSetId": STRING,
    "type": STRING,
}

SOURCE_VAULT: Members = {
    "id": STRING,
}

KEY_VAULT_AND_SECRET_REFERENCE: Members = {
    "secretUrl": required(STRING),
    "sourceVault": required(obj(SOURCE_VAULT)),
}

KEY_VAULT_AND_KEY_REFERENCE: Members = {
    "keyUrl": required(STRING),
    "sourceVault": required(obj(SOURCE_VAULT)),
}

ENCRYPTION_SETTINGS_ELEMENT: Members = {
    "diskEncryptionKey": obj(KEY_VAULT_AND_SECRET_REFERENCE),
    "keyEncryptionKey": obj(KEY_VAULT_AND_KEY_REFERENCE),
}

ENCRYPTION_SETTINGS_COLLECTION: Members = {
    "enabled": required(BOOLEAN),
    "encryptionSettings": array(obj(ENCRYPTION_SETTINGS_ELEMENT)),
    "encryptionSettingsVersion": STRING,
}

PROPERTY_UPDATES_IN_PROGRESS: Members = {
    "targetTier": STRING,
}

DISK_PURCHASE_PLAN: Members = {
    "name": required(STRING),
    "product": required(STRING),
    "promotionCode": STRING,
    "publisher": required(STRING),
}

DISK_SECURITY_PROFILE: Members = {
    "secureVMDiskEncryptionSetId": STRING,
    "securityType": STRING,
}

SHARE_INFO_ELEMENT: Members = {
    "vmUri": STRING,
}

DISK_SKU: Members = {
    "name": STRING,
    "tier": read_only(STRING),
}

SUPPORTED_CAPABILITIES: Members = {
    "acceleratedNetwork": BOOLEAN,
    "architecture": STRING,
    "diskControllerTypes": STRING,
}

MANAGED_DISK = ResourceType(
    pulumi_type="azure-native:compute:Disk",
    path=COMPUTE + "/disks/{diskName}",
    api_version="2024-03-02",
    autoname=Autoname.RANDOM,
    lookup="azure-native:compute:getDisk",
    envelope={
        **TRACKED,
        "extendedLocation": EXTENDED_LOCATION,
        "managedBy": read_only(STRING),
        "managedByExtended": read_only(array(STRING)),
        "sku": obj(DISK_SKU),
        "zones": array(STRING),
    },
    properties={
        "burstingEnabled": BOOLEAN,
        "burstingEnabledTime": read_only(STRING),
        "completionPercent": NUMBER,
        "creationData": required(obj(CREATION_DATA)),
        "dataAccessAuthMode": STRING,
        "diskAccessId": STRING,
        "diskIOPSReadOnly": NUMBER,
        "diskIOPSReadWrite": NUMBER,
        "diskMBpsReadOnly": NUMBER,
        "diskMBpsReadWrite": NUMBER,
        "diskSizeBytes": read_only(NUMBER),
        "diskSizeGB": INTEGER,
        "diskState": read_only(STRING),
        "encryption": obj(ENCRYPTION),
        "encryptionSettingsCollection": obj(ENCRYPTION_SETTINGS_COLLECTION),
        "hyperVGeneration": STRING,
        "lastOwnershipUpdateTime": read_only(STRING),
        "maxShares": INTEGER,
        "networkAccessPolicy": STRING,
        "optimizedForFrequentAttach": BOOLEAN,
        "osType": STRING,
        "propertyUpdatesInProgress": read_only(obj(PROPERTY_UPDATES_IN_PROGRESS)),
        "provisioningState": read_only(STRING),
        "publicNetworkAccess": STRING,
        "purchasePlan": obj(DISK_PURCHASE_PLAN),
        "securityProfile": obj(DISK_SECURITY_PROFILE),
        "shareInfo": read_only(array(obj(SHARE_INFO_ELEMENT))),
        "supportedCapabilities": obj(SUPPORTED_CAPABILITIES),
        "supportsHibernation": BOOLEAN,
        "tier": STRING,
        "timeCreated": read_only(STRING),
        "uniqueId": read_only(STRING),
    },
)
