"""A declaration in which nothing is wrong, and ways to change it."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 9, 1, tzinfo=UTC)
SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000009"
COMPUTE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute"
MACHINE = f"{COMPUTE}/virtualMachines/build"
IMAGE = f"{COMPUTE}/images/base"
SNAPSHOT = f"{COMPUTE}/snapshots/os"
DISK = f"{COMPUTE}/disks/os"
VERSION = f"{COMPUTE}/galleries/other/images/web/versions/1.0.0"
COMMUNITY = "/CommunityGalleries/contoso-1a2b/Images/web/Versions/1.0.0"
SET = f"{COMPUTE}/diskEncryptionSets/there"
KEY_URL = "https://vault.vault.azure.net/keys/images/1a2b"
_PROVIDERS = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers"
VAULT = f"{_PROVIDERS}/Microsoft.KeyVault/vaults/vault"
IDENTITY = f"{_PROVIDERS}/Microsoft.ManagedIdentity/userAssignedIdentities/keys"
CERTIFICATE = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"
DIGEST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
ACCOUNT = f"{_PROVIDERS}/Microsoft.Storage/storageAccounts/images"
BLOB = "https://images.blob.core.windows.net/vhds"
VHD = {"uri": f"{BLOB}/os.vhd", "storageAccountId": ACCOUNT}
KEY_SET = f"{COMPUTE}/diskEncryptionSets/keys-0"
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


_OPTIONS: Changes = {
    "protect": False,
    "retainOnDelete": False,
    "ignoreChanges": ["tags"],
    "timeouts": {"create": "2h", "update": "45m", "delete": "1h30m"},
    "aliases": ["old"],
}
_DISKS: Changes = {
    "osDisk": {"snapshot": "os", "hostCaching": "ReadOnly"},
    "dataDisks": {"0": {"disk": "data"}, "01": {"vhd": VHD | {"uri": f"{BLOB}/data.vhd"}}},
    "osState": "Specialized",
    "hyperVGeneration": "V2",
    "architecture": "x64",
    "securityType": "Standard",
    "location": "westeurope",
    "diskSizeGB": 64,
    "encrypted": False,
}
_LOCK = {"level": "CanNotDelete", "name": "keep", "notes": "production"}
_PLAN: Changes = {"name": "pro", "publisher": "acme", "product": "linux"}
_GUEST: Changes = {
    "distribution": {"name": "other", "version": "1", "like": "ubuntu", "likeVersion": "24.04"},
    "provisioning": "cloud-init",
    "linuxAgent": {
        "installed": True,
        "provisioning": False,
        "runtime": {"python": "3.12", "openssl": "3.0.13", "openssh": "9.6", "missingTools": []},
    },
    "cloudInit": {"version": "24.1", "datasources": ["Azure"], "customData": False},
    "kernel": {
        "version": "6.8.0-1021-azure",
        "commandLine": "console=ttyS0",
        "vfat": True,
        "udf": True,
        "unsignedModules": False,
    },
    "disk": {"swap": False, "lvm": False, "mountedByUuid": True, "efiFallback": True},
    "network": {"networkManager": False, "leftoversRemoved": True},
    "login": {"sshServer": True, "sshKeysOnly": True},
    "secureBoot": True,
    "prepared": {
        "deprovisioned": True,
        "lastAccountRemoved": True,
        "hyperVDrivers": True,
        "hyperVDaemons": True,
        "nvmeDrivers": True,
        "growRoot": True,
        "fromAzureImage": True,
    },
}
_MACHINE_FACTS: Changes = {
    "osType": "Linux",
    "purchasePlan": _PLAN,
    "azureDiskEncryption": False,
    "diskControllerType": "SCSI",
    "generalizedInAzure": True,
    "powerState": "Deallocated",
    "ephemeralOsDisk": False,
    "managedDisks": True,
    "diskStorage": ["Premium_LRS"],
    "scaleSetMode": "Flexible",
    "acceleratedNetwork": False,
    "hibernation": False,
}
_WIDE: Changes = {
    "resourceGroups/rg-images": {"managedBy": MACHINE, "lock": _LOCK},
    "gallery/softDelete": False,
    "gallery/identity": {
        "type": "UserAssigned",
        "userAssignedIdentities": [IDENTITY],
    },
    "gallery/lock": _LOCK,
    "imageDefinitions/web/lock": _LOCK,
    "managedImages/base/lock": _LOCK,
    "sharing/roleAssignments/readers/delegatedManagedIdentityResourceId": MACHINE,
    "options": {"protect": False, "retainOnDelete": False},
    "galleries": {"dev": f"{COMPUTE}/galleries/dev"},
    "gallery/tags": {"team": "images"},
    "gallery/location": "westeurope",
    "gallery/options": _OPTIONS,
    "imageDefinitions/web/securityType": "Standard",
    "imageDefinitions/web/architecture": "x64",
    "imageDefinitions/web/guest": _GUEST,
    "imageDefinitions/web/hibernation": False,
    "imageDefinitions/web/allowUpdateImage": True,
    "imageDefinitions/web/features": {
        "SecurityType": {},
        "IsHibernateSupported": {"startsAtVersion": "1.1.0"},
    },
    "imageDefinitions/web/purchasePlan": _PLAN,
    "imageDefinitions/web/disallowed": {"diskTypes": ["Standard_LRS"]},
    "imageDefinitions/web/recommended": {"vCPUs": {"min": 1, "max": 2}},
    "imageDefinitions/ci": {
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": "ci"},
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        "existing": True,
        "externalVersions": True,
    },
    "imageVersions/ci/1.0.0": {},
    "imageVersions/web/0.9.0": {"external": True},
    "imageVersions/web/1.0.0": {
        "source": {"managedImage": "base"},
        "location": "westeurope",
        "regionSet": "europe",
        "targetRegions": [{"name": "eastus", "regionalReplicaCount": 2}],
        "regionOverrides": {"northeurope": {"regionalReplicaCount": 2}},
        "exceptRegions": ["northeurope"],
        "safetyProfile": {"blockDeletionBeforeEndOfLife": True},
        "endOfLifeDate": "2028-04-30",
        "replicationMode": "Full",
        "lock": {"level": "ReadOnly"},
        "options": _OPTIONS | {"protect": True},
    },
    "imageVersions/web/1.1.0": {
        "source": {
            "imageVersion": "dev",
            "tenantId": "eeeeeeee-2000-4000-8000-000000000002",
            "replicatedIn": ["westeurope"],
        },
    },
    "imageVersions/web/1.2.0": {
        "source": {"vhd": VHD | {"format": "Fixed", "virtualSizeBytes": 64 * 2**30}, "diskSizeGB": 64},
    },
    "imageVersions/app/1.1.0": {
        "source": _DISKS,
        "targetRegions": [
            {
                "name": "westeurope",
                "additionalReplicaSets": [
                    {"storageAccountType": "Premium_LRS", "regionalReplicaCount": 1},
                ],
            },
        ],
        "targetExtendedLocations": [
            {
                "name": "westeurope",
                "extendedLocation": {"name": "amsterdam", "type": "EdgeZone"},
                "extendedLocationReplicaCount": 1,
                "storageAccountType": "StandardSSD_LRS",
            },
        ],
        "safetyProfile": {"allowDeletionOfReplicatedLocations": False},
    },
    "imageDefinitions/secret": {
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": "secret"},
        "osState": "Specialized",
        "hyperVGeneration": "V2",
        "securityType": "ConfidentialVM",
    },
    "imageVersions/secret/1.0.0": {
        "source": {"snapshot": SNAPSHOT},
        "targetRegions": [
            {
                "name": "westeurope",
                "encryption": {
                    "osDisk": {
                        "securityProfile": {
                            "confidentialVMEncryptionType": "EncryptedWithCmk",
                            "secureVMDiskEncryptionSet": "secure",
                        },
                    },
                },
            },
        ],
    },
    "imageDefinitions/trusted": {
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": "trusted"},
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        "securityType": "TrustedLaunchSupported",
    },
    "imageVersions/trusted/1.0.0": {
        "source": {"vhd": VHD},
        "securityProfile": {
            "uefiSettings": {
                "signatureTemplateNames": ["NoSignatureTemplate"],
                "additionalSignatures": {
                    "pk": {"type": "x509", "value": [CERTIFICATE]},
                    "kek": [{"type": "x509", "value": [CERTIFICATE]}],
                    "db": [{"type": "x509", "value": [CERTIFICATE]}],
                    "dbx": [{"type": "sha256", "value": [DIGEST]}],
                },
            },
        },
        "restore": False,
    },
    "imageVersions/app/1.2.0": {"source": {"imageVersion": "imageVersions/app/1.1.0"}},
    "imageVersions/app/1.4.0": {
        "source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": f"{SNAPSHOT}-data"}}},
        "targetRegions": [
            {
                "name": "westeurope",
                "encryption": {
                    "osDisk": {"diskEncryptionSet": "west"},
                    "dataDisks": {"0": {"diskEncryptionSet": "there"}},
                },
            },
        ],
    },
    "imageVersions/app/1.3.0": {"source": {"communityImage": COMMUNITY}},
    "managedImages/base/hyperVGeneration": "V2",
    "managedImages/base/location": "westeurope",
    "managedImages/base/source": {
        "virtualMachine": MACHINE,
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        **_MACHINE_FACTS,
    },
    "managedImages/base/use": {"machinesAtOnce": 20, "scaleSetInstances": 600},
    "imageVersions/web/1.3.0": {"source": {"virtualMachine": MACHINE, **_MACHINE_FACTS}},
    "managedImages/disks": {
        "source": {
            "osDisk": {"vhd": {"uri": VHD["uri"]}, "caching": "None", "diskSizeGB": 64},
            "dataDisks": {"0": {"snapshot": SNAPSHOT, "storageAccountType": "Premium_LRS"}},
        },
        "options": _OPTIONS,
    },
    "managedDisks": {
        "data": {"diskSizeGB": 32, "zones": ["1"], "storageAccountType": "Premium_LRS"},
        "os": {
            "source": {"vhd": VHD, "osState": "Specialized"},
            "osType": "Linux",
            "hyperVGeneration": "V2",
            "diskSizeGB": 64,
            "location": "westeurope",
            "options": _OPTIONS,
        },
        "log": {"source": {"imageVersion": "imageVersions/app/1.1.0", "lun": 1}},
        "fast": {
            "diskSizeGB": 1024,
            "storageAccountType": "UltraSSD_LRS",
            "diskIOPSReadWrite": 1000,
            "diskMBpsReadWrite": 100,
            "diskIOPSReadOnly": 1000,
            "diskMBpsReadOnly": 100,
            "maxShares": 2,
            "logicalSectorSize": 512,
            "optimizedForFrequentAttach": True,
            "dataAccessAuthMode": "None",
            "extendedLocation": {"name": "microsoftlosangeles1", "type": "EdgeZone"},
            "encryption": {"type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSet": KEY_SET},
        },
        "premium": {
            "diskSizeGB": 1024,
            "storageAccountType": "Premium_LRS",
            "tier": "P30",
            "burstingEnabled": True,
            "performancePlus": True,
        },
        "secure": {
            "source": {"vhd": dict(VHD), "securityDataUri": f"{BLOB}/vmgs.vhd"},
            "osType": "Linux",
            "hyperVGeneration": "V2",
            "securityProfile": {"securityType": "TrustedLaunch"},
            "purchasePlan": {"name": "p", "publisher": "c", "product": "l", "promotionCode": "x"},
            "acceleratedNetwork": True,
            "diskControllerTypes": "SCSI",
            "supportsHibernation": False,
        },
        "upload": {"source": {"upload": {"sizeBytes": 20972032, "secure": False}}},
        "restored": {
            "source": {
                "restorePoint": f"{COMPUTE}/restorePointCollections/c/restorePoints/p/diskRestorePoints/d",
            },
        },
    },
    "snapshots": {
        "os": {"source": {"disk": "os"}, "incremental": True, "options": _OPTIONS},
        "far": {
            "source": {
                "snapshot": SNAPSHOT,
                "location": "eastus",
                "copyStart": True,
                "provisionedBandwidthCopySpeed": "Enhanced",
            },
            "incremental": True,
        },
    },
    "diskEncryptionSets": {
        "west": {
            "name": "west-key",
            "encryptionType": "EncryptionAtRestWithCustomerKey",
            "activeKey": {
                "keyUrl": KEY_URL,
                "sourceVault": VAULT,
                "vaultLocation": "westeurope",
                "type": "RSA",
                "size": 3072,
            },
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": [IDENTITY],
            },
            "federatedClientId": TEAM,
            "rotationToLatestKeyVersionEnabled": True,
            "resourceGroup": "rg-images",
            "location": "westeurope",
            "tags": {"team": "images"},
            "options": _OPTIONS,
        },
        "secure": {"id": f"{SET}-secure", "encryptionType": "ConfidentialVmEncryptedWithCustomerKey"},
        "there": {"id": SET, "location": "westeurope", "encryptionType": "EncryptionAtRestWithCustomerKey"},
    },
    "gallery/tenantId": "eeeeeeee-2000-4000-8000-000000000001",
    "principals/team/tenantId": "eeeeeeee-2000-4000-8000-000000000001",
    "principals/team/application": {
        "tenants": {"partner": "eeeeeeee-2000-4000-8000-000000000002"},
        "multiTenant": True,
        "redirectUri": True,
        "credential": True,
    },
    "applications": {
        "agent": {
            "location": "westeurope",
            "description": "An agent",
            "endOfLifeDate": "2028-04-30",
            "customActions": {
                "restart": {"script": "x", "parameters": {"unit": {"type": "String", "required": True}}}
            },
            "options": _OPTIONS,
        },
    },
    "applicationVersions/agent/1.0.0": {
        "source": {"mediaLink": f"{BLOB}/agent.tar.gz", "mediaSizeBytes": 1000},
        "manageActions": {"install": "x", "remove": "y", "update": "z"},
        "settings": {"packageFileName": "agent.tar.gz", "scriptBehaviorAfterReboot": "Rerun"},
        "advancedSettings": {"a": "b"},
        "customActions": {"restart": {"script": "x"}},
        "enableHealthCheck": True,
        "location": "westeurope",
        "regionSet": "europe",
        "targetRegions": [{"name": "eastus", "regionalReplicaCount": 2}],
        "regionOverrides": {"westeurope": {"regionalReplicaCount": 3}},
        "exceptRegions": ["northeurope"],
        "replicaCount": 2,
        "endOfLifeDate": "2028-04-30",
        "replicationMode": "Full",
        "safetyProfile": {"allowDeletionOfReplicatedLocations": True},
        "options": _OPTIONS,
    },
    "sharing/roleAssignments/readers/condition": "x",
    "sharing/roleAssignments/readers/conditionVersion": "2.0",
    "sharing/roleAssignments/readers/assignmentNames": {"team/gallery": TEAM},
    "sharing/roleAssignments/readers/options": _OPTIONS,
    "rules": {
        "VER009": {"severity": "error"},
        "LNX008": {"except": ["imageDefinitions/web"], "because": "the drivers are built in"},
    },
}


def wide() -> dict[str, Any]:
    """A declaration with something of everything, in which nothing is wrong."""
    return changed(_WIDE)


def shared() -> dict[str, Any]:
    """A declaration of a gallery that is shared with subscriptions and tenants, in which nothing is wrong."""
    return changed(
        {
            "sharing/direct": {
                "subscriptions": {"web": "eeeeeeee-1000-4000-8000-000000000001"},
                "tenants": {"partner": "eeeeeeee-2000-4000-8000-000000000002"},
                "options": _OPTIONS,
            },
        }
    )
