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
ACCOUNT = f"{SUBSCRIPTION}/resourceGroups/rg-image-builds/providers/Microsoft.Storage/storageAccounts"
BLOBS = "https://contosoimages.blob.core.windows.net/vhds"
FLATCAR = {"uri": f"{BLOBS}/flatcar-stable-amd64.vhd", "storageAccountId": f"{ACCOUNT}/contosoimages"}
DATA = FLATCAR | {"uri": f"{BLOBS}/reference-data.vhd"}
PUBLIC = "/CommunityGalleries/contosopublic-eeeeeeee-6000-4000-8000-000000000001/Images"
POINT = (
    f"{BUILDS}/restorePointCollections/app-server-01-restore-points/restorePoints/before-upgrade"
    "/diskRestorePoints/app-server-01-os"
)


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
            "vhd": {"source": {"vhd": FLATCAR}, "osType": "Linux", "hyperVGeneration": "V2"},
        },
        "managedDisks": {
            "app": {"source": {"snapshot": "app"}, "storageAccountType": "Premium_LRS"},
            "data": {"diskSizeGB": 64},
            "from-image": {"source": {"imageVersion": "imageVersions/app/1.0.2", "lun": 0}},
            "from-community": {"source": {"communityImage": f"{PUBLIC}/debian-12-minimal/Versions/12.5.0"}},
            "from-vhd": {"source": {"vhd": FLATCAR}, "osType": "Linux", "hyperVGeneration": "V2"},
            "from-backup": {"source": {"restorePoint": POINT, **APP}, "storageAccountType": "Premium_LRS"},
            "ready": {"source": {"disk": f"{BUILDS}/disks/build-ubuntu-2404-os", "osState": "Generalized"}},
        },
        "managedImages": declared["managedImages"]
        | {
            "from-disks": {"source": {"osDisk": {"disk": "ready"}, "dataDisks": {"0": {"snapshot": "data"}}}},
            "from-snapshot": {"source": {"snapshot": "vhd", "osState": "Generalized"}},
            "from-vhd": {"source": {"vhd": {"uri": FLATCAR["uri"]}, "osState": "Generalized"}},
        },
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
                "1.0.2": {"source": {"vhd": FLATCAR}, "targetRegions": regions},
                "1.0.3": {
                    "source": {"communityImage": f"{PUBLIC}/ubuntu-24.04-hardened/Versions/1.1.0"},
                    "targetRegions": regions,
                },
                "1.0.4": {
                    "source": {"osDisk": {"vhd": FLATCAR}, "dataDisks": {"1": {"vhd": DATA}}},
                    "targetRegions": regions,
                },
            },
        },
    }


def creation(project: Project, disk: str) -> tuple[str, Any, int]:
    """How a disk came about: the option, the image, the size."""
    found = project.arm.get(f"{COMPUTE}/disks/{disk}", "2024-03-02")
    assert found is not None
    properties = found["properties"]
    data = properties["creationData"]
    return data["createOption"], data.get("galleryImageReference"), properties["diskSizeGB"]


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
    assert creation(project, "from-image") == (
        "FromImage",
        {"id": f"{GALLERY}/images/app/versions/1.0.2", "lun": 0},
        64,
    )
    assert creation(project, "from-community") == (
        "FromImage",
        {"communityGalleryImageId": f"{PUBLIC}/debian-12-minimal/Versions/12.5.0"},
        30,
    )
    assert creation(project, "from-vhd") == ("Import", None, 10)
    assert creation(project, "from-backup") == ("Restore", None, 30)
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
