"""The gallery of the benchmark, written by hand against one version of Azure's interface.

The types are those that azure-native has for that version; a program gets their classes with `pulumi package
add azure-native compute 2023-07-03`.
"""

from importlib.metadata import version as version_of
from typing import Any

import pulumi

config = pulumi.Config()
machine = config.require("machine")
regions = config.require("regions").split()
plugin = version_of("pulumi-azure-native")


def made(name: str, kind: str, properties: dict[str, Any], *after: pulumi.Resource) -> pulumi.CustomResource:
    """A resource of a versioned type."""
    opts = pulumi.ResourceOptions(depends_on=list(after), version=plugin)
    return pulumi.CustomResource(f"azure-native:{kind}", name, properties, opts)


where = {"resourceGroupName": config.require("group"), "location": "westeurope"}
above = {**where, "galleryName": config.require("gallery")}
group = made("group", "resources/v20240301:ResourceGroup", where)
gallery = made("gallery", "compute/v20230703:Gallery", above, group)
image = made(
    "image",
    "compute/v20230703:GalleryImage",
    {
        **above,
        "galleryImageName": "ubuntu",
        "osType": "Linux",
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        "architecture": "x64",
        "features": [{"name": "SecurityType", "value": "Standard"}],
        "identifier": {"publisher": "contoso", "offer": "ubuntu-server", "sku": "24_04-lts-gen2"},
    },
    gallery,
)
for number in range(config.require_int("versions")):
    made(
        f"version-1.0.{number}",
        "compute/v20230703:GalleryImageVersion",
        {
            **above,
            "galleryImageName": "ubuntu",
            "galleryImageVersionName": f"1.0.{number}",
            "storageProfile": {"source": {"virtualMachineId": machine}},
            "publishingProfile": {
                "targetRegions": [
                    {"name": region, "regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"}
                    for region in regions
                ],
                "replicaCount": 1,
                "storageAccountType": "Standard_LRS",
                "excludeFromLatest": False,
            },
            "safetyProfile": {"allowDeletionOfReplicatedLocations": False},
        },
        image,
    )
