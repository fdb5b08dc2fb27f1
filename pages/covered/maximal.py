"""Declarations that hold everything there is to declare: several, where one thing excludes another.

Each names the entries that it is about; the rest is what they lie in.
"""

from dataclasses import dataclass
from typing import Any

from azure_image_gallery.spec.path import Path

SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
GROUPS = f"/subscriptions/{SUBSCRIPTION}/resourceGroups"
BUILDS = f"{GROUPS}/rg-image-builds/providers/Microsoft.Compute"
ACCOUNT = f"{GROUPS}/rg-image-builds/providers/Microsoft.Storage/storageAccounts/contosoimages"
BLOBS = "https://contosoimages.blob.core.windows.net"
VHD = {"uri": f"{BLOBS}/vhds/flatcar-stable-amd64.vhd", "storageAccountId": ACCOUNT}
SAN = f"{GROUPS}/san/providers/Microsoft.ElasticSan/elasticSans/san/volumeGroups/data/snapshots/friday"
MARKETPLACE = (
    f"/subscriptions/{SUBSCRIPTION}/Providers/Microsoft.Compute/Locations/westeurope/Publishers/contoso"
    "/ArtifactTypes/VMImage/Offers/linux/Skus/gen2/Versions/1.0.0"
)
PUBLIC = "/CommunityGalleries/contosopublic-eeeeeeee-6000-4000-8000-000000000001/Images/ubuntu-24.04/Versions/1.0.0"
SHARED = f"/SharedGalleries/{SUBSCRIPTION}-OTHER/Images/linux/Versions/1.0.0"
VERSION = f"{BUILDS}/galleries/other/images/linux/versions/1.0.0"
KEYS = f"{BUILDS}/diskEncryptionSets/keys"
TAGS = {"team": "images"}
_BASE: dict[str, Any] = {
    "location": "westeurope",
    "resourceGroups": {"rg-images": {}},
    "gallery": {"name": "contoso", "resourceGroup": "rg-images"},
}


@dataclass(frozen=True, slots=True)
class Maximal:
    """A declaration, and the entries that it is about."""

    title: str
    declaration: dict[str, Any]
    about: tuple[Path, ...]
    sendable: bool = True
    """Whether Azure takes it as it is."""


def _of(title: str, *about: Path, sendable: bool = True, **entries: Any) -> Maximal:  # noqa: ANN401  a declaration's values
    return Maximal(title, {**_BASE, **entries}, about, sendable)


ACTIONS = {
    "restart": {
        "script": "systemctl restart agent",
        "description": "Restarts the agent",
        "parameters": {
            "unit": {
                "type": "String",
                "required": True,
                "defaultValue": "agent",
                "description": "The unit",
            },
        },
    },
}
DISK_COMMON: dict[str, Any] = {
    "location": "westeurope",
    "resourceGroup": "rg-images",
    "diskSizeGB": 1024,
    "encryption": {"type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSet": KEYS},
    "extendedLocation": {"name": "microsoftlosangeles1", "type": "EdgeZone"},
    "networkAccessPolicy": "AllowPrivate",
    "diskAccessId": f"{BUILDS}/diskAccesses/private",
    "publicNetworkAccess": "Disabled",
    "dataAccessAuthMode": "AzureActiveDirectory",
    "tags": TAGS,
}
OS_COMMON: dict[str, Any] = {
    "osType": "Linux",
    "hyperVGeneration": "V2",
    "architecture": "x64",
    "acceleratedNetwork": True,
    "diskControllerTypes": "SCSI, NVMe",
    "supportsHibernation": False,
    "securityProfile": {
        "securityType": "ConfidentialVM_DiskEncryptedWithCustomerKey",
        "diskEncryptionSet": KEYS,
    },
    "purchasePlan": {"name": "plan", "publisher": "contoso", "product": "linux", "promotionCode": "free"},
}
_SECURE = {"vhd": VHD, "securityDataUri": f"{BLOBS}/vhds/guest-state.vhd"}
_SOURCES: dict[str, Any] = {
    "version": {"imageVersion": VERSION, "lun": 0},
    "community": {"communityImage": PUBLIC, "lun": 0},
    "shared": {"sharedImage": SHARED, "lun": 0},
    "market": {"platformImage": MARKETPLACE, "lun": 0},
    "san": {"elasticSanSnapshot": SAN},
    "upload": {"upload": {"sizeBytes": 20972032, "secure": False}},
}


def _each(kind: str, **more: Any) -> Maximal:  # noqa: ANN401  a declaration's values
    entries = {key: {"source": source, **more} for key, source in _SOURCES.items()}
    return _of(
        f"sources of {kind}", *((kind, key, "source") for key in entries), sendable=False, **{kind: entries}
    )


MAXIMAL: tuple[Maximal, ...] = (
    _of(
        "an empty disk",
        ("managedDisks", "data"),
        managedDisks={
            "data": {
                **DISK_COMMON,
                "name": "data-disk",
                "storageAccountType": "UltraSSD_LRS",
                "zones": ["1"],
                "maxShares": 2,
                "diskIOPSReadWrite": 1000,
                "diskMBpsReadWrite": 100,
                "diskIOPSReadOnly": 900,
                "diskMBpsReadOnly": 90,
                "optimizedForFrequentAttach": True,
                "logicalSectorSize": 512,
            },
        },
    ),
    _of(
        "a Premium SSD",
        ("managedDisks", "premium"),
        managedDisks={
            "premium": {
                "diskSizeGB": 1024,
                "storageAccountType": "Premium_LRS",
                "tier": "P40",
                "burstingEnabled": True,
                "performancePlus": True,
            },
        },
    ),
    _of(
        "an operating system disk",
        ("managedDisks", "os"),
        managedDisks={"os": {"source": _SECURE, **OS_COMMON}},
    ),
    _of(
        "a copied disk",
        ("managedDisks", "copy"),
        managedDisks={
            "copy": {
                "source": {
                    "disk": f"{BUILDS}/disks/app-server-01-os",
                    "copyStart": False,
                    "provisionedBandwidthCopySpeed": "Enhanced",
                }
            }
        },
    ),
    _each("managedDisks"),
    _of(
        "a snapshot",
        ("snapshots", "app"),
        snapshots={
            "app": {
                **DISK_COMMON,
                "name": "app-snapshot",
                "source": {
                    "disk": f"{BUILDS}/disks/app-server-01-os",
                    "copyStart": True,
                    "provisionedBandwidthCopySpeed": "Enhanced",
                },
                "incremental": True,
                "storageAccountType": "Standard_ZRS",
            },
        },
    ),
    _of(
        "a snapshot of an operating system's VHD",
        ("snapshots", "os"),
        snapshots={"os": {"source": _SECURE, **OS_COMMON}},
    ),
    _of(
        "what a snapshot is not known to have",
        ("snapshots", "app"),
        snapshots={
            "app": {"source": {"vhd": VHD}, "logicalSectorSize": 512, "performancePlus": True},
        },
        sendable=False,
    ),
    _each("snapshots"),
    _of(
        "a managed image of disks",
        ("managedImages", "disks"),
        managedImages={
            "disks": {
                "name": "disks-image",
                "resourceGroup": "rg-images",
                "location": "westeurope",
                "extendedLocation": {"name": "microsoftlosangeles1", "type": "EdgeZone"},
                "hyperVGeneration": "V2",
                "zoneResilient": True,
                "source": {
                    "osDisk": {
                        "vhd": {"uri": VHD["uri"]},
                        "caching": "ReadOnly",
                        "storageAccountType": "Premium_LRS",
                        "diskSizeGB": 64,
                        "diskEncryptionSet": KEYS,
                    },
                    "dataDisks": {
                        "0": {
                            "disk": f"{BUILDS}/disks/db-server-01-data-0",
                            "caching": "ReadOnly",
                            "storageAccountType": "Premium_LRS",
                            "diskSizeGB": 512,
                            "diskEncryptionSet": KEYS,
                        },
                        "1": {"snapshot": f"{BUILDS}/snapshots/build-ubuntu-2404"},
                        "2": {"vhd": {"uri": VHD["uri"]}},
                    },
                },
                "tags": TAGS,
            },
        },
    ),
    _of(
        "managed images of one thing",
        ("managedImages", "machine", "source"),
        ("managedImages", "disk", "source"),
        ("managedImages", "snapshot", "source"),
        managedImages={
            "machine": {"source": {"virtualMachine": f"{BUILDS}/virtualMachines/build-ubuntu-2404"}},
            "disk": {"source": {"disk": f"{BUILDS}/disks/build-ubuntu-2404-os"}},
            "snapshot": {"source": {"snapshot": f"{BUILDS}/snapshots/build-ubuntu-2404"}},
        },
        sendable=False,
    ),
    _of(
        "an application and its version",
        ("applications", "agent"),
        ("applicationVersions", "agent", "1.0.0"),
        applications={
            "agent": {
                "name": "monitoring-agent",
                "location": "westeurope",
                "supportedOSType": "Linux",
                "description": "Monitors machines",
                "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                "eula": "https://contoso.example/eula",
                "privacyStatementUri": "https://contoso.example/privacy",
                "releaseNoteUri": "https://contoso.example/notes",
                "customActions": ACTIONS,
                "tags": TAGS,
            },
        },
        applicationVersions={
            "agent": {
                "1.0.0": {
                    "source": {
                        "mediaLink": f"{BLOBS}/packages/agent.tar.gz",
                        "defaultConfigurationLink": f"{BLOBS}/packages/agent.conf",
                    },
                    "manageActions": {
                        "install": "./install.sh",
                        "remove": "./remove.sh",
                        "update": "./update.sh",
                    },
                    "settings": {
                        "packageFileName": "agent.tar.gz",
                        "configFileName": "agent.conf",
                        "scriptBehaviorAfterReboot": "Rerun",
                    },
                    "advancedSettings": {"a": "b"},
                    "customActions": ACTIONS,
                    "enableHealthCheck": True,
                    "location": "westeurope",
                    "targetRegions": [
                        {
                            "name": "westeurope",
                            "regionalReplicaCount": 2,
                            "storageAccountType": "Standard_ZRS",
                            "excludeFromLatest": True,
                        },
                    ],
                    "replicaCount": 3,
                    "storageAccountType": "Standard_ZRS",
                    "excludeFromLatest": True,
                    "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                    "replicationMode": "Full",
                    "safetyProfile": {"allowDeletionOfReplicatedLocations": True},
                    "tags": TAGS,
                },
            },
        },
    ),
)
