"""An image definition.

What Azure refuses to change (`osType`, `identifier`, ...) is an update to azure-native, and so to this
plugin.
"""

from local_azure.provider.properties import (
    BOOLEAN,
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

DISALLOWED: Members = {
    "diskTypes": array(STRING),
}

GALLERY_IMAGE_FEATURE: Members = {
    "name": STRING,
    "startsAtVersion": STRING,
    "value": STRING,
}

GALLERY_IMAGE_IDENTIFIER: Members = {
    "offer": required(STRING),
    "publisher": required(STRING),
    "sku": required(STRING),
}

IMAGE_PURCHASE_PLAN: Members = {
    "name": STRING,
    "product": STRING,
    "publisher": STRING,
}

RESOURCE_RANGE: Members = {
    "max": INTEGER,
    "min": INTEGER,
}

RECOMMENDED_MACHINE_CONFIGURATION: Members = {
    "memory": obj(RESOURCE_RANGE),
    "vCPUs": obj(RESOURCE_RANGE),
}

IMAGE_DEFINITION = ResourceType(
    pulumi_type="azure-native:compute:GalleryImage",
    path=COMPUTE + "/galleries/{galleryName}/images/{galleryImageName}",
    api_version="2024-03-03",
    autoname=Autoname.COPY,
    lookup="azure-native:compute:getGalleryImage",
    envelope=TRACKED,
    properties={
        "allowUpdateImage": BOOLEAN,
        "architecture": STRING,
        "description": STRING,
        "disallowed": obj(DISALLOWED),
        "endOfLifeDate": STRING,
        "eula": STRING,
        "features": keyed(obj(GALLERY_IMAGE_FEATURE), "name"),
        "hyperVGeneration": STRING,
        "identifier": required(obj(GALLERY_IMAGE_IDENTIFIER)),
        "osState": required(STRING),
        "osType": required(STRING),
        "privacyStatementUri": STRING,
        "provisioningState": read_only(STRING),
        "purchasePlan": obj(IMAGE_PURCHASE_PLAN),
        "recommended": obj(RECOMMENDED_MACHINE_CONFIGURATION),
        "releaseNoteUri": STRING,
    },
)
