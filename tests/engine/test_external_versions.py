"""Versions that something else publishes: seen, counted in latest, never deleted, and in a deletion's way."""

import pytest

from tests.engine.azure_sdk import Sdk
from tests.engine.declarations import GALLERY, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine


def test_versions_that_others_publish_are_seen_and_left_alone(project: Project) -> None:
    declared = small() | {"imageVersions": {}, "managedImages": {}, "sharing": {}}
    declared["imageDefinitions"]["ubuntu"] |= {"externalVersions": True, "securityType": "Standard"}
    kept = dict(declared["imageDefinitions"])
    kept["other"] = kept["ubuntu"] | {"identifier": {"publisher": "c", "offer": "o", "sku": "s"}}
    declared["imageDefinitions"] = kept
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.outputs()["latest"] == {}

    sdk = Sdk(project.workspace)
    for number in ("1.0.9", "1.0.10"):
        sdk.publish("rg-test", "test_gallery", "ubuntu", number)
    sdk.publish("rg-test", "test_gallery", "ubuntu", "2.0.0", excludeFromLatest=True)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    newest = f"{GALLERY}/images/ubuntu/versions/1.0.10"
    assert project.outputs()["latest"] == {
        "ubuntu": {"version": "1.0.10", "id": newest, "regions": {"westeurope": newest}}
    }
    assert set(project.outputs()["imageVersionIds"]["ubuntu"]) == {"1.0.9", "1.0.10", "2.0.0"}
    assert project.changes() == {}

    declared["imageDefinitions"] = {"other": kept["other"]}
    project.declare(declared)
    previewed = project.pulumi("preview")
    shown = previewed.stdout + previewed.stderr
    assert previewed.returncode != 0
    assert "linux-images/ubuntu" in shown
    assert "because it is protected" in shown
    for number in ("1.0.9 ", "1.0.10", "2.0.0 "):
        assert f"- {number}: " in shown

    declared["imageDefinitions"] = kept
    kept["ubuntu"] = kept["ubuntu"] | {"options": {"protect": False}}
    project.declare(declared)
    assert project.up().returncode == 0
    for number in ("1.0.9", "1.0.10", "2.0.0"):
        sdk.delete("rg-test", "test_gallery", "ubuntu", number)
    declared["imageDefinitions"] = {"other": kept["other"]}
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.arm.get(f"{GALLERY}/images/ubuntu") is None


def test_the_group_of_external_versions_is_not_taken_away_under_them(project: Project) -> None:
    declared = small() | {"imageVersions": {}, "managedImages": {}, "sharing": {}}
    declared["imageDefinitions"]["ubuntu"] |= {"externalVersions": True, "securityType": "Standard"}
    project.declare(declared)
    assert project.up().returncode == 0
    Sdk(project.workspace).publish("rg-test", "test_gallery", "ubuntu", "1.0.0")
    assert project.up().returncode == 0

    assert project.destroy().returncode != 0
    assert project.arm.get(f"{GALLERY}/images/ubuntu/versions/1.0.0") is not None
