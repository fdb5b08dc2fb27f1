"""The gallery of the benchmark, written by hand with azure-native's own classes."""

import pulumi
from pulumi_azure_native import compute, resources

config = pulumi.Config()
machine = config.require("machine")
regions = config.require("regions").split()

group = resources.ResourceGroup("group", resource_group_name=config.require("group"), location="westeurope")
gallery = compute.Gallery(
    "gallery",
    gallery_name=config.require("gallery"),
    resource_group_name=group.name,
    location="westeurope",
)
image = compute.GalleryImage(
    "image",
    gallery_image_name="ubuntu",
    gallery_name=gallery.name,
    resource_group_name=group.name,
    location="westeurope",
    os_type=compute.OperatingSystemTypes.LINUX,
    os_state=compute.OperatingSystemStateTypes.GENERALIZED,
    hyper_v_generation="V2",
    architecture="x64",
    features=[{"name": "SecurityType", "value": "Standard"}],
    identifier={"publisher": "contoso", "offer": "ubuntu-server", "sku": "24_04-lts-gen2"},
)
versions: dict[str, pulumi.Output[str]] = {}
for number in range(config.require_int("versions")):
    version = compute.GalleryImageVersion(
        f"version-1.0.{number}",
        gallery_image_version_name=f"1.0.{number}",
        gallery_image_name=image.name,
        gallery_name=gallery.name,
        resource_group_name=group.name,
        location="westeurope",
        storage_profile={"source": {"virtual_machine_id": machine}},
        publishing_profile={
            "target_regions": [
                {"name": region, "regional_replica_count": 1, "storage_account_type": "Standard_LRS"}
                for region in regions
            ],
            "replica_count": 1,
            "storage_account_type": "Standard_LRS",
            "exclude_from_latest": False,
        },
        safety_profile={"allow_deletion_of_replicated_locations": False},
    )
    versions[f"1.0.{number}"] = version.id

pulumi.export("galleryId", gallery.id)
pulumi.export("imageVersionIds", {"ubuntu": versions})
