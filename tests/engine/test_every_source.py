"""Everything that something can be made from, with the engine and local Azure."""

from typing import Any

import pytest

from tests.engine.arm import BUILDS, SUBSCRIPTION
from tests.engine.declarations import GALLERY, GROUP, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

COMPUTE = f"{GROUP}/providers/Microsoft.Compute"
APP_DISK = f"{BUILDS}/disks/app-server-01-os"
APP = {"osState": "Specialized", "hyperVGeneration": "V2"}
STORAGE = (
    f"{SUBSCRIPTION}/resourceGroups/rg-image-builds/providers/Microsoft.Storage/storageAccounts/contosovhds"
)
VHD = {
    "uri": "https://contosovhds.blob.core.windows.net/vhds/flatcar.vhd",
    "storageAccountId": STORAGE,
}


def definition(sku: str, os_state: str) -> dict[str, Any]:
    return {
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": sku},
        "osState": os_state,
        "hyperVGeneration": "V2",
    }


def from_everything() -> dict[str, Any]:
    """A chain of disks, snapshots, an image and versions, each made from another."""
    declared = small()
    regions = [{"name": "westeurope"}]
    return declared | {
        "snapshots": {
            "app": {"source": {"disk": APP_DISK, **APP}, "incremental": True},
            "data": {"source": {"disk": "data"}},
        },
        "managedDisks": {
            "app": {"source": {"snapshot": "app"}, "storageAccountType": "Premium_LRS"},
            "data": {"diskSizeGB": 64},
            "ready": {"source": {"disk": f"{BUILDS}/disks/build-ubuntu-2404-os", "osState": "Generalized"}},
        },
        "managedImages": declared["managedImages"]
        | {"from-disks": {"source": {"osDisk": {"disk": "ready"}, "dataDisks": {"0": {"snapshot": "data"}}}}},
        "imageDefinitions": declared["imageDefinitions"]
        | {"app": definition("app", "Specialized"), "ready": definition("ready", "Generalized")},
        "imageVersions": declared["imageVersions"]
        | {
            "app": {
                "1.0.0": {"source": {"snapshot": "app"}, "targetRegions": regions},
                "1.0.1": {"source": {"disk": "app"}, "targetRegions": regions},
                "1.0.2": {
                    "source": {
                        "osDisk": {"snapshot": "app", "hostCaching": "ReadOnly"},
                        "dataDisks": {"0": {"disk": "data"}},
                    },
                    "targetRegions": regions,
                },
            },
            "ready": {
                "1.0.0": {"source": {"managedImage": "from-disks"}, "targetRegions": regions},
                "1.0.1": {"source": {"imageVersion": "imageVersions/ready/1.0.0"}, "targetRegions": regions},
            },
        },
    }


def test_each_from_the_other(project: Project) -> None:
    seeds = project.arm.groups()
    project.declare(from_everything())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    disk = project.arm.get(f"{COMPUTE}/disks/app", "2024-03-02")
    assert disk is not None
    assert disk["sku"]["name"] == "Premium_LRS"
    assert disk["properties"]["creationData"]["sourceResourceId"] == f"{COMPUTE}/snapshots/app"
    per_disk = project.arm.get(f"{GALLERY}/images/app/versions/1.0.2")
    assert per_disk is not None
    assert per_disk["properties"]["storageProfile"] == {
        "osDiskImage": {
            "sizeInGB": 30,
            "hostCaching": "ReadOnly",
            "source": {"id": f"{COMPUTE}/snapshots/app"},
        },
        "dataDiskImages": [
            {"lun": 0, "sizeInGB": 64, "hostCaching": "None", "source": {"id": f"{COMPUTE}/disks/data"}}
        ],
    }
    assert project.outputs()["diskIds"]["ready"] == f"{COMPUTE}/disks/ready"
    assert project.outputs()["snapshotIds"]["app"] == f"{COMPUTE}/snapshots/app"
    assert project.changes() == {}
    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.groups() == seeds


def test_a_managed_image_of_a_snapshot_of_a_specialized_disk_is_refused_first(project: Project) -> None:
    declared = from_everything()
    declared["managedImages"]["wrong"] = {"source": {"snapshot": "app"}}
    project.declare(declared)
    shown = project.pulumi("preview").stdout
    assert "error[MIM001] managedImages.wrong.source.snapshot: a managed image cannot be made from a" in shown
    assert [step["urn"].split("::")[2] for step in project.preview()["steps"]] == ["pulumi:pulumi:Stack"]
