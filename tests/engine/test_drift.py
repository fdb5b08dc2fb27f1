"""What somebody else changed is shown by a refresh, and put back by the next `up`."""

from typing import Any

import pytest

from tests.engine.azure_sdk import Sdk
from tests.engine.declarations import GALLERY, VERSION, small, version
from tests.engine.project import Project

pytestmark = pytest.mark.engine


def drift(project: Project) -> dict[str, str]:
    """What a refresh finds changed, by logical name."""
    digest = project.json("refresh", "--preview-only", "--json")
    steps = [step for step in digest["steps"] if step["op"] not in ("refresh", "same")]
    return {step["urn"].rsplit("::", 1)[-1]: step["op"] for step in steps}


def test_drift_is_seen_and_put_back(project: Project) -> None:
    declared = small()
    declared["imageVersions"]["ubuntu"]["1.0.0"] = version("westeurope", "northeurope")
    declared["snapshots"] = {
        "app": {
            "source": {
                "disk": "/subscriptions/eeeeeeee-5000-4000-8000-000000000001/resourceGroups/rg-image-builds"
                "/providers/Microsoft.Compute/disks/app-server-01-os"
            }
        }
    }
    declared["managedDisks"] = {"data": {"diskSizeGB": 32}}
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert drift(project) == {}

    sdk = Sdk(project.workspace)
    change_behind_our_back(sdk)
    assert drift(project) == {"linux-images/ubuntu": "update", "linux-images/ubuntu/1.0.0": "update"}
    refreshed = project.pulumi("refresh", "--yes", "--skip-preview")
    assert refreshed.returncode == 0, refreshed.stdout + refreshed.stderr
    assert project.changes() == {"linux-images/ubuntu": "update", "linux-images/ubuntu/1.0.0": "update"}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    stored = project.arm.get(VERSION)
    assert stored is not None
    counts = [r["regionalReplicaCount"] for r in stored["properties"]["publishingProfile"]["targetRegions"]]
    assert counts == [1, 1]
    definition = project.arm.get(f"{GALLERY}/images/ubuntu")
    assert definition is not None
    assert "description" not in definition["properties"]
    assert drift(project) == {}
    assert project.changes() == {}


def test_what_somebody_deleted_is_made_again(project: Project) -> None:
    project.declare(small())
    assert project.up().returncode == 0
    Sdk(project.workspace).delete("rg-test", "test_gallery", "ubuntu", "1.0.0")
    found = drift(project)
    assert found.pop("linux-images/ubuntu/1.0.0") == "delete"
    assert set(found.values()) <= {"delete"}
    assert project.pulumi("refresh", "--yes", "--skip-preview").returncode == 0
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.arm.get(VERSION) is not None
    assert project.changes() == {}


def change_behind_our_back(sdk: Sdk) -> None:
    """Another replica count in a region, and a description."""
    versions, images = sdk.compute.gallery_image_versions, sdk.compute.gallery_images
    found: Any = versions.get("rg-test", "test_gallery", "ubuntu", "1.0.0")
    found.properties.publishing_profile.target_regions[1].regional_replica_count = 3
    versions.begin_create_or_update("rg-test", "test_gallery", "ubuntu", "1.0.0", found).result()
    definition: Any = images.get("rg-test", "test_gallery", "ubuntu")
    definition.properties.description = "changed by hand"
    images.begin_create_or_update("rg-test", "test_gallery", "ubuntu", definition).result()
