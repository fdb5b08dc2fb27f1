"""A management lock on any scope."""

from local_azure.provider.properties import STRING, SYSTEM_DATA, Members, array, obj, read_only, required
from local_azure.provider.resource_type import Autoname, ResourceType

MANAGEMENT_LOCK_OWNER: Members = {
    "applicationId": STRING,
}

MANAGEMENT_LOCK = ResourceType(
    pulumi_type="azure-native:authorization:ManagementLockByScope",
    path="/{scope}/providers/Microsoft.Authorization/locks/{lockName}",
    api_version="2020-05-01",
    autoname=Autoname.RANDOM,
    long_running=frozenset(),
    lookup="azure-native:authorization:getManagementLockByScope",
    envelope={
        "name": read_only(STRING),
        "systemData": SYSTEM_DATA,
        "type": read_only(STRING),
    },
    properties={
        "level": required(STRING),
        "notes": STRING,
        "owners": array(obj(MANAGEMENT_LOCK_OWNER)),
    },
)
