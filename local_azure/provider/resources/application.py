"""A gallery application."""

from local_azure.provider.properties import BOOLEAN, STRING, TRACKED, Members, array, obj, required
from local_azure.provider.resource_type import COMPUTE, Autoname, ResourceType

CUSTOM_ACTION_PARAMETER: Members = {
    "defaultValue": STRING,
    "description": STRING,
    "name": required(STRING),
    "required": BOOLEAN,
    "type": STRING,
}

CUSTOM_ACTION: Members = {
    "description": STRING,
    "name": required(STRING),
    "parameters": array(obj(CUSTOM_ACTION_PARAMETER)),
    "script": required(STRING),
}

APPLICATION = ResourceType(
    pulumi_type="azure-native:compute:GalleryApplication",
    path=COMPUTE + "/galleries/{galleryName}/applications/{galleryApplicationName}",
    api_version="2024-03-03",
    autoname=Autoname.COPY,
    lookup="azure-native:compute:getGalleryApplication",
    envelope=TRACKED,
    properties={
        "customActions": array(obj(CUSTOM_ACTION)),
        "description": STRING,
        "endOfLifeDate": STRING,
        "eula": STRING,
        "privacyStatementUri": STRING,
        "releaseNoteUri": STRING,
        "supportedOSType": required(STRING),
    },
)
