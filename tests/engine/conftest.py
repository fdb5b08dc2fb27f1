"""A copy of the project with a local Azure and an engine of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from arm import Arm

from local_azure.workspace import LOCAL_SALT, Workspace

ROOT = Path(__file__).resolve().parents[2]
STACK = "test"


@dataclass
class Project:
    """The project in a folder of its own, and what a person would do with it."""

    workspace: Workspace
    arm: Arm

    @property
    def stack_file(self) -> Path:
        return self.workspace.project / "stacks" / f"Pulumi.{STACK}.yaml"

    def declare(self, declaration: dict[str, Any], *, location: str = "westeurope") -> None:
        """Write the stack's file."""
        config = {f"linux-images:{key}": value for key, value in declaration.items()}
        self.write(yaml.safe_dump({"config": {"azure-native:location": location, **config}}, sort_keys=False))

    def write(self, text: str) -> None:
        self.stack_file.write_text(f"encryptionsalt: {LOCAL_SALT}\n{text}", encoding="utf-8")
        self.workspace.make_stack(STACK)

    def program(self, text: str) -> None:
        """Put another program in the place of the project's own."""
        (self.workspace.project / "__main__.py").write_text(text, encoding="utf-8")

    def pulumi(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.workspace.capture(*arguments, "--stack", STACK)

    def up(self) -> "subprocess.CompletedProcess[str]":
        return self.pulumi("up", "--yes", "--skip-preview")

    def destroy(self) -> "subprocess.CompletedProcess[str]":
        return self.pulumi("destroy", "--yes", "--skip-preview")

    def preview(self) -> "dict[str, Any]":
        """The digest of a preview: steps, diagnostics, counts."""
        return json.loads(self.pulumi("preview", "--json").stdout)

    def changes(self) -> dict[str, str]:
        """What a preview would do: the operation by logical name, what stays the same left out."""
        steps = [step for step in self.preview()["steps"] if step["op"] != "same"]
        return {step["urn"].rsplit("::", 1)[-1]: step["op"] for step in steps}

    def outputs(self) -> dict[str, Any]:
        return self.workspace.outputs(STACK)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
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
    subprocess.run([*azure, "start", "--port", str(workspace.port), *where], cwd=ROOT, check=True)
    try:
        yield Project(workspace, Arm(workspace.port, workspace.home / "azure" / "ca.pem"))
    finally:
        subprocess.run([*azure, "stop", *where], cwd=ROOT, check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
