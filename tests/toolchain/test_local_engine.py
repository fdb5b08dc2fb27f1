"""The workspace with Pulumi's own engine: what fakes cannot show."""

import os
from pathlib import Path

import pytest

from local_azure.workspace import LOCAL_SALT, Workspace

pytestmark = pytest.mark.engine

WITH_SALT = f"# a comment\nencryptionsalt: {LOCAL_SALT}\nconfig:\n  toy:when: 2028-04-30  # stays a date\n"
WITHOUT_SALT = "config:\n  toy:when:   2028-04-30\n  toy:version: {1.10: 1.10}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A project that needs no plugin. `make test` names the engine."""
    if "IMAGE_GALLERY_ENGINE" not in os.environ:
        pytest.skip("there is no IMAGE_GALLERY_ENGINE; make test sets it")
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text(
        "name: toy\nruntime: python\nstackConfigDir: stacks\n", encoding="utf-8"
    )
    program = 'import pulumi\npulumi.export("when", pulumi.Config().require("when"))\n'
    (tmp_path / "__main__.py").write_text(program, encoding="utf-8")
    return Workspace.of(tmp_path)


@pytest.mark.parametrize("text", [WITH_SALT, WITHOUT_SALT])
def test_a_stacks_file_is_the_same_after_every_run(workspace: Workspace, text: str) -> None:
    file = workspace.project / "stacks" / "Pulumi.dev.yaml"
    file.write_text(text, encoding="utf-8")
    workspace.make_stack("dev")
    workspace.make_stack("dev")
    assert workspace.up("dev", "--skip-preview") == 0
    assert workspace.outputs("dev") == {"when": "2028-04-30 00:00:00 +0000 UTC"}
    assert workspace.destroy("dev", "--skip-preview") == 0
    assert file.read_text(encoding="utf-8") == text
    assert sorted(path.name for path in workspace.project.iterdir() if path.name != "__pycache__") == [
        ".local",
        "Pulumi.yaml",
        "__main__.py",
        "stacks",
    ]
