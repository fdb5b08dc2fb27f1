"""An end-of-life date in the past stops what does not exist yet, and nothing that a stack has made."""

import pytest

from tests.engine.declarations import small
from tests.engine.project import STACK, Project

pytestmark = pytest.mark.engine
AHEAD, PASSED = "2099-01-01", "2020-01-01"


def declare(project: Project, definition: str, version: str) -> None:
    declared = small()
    declared["imageDefinitions"]["ubuntu"]["endOfLifeDate"] = definition
    declared["imageVersions"]["ubuntu"]["1.0.0"]["endOfLifeDate"] = version
    project.declare(declared)


@pytest.mark.parametrize(
    ("dates", "code", "path"),
    [
        ((AHEAD, PASSED), "VER007", 'imageVersions.ubuntu["1.0.0"].endOfLifeDate'),
        ((PASSED, AHEAD), "IMG015", "imageDefinitions.ubuntu.endOfLifeDate"),
    ],
)
def test_a_preview_stops_at_what_does_not_exist_yet(
    project: Project, dates: tuple[str, str], code: str, path: str
) -> None:
    declare(project, *dates)
    done = project.pulumi("preview")
    assert done.returncode != 0
    shown = done.stdout + done.stderr
    assert f"error[{code}] {path}: 2020-01-01 lies in the past, a new one is refused" in shown
    assert f"stacks/Pulumi.{STACK}.yaml:" in shown
    assert "Traceback" not in shown


def test_what_came_up_while_the_date_lay_ahead_is_left_alone(project: Project) -> None:
    declare(project, AHEAD, AHEAD)
    assert project.up().returncode == 0
    years_later = project.workspace.project / "state.json"
    years_later.write_text(project.pulumi("stack", "export").stdout.replace(AHEAD, PASSED), encoding="utf-8")
    assert project.pulumi("stack", "import", "--file", str(years_later)).returncode == 0
    declare(project, PASSED, PASSED)
    assert project.changes() == {}
    shown = project.pulumi("preview").stdout
    assert "warning[VER007]" in shown
    assert "warning[IMG015]" in shown
    assert project.destroy().returncode == 0
