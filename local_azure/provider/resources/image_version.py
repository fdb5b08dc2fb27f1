"""An image version.

Its location forces a replacement. Regions are told apart by their names, as these are written.
"""

from local_azure.provider.properties import (
    BOOLEAN,
    EXTENDED_LOCATION,
    INTEGER,
    STRING,
    TRACKED,
    Members,
    array,
    keyed,
    obj,
    read_only,
    required,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

DATA_DISK_IMAGE_ENCRYPTION: Members = {
    "diskEncryptionSetId": STRING,
    "lun": required(INTEGER),
}

OS_DISK_IMAGE_SECURITY_PROFILE: Members = {
    "confidentialVMEncryptionType": STRING,
    "secureVMDiskEncryptionSetId": STRING,
}

OS_DISK_IMAGE_ENCRYPTION: Members = {
    "diskEncryptionSetId": STRING,
    "securityProfile": obj(OS_DISK_IMAGE_SECURITY_PROFILE),
}

ENCRYPTION_IMAGES: Members = {
    "dataDiskImages": array(obj(DATA_DISK_IMAGE_ENCRYPTION)),
    "osDiskImage": obj(OS_DISK_IMAGE_ENCRYPTION),
}

GALLERY_GALLERY_TARGET_ADDITIONAL_REPLICA_SET: Members = {
    "regionalReplicaCount": INTEGER,
    "storageAccountType": STRING,
}

GALLERY_TARGET_EXTENDED_LOCATION: Members = {
    "encryption": obj(ENCRYPTION_IMAGES),
    "extendedLocation": EXTENDED_LOCATION,
    "extendedLocationReplicaCount": INTEGER,
    "name": STRING,
    "storageAccountType": STRING,
}

ADDITIONAL_REPLICA_SET: Members = {
    "regionalReplicaCount": INTEGER,
    "storageAccountType": STRING,
}

TARGET_REGION: Members = {
    "additionalReplicaSets": array(obj(ADDITIONAL_REPLICA_SET)),
    "encryption": obj(ENCRYPTION_IMAGES),
    "excludeFromLatest": BOOLEAN,
    "name": required(STRING),
    "regionalReplicaCount": INTEGER,
    "storageAccountType": STRING,
}

GALLERY_IMAGE_VERSION_PUBLISHING_PROFILE: Members = {
    "endOfLifeDate": STRING,
    "excludeFromLatest": BOOLEAN,
    "publishedDate": read_only(STRING),
    "replicaCount": INTEGER,
    "replicationMode": STRING,
    "storageAccountType": STRING,
    "targetExtendedLocations": array(obj(GALLERY_TARGET_EXTENDED_LOCATION)),
    "targetRegions": keyed(obj(TARGET_REGION), "name"),
}

REGIONAL_REPLICATION_STATUS: Members = {
    "details": STRING,
    "progress": INTEGER,
    "region": STRING,
    "state": STRING,
}

REPLICATION_STATUS: Members = {
    "aggregatedState": STRING,
    "summary": array(obj(REGIONAL_REPLICATION_STATUS)),
}

POLICY_VIOLATION: Members = {
    "category": STRING,
    "details": STRING,
}

GALLERY_IMAGE_VERSION_SAFETY_PROFILE: Members = {
    "allowDeletionOfReplicatedLocations": BOOLEAN,
    "blockDeletionBeforeEndOfLife": BOOLEAN,
    "policyViolations": read_only(array(obj(POLICY_VIOLATION))),
    "reportedForPolicyViolation": read_only(BOOLEAN),
}

UEFI_KEY: Members = {
    "type": STRING,
    "value": array(STRING),
}

UEFI_KEY_SIGNATURES: Members = {
    "db": array(obj(UEFI_KEY)),
    "dbx": array(obj(UEFI_KEY)),
    "kek": array(obj(UEFI_KEY)),
    "pk": obj(UEFI_KEY),
}

GALLERY_IMAGE_VERSION_UEFI_SETTINGS: Members = {
    "additionalSignatures": obj(UEFI_KEY_SIGNATURES),
    "signatureTemplateNames": array(STRING),
}

IMAGE_VERSION_SECURITY_PROFILE: Members = {
    "uefiSettings": obj(GALLERY_IMAGE_VERSION_UEFI_SETTINGS),
}

GALLERY_DISK_IMAGE_SOURCE: Members = {
    "id": STRING,
    "storageAccountId": STRING,
    "uri": STRING,
}

GALLERY_DATA_DISK_IMAGE: Members = {
    "hostCaching": STRING,
    "lun": required(INTEGER),
    "sizeInGB": read_only(INTEGER),
    "source": obj(GALLERY_DISK_IMAGE_SOURCE),
}

GALLERY_OS_DISK_IMAGE: Members = {
    "hostCaching": STRING,
    "sizeInGB": read_only(INTEGER),
    "source": obj(GALLERY_DISK_IMAGE_SOURCE),
}

GALLERY_ARTIFACT_VERSION_FULL_SOURCE: Members = {
    "communityGalleryImageId": STRING,
    "id": STRING,
    "virtualMachineId": STRING,
}

GALLERY_IMAGE_VERSION_STORAGE_PROFILE: Members = {
    "dataDiskImages": keyed(obj(GALLERY_DATA_DISK_IMAGE), "lun"),
    "osDiskImage": obj(GALLERY_OS_DISK_IMAGE),
    "source": obj(GALLERY_ARTIFACT_VERSION_FULL_SOURCE),
}

EXECUTED_VALIDATION: Members = {
    "executionTime": STRING,
    "status": STRING,
    "type": STRING,
    "version": STRING,
}

PLATFORM_ATTRIBUTE: Members = {
    "name": STRING,
    "value": STRING,
}

VALIDATIONS_PROFILE: Members = {
    "executedValidations": array(obj(EXECUTED_VALIDATION)),
    "platformAttributes": array(obj(PLATFORM_ATTRIBUTE)),
    "validationEtag": STRING,
}

IMAGE_VERSION = ResourceType(
    pulumi_type="azure-native:compute:GalleryImageVersion",
    path=COMPUTE + "/galleries/{galleryName}/images/{galleryImageName}/versions/{galleryImageVersionName}",
    api_version="2024-03-03",
    autoname=Autoname.COPY,
    lookup="azure-native:compute:getGalleryImageVersion",
    lookup_query={"$expand": "expand"},
    envelope=TRACKED,
    properties={
        "provisioningState": read_only(STRING),
        "publishingProfile": obj(GALLERY_IMAGE_VERSION_PUBLISHING_PROFILE),
        "replicationStatus": read_only(obj(REPLICATION_STATUS)),
        "restore": BOOLEAN,
        "safetyProfile": obj(GALLERY_IMAGE_VERSION_SAFETY_PROFILE),
        "securityProfile": obj(IMAGE_VERSION_SECURITY_PROFILE),
        "storageProfile": required(obj(GALLERY_IMAGE_VERSION_STORAGE_PROFILE)),
        "validationsProfile": read_only(obj(VALIDATIONS_PROFILE)),
    },
)
