"""A stack's file means the same to `image-gallery validate` and to `pulumi preview`, traps included."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.engine.declarations import small
from tests.engine.project import Project

pytestmark = pytest.mark.engine


def stack_text() -> str:
    config = {f"linux-images:{key}": value for key, value in small().items()}
    return yaml.safe_dump({"config": {"azure-native:location": "westeurope", **config}}, sort_keys=False)


def validated(project: Project) -> str:
    command = [Path(sys.executable).with_name("image-gallery"), "validate", project.stack_file]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=project.workspace.project
    ).stdout


def findings(text: str) -> list[tuple[str, ...]]:
    """Head and place of each finding, wherever in a text they stand."""
    return re.findall(r"(?:error|warning)\[(\w+)\] (.*)\n\s+((?:stacks|images)/\S+)", text)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        pytest.param(
            "      hyperVGeneration: V2\n",
            "      hyperVGeneration: V2\n      endOfLifeDate: 2030-04-30\n",
            [],
            id="an unquoted date is a date",
        ),
        pytest.param("      1.0.0:\n", "      1.10:\n", ["CFG009", "VER001"], id="a key that is a number"),
        pytest.param(
            "      1.0.0:\n", '      "1.1":\n', ["VER001"], id="the same after Pulumi wrote the file"
        ),
        pytest.param(
            "    resourceGroup: rg-test\n",
            "    resourceGroup: rg-test\n    tags: {code: 0123, on: yes, at: 12:30}\n",
            ["CFG007"],
            id="a tag that is a number, and two that look like something else",
        ),
        pytest.param("config:\n", "environment: [local]\nconfig:\n", [], id="the engine's own keys"),
        pytest.param("      osState: Generalized\n", "      osSate: Generalized\n", ["CFG003"], id="a typo"),
    ],
)
def test_the_same_findings_at_the_same_places(project: Project, old: str, new: str, codes: list[str]) -> None:
    text = stack_text().replace("'1.0.0'", "1.0.0")
    scope = "imageVersions/ubuntu/1.0.0"
    assert old in text
    project.write(text.replace(f"      - {scope}\n", "").replace(old, new, 1))
    seen = findings(validated(project))
    assert [code for code, *_ in seen if code != "RBA002"] == codes
    if "environment:" not in new:  # Pulumi's environments live in Pulumi Cloud: no local engine opens one
        assert findings(project.pulumi("preview").stdout) == seen


def test_a_secret_leaf_is_unknown_to_one_and_checked_by_the_other(project: Project) -> None:
    declared = small()
    declared["principals"]["web"]["principalId"] = "PLACE"
    project.declare(declared)
    path = "linux-images:principals.web.principalId"
    assert project.pulumi("config", "set", "--secret", "--path", path, "hidden-words").returncode == 0
    assert "secure: v1:" in project.stack_file.read_text()
    assert [code for code, *_ in findings(validated(project)) if code != "RBA002"] == []
    shown = project.pulumi("preview").stdout
    assert "error[RBA006] principals.web.principalId" in shown
    assert "hidden-words" not in shown


INCLUDED = """\
imageDefinitions:
  1.10:
    identifier: {publisher: contoso, offer: debian, sku: "12"}
    osState: Generalised
    hyperVGeneration: V2
    endOfLifeDate: 2030-04-30
    tags: {code: 0123, built: 2026-01-02, on: yes}
  ubuntu: {}
principals: {web-2: {principalId: {secure: v1:x}, principalType: Group}}
config: {}
"""


def test_an_included_file_has_the_same_findings_at_the_same_places(project: Project) -> None:
    (project.workspace.project / "images").mkdir()
    (project.workspace.project / "images/more.yaml").write_text(INCLUDED)
    project.declare({**small(), "include": ["images/*.yaml"]})
    seen = findings(validated(project))
    assert [(code, place) for code, _, place in seen if code != "RBA002"] == [
        ("CFG009", "images/more.yaml:2:3"),
        ("IMG007", "images/more.yaml:4:14"),
        ("CFG007", "images/more.yaml:7:18"),
        ("CFG007", "images/more.yaml:7:31"),
        ("CFG002", "images/more.yaml:8:3"),
        ("CFG022", "images/more.yaml:9:35"),
        ("CFG003", "images/more.yaml:10:1"),
    ]
    assert findings(project.pulumi("preview").stdout) == seen


@pytest.mark.parametrize("text", ["imageDefinitions: [\n", None])
def test_an_included_file_that_cannot_be_read_is_all_that_is_said(project: Project, text: str | None) -> None:
    (project.workspace.project / "images").mkdir()
    if text is not None:
        (project.workspace.project / "images/more.yaml").write_text(text)
    project.declare({**small(), "gallery": {}, "include": ["images/*.yaml"]})
    seen = findings(validated(project))
    assert [code for code, *_ in seen] == ["CFG014" if text is None else "CFG001"]
    assert findings(project.pulumi("preview").stdout) == seen
