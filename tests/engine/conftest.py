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
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Project]:
    """A project on its own; indirect parameters are options of local Azure's start."""
    if not os.environ.get("IMAGE_GALLERY_ENGINE"):
        pytest.skip("no engine: run the tests with `make test`")
    folder = tmp_path / "project"
    (folder / "stacks").mkdir(parents=True)
    for name in ("Pulumi.yaml", "__main__.py"):
        shutil.copy(ROOT / name, folder)
    workspace = Workspace.of(folder, home=tmp_path / "home", port=free_port())
    workspace.install_stand_in(ROOT)
    azure = [sys.executable, "-m", "local_azure"]
    where = ["--state", str(workspace.home / "azure")]
    more: tuple[str, ...] = getattr(request, "param", ())
    subprocess.run([*azure, "start", "--port", str(workspace.port), *where, *more], cwd=ROOT, check=True)
    try:
        yield Project(workspace, Arm(workspace.port, workspace.home / "azure" / "ca.pem"))
    finally:
        subprocess.run([*azure, "stop", *where], cwd=ROOT, check=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
