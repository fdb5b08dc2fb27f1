"""Encryption with customer's keys, UEFI keys, edge zones and additional replica sets, with the engine."""

from typing import Any

import pytest

from tests.engine.arm import BUILDS, SUBSCRIPTION
from tests.engine.declarations import GALLERY, GROUP, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

COMPUTE = f"{GROUP}/providers/Microsoft.Compute"
KEYS = "https://contoso.vault.azure.net/keys/images"
VAULT = f"{SUBSCRIPTION}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/contoso"
IDENTITY = (
    f"{SUBSCRIPTION}/resourceGroups/rg-keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/keys"
)
CERTIFICATE = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"
SETS = {name: f"{COMPUTE}/diskEncryptionSets/{name}" for name in ("west", "north")}
TRUSTED = {
    "identifier": {"publisher": "contoso", "offer": "linux", "sku": "trusted"},
    "osState": "Generalized",
    "hyperVGeneration": "V2",
    "securityType": "TrustedLaunchSupported",
}
SIGNATURES = {
    "signatureTemplateNames": ["MicrosoftUefiCertificateAuthorityTemplate"],
    "additionalSignatures": {"db": [{"type": "x509", "value": [CERTIFICATE]}]},
}
ZONE = {"name": "westeurope", "extendedLocation": {"name": "amsterdam"}, "extendedLocationReplicaCount": 2}


def encrypted(name: str) -> dict[str, Any]:
    """What a region's disks are encrypted with."""
    return {"osDisk": {"diskEncryptionSet": name}, "dataDisks": {"0": {"diskEncryptionSet": name}}}


def declared() -> dict[str, Any]:
    """A version with everything, the sets that encrypt it, and one with UEFI keys."""
    declaration = small()
    return declaration | {
        "diskEncryptionSets": {
            "west": {
                "activeKey": {"keyUrl": f"{KEYS}/1a2b", "sourceVault": VAULT, "vaultLocation": "westeurope"},
                "rotationToLatestKeyVersionEnabled": True,
                "tags": {"team": "images"},
            },
            "north": {
                "location": "northeurope",
                "activeKey": {"keyUrl": f"{KEYS}/3c4d"},
                "identity": {"userAssignedIdentities": [IDENTITY]},
            },
        },
        "regionSets": {
            "europe": [
                {
                    "name": "westeurope",
                    "encryption": encrypted("west"),
                    "additionalReplicaSets": [{"storageAccountType": "Premium_LRS"}],
                },
                {"name": "northeurope"},
            ]
        },
        "imageDefinitions": declaration["imageDefinitions"]
        | {
            "app": TRUSTED
            | {
                "identifier": {"publisher": "contoso", "offer": "linux", "sku": "app"},
                "osState": "Specialized",
                "securityType": "Standard",
            },
            "trusted": TRUSTED,
        },
        "managedDisks": {"data": {"diskSizeGB": 64}},
        "imageVersions": declaration["imageVersions"]
        | {
            "app": {
                "1.0.0": {
                    "source": {
                        "osDisk": {"disk": f"{BUILDS}/disks/app-server-01-os"},
                        "dataDisks": {"0": {"disk": "data"}},
                    },
                    "regionSet": "europe",
                    "regionOverrides": {"northeurope": {"encryption": encrypted("north")}},
                    "targetExtendedLocations": [ZONE | {"encryption": encrypted("west")}],
                },
            },
            "trusted": {
                "1.0.0": {
                    "source": {"managedImage": "base"},
                    "securityProfile": {"uefiSettings": SIGNATURES},
                    "targetRegions": [{"name": "westeurope"}],
                },
            },
        },
    }


def sent(name: str) -> dict[str, Any]:
    """What Azure is sent for a region's disks."""
    return {
        "osDiskImage": {"diskEncryptionSetId": SETS[name]},
        "dataDiskImages": [{"lun": 0, "diskEncryptionSetId": SETS[name]}],
    }


def test_a_version_is_encrypted_per_region_and_disk(project: Project) -> None:
    seeds = project.arm.groups()
    project.declare(declared())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    found = project.arm.get(f"{GALLERY}/images/app/versions/1.0.0")
    assert found is not None
    profile = found["properties"]["publishingProfile"]
    assert [one["encryption"] for one in profile["targetRegions"]] == [sent("west"), sent("north")]
    assert profile["targetRegions"][0]["additionalReplicaSets"] == [
        {"regionalReplicaCount": 1, "storageAccountType": "Premium_LRS"}
    ]
    assert profile["targetExtendedLocations"] == [
        {
            "name": "West Europe",
            "extendedLocation": {"name": "amsterdam", "type": "EdgeZone"},
            "extendedLocationReplicaCount": 2,
            "storageAccountType": "Standard_LRS",
            "encryption": sent("west"),
        }
    ]
    trusted = project.arm.get(f"{GALLERY}/images/trusted/versions/1.0.0", "2024-03-03&$expand=UefiSettings")
    assert trusted is not None
    assert trusted["properties"]["securityProfile"] == {"uefiSettings": SIGNATURES}
    north = project.arm.get(SETS["north"], "2024-03-02")
    assert north is not None
    assert list(north["identity"]["userAssignedIdentities"]) == [IDENTITY]
    assert project.outputs()["diskEncryptionSetIds"] == SETS
    assert project.changes() == {}
    refreshed = project.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes")
    assert refreshed.returncode == 0, refreshed.stdout + refreshed.stderr
    assert project.changes() == {}
    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.groups() == seeds


def test_a_set_of_another_region_is_refused_before_any_call(project: Project) -> None:
    declaration = declared()
    override = declaration["imageVersions"]["app"]["1.0.0"]["regionOverrides"]["northeurope"]
    override["encryption"] = encrypted("west")
    project.declare(declaration)
    shown = project.pulumi("preview").stdout
    assert "the set is in 'westeurope', the replica in 'northeurope'" in shown
    assert "error[ENC002]" in shown
