"""A copy of the project with a local Azure and an engine of its own, and what a person does with them."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from local_azure.workspace import LOCAL_SALT, Workspace
from tests.engine.arm import Arm

STACK = "test"


@dataclass
class Project:
    """The project in a folder of its own, and what a person would do with it."""

    workspace: Workspace
    arm: Arm
    stack: str = STACK

    def beside(self, stack: str) -> "Project":
        """The same project with another stack."""
        return Project(self.workspace, self.arm, stack)

    @property
    def stack_file(self) -> Path:
        return self.workspace.project / "stacks" / f"Pulumi.{self.stack}.yaml"

    def declare(self, declaration: dict[str, Any], *, location: str = "westeurope") -> None:
        """Write the stack's file."""
        config = {f"linux-images:{key}": value for key, value in declaration.items()}
        self.write(yaml.safe_dump({"config": {"azure-native:location": location, **config}}, sort_keys=False))

    def write(self, text: str) -> None:
        self.stack_file.write_text(f"encryptionsalt: {LOCAL_SALT}\n{text}", encoding="utf-8")
        self.workspace.make_stack(self.stack)

    def program(self, text: str) -> None:
        """Put another program in the place of the project's own."""
        (self.workspace.project / "__main__.py").write_text(text, encoding="utf-8")

    def pulumi(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.workspace.capture(*arguments, "--stack", self.stack)

    def up(self) -> "subprocess.CompletedProcess[str]":
        return self.pulumi("up", "--yes", "--skip-preview")

    def destroy(self) -> "subprocess.CompletedProcess[str]":
        return self.pulumi("destroy", "--yes", "--skip-preview")

    def preview(self) -> "dict[str, Any]":
        """The digest of a preview: steps, diagnostics, counts."""
        return self.json("preview", "--json")

    def json(self, *arguments: str) -> "dict[str, Any]":
        """What a command prints as one JSON document."""
        return json.loads(self.pulumi(*arguments).stdout)

    def changes(self) -> dict[str, str]:
        """What a preview would do: the operation by logical name, what stays the same or is read left out."""
        steps = [step for step in self.preview()["steps"] if step["op"] not in ("same", "read")]
        return {step["urn"].rsplit("::", 1)[-1]: step["op"] for step in steps}

    def state(self) -> dict[str, Any]:
        """The deployment that the stack holds: resources, and what was interrupted."""
        done = self.pulumi("stack", "export")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["deployment"]

    def recovery(self, *arguments: str) -> list[str]:
        """The command that is the way back after a killed run."""
        return [
            str(self.workspace.venv / "bin" / "image-gallery"),
            "recover",
            "--stack",
            self.stack,
            *arguments,
        ]

    def recover(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Go that way."""
        return subprocess.run(
            self.recovery(*arguments),
            cwd=self.workspace.project,
            env=self.workspace.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def outputs(self) -> dict[str, Any]:
        return self.workspace.outputs(self.stack)
