"""States that an older azure-native left behind: what of them is taken as it is, and what is not."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.engine.adopting import adopt, import_all
from tests.engine.declarations import small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

ASSIGNMENT = "linux-images/readers/web/gallery"
Resource = dict[str, Any]


def up(project: Project) -> None:
    project.declare(small())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr


def edit(project: Project, change: Callable[[Resource], None]) -> None:
    """Change every azure-native resource of the stack's state."""
    state = json.loads(project.pulumi("stack", "export").stdout)
    for resource in state["deployment"]["resources"]:
        if resource["type"].startswith("azure-native:"):
            change(resource)
    file = project.workspace.project / "state.json"
    file.write_text(json.dumps(state))
    done = project.pulumi("stack", "import", "--file", str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def without_api_version(resource: Resource) -> None:
    """As azure-native 2 kept it, and as every import does: the version stands among the outputs."""
    del resource["inputs"]["azureApiVersion"]


def without_slash(resource: Resource) -> None:
    """As an import left it before August 2026 (pulumi-azure-native#4818)."""
    if resource["urn"].endswith(f"::{ASSIGNMENT}"):
        resource["inputs"]["scope"] = resource["inputs"]["scope"].strip("/")


def test_inputs_without_an_api_version_are_no_change(project: Project) -> None:
    up(project)
    edit(project, without_api_version)
    assert project.changes() == {}


def test_a_scope_that_lost_its_slash_is_mended_by_another_import(project: Project) -> None:
    up(project)
    edit(project, without_slash)
    assert project.changes() == {ASSIGNMENT: "replace"}
    urn = next(one["urn"] for one in project.state()["resources"] if one["urn"].endswith(f"::{ASSIGNMENT}"))
    forgotten = project.pulumi("state", "delete", urn, "--yes")
    assert forgotten.returncode == 0, forgotten.stdout + forgotten.stderr
    adopt(project)
    done = import_all(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
