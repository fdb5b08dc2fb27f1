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
        "diskEncryptionSet": f"{KEYS}-confidential",
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


_IN_THE_GALLERY: tuple[Path, ...] = (("gallery", "name"), ("gallery", "resourceGroup"))


def _region(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "regionalReplicaCount": 2,
        "storageAccountType": "Standard_ZRS",
        "excludeFromLatest": True,
        "encryption": ENCRYPTION,
        "additionalReplicaSets": [{"regionalReplicaCount": 1, "storageAccountType": "Premium_LRS"}],
    }


ENCRYPTION: dict[str, Any] = {
    "osDisk": {
        "diskEncryptionSet": KEYS,
        "securityProfile": {
            "confidentialVMEncryptionType": "EncryptedWithCmk",
            "secureVMDiskEncryptionSet": KEYS,
        },
    },
    "dataDisks": {"0": {"diskEncryptionSet": KEYS}},
}
EDGE_ZONE: dict[str, Any] = {
    "name": "westus",
    "extendedLocation": {"name": "losangeles", "type": "EdgeZone"},
    "extendedLocationReplicaCount": 2,
    "storageAccountType": "Premium_LRS",
    "encryption": ENCRYPTION,
}
UEFI: dict[str, Any] = {"type": "x509", "value": ["a2V5"]}
DEFINITION: dict[str, Any] = {
    "identifier": {"publisher": "contoso", "offer": "linux", "sku": "gen2"},
    "osState": "Specialized",
    "hyperVGeneration": "V2",
    "securityType": "TrustedLaunch",
}
_VERSION_SOURCES: dict[str, Any] = {
    "1.0.0": {"managedImage": f"{BUILDS}/images/base"},
    "1.0.1": {"virtualMachine": f"{BUILDS}/virtualMachines/app-server-01"},
    "1.0.2": {"imageVersion": VERSION},
    "1.0.3": {"communityImage": PUBLIC},
    "1.0.4": {"vhd": VHD},
}


def _plain(region: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in region.items() if key not in ("encryption", "additionalReplicaSets")}


MAXIMAL: tuple[Maximal, ...] = (
    _of(
        "a resource group and a gallery",
        ("resourceGroups", "rg-images"),
        ("gallery",),
        resourceGroups={
            "rg-images": {
                "name": "rg-linux-images",
                "location": "westeurope",
                "managedBy": f"{BUILDS}/galleries/other",
                "tags": TAGS,
            },
        },
        gallery={
            "name": "contoso",
            "resourceGroup": "rg-images",
            "location": "westeurope",
            "description": "Golden Linux images",
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": [
                    f"{GROUPS}/rg-keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/images",
                ],
            },
            "softDelete": True,
            "tags": TAGS,
        },
    ),
    _of(
        "sharing with everybody",
        ("sharing", "community"),
        sharing={
            "community": {
                "publicNamePrefix": "contoso",
                "publisherUri": "https://contoso.example",
                "publisherContact": "images@contoso.example",
                "eula": "https://contoso.example/eula",
            },
        },
        sendable=False,
    ),
    _of(
        "a role for a group",
        ("principals", "web"),
        *(("sharing", "roleAssignments", "readers", key) for key in ("role", "description", "condition")),
        ("sharing", "roleAssignments", "readers", "conditionVersion"),
        ("sharing", "roleAssignments", "readers", "delegatedManagedIdentityResourceId"),
        ("sharing", "roleAssignments", "named", "assignmentNames", "web/gallery"),
        principals={
            "web": {"principalId": "eeeeeeee-9000-4000-8000-000000000001", "principalType": "Group"},
        },
        sharing={
            "roleAssignments": {
                "readers": {
                    "role": "acdd72a7-3385-48ef-bd42-f606fba81ae7",
                    "principals": ["web"],
                    "scopes": ["gallery"],
                    "description": "Reads images",
                    "condition": "@Resource[x] StringEquals 'y'",
                    "conditionVersion": "2.0",
                    "delegatedManagedIdentityResourceId": f"{BUILDS}/virtualMachines/build",
                },
                "named": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["gallery"],
                    "assignmentNames": {"web/gallery": "eeeeeeee-9000-4000-8000-000000000009"},
                },
            },
        },
        sendable=False,
    ),
    _of(
        "a disk encryption set",
        ("diskEncryptionSets", "keys"),
        diskEncryptionSets={
            "keys": {
                "name": "image-keys",
                "encryptionType": "EncryptionAtRestWithCustomerKey",
                "activeKey": {
                    "keyUrl": "https://contoso-keys.vault.azure.net/keys/images/0123456789abcdef0123456789abcdef",
                    "sourceVault": f"{GROUPS}/rg-keys/providers/Microsoft.KeyVault/vaults/contoso-keys",
                },
                "identity": {
                    "type": "UserAssigned",
                    "userAssignedIdentities": [
                        f"{GROUPS}/rg-keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/images",
                    ],
                },
                "federatedClientId": "eeeeeeee-9000-4000-8000-000000000007",
                "rotationToLatestKeyVersionEnabled": True,
                "resourceGroup": "rg-images",
                "location": "westeurope",
                "tags": TAGS,
            },
        },
        sendable=False,
    ),
    _of(
        "an image definition",
        *_IN_THE_GALLERY,
        ("imageDefinitions", "app"),
        imageDefinitions={
            "app": {
                **DEFINITION,
                "name": "app-image",
                "architecture": "x64",
                "acceleratedNetwork": True,
                "hibernation": False,
                "diskControllerTypes": "SCSI, NVMe",
                "features": {"SecurityType": {"startsAtVersion": "1.0.0"}},
                "allowUpdateImage": True,
                "location": "westeurope",
                "description": "The application's image",
                "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                "eula": "https://contoso.example/eula",
                "privacyStatementUri": "https://contoso.example/privacy",
                "releaseNoteUri": "https://contoso.example/notes",
                "recommended": {"vCPUs": {"min": 2, "max": 8}, "memory": {"min": 4, "max": 32}},
                "disallowed": {"diskTypes": ["Standard_LRS"]},
                "purchasePlan": {"name": "plan", "publisher": "contoso", "product": "linux"},
                "tags": TAGS,
            },
        },
    ),
    _of(
        "an image version of disks",
        *_IN_THE_GALLERY,
        ("imageDefinitions", "app", "name"),
        ("imageVersions", "app", "1.0.0"),
        imageDefinitions={"app": {**DEFINITION, "name": "app-image"}},
        imageVersions={
            "app": {
                "1.0.0": {
                    "source": {
                        "osDisk": {"disk": f"{BUILDS}/disks/app-server-01-os", "hostCaching": "ReadOnly"},
                        "dataDisks": {
                            "0": {"snapshot": f"{BUILDS}/snapshots/data", "hostCaching": "ReadOnly"},
                            "1": {"vhd": VHD, "hostCaching": "ReadWrite"},
                        },
                    },
                    "location": "westeurope",
                    "targetRegions": [_region("westeurope")],
                    "targetExtendedLocations": [EDGE_ZONE],
                    "replicaCount": 3,
                    "storageAccountType": "Standard_ZRS",
                    "excludeFromLatest": True,
                    "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                    "replicationMode": "Full",
                    "safetyProfile": {
                        "allowDeletionOfReplicatedLocations": True,
                        "blockDeletionBeforeEndOfLife": False,
                    },
                    "securityProfile": {
                        "uefiSettings": {
                            "signatureTemplateNames": ["MicrosoftUefiCertificateAuthorityTemplate"],
                            "additionalSignatures": {"pk": UEFI, "kek": [UEFI], "db": [UEFI], "dbx": [UEFI]},
                        },
                    },
                    "restore": False,
                    "tags": TAGS,
                },
            },
        },
        sendable=False,
    ),
    _of(
        "image versions of one thing",
        *(("imageVersions", "app", number, "source") for number in _VERSION_SOURCES),
        imageDefinitions={"app": DEFINITION},
        imageVersions={"app": {number: {"source": one} for number, one in _VERSION_SOURCES.items()}},
        sendable=False,
    ),
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
                },
            },
        },
        sendable=False,
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
                        "1": {"snapshot": f"{BUILDS}/snapshots/app-server-01-os-snapshot"},
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
            "snapshot": {"source": {"snapshot": f"{BUILDS}/snapshots/app-server-01-os-snapshot"}},
        },
        sendable=False,
    ),
    _of(
        "an application and its version",
        *_IN_THE_GALLERY,
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
                    "targetRegions": [_plain(_region("westeurope"))],
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
    _of(
        "regions of an application's version",
        ("applicationVersions", "agent", "1.0.0", "targetRegions"),
        ("applicationVersions", "agent", "1.0.0", "targetExtendedLocations"),
        applications={"agent": {}},
        applicationVersions={
            "agent": {
                "1.0.0": {
                    "source": {"mediaLink": f"{BLOBS}/packages/agent.tar.gz"},
                    "manageActions": {"install": "./install.sh", "remove": "./remove.sh"},
                    "targetRegions": [_region("westeurope")],
                    "targetExtendedLocations": [EDGE_ZONE],
                },
            },
        },
        sendable=False,
    ),
)
