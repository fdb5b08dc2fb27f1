"""An Azure that refuses now and then because it is called too often: the engine's run takes longer, no more."""

import pytest

from tests.engine.declarations import small
from tests.engine.project import Project

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("project", [("--throttle-every", "6")], indirect=True, ids=["every sixth call"])
def test_a_throttled_run_completes(project: Project) -> None:
    project.declare(small())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    log = (project.workspace.home / "azure" / "log").read_text(encoding="utf-8")
    assert {line.split()[3] for line in log.splitlines() if " 429 " in line} >= {"GET", "PUT"}
    assert project.changes() == {}
    assert project.destroy().returncode == 0
