"""What `image-gallery advise` answers is a declaration that comes up: each row of the scenario table."""

import subprocess

import pytest
import yaml

from tests.engine.arm import BUILDS
from tests.engine.project import Project

pytestmark = pytest.mark.engine

BUILD = f"{BUILDS}/virtualMachines/build-ubuntu-2404"
APP = f"{BUILDS}/virtualMachines/app-server-01"
POINT = (
    f"{BUILDS}/restorePointCollections/app-server-01-restore-points/restorePoints/before-upgrade"
    "/diskRestorePoints/app-server-01-os"
)


def advised(project: Project, *arguments: str) -> str:
    """The stack's file that the command prints."""
    done = subprocess.run(
        [project.workspace.venv / "bin" / "image-gallery", "advise", "--format", "yaml", *arguments],
        cwd=project.workspace.project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _without_defaults(project: Project) -> None:
    """A project of which every stack says everything itself."""
    file = project.workspace.project / "Pulumi.yaml"
    settings = yaml.safe_load(file.read_text())
    settings.pop("config", None)
    file.write_text(yaml.safe_dump(settings))


def comes_up(project: Project, *arguments: str) -> set[str]:
    """Bring up what is advised, see that nothing is left to do, and tell the types that were made."""
    _without_defaults(project)
    project.write(advised(project, *arguments))
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    made = {resource["type"] for resource in project.state()["resources"]}
    assert project.destroy().returncode == 0
    return {kind.split(":")[-1] for kind in made if kind.startswith("azure-native:compute:")}


def test_a_configurable_image_for_many_machines(project: Project) -> None:
    asked = ("--configured", "yes", "--from", "vm", "--id", BUILD, "--machines", "60")
    more = ("--regions", "westeurope,northeurope")
    assert comes_up(project, *asked, *more) == {"Gallery", "GalleryImage", "GalleryImageVersion"}
    assert comes_up(project, *asked, "--storage", "managed-image") == {"Gallery", "Image"}


def test_an_image_of_a_backup(project: Project) -> None:
    asked = ("--configured", "no", "--from", "backup", "--id", POINT)
    assert comes_up(project, *asked) == {"Gallery", "Disk"}
    made = comes_up(project, *asked, "--machines", "5")
    assert made == {"Gallery", "GalleryImage", "GalleryImageVersion", "Disk"}


def test_an_image_of_a_snapshot(project: Project) -> None:
    snapshot = f"{BUILDS}/snapshots/app-server-01-os-snapshot"
    asked = ("--configured", "no", "--from", "snapshot", "--id", snapshot)
    assert comes_up(project, *asked) == {"Gallery", "Disk"}
    assert comes_up(project, *asked, "--storage", "gallery") == {
        "Gallery",
        "GalleryImage",
        "GalleryImageVersion",
    }


def test_a_quick_image_without_configuration(project: Project) -> None:
    asked = ("--configured", "no", "--from", "vm", "--id", APP, "--machines", "20")
    assert comes_up(project, *asked) == {"Gallery", "GalleryImage", "GalleryImageVersion"}
