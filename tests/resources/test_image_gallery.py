"""The whole declaration: the exact children, their inputs, and the outputs."""

from typing import Any

import pytest

from azure_image_gallery import DeclarationError, ImageGallery
from tests.resources.mocks import SUBSCRIPTION, Deploy

VM = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/build"
SNAPSHOT = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/snapshots/app"
GALLERY_ID = f"/subscriptions/{SUBSCRIPTION}/rg-images/galleries/contoso_linux"
FILLED_IN = {"replicaCount": 1, "storageAccountType": "Standard_LRS", "excludeFromLatest": False}
"""What Azure would fill in is said, so that nothing is left to its changing defaults."""


def declaration(**more: Any) -> Any:
    return {
        "location": "West Europe",
        "resource_groups": {"rg-images": {"tags": {"team": "images"}}},
        "gallery": {"name": "contoso_linux", "resource_group": "rg-images", "tags": {"team": "images"}},
        "region_sets": {
            "europe": [
                {"name": "westeurope", "regional_replica_count": 3, "storage_account_type": "Standard_ZRS"},
                {"name": "North Europe"},
            ],
        },
        "image_definitions": {
            "ubuntu": {
                "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
                "osState": "Generalized",
                "hyperVGeneration": "V2",
                "securityType": "TrustedLaunchSupported",
                "endOfLifeDate": "2099-04-30",
            },
            "clone": {
                "identifier": {"publisher": "contoso", "offer": "clone", "sku": "1"},
                "os_state": "Specialized",
                "hyper_v_generation": "V2",
            },
        },
        "image_versions": {
            "ubuntu": {
                "1.0.10": {"source": {"managed_image": "base"}, "region_set": "europe"},
                "1.0.9": {
                    "source": {"managed_image": "base"},
                    "region_set": "europe",
                    "region_overrides": {"northeurope": {"regional_replica_count": 2}},
                },
            },
            "clone": {"1.0.0": {"source": {"snapshot": SNAPSHOT, "os_state": "Specialized"}}},
        },
        "managed_images": {"base": {"source": {"virtual_machine": VM, "os_state": "Generalized"}}},
        "principals": {
            "web": {"principal_id": "eeeeeeee-9000-4000-8000-000000000001", "principal_type": "Group"},
        },
        "sharing": {
            "role_assignments": {
                "readers": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["gallery", "imageDefinitions/ubuntu"],
                },
            },
        },
        **more,
    }


def test_children_are_named_from_the_users_keys(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", declaration()) and None)
    assert {(r.type, r.name) for r in made.registered} == {
        ("azure-image-gallery:index:ImageGallery", "images"),
        ("azure-native:resources:ResourceGroup", "images/rg-images"),
        ("azure-native:compute:Gallery", "images/contoso_linux"),
        ("azure-native:compute:Image", "images/base"),
        ("azure-native:compute:GalleryImage", "images/ubuntu"),
        ("azure-native:compute:GalleryImage", "images/clone"),
        ("azure-native:compute:GalleryImageVersion", "images/clone/1.0.0"),
        ("azure-native:compute:GalleryImageVersion", "images/ubuntu/1.0.9"),
        ("azure-native:compute:GalleryImageVersion", "images/ubuntu/1.0.10"),
        ("azure-native:authorization:RoleAssignment", "images/readers/web/gallery"),
        ("azure-native:authorization:RoleAssignment", "images/readers/web/imageDefinitions/ubuntu"),
    }


def test_inputs_of_the_containers(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", declaration()) and None)
    assert made.of_type("ResourceGroup") == {
        "images/rg-images": {
            "resourceGroupName": "rg-images",
            "location": "westeurope",
            "tags": {"team": "images"},
        },
    }
    assert made.of_type("Gallery") == {
        "images/contoso_linux": {
            "galleryName": "contoso_linux",
            "resourceGroupName": "rg-images",
            "location": "westeurope",
            "tags": {"team": "images"},
        },
    }
    assert made.of_type("Image") == {
        "images/base": {
            "imageName": "base",
            "resourceGroupName": "rg-images",
            "location": "westeurope",
            "hyperVGeneration": "V2",
            "sourceVirtualMachine": {"id": VM},
        },
    }


def test_inputs_of_definitions(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", declaration()) and None)
    common = {"galleryName": "contoso_linux", "resourceGroupName": "rg-images", "location": "westeurope"}
    common = {**common, "tags": {"team": "images"}}  # the gallery's
    assert made.of_type("GalleryImage") == {
        "images/ubuntu": {
            **common,
            "galleryImageName": "ubuntu",
            "osType": "Linux",
            "osState": "Generalized",
            "hyperVGeneration": "V2",
            "architecture": "x64",
            "features": [{"name": "SecurityType", "value": "TrustedLaunchSupported"}],
            "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
            "endOfLifeDate": "2099-04-30T00:00:00+00:00",
        },
        "images/clone": {
            **common,
            "galleryImageName": "clone",
            "osType": "Linux",
            "osState": "Specialized",
            "hyperVGeneration": "V2",
            "architecture": "x64",
            "features": [{"name": "SecurityType", "value": "Standard"}],
            "identifier": {"publisher": "contoso", "offer": "clone", "sku": "1"},
        },
    }


def test_inputs_of_versions(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", declaration()) and None)
    versions = made.of_type("GalleryImageVersion")
    assert versions["images/ubuntu/1.0.9"] == {
        "galleryName": "contoso_linux",
        "galleryImageName": "ubuntu",
        "galleryImageVersionName": "1.0.9",
        "resourceGroupName": "rg-images",
        "location": "westeurope",
        "storageProfile": {"source": {"id": f"/subscriptions/{SUBSCRIPTION}/rg-images/images/base"}},
        "publishingProfile": {
            "targetRegions": [
                {"name": "westeurope", "regionalReplicaCount": 3, "storageAccountType": "Standard_ZRS"},
                {"name": "North Europe", "regionalReplicaCount": 2, "storageAccountType": "Standard_LRS"},
            ],
            **FILLED_IN,
        },
        "safetyProfile": {"allowDeletionOfReplicatedLocations": False},
        "tags": {"team": "images"},
    }
    assert versions["images/clone/1.0.0"]["storageProfile"] == {"osDiskImage": {"source": {"id": SNAPSHOT}}}
    assert versions["images/clone/1.0.0"]["publishingProfile"] == {
        "targetRegions": [
            {"name": "westeurope", "regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"},
        ],
        **FILLED_IN,
    }


def test_inputs_of_role_assignments(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", declaration()) and None)
    assert made.of_type("RoleAssignment")["images/readers/web/gallery"] == {
        "roleAssignmentName": "09b7336d-d0ad-54fb-86c1-66229c9069dc",
        "scope": GALLERY_ID,
        "principalId": "eeeeeeee-9000-4000-8000-000000000001",
        "principalType": "Group",
        "roleDefinitionId": (
            f"/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization"
            "/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
        ),
    }


def test_outputs_are_the_contract(deploy: Deploy) -> None:
    ubuntu, clone = f"{GALLERY_ID}/images/ubuntu", f"{GALLERY_ID}/images/clone"
    assert deploy(lambda: ImageGallery("images", declaration()).stack_outputs()).result == {
        "galleryId": GALLERY_ID,
        "galleryUniqueName": f"{SUBSCRIPTION}-CONTOSO_LINUX",
        "communityPublicNames": [],
        "tenantId": "eeeeeeee-7000-4000-8000-000000000001",
        "imageDefinitionIds": {"ubuntu": ubuntu, "clone": clone},
        "imageVersionIds": {
            "ubuntu": {"1.0.9": f"{ubuntu}/versions/1.0.9", "1.0.10": f"{ubuntu}/versions/1.0.10"},
            "clone": {"1.0.0": f"{clone}/versions/1.0.0"},
        },
        "latest": {
            "ubuntu": {
                "version": "1.0.10",
                "id": f"{ubuntu}/versions/1.0.10",
                "regions": {
                    "westeurope": f"{ubuntu}/versions/1.0.10",
                    "northeurope": f"{ubuntu}/versions/1.0.10",
                },
            },
            "clone": {
                "version": "1.0.0",
                "id": f"{clone}/versions/1.0.0",
                "regions": {"westeurope": f"{clone}/versions/1.0.0"},
            },
        },
        "imageReferences": {"ubuntu": {"id": ubuntu}, "clone": {"id": clone}},
        "managedImageIds": {"base": f"/subscriptions/{SUBSCRIPTION}/rg-images/images/base"},
        "diskIds": {},
        "snapshotIds": {},
        "applicationIds": {},
        "applicationVersionIds": {},
        "diskEncryptionSetIds": {},
    }


def test_nothing_is_registered_for_a_declaration_at_fault(deploy: Deploy) -> None:
    wrong = declaration(
        managed_images={"base": {"source": {"virtual_machine": VM, "os_state": "Specialized"}}}
    )

    def program() -> None:
        with pytest.raises(DeclarationError) as caught:
            ImageGallery("images", wrong)
        assert [finding.code for finding, _ in caught.value.located] == ["MIM001"]

    assert [r.type for r in deploy(program).registered] == []
