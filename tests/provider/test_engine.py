"""Pulumi's own engine, a program with azure-native's SDK, the plugin as a process, and the scripted ARM."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from local_azure.provider.install import install
from tests.provider.scripted_arm import GALLERY, GROUP, ScriptedArm

pytestmark = pytest.mark.engine

ROOT = Path(__file__).parents[2]

PROGRAM = """
import os
import pulumi
import pulumi_azure_native as azure

group = azure.resources.ResourceGroup("rg", resource_group_name="rg", location="westeurope")
gallery = azure.compute.Gallery(
    "g",
    gallery_name="g",
    resource_group_name=group.name,
    description=pulumi.Output.secret(os.environ.get("DESCRIPTION", "first")),
)
pulumi.export("gallery", gallery.id)
"""


class Project:
    """One Pulumi project with its own state and PULUMI_HOME."""

    def __init__(self, folder: Path, engine: Path) -> None:
        self.folder = folder
        home = folder / "home"
        install(home, Path(sys.executable), ROOT)
        for name in ("program", "state"):
            (folder / name).mkdir()
        (folder / "program" / "Pulumi.yaml").write_text("name: project\nruntime: python\n")
        (folder / "program" / "__main__.py").write_text(PROGRAM)
        self.environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}:{engine}:{os.environ['PATH']}",
            "VIRTUAL_ENV": str(Path(sys.executable).parents[1]),
            "PULUMI_HOME": str(home),
            "PULUMI_BACKEND_URL": f"file://{folder / 'state'}",
            "PULUMI_CONFIG_PASSPHRASE": "local-only",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        }

    async def start(self, *arguments: str, **environment: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            "pulumi",
            *arguments,
            "--non-interactive",
            cwd=self.folder / "program",
            env={**self.environment, **environment},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )

    async def pulumi(self, *arguments: str, code: int = 0, **environment: str) -> str:
        process = await self.start(*arguments, **environment)
        output, _ = await process.communicate()
        assert process.returncode == code, output.decode()
        return output.decode()

    async def state(self) -> list[dict[str, Any]]:
        exported = json.loads(await self.pulumi("stack", "export"))
        return exported["deployment"].get("resources", [])


@pytest.fixture
async def project(tmp_path: Path, engine: Path, arm: ScriptedArm) -> Project:
    assert arm.address  # its environment is inherited
    (tmp_path / "pulumi").mkdir()
    made = Project(tmp_path / "pulumi", engine)
    await made.pulumi("stack", "init", "dev")
    return made


async def test_a_program_goes_up_changes_and_comes_down(project: Project, arm: ScriptedArm) -> None:
    preview = await project.pulumi("preview")
    assert "+ 3 to create" in preview
    assert not arm.resources

    await project.pulumi("up", "--yes", "--skip-preview")
    gallery = arm.resources[GALLERY.lower()]
    assert (gallery["location"], gallery["properties"]["description"]) == ("westeurope", "first")
    secret = next(r for r in await project.state() if r["type"].endswith(":Gallery"))["outputs"][
        "description"
    ]
    assert "ciphertext" in secret

    assert "unchanged" in await project.pulumi("preview", "--expect-no-changes")
    change = await project.pulumi("up", "--yes", "--skip-preview", "--diff", DESCRIPTION="second")
    assert "~ 1 updated" in change
    assert arm.resources[GALLERY.lower()]["properties"]["description"] == "second"

    await project.pulumi("destroy", "--yes", "--skip-preview")
    assert arm.resources == {}
    assert [call.path for call in arm.calls("DELETE")] == [GALLERY, GROUP]
