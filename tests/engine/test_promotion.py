"""A version is taken from the gallery of another stack; existing galleries and definitions are only looked at."""

import pytest

from tests.engine.declarations import GALLERY, small, version
from tests.engine.project import Project

pytestmark = pytest.mark.engine

PROD = GALLERY.replace("rg-test", "rg-prod").replace("test_gallery", "prod_gallery")
PLAN = {"name": "pro", "publisher": "acme", "product": "linux"}
STAGING = "organization/linux-images/test"


def test_promotion_from_another_stacks_gallery(project: Project) -> None:
    project.declare(small())
    assert project.up().returncode == 0
    staging = project
    prod = project.beside("prod")
    declared = small() | {
        "resourceGroups": {"rg-prod": {}},
        "gallery": {"name": "prod_gallery", "resourceGroup": "rg-prod"},
        "galleries": {"staging": {"stackOutput": STAGING, "name": "galleryId"}},
        "managedImages": {},
        "sharing": {},
    }
    declared["imageDefinitions"]["ubuntu"]["securityType"] = "Standard"
    promoted = {"source": {"imageVersion": "staging"}, "targetRegions": [{"name": "westeurope"}]}
    by_id = {
        "source": {
            "imageVersion": {"stackOutput": STAGING, "name": 'imageVersionIds.ubuntu["1.0.0"]'},
        },
        "targetRegions": [{"name": "westeurope"}],
    }
    declared["imageVersions"] = {"ubuntu": {"1.0.0": promoted, "1.0.1": by_id}}
    prod.declare(declared)
    done = prod.up()
    assert done.returncode == 0, done.stdout + done.stderr
    for number in ("1.0.0", "1.0.1"):
        stored = prod.arm.get(f"{PROD}/images/ubuntu/versions/{number}")
        assert stored is not None
        source = stored["properties"]["storageProfile"]["source"]["id"]
        assert source == f"{GALLERY}/images/ubuntu/versions/1.0.0"
    assert prod.changes() == {}

    declared["galleries"] = {"staging": {"stackOutput": STAGING, "name": "gallery"}}
    prod.declare(declared)
    shown = prod.pulumi("preview").stdout
    assert f"stack {STAGING} has no output gallery; its outputs are: applicationIds, " in shown
    assert "Traceback" not in shown

    assert prod.destroy().returncode == 0
    assert staging.destroy().returncode == 0


def test_what_exists_is_used_and_never_changed(project: Project) -> None:
    owner = project
    declared = small() | {"imageVersions": {}, "managedImages": {}, "sharing": {}}
    declared["imageDefinitions"]["ubuntu"] |= {"securityType": "Standard", "purchasePlan": PLAN}
    owner.declare(declared)
    assert owner.up().returncode == 0
    before = owner.arm.get(GALLERY)
    user = project.beside("user")
    mine = small()
    del mine["resourceGroups"]
    mine["gallery"] |= {"existing": True, "location": "West Europe"}
    mine["imageDefinitions"]["ubuntu"] |= {
        "existing": True,
        "securityType": "Standard",
        "acceleratedNetwork": False,
        "diskControllerTypes": "scsi",
        "purchasePlan": PLAN,
    }
    mine["imageVersions"] = {"ubuntu": {"1.0.0": version("westeurope")}}
    user.declare(mine)
    done = user.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert user.outputs()["galleryId"] == GALLERY
    assert user.outputs()["latest"]["ubuntu"]["version"] == "1.0.0"
    assert user.changes() == {}
    assert owner.arm.get(GALLERY) == before
    gone = user.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert owner.arm.get(f"{GALLERY}/images/ubuntu") is not None

    mine["imageDefinitions"]["ubuntu"] |= {
        "hyperVGeneration": "V1",
        "hibernation": True,
        "purchasePlan": PLAN | {"name": "free"},
    }
    mine |= {"imageVersions": {}, "managedImages": {}, "sharing": {}}
    user.declare(mine)
    shown = user.pulumi("preview").stdout
    assert (
        "error[CFG023] imageDefinitions.ubuntu.hyperVGeneration: 'V1' is declared, 'ubuntu' is 'V2' in"
        in shown
    )
    for key, said, seen in (("hibernation", "True", "False"), ("purchasePlan.name", "free", "pro")):
        assert (
            f"error[CFG023] imageDefinitions.ubuntu.{key}: '{said}' is declared, 'ubuntu' is '{seen}' in"
            in shown
        )

    mine["gallery"]["location"] = "northeurope"
    user.declare(mine)
    shown = user.pulumi("preview").stdout
    assert (
        "error[CFG023] gallery.location: 'northeurope' is declared, 'test_gallery' is 'westeurope' in"
        in shown
    )
    assert "Traceback" not in shown
