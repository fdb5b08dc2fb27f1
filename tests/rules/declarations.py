"""A declaration in which nothing is wrong, and ways to change it."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 9, 1, tzinfo=UTC)
COMPUTE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute"
MACHINE = f"{COMPUTE}/virtualMachines/build"
IMAGE = f"{COMPUTE}/images/base"
SNAPSHOT = f"{COMPUTE}/snapshots/os"
DISK = f"{COMPUTE}/disks/os"
VERSION = f"{COMPUTE}/galleries/other/images/web/versions/1.0.0"
COMMUNITY = "/CommunityGalleries/contoso-1a2b/Images/web/Versions/1.0.0"
ACCOUNT = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/images"
BLOB = "https://images.blob.core.windows.net/vhds"
VHD = {"uri": f"{BLOB}/os.vhd", "storageAccountId": ACCOUNT}
TEAM = "eeeeeeee-9000-4000-8000-000000000001"
Changes = dict[str, Any]
GONE = object()
"""As a change: take the key away."""

_SOUND: dict[str, Any] = {
    "location": "westeurope",
    "resourceGroups": {"rg-images": {}},
    "gallery": {"name": "contoso", "resourceGroup": "rg-images"},
    "regionSets": {"europe": [{"name": "westeurope"}, {"name": "northeurope"}]},
    "imageDefinitions": {
        "web": {
            "identifier": {"publisher": "contoso", "offer": "linux", "sku": "web"},
            "osState": "Generalized",
            "hyperVGeneration": "V2",
        },
        "app": {
            "identifier": {"publisher": "contoso", "offer": "linux", "sku": "app"},
            "osState": "Specialized",
            "hyperVGeneration": "V2",
        },
    },
    "imageVersions": {
        "web": {"1.0.0": {"source": {"managedImage": "base"}, "regionSet": "europe"}},
        "app": {
            "1.0.0": {
                "source": {
                    "virtualMachine": MACHINE,
                    "osState": "Specialized",
                    "hyperVGeneration": "V2",
                    "architecture": "x64",
                    "securityType": "Standard",
                    "location": "westeurope",
                },
            },
        },
    },
    "managedImages": {
        "base": {"source": {"virtualMachine": MACHINE, "osState": "Generalized", "hyperVGeneration": "V2"}},
    },
    "principals": {"team": {"principalId": TEAM, "principalType": "Group"}},
    "sharing": {
        "roleAssignments": {
            "readers": {
                "role": "Reader",
                "principals": ["team"],
                "scopes": ["gallery", "imageDefinitions/web"],
            },
        },
    },
}


def sound() -> dict[str, Any]:
    """The declaration, anew."""
    return deepcopy(_SOUND)


def changed(changes: dict[str, Any]) -> dict[str, Any]:
    """The declaration with values set at places such as `gallery/name`; maps on the way are made."""
    values: Any = sound()
    for place, value in changes.items():
        *way, last = (int(key) if key.isdigit() else key for key in place.split("/"))
        at: Any = values
        for key in way:
            at = at[key] if isinstance(key, int) else at.setdefault(key, {})
        if value is GONE:
            del at[last]
        else:
            at[last] = deepcopy(value)
    return values
