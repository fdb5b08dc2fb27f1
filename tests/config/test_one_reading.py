"""A stack file means the same to us and to Pulumi's own engine: one table through both.

Needs `IMAGE_GALLERY_ENGINE`: a folder with `pulumi`, `pulumi-language-python` and
`pulumi-language-python-exec`. Nothing is deployed; the program only writes down what it receives.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from azure_image_gallery.config.agreement import agree
from azure_image_gallery.config.declaration import load_engine, load_stack
from azure_image_gallery.config.engine_values import parse_value

ENGINE = os.environ.get("IMAGE_GALLERY_ENGINE")

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not ENGINE, reason="IMAGE_GALLERY_ENGINE names no folder with Pulumi's engine"),
]

PROJECT = """\
name: p
runtime: python
config:
  defaulted: {default: {1: x, when: 2028-04-30, list: [0123, 1.10]}}
  replaced: {default: {kept: no}}
  valued: {value: 1.50}
  short: 0123
"""
PROGRAM = """\
import os, pathlib
pathlib.Path("seen.json").write_text(os.environ["PULUMI_CONFIG"])
"""
SCALARS = """\
2028-04-30|2028-4-3|2027-02-29|2028-04-30T10:20:30.50+02:00|2001-12-14 21:59:43.10|2028-04-30T10:20:30Z
on|off|yes|NO|y|True|TRUE|tRue|false|~|null|nULL|12:30|1:2:3|1.0.0|24_04-lts
0123|-0123|089|0o17|0x1F|-0x1F|0b101|0b2|1_000|1_|_1|1.10|1.|.5|.1_0|1e3|1e400|1e-7|1e20|1e21|-0.0|123456789012
9223372036854775807|9223372036854775808|18446744073709551616|-9223372036854775809
!!str 5|!!float 5|!!int "5"|!other 5|"5"|'on'|=|plain text|é😀""".replace("\n", "|").split("|")
KEYS = (
    "1.10",
    "1e6",
    "0123",
    "True",
    "~",
    "2028-04-30",
    "on",
    "'1.10'",
    "20.04",
    "1234567.0",
    "0x1F",
    ".inf",
)
ANCHORS = """\
  p:anchors:
    a: &a {x: 1, 1.10: y, on: z}
    b: {<<: *a, x: 2}
    c: {<<: [{x: 3}, *a], 5: q}
    d: *a
    e: {"<<": *a}
  p:texts:
    a: |
      two
      lines
    b: >-
      folded
      over

      lines
    c: plain
      over lines
    d: "quoted \\
      over lines"
  p:json: '{"a": [1, 2.0], "b": null}'
  p:top: 1.10
  p:date: 2028-04-30
  p:empty:
  replaced: {other: yes}
  azure-native:location: westeurope
"""


def stack_text() -> str:
    scalars = "\n".join(f"    - {scalar}" for scalar in SCALARS)
    keys = "\n".join(f"    {key}: x" for key in dict.fromkeys(KEYS) if key != "'1.10'")
    return f"config:\n  p:scalars:\n{scalars}\n  p:keys:\n{keys}\n  p:quoted: {{'1.10': x}}\n{ANCHORS}"


def pulumi(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "state").mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{ENGINE}:{os.environ['PATH']}",
        "VIRTUAL_ENV": sys.prefix,
        "PULUMI_HOME": str(folder / "home"),
        "PULUMI_BACKEND_URL": (folder / "state").as_uri(),
        "PULUMI_CONFIG_PASSPHRASE": "test",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
    }
    command = ["pulumi", "--non-interactive", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "Pulumi.yaml").write_text(PROJECT)
    (tmp_path / "__main__.py").write_text(PROGRAM)
    assert pulumi(tmp_path, "stack", "init", "dev").returncode == 0
    return tmp_path


def run(project: Path, text: str) -> dict[str, object] | None:
    """What the program receives, objects parsed; `None` where Pulumi refuses the file."""
    file = project / "Pulumi.dev.yaml"
    salt = next(line for line in file.read_text().splitlines() if line.startswith("encryptionsalt"))
    file.write_text(text + salt + "\n")
    done = pulumi(project, "preview", "--stack", "dev")
    if done.returncode:
        return None
    seen: dict[str, str] = json.loads((project / "seen.json").read_text())
    values: dict[str, object] = {
        key.removeprefix("p:"): parse_value(text)
        for key, text in seen.items()
        if key.startswith("p:") and text
    }
    return {"location": seen["azure-native:location"], **values}


def test_the_engine_and_the_files_agree(project: Path) -> None:
    seen = run(project, stack_text())
    loaded = load_stack(project / "Pulumi.dev.yaml")
    assert seen is not None
    assert {finding.code for finding in loaded.findings} == {"CFG007", "CFG009"}
    assert seen.keys() == loaded.values.keys()
    for key, value in loaded.values.items():
        assert agree(loaded.values, seen, (key,)), (key, value, seen[key])
    engine = load_engine(seen, project_file=project / "Pulumi.yaml", stack="dev")
    assert engine.findings == tuple(finding for finding in loaded.findings if finding.code == "CFG009")


def test_a_file_that_pulumi_has_rewritten_reads_alike(project: Path) -> None:
    assert run(project, stack_text()) is not None
    file = project / "Pulumi.dev.yaml"
    before = load_stack(file)
    assert pulumi(project, "config", "set", "--stack", "dev", "--path", "new.key", "x").returncode == 0
    after = load_stack(file)
    values = {key: value for key, value in after.values.items() if key != "new"}
    assert values.keys() == before.values.keys()
    for key in values:
        assert agree(before.values, values, (key,)), (key, before.values[key], values[key])


@pytest.mark.parametrize(
    "text",
    [
        "  p:a: {x: .inf}\n",
        "  p:a: {x: 1, x: 2}\n",
        "  p:a: {x: *nobody}\n",
        "  p:a: {x: !!int y}\n",
        "  p:a: {<<: text}\n",
        "  p:a: {[x]: y}\n",
        "  p:a:b: x\n",
        "  5: x\n",
    ],
)
def test_what_pulumi_refuses_is_an_error_here(project: Path, text: str) -> None:
    whole = f"config:\n  azure-native:location: x\n{text}"
    assert run(project, whole) is None
    assert any(f.severity == "error" for f in load_stack(project / "Pulumi.dev.yaml").findings)
