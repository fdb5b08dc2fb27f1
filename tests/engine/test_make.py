"""The Makefile's targets with the engine and local Azure, in a copy of the repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from local_azure.workspace import LOCAL_SALT, Workspace
from tests.engine.azure_sdk import Sdk
from tests.engine.conftest import free_port
from tests.engine.declarations import small

pytestmark = pytest.mark.engine

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Repository:
    """The project with local Azure's code beside it, as a clone has it."""

    folder: Path
    port: int

    def write(self, stack: str, declaration: dict[str, Any]) -> None:
        """Write a stack's file."""
        config = {f"linux-images:{key}": value for key, value in declaration.items()}
        text = yaml.safe_dump({"config": {"azure-native:location": "westeurope", **config}}, sort_keys=False)
        file = self.folder / "stacks" / f"Pulumi.{stack}.yaml"
        file.write_text(f"encryptionsalt: {LOCAL_SALT}\n{text}", encoding="utf-8")

    def make(self, target: str, stack: str = "dev") -> "subprocess.CompletedProcess[str]":
        """What `make` runs for a target."""
        return self._run("local_azure.make", target, STACK=stack, LOCAL_AZURE_PORT=str(self.port))

    def azure(self, command: str) -> str:
        """What `python -m local_azure` says."""
        return self._run("local_azure", command).stdout

    def _run(self, module: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    if not os.environ.get("IMAGE_GALLERY_ENGINE"):
        pytest.skip("no engine: run the tests with `make test`")
    (tmp_path / "stacks").mkdir()
    for name in ("Pulumi.yaml", "__main__.py"):
        shutil.copy(ROOT / name, tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "local_azure", tmp_path / "local_azure", ignore=ignored)
    made = Repository(tmp_path, free_port())
    yield made
    made.azure("stop")


def staging() -> dict[str, Any]:
    return small()


def prod(*, protect: bool) -> dict[str, Any]:
    """What staging has, promoted; none of it may be deleted."""
    declared = small() | {
        "resourceGroups": {"rg-prod": {}},
        "gallery": {"name": "prod_gallery", "resourceGroup": "rg-prod"},
        "galleries": {"staging": {"stackOutput": "organization/linux-images/staging", "name": "galleryId"}},
        "managedImages": {},
        "sharing": {},
        "options": {"protect": protect},
    }
    promoted = {"source": {"imageVersion": "staging"}, "targetRegions": [{"name": "westeurope"}]}
    declared["imageVersions"] = {"ubuntu": {"1.0.0": promoted}}
    declared["imageDefinitions"]["ubuntu"]["securityType"] = "Standard"
    return declared


def test_prod_brings_staging_up_and_is_not_destroyed_by_mistake(repository: Repository) -> None:
    repository.write("staging", staging())
    repository.write("prod", prod(protect=True))
    first = repository.make("preview", "prod")
    assert (first.returncode, first.stderr) == (
        2,
        "error: stack prod takes outputs of stack staging, which is not up; run `STACK=staging make up` first\n",
    )
    seeds = repository.azure("ids")

    done = repository.make("up", "prod")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Stack staging comes first: it is not up yet, and stack prod needs its outputs." in done.stdout
    assert "gallery prod_gallery (westeurope)" in done.stdout
    again = repository.make("up", "prod")
    assert "comes first" not in again.stdout
    assert "Nothing was changed: all " in again.stdout

    refused = repository.make("destroy", "prod")
    assert refused.returncode == 2
    assert refused.stderr.startswith(
        "error: stack prod is protected: linux-images/rg-prod, linux-images/prod_gallery"
    )
    repository.write("prod", prod(protect=False))
    for target, stack in (("up", "prod"), ("destroy", "prod"), ("destroy", "staging")):
        done = repository.make(target, stack)
        assert done.returncode == 0, done.stdout + done.stderr
    assert repository.azure("ids") == seeds


def test_what_changed_behind_the_back_is_taken_in_or_made_again(repository: Repository) -> None:
    repository.write("dev", small())
    assert repository.make("up").returncode == 0
    whole = repository.azure("ids")

    home = repository.folder / ".local"
    sdk = Sdk(Workspace.of(repository.folder, home=home, port=repository.port))
    tagged: Any = {"tags": {"by": "hand"}}
    sdk.compute.galleries.begin_update("rg-test", "test_gallery", tagged).result()
    seen = repository.make("refresh")
    assert seen.returncode == 0, seen.stdout + seen.stderr
    assert 'by: "hand"' in seen.stdout
    assert seen.stdout.endswith("The state says what is there. To bring back what is declared: make up\n")
    done = repository.make("up")
    assert "~ 1 updated" in done.stdout, done.stdout + done.stderr
    assert sdk.compute.galleries.get("rg-test", "test_gallery").tags in ({}, None)

    sdk.delete("rg-test", "test_gallery", "ubuntu", "1.0.0")
    done = repository.make("up")
    assert "Local Azure does not have linux-images/ubuntu/1.0.0" in done.stdout
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(repository.azure("ids").split()) == set(whole.split())

    repository.azure("stop")
    repository.azure("reset")
    done = repository.make("up")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "They are made again." in done.stdout
    assert set(repository.azure("ids").split()) == set(whole.split())
