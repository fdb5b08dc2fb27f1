"""What a version's regions, encryption, edge zones and security profile come to in its inputs."""

from typing import Any

from azure_image_gallery import ImageGallery
from tests.resources.mocks import SUBSCRIPTION, Deploy

GROUP = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute"
MADE = f"/subscriptions/{SUBSCRIPTION}/rg/diskEncryptionSets"
KEY = {"keyUrl": "https://contoso.vault.azure.net/keys/images/1a2b"}
SECURE, THERE = f"{GROUP}/diskEncryptionSets/secure", f"{GROUP}/diskEncryptionSets/there"
PLAIN = {"regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"}
X509 = {"type": "x509", "value": ["MIIB"]}


def inputs(
    deploy: Deploy, definition: dict[str, Any], version: dict[str, Any], **more: Any
) -> dict[str, Any]:
    """The inputs of the one version."""
    identifier = {"publisher": "contoso", "offer": "linux", "sku": "app"}
    declaration: Any = {
        "location": "westeurope",
        "gallery": {"name": "contoso", "resourceGroup": "rg"},
        "imageDefinitions": {
            "app": {
                "identifier": identifier,
                "osState": "Specialized",
                "hyperVGeneration": "V2",
                **definition,
            }
        },
        "imageVersions": {"app": {"1.0.0": version}},
        "diskEncryptionSets": {
            "key": {"activeKey": KEY, "name": "west-key"},
            "north": {"activeKey": KEY, "location": "northeurope"},
            "there": {"id": THERE},
            "secure": {"id": SECURE, "encryptionType": "ConfidentialVmEncryptedWithCustomerKey"},
        },
        **more,
    }
    made = deploy(lambda: ImageGallery("images", declaration) and None)
    return made.of_type("GalleryImageVersion")["images/app/1.0.0"]


def encryption(system: str, data: str | None = None) -> dict[str, Any]:
    """Encryption as it is declared."""
    disks: dict[str, Any] = {"osDisk": {"diskEncryptionSet": system}}
    return disks | ({"dataDisks": {"01": {"diskEncryptionSet": data}}} if data else {})


def test_names_become_ids_in_a_set_and_in_its_overrides(deploy: Deploy) -> None:
    region_set = [
        {"name": "westeurope", "encryption": encryption("key", THERE), "excludeFromLatest": False},
        {"name": "northeurope", "additionalReplicaSets": [{"storageAccountType": "Premium_LRS"}]},
    ]
    version = {
        "source": {
            "osDisk": {"snapshot": f"{GROUP}/snapshots/os"},
            "dataDisks": {"1": {"snapshot": f"{GROUP}/snapshots/data"}},
        },
        "regionSet": "europe",
        "regionOverrides": {"North Europe": {"encryption": encryption("north", "north")}},
    }
    profile = inputs(deploy, {}, version, regionSets={"europe": region_set})["publishingProfile"]
    assert profile["targetRegions"] == [
        {
            "name": "westeurope",
            **PLAIN,
            "excludeFromLatest": False,
            "encryption": {
                "osDiskImage": {"diskEncryptionSetId": f"{MADE}/west-key"},
                "dataDiskImages": [{"lun": 1, "diskEncryptionSetId": THERE}],
            },
        },
        {
            "name": "northeurope",
            **PLAIN,
            "encryption": {
                "osDiskImage": {"diskEncryptionSetId": f"{MADE}/north"},
                "dataDiskImages": [{"lun": 1, "diskEncryptionSetId": f"{MADE}/north"}],
            },
            "additionalReplicaSets": [{"storageAccountType": "Premium_LRS", "regionalReplicaCount": 1}],
        },
    ]


def test_the_disk_of_a_confidential_machine(deploy: Deploy) -> None:
    profile = {"confidentialVMEncryptionType": "EncryptedWithCmk", "secureVMDiskEncryptionSet": "secure"}
    version = {
        "source": {"snapshot": f"{GROUP}/snapshots/os"},
        "targetRegions": [{"name": "westeurope", "encryption": {"osDisk": {"securityProfile": profile}}}],
    }
    found = inputs(deploy, {"securityType": "ConfidentialVM"}, version)
    assert found["publishingProfile"]["targetRegions"][0]["encryption"] == {
        "osDiskImage": {
            "securityProfile": {
                "confidentialVMEncryptionType": "EncryptedWithCmk",
                "secureVMDiskEncryptionSetId": SECURE,
            }
        }
    }


def test_an_edge_zone_says_everything(deploy: Deploy) -> None:
    zone = {"name": "West Europe", "extendedLocation": {"name": "amsterdam"}, "encryption": encryption("key")}
    version = {
        "source": {"snapshot": f"{GROUP}/snapshots/os"},
        "targetRegions": [{"name": "westeurope", "encryption": encryption("key")}],
        "targetExtendedLocations": [zone],
    }
    assert inputs(deploy, {}, version)["publishingProfile"]["targetExtendedLocations"] == [
        {
            "name": "West Europe",
            "extendedLocation": {"name": "amsterdam", "type": "EdgeZone"},
            "extendedLocationReplicaCount": 1,
            "storageAccountType": "Standard_LRS",
            "encryption": {"osDiskImage": {"diskEncryptionSetId": f"{MADE}/west-key"}},
        }
    ]


def test_uefi_keys_guards_and_a_restore(deploy: Deploy) -> None:
    added = {"pk": X509, "kek": [X509], "db": [X509], "dbx": [X509]}
    settings = {"signatureTemplateNames": ["noSignatureTemplate"], "additionalSignatures": added}
    version = {
        "source": {
            "vhd": {"uri": "https://vhds.blob.core.windows.net/vhds/os.vhd", "storageAccountId": STORAGE}
        },
        "securityProfile": {"uefiSettings": settings},
        "safetyProfile": {"allowDeletionOfReplicatedLocations": True, "blockDeletionBeforeEndOfLife": False},
        "restore": True,
    }
    found = inputs(deploy, {"securityType": "TrustedLaunchSupported"}, version)
    assert found["securityProfile"] == {
        "uefiSettings": {"signatureTemplateNames": ["NoSignatureTemplate"], "additionalSignatures": added}
    }
    assert found["safetyProfile"] == version["safetyProfile"]
    assert found["restore"] is True


STORAGE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/vhds"
