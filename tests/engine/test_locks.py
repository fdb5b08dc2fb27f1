"""Locks with the engine: made last, lifted first, and what they guard stays where it is."""

from typing import Any

import pytest

from tests.engine.declarations import GALLERY, GROUP, VERSION, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

API = "2020-05-01"
LOCK = "providers/Microsoft.Authorization/locks/image-gallery"
KEEP = {"level": "CanNotDelete", "notes": "production"}


def locked() -> dict[str, Any]:
    """Locks at every level, and on what lies beside the gallery."""
    declared = small()
    declared["resourceGroups"]["rg-test"] = {"lock": KEEP}
    declared["gallery"]["lock"] = KEEP
    declared["imageDefinitions"]["ubuntu"]["lock"] = {"level": "CanNotDelete", "name": "keep"}
    declared["imageVersions"]["ubuntu"]["1.0.0"]["lock"] = {"level": "ReadOnly"}
    declared["managedImages"]["base"]["lock"] = KEEP
    return declared


def test_locks_come_up_stay_and_go_with_a_plain_destroy(project: Project) -> None:
    seeds = project.arm.groups()
    project.declare(locked())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    found = project.arm.get(f"{GALLERY}/{LOCK}", API)
    assert found is not None
    assert found["properties"] == KEEP
    for scope, name in (
        (GROUP, "image-gallery"),
        (f"{GALLERY}/images/ubuntu", "keep"),
        (VERSION, "image-gallery"),
    ):
        assert project.arm.get(f"{scope}/providers/Microsoft.Authorization/locks/{name}", API), scope
    assert project.changes() == {}

    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.groups() == seeds


def test_what_is_under_a_lock_is_not_removed_until_it_is_lifted(project: Project) -> None:
    declared = small()
    declared["sharing"]["roleAssignments"] = {}
    declared["gallery"]["lock"] = KEEP
    project.declare(declared)
    assert project.up().returncode == 0
    del declared["imageVersions"]["ubuntu"]["1.0.0"]
    project.declare(declared)
    refused = project.up()
    assert refused.returncode != 0
    assert "ScopeLocked" in refused.stdout + refused.stderr
    assert project.arm.get(VERSION) is not None

    del declared["gallery"]["lock"]
    declared["imageVersions"]["ubuntu"]["1.0.0"] = small()["imageVersions"]["ubuntu"]["1.0.0"]
    project.declare(declared)
    assert project.changes() == {"linux-images/lock/gallery": "delete"}
    assert project.up().returncode == 0
    del declared["imageVersions"]["ubuntu"]["1.0.0"]
    project.declare(declared)
    assert project.up().returncode == 0
    assert project.arm.get(VERSION) is None


def test_a_replacement_lifts_the_lock_and_puts_it_back(project: Project) -> None:
    kept = ("resourceGroups", "gallery", "imageDefinitions")
    declared = {key: value for key, value in small().items() if key in kept}
    declared["gallery"]["lock"] = KEEP
    project.declare(declared)
    assert project.up().returncode == 0
    declared["imageDefinitions"]["ubuntu"]["location"] = "northeurope"
    project.declare(declared)
    assert project.changes() == {"linux-images/ubuntu": "replace", "linux-images/lock/gallery": "replace"}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.arm.get(f"{GALLERY}/{LOCK}", API) is not None
    assert project.changes() == {}


def test_a_lock_that_is_changed_is_updated(project: Project) -> None:
    declared = small()
    declared["gallery"]["lock"] = dict(KEEP)
    project.declare(declared)
    assert project.up().returncode == 0
    declared["gallery"]["lock"]["notes"] = "release"
    project.declare(declared)
    assert project.changes() == {"linux-images/lock/gallery": "update"}
    assert project.up().returncode == 0
    found = project.arm.get(f"{GALLERY}/{LOCK}", API)
    assert found is not None
    assert found["properties"] == {"level": "CanNotDelete", "notes": "release"}
