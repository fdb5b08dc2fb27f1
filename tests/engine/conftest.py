"""Gives each test a copy of the project, a local Azure and an engine."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_azure.workspace import Workspace
from tests.engine.arm import Arm
from tests.engine.project import Project

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nested_delete_lag() -> float:
    """How many seconds local Azure takes to notice that what was in something is gone; a module may say so."""
    return 0


@pytest.fixture
def project(tmp_path: Path, nested_delete_lag: float) -> Iterator[Project]:
    if not os.environ.get("IMAGE_GALLERY_ENGINE"):
        pytest.skip("no engine: run the tests with `make test`")
    folder = tmp_path / "project"
    (folder / "stacks").mkdir(parents=True)
    for name in ("Pulumi.yaml", "__main__.py"):
        shutil.copy(ROOT / name, folder)
    workspace = Workspace.of(folder, home=tmp_path / "home", port=_free_port())
    workspace.install_stand_in(ROOT)
    azure = [sys.executable, "-m", "local_azure"]
    where = ["--state", str(workspace.home / "azure")]
    manners = ["--nested-delete-lag", str(nested_delete_lag)]
    subprocess.run([*azure, "start", "--port", str(workspace.port), *where, *manners], cwd=ROOT, check=True)
    try:
        yield Project(workspace, Arm(workspace.port, workspace.home / "azure" / "ca.pem"))
    finally:
        subprocess.run([*azure, "stop", *where], cwd=ROOT, check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
