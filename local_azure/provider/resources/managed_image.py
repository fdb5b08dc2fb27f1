"""A managed image."""

from local_azure.provider.properties import (
    BOOLEAN,
    EXTENDED_LOCATION,
    INTEGER,
    STRING,
    TRACKED,
    Members,
    keyed,
    obj,
    read_only,
    required,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

SUB_RESOURCE: Members = {
    "id": STRING,
}

DISK_ENCRYPTION_SET_PARAMETERS: Members = {
    "id": STRING,
}

IMAGE_DATA_DISK: Members = {
    "blobUri": STRING,
    "caching": STRING,
    "diskEncryptionSet": obj(DISK_ENCRYPTION_SET_PARAMETERS),
    "diskSizeGB": INTEGER,
    "lun": required(INTEGER),
    "managedDisk": obj(SUB_RESOURCE),
    "snapshot": obj(SUB_RESOURCE),
    "storageAccountType": STRING,
}

IMAGE_OS_DISK: Members = {
    "blobUri": STRING,
    "caching": STRING,
    "diskEncryptionSet": obj(DISK_ENCRYPTION_SET_PARAMETERS),
    "diskSizeGB": INTEGER,
    "managedDisk": obj(SUB_RESOURCE),
    "osState": required(STRING),
    "osType": required(STRING),
    "snapshot": obj(SUB_RESOURCE),
    "storageAccountType": STRING,
}

IMAGE_STORAGE_PROFILE: Members = {
    "dataDisks": keyed(obj(IMAGE_DATA_DISK), "lun"),
    "osDisk": obj(IMAGE_OS_DISK),
    "zoneResilient": BOOLEAN,
}

MANAGED_IMAGE = ResourceType(
    pulumi_type="azure-native:compute:Image",
    path=COMPUTE + "/images/{imageName}",
    api_version="2024-11-01",
    autoname=Autoname.RANDOM,
    lookup="azure-native:compute:getImage",
    lookup_query={"$expand": "expand"},
    envelope={
        **TRACKED,
        "extendedLocation": EXTENDED_LOCATION,
    },
    properties={
        "hyperVGeneration": STRING,
        "provisioningState": read_only(STRING),
        "sourceVirtualMachine": obj(SUB_RESOURCE),
        "storageProfile": obj(IMAGE_STORAGE_PROFILE),
    },
)
