"""Declarations that the engine tests bring up."""

from typing import Any

from tests.engine.arm import BUILDS, SUBSCRIPTION

GROUP = f"{SUBSCRIPTION}/resourceGroups/rg-test"
GALLERY = f"{GROUP}/providers/Microsoft.Compute/galleries/test_gallery"
VERSION = f"{GALLERY}/images/ubuntu/versions/1.0.0"


def small() -> dict[str, Any]:
    """A gallery with one definition, one version from a managed image, and a reader."""
    return {
        "resourceGroups": {"rg-test": {}},
        "gallery": {"name": "test_gallery", "resourceGroup": "rg-test"},
        "imageDefinitions": {
            "ubuntu": {
                "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
                "osState": "Generalized",
                "hyperVGeneration": "V2",
                "securityType": "TrustedLaunchSupported",
            },
        },
        "imageVersions": {
            "ubuntu": {"1.0.0": version("westeurope")},
        },
        "managedImages": {
            "base": {
                "source": {
                    "virtualMachine": f"{BUILDS}/virtualMachines/build-ubuntu-2404",
                    "osState": "Generalized",
                },
            },
        },
        "principals": {
            "web": {"principalId": "eeeeeeee-9000-4000-8000-000000000001", "principalType": "Group"},
        },
        "sharing": {
            "roleAssignments": {
                "readers": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["gallery", "imageDefinitions/ubuntu", "imageVersions/ubuntu/1.0.0"],
                },
            },
        },
    }


def version(*regions: str) -> dict[str, Any]:
    """A version from the managed image, in some regions."""
    return {
        "source": {"managedImage": "base"},
        "targetRegions": [{"name": region} for region in regions],
    }
