"""A gallery that moves takes along what lies in it, wherever it goes."""

import pytest

from tests.engine.declarations import GALLERY, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine


def moved(project: Project, seeds: set[str], group: str) -> None:
    """Bring it up, and see that everything is in the group, and that nothing is left elsewhere."""
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    gallery = GALLERY.replace("rg-test", group)
    assert project.arm.get(f"{gallery}/images/ubuntu/versions/1.0.0") is not None
    assert project.arm.groups() == {*seeds, group}
    assert project.changes() == {}


def test_to_another_group_of_this_stack(project: Project) -> None:
    seeds = project.arm.groups()
    declared = small()
    project.declare(declared)
    moved(project, seeds, "rg-test")
    declared["resourceGroups"] = {"rg-new": {}}
    declared["gallery"]["resourceGroup"] = "rg-new"
    project.declare(declared)
    moved(project, seeds, "rg-new")
    assert project.destroy().returncode == 0
    assert project.arm.groups() == seeds


def test_to_a_group_that_exists(project: Project) -> None:
    declared = small()
    declared["resourceGroups"] = {}
    declared["gallery"]["resourceGroup"] = "rg-image-builds"
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    declared["gallery"]["resourceGroup"] = "rg-image-builds-us"
    declared["managedImages"]["base"]["resourceGroup"] = "rg-image-builds"
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    there = GALLERY.replace("rg-test", "rg-image-builds-us")
    assert project.arm.get(f"{there}/images/ubuntu/versions/1.0.0") is not None
    assert project.arm.get(there.replace("-us", "")) is None
    assert project.changes() == {}


def test_a_group_of_another_name(project: Project) -> None:
    seeds = project.arm.groups()
    declared = small()
    project.declare(declared)
    moved(project, seeds, "rg-test")
    declared["resourceGroups"]["rg-test"] = {"name": "rg-renamed"}
    project.declare(declared)
    moved(project, seeds, "rg-renamed")


def test_a_definition_of_another_name(project: Project) -> None:
    declared = small()
    project.declare(declared)
    assert project.up().returncode == 0
    declared["imageDefinitions"]["ubuntu"]["name"] = "ubuntu-renamed"
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.arm.get(f"{GALLERY}/images/ubuntu-renamed/versions/1.0.0") is not None
    assert project.arm.get(f"{GALLERY}/images/ubuntu") is None
    assert project.changes() == {}
