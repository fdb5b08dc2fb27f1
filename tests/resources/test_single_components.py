"""Each component by itself: the one resource it makes, its inputs, and what it refuses."""

from collections.abc import Callable
from typing import Any

import pulumi
import pytest

from azure_image_gallery import (
    Application,
    ApplicationVersion,
    DeclarationError,
    DiskEncryptionSet,
    Gallery,
    GalleryAccess,
    ImageDefinition,
    ImageVersion,
    ManagedImage,
)
from tests.resources.mocks import SUBSCRIPTION, Deploy

COMPUTE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute"
VM = f"{COMPUTE}/virtualMachines/build"
KEY = "https://contoso.vault.azure.net/keys/images/1a2b"
SNAPSHOT = f"{COMPUTE}/snapshots/app"
PRINCIPALS: Any = {
    "web": {"principal_id": "eeeeeeee-9000-4000-8000-000000000001", "principal_type": "Group"},
    "ops": {"principal_id": "eeeeeeee-9000-4000-8000-000000000002", "principal_type": "Group"},
}


def gallery(**more: Any) -> Gallery:
    args: Any = {"name": "contoso", "resource_group": "rg", "location": "West Europe", **more}
    return Gallery("images", args)


def definition(**more: Any) -> ImageDefinition:
    args: Any = {
        "gallery_name": "contoso",
        "resource_group": "rg",
        "location": "westeurope",
        "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
        "os_state": "Generalized",
        "hyper_v_generation": "V2",
        **more,
    }
    return ImageDefinition("ubuntu", args)


def test_everything_of_a_definition_is_sent(deploy: Deploy) -> None:
    more: Any = {
        "security_type": "TrustedLaunchSupported",
        "accelerated_network": True,
        "hibernation": False,
        "disk_controller_types": "SCSI, NVMe",
        "features": {
            "diskcontrollertypes": {"starts_at_version": "1.0.0"},
            "IsNewInAzure": {"value": "Yes", "starts_at_version": "1.0.0"},
        },
        "allow_update_image": True,
        "description": "d",
        "end_of_life_date": "2099-04-30",
        "eula": "https://contoso.example/eula",
        "privacy_statement_uri": "https://contoso.example/privacy",
        "release_note_uri": "https://contoso.example/notes",
        "recommended": {"v_cpus": {"min": 1, "max": 4}, "memory": {"min": 2, "max": 8}},
        "disallowed": {"disk_types": ["Standard_LRS"]},
        "purchase_plan": {"name": "pro", "publisher": "acme", "product": "linux"},
        "tags": {"team": "images"},
    }
    sent = deploy(lambda: definition(**more) and None).of_type("GalleryImage")["ubuntu/ubuntu"]
    assert sent == {
        "galleryName": "contoso",
        "resourceGroupName": "rg",
        "location": "westeurope",
        "galleryImageName": "ubuntu",
        "osType": "Linux",
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        "architecture": "x64",
        "features": [
            {"name": "SecurityType", "value": "TrustedLaunchSupported"},
            {"name": "IsAcceleratedNetworkSupported", "value": "True"},
            {"name": "IsHibernateSupported", "value": "False"},
            {"name": "DiskControllerTypes", "value": "SCSI, NVMe", "startsAtVersion": "1.0.0"},
            {"name": "IsNewInAzure", "value": "Yes", "startsAtVersion": "1.0.0"},
        ],
        "allowUpdateImage": True,
        "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
        "description": "d",
        "endOfLifeDate": "2099-04-30T00:00:00+00:00",
        "eula": "https://contoso.example/eula",
        "privacyStatementUri": "https://contoso.example/privacy",
        "releaseNoteUri": "https://contoso.example/notes",
        "recommended": {"vCPUs": {"min": 1, "max": 4}, "memory": {"min": 2, "max": 8}},
        "disallowed": {"diskTypes": ["Standard_LRS"]},
        "purchasePlan": {"name": "pro", "publisher": "acme", "product": "linux"},
        "tags": {"team": "images"},
    }


def version(**more: Any) -> ImageVersion:
    args: Any = {
        "gallery_name": "contoso",
        "resource_group": "rg",
        "location": "westeurope",
        "image_definition": {"name": "app", "os_state": "Specialized", "hyper_v_generation": "V2"},
        "version": "1.2.3",
        "source": {"snapshot": SNAPSHOT, "os_state": "Specialized"},
        **more,
    }
    return ImageVersion("app", args)


PACKAGE = "https://images.blob.core.windows.net/packages/agent.tar.gz"


def application(**changes: Any) -> pulumi.ComponentResource:
    args: Any = {
        "gallery_name": "contoso",
        "resource_group": "rg",
        "location": "westeurope",
        "custom_actions": {
            "restart": {"script": "systemctl restart agent", "parameters": {"unit": {"required": True}}},
        },
    }
    return Application("agent", args | changes)


def application_version(**changes: Any) -> pulumi.ComponentResource:
    args: Any = {
        "gallery_name": "contoso",
        "resource_group": "rg",
        "location": "westeurope",
        "application": {"name": "agent"},
        "version": "1.2.3",
        "source": {"media_link": PACKAGE},
        "manage_actions": {"install": "./install.sh", "remove": "./remove.sh"},
        "settings": {"script_behavior_after_reboot": "Rerun"},
    }
    return ApplicationVersion("agent", args | changes)


def managed_image(**more: Any) -> ManagedImage:
    args: Any = {
        "resource_group": "rg",
        "location": "westeurope",
        "source": {"virtual_machine": VM, "os_state": "Generalized"},
        **more,
    }
    return ManagedImage("base", args)


def encryption_set(**more: Any) -> DiskEncryptionSet:
    args: Any = {
        "resource_group": "rg",
        "location": "westeurope",
        "active_key": {"key_url": KEY, "size": 3072},
        **more,
    }
    return DiskEncryptionSet("key", args)


def access(**more: Any) -> GalleryAccess:
    args: Any = {"scope": f"{COMPUTE}/galleries/contoso", "role": "reader", "principals": PRINCIPALS, **more}
    return GalleryAccess("readers", args)


@pytest.mark.parametrize(
    ("make", "kind", "name", "inputs"),
    [
        pytest.param(
            gallery,
            "Gallery",
            "images/contoso",
            {"galleryName": "contoso", "resourceGroupName": "rg", "location": "westeurope"},
            id="gallery",
        ),
        pytest.param(
            definition,
            "GalleryImage",
            "ubuntu/ubuntu",
            {
                "galleryName": "contoso",
                "galleryImageName": "ubuntu",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "osType": "Linux",
                "osState": "Generalized",
                "hyperVGeneration": "V2",
                "architecture": "x64",
                "features": [{"name": "SecurityType", "value": "Standard"}],
                "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
            },
            id="image definition",
        ),
        pytest.param(
            version,
            "GalleryImageVersion",
            "app/app/1.2.3",
            {
                "galleryName": "contoso",
                "galleryImageName": "app",
                "galleryImageVersionName": "1.2.3",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "storageProfile": {"osDiskImage": {"source": {"id": SNAPSHOT}}},
                "publishingProfile": {
                    "targetRegions": [
                        {
                            "name": "westeurope",
                            "regionalReplicaCount": 1,
                            "storageAccountType": "Standard_LRS",
                        },
                    ],
                    "replicaCount": 1,
                    "storageAccountType": "Standard_LRS",
                    "excludeFromLatest": False,
                },
                "safetyProfile": {"allowDeletionOfReplicatedLocations": False},
            },
            id="image version",
        ),
        pytest.param(
            application,
            "GalleryApplication",
            "agent/agent",
            {
                "galleryName": "contoso",
                "galleryApplicationName": "agent",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "supportedOSType": "Linux",
                "customActions": [
                    {
                        "name": "restart",
                        "script": "systemctl restart agent",
                        "parameters": [{"name": "unit", "required": True}],
                    },
                ],
            },
            id="application",
        ),
        pytest.param(
            application_version,
            "GalleryApplicationVersion",
            "agent/agent/1.2.3",
            {
                "galleryName": "contoso",
                "galleryApplicationName": "agent",
                "galleryApplicationVersionName": "1.2.3",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "publishingProfile": {
                    "source": {"mediaLink": PACKAGE},
                    "manageActions": {"install": "./install.sh", "remove": "./remove.sh"},
                    "settings": {"scriptBehaviorAfterReboot": "Rerun"},
                    "targetRegions": [
                        {
                            "name": "westeurope",
                            "regionalReplicaCount": 1,
                            "storageAccountType": "Standard_LRS",
                        },
                    ],
                    "replicaCount": 1,
                    "storageAccountType": "Standard_LRS",
                    "excludeFromLatest": False,
                },
                "safetyProfile": {"allowDeletionOfReplicatedLocations": False},
            },
            id="application version",
        ),
        pytest.param(
            managed_image,
            "Image",
            "base/base",
            {
                "imageName": "base",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "hyperVGeneration": "V2",
                "sourceVirtualMachine": {"id": VM},
            },
            id="managed image",
        ),
        pytest.param(
            encryption_set,
            "DiskEncryptionSet",
            "key/key",
            {
                "diskEncryptionSetName": "key",
                "resourceGroupName": "rg",
                "location": "westeurope",
                "encryptionType": "EncryptionAtRestWithCustomerKey",
                "activeKey": {"keyUrl": KEY},
                "identity": {"type": "SystemAssigned"},
                "rotationToLatestKeyVersionEnabled": False,
            },
            id="disk encryption set",
        ),
    ],
)
def test_makes_one_resource(
    deploy: Deploy,
    make: Callable[[], pulumi.ComponentResource],
    kind: str,
    name: str,
    inputs: dict[str, Any],
) -> None:
    made = deploy(lambda: make() and None)
    component, child = sorted(made.registered, key=lambda each: each.type)
    assert component.type.startswith("azure-image-gallery:index:")
    assert (child.type.rsplit(":", 1)[-1], child.name, child.inputs) == (kind, name, inputs)


def test_access_is_one_assignment_a_principal(deploy: Deploy) -> None:
    made = deploy(lambda: access() and None).of_type("RoleAssignment")
    assert {name: inputs["principalId"] for name, inputs in made.items()} == {
        "readers/web": "eeeeeeee-9000-4000-8000-000000000001",
        "readers/ops": "eeeeeeee-9000-4000-8000-000000000002",
    }
    assert len({inputs["roleAssignmentName"] for inputs in made.values()}) == 2


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: gallery(name="has-hyphen"), "GAL002", ("name",)),
        (lambda: definition(os_state="Neither"), "IMG007", ("os_state",)),
        (lambda: version(version="1.2"), "VER001", ()),
        (
            lambda: version(source={"snapshot": SNAPSHOT, "os_state": "Generalized"}),
            "SRC012",
            ("source", "os_state"),
        ),
        (lambda: application(supported_os_type="Windows"), "APP002", ("supported_os_type",)),
        (lambda: application_version(version="1"), "APP003", ()),
        (lambda: application_version(replica_count=11), "APP005", ("replica_count",)),
        (lambda: managed_image(source={"virtual_machine": VM, "os_state": "Specialized"}), "MIM001", None),
        (lambda: access(role="Redaer"), None, ("role",)),
        (
            lambda: encryption_set(active_key={"key_url": KEY, "size": 1024}),
            "DSK011",
            ("active_key", "size"),
        ),
    ],
)
def test_refuses(
    deploy: Deploy, make: Callable[[], object], code: str | None, path: tuple[str, ...] | None
) -> None:
    def program() -> None:
        with pytest.raises(DeclarationError) as caught:
            make()
        ((finding, place),) = caught.value.located
        assert place is None
        assert code in (None, finding.code)
        assert path in (None, finding.path)

    assert deploy(program).registered == []
