"""A version of a gallery application. Its regions are told apart as those of an image version."""

from local_azure.provider.properties import (
    BOOLEAN,
    INTEGER,
    STRING,
    TRACKED,
    Members,
    array,
    keyed,
    mapping,
    obj,
    read_only,
    required,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType
from local_azure.provider.resources.application import CUSTOM_ACTION
from local_azure.provider.resources.image_version import (
    GALLERY_TARGET_EXTENDED_LOCATION,
    REPLICATION_STATUS,
    TARGET_REGION,
)

USER_ARTIFACT_MANAGE: Members = {
    "install": required(STRING),
    "remove": required(STRING),
    "update": STRING,
}

USER_ARTIFACT_SETTINGS: Members = {
    "configFileName": STRING,
    "packageFileName": STRING,
    "scriptBehaviorAfterReboot": STRING,
}

USER_ARTIFACT_SOURCE: Members = {
    "defaultConfigurationLink": STRING,
    "mediaLink": required(STRING),
}

PUBLISHING_PROFILE: Members = {
    "advancedSettings": mapping(STRING),
    "customActions": array(obj(CUSTOM_ACTION)),
    "enableHealthCheck": BOOLEAN,
    "endOfLifeDate": STRING,
    "excludeFromLatest": BOOLEAN,
    "manageActions": obj(USER_ARTIFACT_MANAGE),
    "publishedDate": read_only(STRING),
    "replicaCount": INTEGER,
    "replicationMode": STRING,
    "settings": obj(USER_ARTIFACT_SETTINGS),
    "source": required(obj(USER_ARTIFACT_SOURCE)),
    "storageAccountType": STRING,
    "targetExtendedLocations": array(obj(GALLERY_TARGET_EXTENDED_LOCATION)),
    "targetRegions": keyed(obj(TARGET_REGION), "name"),
}

SAFETY_PROFILE: Members = {
    "allowDeletionOfReplicatedLocations": BOOLEAN,
}

APPLICATION_VERSION = ResourceType(
    pulumi_type="azure-native:compute:GalleryApplicationVersion",
    path=COMPUTE
    + "/galleries/{galleryName}/applications/{galleryApplicationName}/versions/{galleryApplicationVersionName}",
    api_version="2024-03-03",
    autoname=Autoname.COPY,
    lookup="azure-native:compute:getGalleryApplicationVersion",
    lookup_query={"$expand": "expand"},
    envelope=TRACKED,
    properties={
        "provisioningState": read_only(STRING),
        "publishingProfile": required(obj(PUBLISHING_PROFILE)),
        "replicationStatus": read_only(obj(REPLICATION_STATUS)),
        "safetyProfile": obj(SAFETY_PROFILE),
    },
)
