"""Where deployments are measured: a project, a state and a local Azure of their own, gone afterwards."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local_azure.workspace import LOCAL_SALT, SUBSCRIPTION_ID, Workspace

ROOT = Path(__file__).resolve().parents[1]
REGIONS = "westeurope northeurope uksouth ukwest eastus eastus2 westus westus2 westus3 centralus"
_COMPUTE = f"/subscriptions/{SUBSCRIPTION_ID}/resourceGroups/rg-image-builds/providers/Microsoft.Compute"
_MACHINE = f"{_COMPUTE}/virtualMachines/build-ubuntu-2404"
_WITHOUT_CHECKPOINTS = {"PULUMI_EXPERIMENTAL": "true", "PULUMI_SKIP_CHECKPOINTS": "true"}


class RunError(Exception):
    """A run that should have been measured failed. Its text is what the engine said."""


@dataclass(frozen=True, slots=True)
class Place:
    """A project in which one program is run after another."""

    workspace: Workspace

    def declare(self, stack: str, versions: int) -> None:
        """Make a stack, or tell it that it has so many versions from now on."""
        values = {
            "versions": versions,
            "group": f"rg-{stack}",
            "gallery": stack.replace("-", "_"),
            "machine": _MACHINE,
            "regions": REGIONS,
        }
        config = "".join(f"  linux-images:{name}: {value}\n" for name, value in values.items())
        file = self.workspace.project / "stacks" / f"Pulumi.{stack}.yaml"
        file.write_text(f"encryptionsalt: {LOCAL_SALT}\nconfig:\n{config}", encoding="utf-8")
        self.workspace.make_stack(stack)

    def seconds(self, program: str, stack: str, *arguments: str) -> float:
        """How long the engine takes for something with a program."""
        started = time.perf_counter()
        self.said(program, stack, *arguments)
        return time.perf_counter() - started

    def prepare(self, program: str, stack: str, *arguments: str) -> None:
        """Have the engine do something that is not measured, and write its state once at the end."""
        self.said(program, stack, *arguments, more=_WITHOUT_CHECKPOINTS)

    def said(self, program: str, stack: str, *arguments: str, more: dict[str, str] | None = None) -> str:
        """What the engine says. Raises RunError where it fails."""
        shutil.copyfile(
            ROOT / "benchmarks/programs" / f"{program}.py", self.workspace.project / "__main__.py"
        )
        done = subprocess.run(
            [self.workspace.engine / "pulumi", *arguments, "--stack", stack],
            cwd=self.workspace.project,
            env=self.workspace.environment() | (more or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RunError(f"{program}: pulumi {' '.join(arguments)}\n{done.stdout}\n{done.stderr}")
        return done.stdout


@contextmanager
def a_place() -> Generator[Place]:
    """Make one, with a local Azure that runs as long."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = Path(folder) / "project"
        (project / "stacks").mkdir(parents=True)
        shutil.copy(ROOT / "Pulumi.yaml", project)
        workspace = Workspace.of(project, home=Path(folder) / "home", port=_free_port())
        workspace.install_stand_in(ROOT)
        where = ["--state", str(workspace.home / "azure")]
        _local_azure("start", "--port", str(workspace.port), *where)
        try:
            yield Place(workspace)
        finally:
            _local_azure("stop", *where)


def _local_azure(*arguments: str) -> None:
    command = [sys.executable, "-m", "local_azure", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
