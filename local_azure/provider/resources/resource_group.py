"""A resource group. Its location forces a replacement by azure-native's own list, not by its schema."""

from local_azure.provider.properties import LOCATION, STRING, TAGS, Members, obj, read_only
from local_azure.provider.resource_type import IN_RESOURCE_GROUP, Autoname, ResourceType

RESOURCE_GROUP_PROPERTIES: Members = {
    "provisioningState": STRING,
}

RESOURCE_GROUP = ResourceType(
    pulumi_type="azure-native:resources:ResourceGroup",
    path=IN_RESOURCE_GROUP,
    api_version="2024-03-01",
    autoname=Autoname.RANDOM,
    long_running=frozenset({"DELETE"}),
    lookup="azure-native:resources:getResourceGroup",
    envelope={
        "location": LOCATION,
        "managedBy": STRING,
        "name": read_only(STRING),
        "properties": read_only(obj(RESOURCE_GROUP_PROPERTIES)),
        "tags": TAGS,
        "type": read_only(STRING),
    },
    properties={},
)
