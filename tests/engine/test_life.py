"""A stack's life with Pulumi's own engine: up, no changes, changes, destroy."""

import pytest
import yaml

from tests.engine.declarations import GALLERY, GROUP, VERSION, small, version
from tests.engine.project import Project

pytestmark = pytest.mark.engine


def test_up_then_nothing_to_do_then_destroy_leaves_nothing(project: Project) -> None:
    seeds = project.arm.groups()
    project.declare(small())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    outputs = project.outputs()
    assert outputs["galleryId"] == GALLERY
    assert outputs["latest"]["ubuntu"] == {
        "version": "1.0.0",
        "id": VERSION,
        "regions": {"westeurope": VERSION},
    }
    assert outputs["imageReferences"] == {"ubuntu": {"id": f"{GALLERY}/images/ubuntu"}}
    assert project.arm.groups() == {*seeds, "rg-test"}

    assert project.changes() == {}
    again = project.up()
    assert again.returncode == 0, again.stdout + again.stderr
    assert "10 unchanged" in again.stdout

    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.groups() == seeds
    assert project.arm.get(GROUP, "2024-03-01") is None


def test_a_region_is_added_and_a_version_comes_and_goes(project: Project) -> None:
    declared = small()
    project.declare(declared)
    assert project.up().returncode == 0

    declared["imageVersions"]["ubuntu"]["1.0.0"] = version("westeurope", "northeurope")
    project.declare(declared)
    assert project.changes() == {"linux-images/ubuntu/1.0.0": "update"}
    assert project.up().returncode == 0
    stored = project.arm.get(VERSION)
    assert stored is not None
    regions = stored["properties"]["publishingProfile"]["targetRegions"]
    assert [region["name"] for region in regions] == ["West Europe", "North Europe"]

    declared["imageVersions"]["ubuntu"]["1.0.1"] = version("westeurope")
    project.declare(declared)
    assert project.changes() == {"linux-images/ubuntu/1.0.1": "create"}
    assert project.up().returncode == 0
    assert project.outputs()["latest"]["ubuntu"]["version"] == "1.0.1"

    del declared["imageVersions"]["ubuntu"]["1.0.1"]
    project.declare(declared)
    assert project.changes() == {"linux-images/ubuntu/1.0.1": "delete"}
    assert project.up().returncode == 0
    assert project.outputs()["latest"]["ubuntu"]["version"] == "1.0.0"
    assert project.arm.get(f"{GALLERY}/images/ubuntu/versions/1.0.1") is None


def test_a_gallery_that_moves_takes_what_is_under_it_along(project: Project) -> None:
    declared = {
        key: value
        for key, value in small().items()
        if key in {"resourceGroups", "gallery", "imageDefinitions"}
    }
    project.declare(declared)
    assert project.up().returncode == 0

    declared["gallery"]["location"] = "northeurope"
    project.declare(declared)
    assert project.changes() == {"linux-images/test_gallery": "replace", "linux-images/ubuntu": "replace"}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    stored = project.arm.get(f"{GALLERY}/images/ubuntu")
    assert stored is not None
    assert stored["location"] == "northeurope"


SHARING = """\
name: linux-images
runtime: python
stackConfigDir: stacks
config:
  linux-images:imageDefinitions:
    default:
      ubuntu:
        identifier: {publisher: contoso, offer: ubuntu, sku: "24"}
        osState: Generalized
        hyperVGeneration: V2
        securityType: TrustedLaunchSupported
"""


def test_a_stack_adds_a_definition_to_those_that_the_project_shares(project: Project) -> None:
    declared = small()
    own = {"debian": {**declared.pop("imageDefinitions")["ubuntu"], "endOfLifeDate": "2028-04-30"}}
    own["debian"]["identifier"] = {"publisher": "contoso", "offer": "debian", "sku": "12"}
    folder = project.workspace.project
    (folder / "Pulumi.yaml").write_text(SHARING)
    (folder / "own.yaml").write_text(yaml.safe_dump({"imageDefinitions": own}))
    project.declare({**declared, "include": ["own.yaml"]})
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.outputs()["imageDefinitionIds"] == {
        name: f"{GALLERY}/images/{name}" for name in ("ubuntu", "debian")
    }
    assert project.changes() == {}
