"""A compute gallery."""

from local_azure.provider.properties import (
    BOOLEAN,
    STRING,
    TRACKED,
    Members,
    array,
    obj,
    read_only,
    string_set,
)
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

GALLERY_IDENTIFIER: Members = {
    "uniqueName": STRING,
}

USER_ASSIGNED_IDENTITIES_VALUE: Members = {
    "clientId": STRING,
    "principalId": STRING,
}

GALLERY_IDENTITY: Members = {
    "principalId": read_only(STRING),
    "tenantId": read_only(STRING),
    "type": STRING,
    "userAssignedIdentities": string_set(obj(USER_ASSIGNED_IDENTITIES_VALUE)),
}

COMMUNITY_GALLERY_INFO: Members = {
    "communityGalleryEnabled": read_only(BOOLEAN),
    "eula": STRING,
    "publicNamePrefix": STRING,
    "publicNames": read_only(array(STRING)),
    "publisherContact": STRING,
    "publisherUri": STRING,
}

SHARING_PROFILE_GROUP: Members = {
    "ids": array(STRING),
    "type": STRING,
}

SHARING_PROFILE: Members = {
    "communityGalleryInfo": obj(COMMUNITY_GALLERY_INFO),
    "groups": read_only(array(obj(SHARING_PROFILE_GROUP))),
    "permissions": STRING,
}

REGIONAL_SHARING_STATUS: Members = {
    "details": STRING,
    "region": STRING,
    "state": STRING,
}

SHARING_STATUS: Members = {
    "aggregatedState": STRING,
    "summary": array(obj(REGIONAL_SHARING_STATUS)),
}

SOFT_DELETE_POLICY: Members = {
    "isSoftDeleteEnabled": BOOLEAN,
}

GALLERY = ResourceType(
    pulumi_type="azure-native:compute:Gallery",
    path=COMPUTE + "/galleries/{galleryName}",
    api_version="2024-03-03",
    autoname=Autoname.RANDOM,
    lookup="azure-native:compute:getGallery",
    lookup_query={"$expand": "expand", "$select": "select"},
    envelope={
        **TRACKED,
        "identity": obj(GALLERY_IDENTITY),
    },
    properties={
        "description": STRING,
        "identifier": read_only(obj(GALLERY_IDENTIFIER)),
        "provisioningState": read_only(STRING),
        "sharingProfile": obj(SHARING_PROFILE),
        "sharingStatus": read_only(obj(SHARING_STATUS)),
        "softDeletePolicy": obj(SOFT_DELETE_POLICY),
    },
)
