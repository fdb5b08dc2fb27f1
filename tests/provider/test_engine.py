"""Pulumi's own engine, a program with azure-native's SDK, the plugin as a process, and the scripted ARM."""

import asyncio
import json
import os
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from conftest import GALLERY, GROUP, ScriptedArm

from local_azure.provider.install import install
from tests.provider.scripted_arm import GALLERY, GROUP, Answer, ScriptedArm, resource

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
        self.program(PROGRAM)
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

    def program(self, source: str) -> None:
        """Write the program; it may be indented."""
        (self.folder / "program" / "__main__.py").write_text(textwrap.dedent(source))

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

    assert "3 unchanged" in await project.pulumi("preview", "--expect-no-changes")
    change = await project.pulumi("up", "--yes", "--skip-preview", "--diff", DESCRIPTION="second")
    assert "~ 1 updated" in change
    assert arm.resources[GALLERY.lower()]["properties"]["description"] == "second"

    await project.pulumi("destroy", "--yes", "--skip-preview")
    assert arm.resources == {}
    assert [call.path for call in arm.calls("DELETE")] == [GALLERY, GROUP]


async def test_replacement_deletes_first_unless_the_name_was_made_up(
    project: Project, arm: ScriptedArm
) -> None:
    project.program("""
        import os, pulumi_azure_native as azure
        where = {"resource_group_name": "rg", "location": os.environ["LOCATION"]}
        azure.compute.Gallery("named", gallery_name="g", **where)
        azure.compute.Snapshot("made", creation_data={"create_option": "Empty"}, **where)
    """)
    await project.pulumi("up", "--yes", "--skip-preview", LOCATION="westeurope")
    before = len(arm.calls())
    await project.pulumi("up", "--yes", "--skip-preview", LOCATION="eastus")
    writes = [
        (call.method, call.path.split("/")[-2]) for call in arm.calls()[before:] if call.method != "GET"
    ]
    assert sorted(writes) == [
        ("DELETE", "galleries"),
        ("DELETE", "snapshots"),
        ("PUT", "galleries"),
        ("PUT", "snapshots"),
    ]
    galleries = [method for method, kind in writes if kind == "galleries"]
    snapshots = [method for method, kind in writes if kind == "snapshots"]
    assert (galleries, snapshots) == (["DELETE", "PUT"], ["PUT", "DELETE"])


async def test_half_made_resource_is_kept_and_updated_next_time(project: Project, arm: ScriptedArm) -> None:
    failed = {"status": "Failed", "error": {"code": "CrpPirReplicationJobsNotCompleted", "message": "eastus"}}
    held = resource(GALLERY, {"location": "westeurope", "properties": {}})
    arm.script(
        "PUT", GALLERY, Answer(201, held, {"Azure-AsyncOperation": arm.operation("op")}), Answer(200, held)
    )
    arm.script("GET", "/poll/op", Answer(body=failed))
    arm.script("GET", GALLERY, Answer(404), Answer(200, held))
    output = await project.pulumi("up", "--yes", "--skip-preview", code=1)
    assert 'Status=200 Code="CrpPirReplicationJobsNotCompleted" Message="eastus"' in output
    kept = next(r for r in await project.state() if r["type"].endswith(":Gallery"))
    assert (kept["id"], kept["inputs"]["galleryName"]) == (GALLERY, "g")

    assert "~ 1 updated" in await project.pulumi("up", "--yes", "--skip-preview")


async def test_ctrl_c_ends_a_long_wait_and_keeps_what_was_accepted(
    project: Project, arm: ScriptedArm
) -> None:
    held = resource(GALLERY, {"location": "westeurope", "properties": {}})
    arm.script("PUT", GALLERY, Answer(201, held, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", Answer(body={"status": "InProgress"}))
    arm.script("GET", GALLERY, Answer(404), Answer(200, held))
    process = await project.start("up", "--yes", "--skip-preview")
    await arm.reached("GET", "/poll/op")
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(10):
        output, _ = await process.communicate()
    assert "operation cancelled" in output.decode()
    assert any(r["type"].endswith(":Gallery") for r in await project.state())


async def test_refresh_and_import_find_what_azure_holds(project: Project, arm: ScriptedArm) -> None:
    project.program("""
        import pulumi_azure_native as azure
        azure.resources.ResourceGroup("rg", resource_group_name="rg", location="westeurope")
    """)
    await project.pulumi("up", "--yes", "--skip-preview")
    arm.resources[GROUP.lower()]["tags"] = {"by": "hand"}
    assert "~ 1 to update" in await project.pulumi("refresh", "--preview-only")
    await project.pulumi("refresh", "--yes", "--skip-preview")
    group = next(r for r in await project.state() if r["type"].endswith(":ResourceGroup"))
    assert group["inputs"]["tags"] == {"by": "hand"}

    arm.resources[GALLERY.lower()] = resource(
        GALLERY, {"location": "westeurope", "properties": {"description": "d"}}
    )
    await project.pulumi(
        "import",
        "azure-native:compute:Gallery",
        "g",
        GALLERY,
        "--yes",
        "--skip-preview",
        "--generate-code=false",
    )
    gallery = next(r for r in await project.state() if r["type"].endswith(":Gallery"))
    expected = {"galleryName": "g", "resourceGroupName": "rg", "location": "westeurope", "description": "d"}
    assert gallery["inputs"] == expected
