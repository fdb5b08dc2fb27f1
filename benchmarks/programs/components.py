"""The gallery of the benchmark, declared for this project's component.

Each entry says what the programs written by hand called it, so that what they made is taken over.
"""

import pulumi

from azure_image_gallery import ImageGallery

config = pulumi.Config()
group = config.require("group")

images = ImageGallery(
    "images",
    {
        "location": "westeurope",
        "resource_groups": {group: {"options": {"aliases": ["group"]}}},
        "gallery": {
            "name": config.require("gallery"),
            "resource_group": group,
            "options": {"aliases": ["gallery"]},
        },
        "image_definitions": {
            "ubuntu": {
                "identifier": {"publisher": "contoso", "offer": "ubuntu-server", "sku": "24_04-lts-gen2"},
                "os_state": "Generalized",
                "hyper_v_generation": "V2",
                "options": {"aliases": ["image"]},
            },
        },
        "region_sets": {"everywhere": [{"name": region} for region in config.require("regions").split()]},
        "image_versions": {
            "ubuntu": {
                f"1.0.{number}": {
                    "source": {"virtual_machine": config.require("machine"), "os_state": "Generalized"},
                    "region_set": "everywhere",
                    "options": {"aliases": [f"version-1.0.{number}"]},
                }
                for number in range(config.require_int("versions"))
            },
        },
    },
)

for name, value in images.stack_outputs().items():
    pulumi.export(name, value)
