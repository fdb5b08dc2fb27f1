import ast
import json
import os
import sys
from pathlib import Path

import pytest

from tests.toolchain.fake_machine import Machine
from toolchain import cli
from toolchain.clean import clean
from toolchain.environment import additions
from toolchain.errors import ToolchainError

ROOT = Path(__file__).parents[2]
UV = """
[ "$1" = --version ] && echo uv 0.13.9 && exit
/bin/mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"; : > "$UV_PROJECT_ENVIRONMENT/bin/python" """


def _imports(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_the_toolchain_needs_the_standard_library_alone() -> None:
    used = {name.split(".")[0] for file in (ROOT / "toolchain").glob("*.py") for name in _imports(file)}
    assert used - sys.stdlib_module_names == {"toolchain"}


def test_ensure_makes_everything_once_and_then_takes_no_lock(machine: Machine) -> None:
    machine.program("uv", UV)
    machine.engine()
    assert cli.ensure(machine.layout, machine.progress, engine=True) == machine.bin
    machine.layout.lock.unlink()
    said = machine.said.getvalue()
    assert cli.ensure(machine.layout, machine.progress, engine=True) == machine.bin
    assert machine.said.getvalue() == said
    assert not machine.layout.lock.exists()


def test_without_an_engine_only_the_packages_are_installed(machine: Machine) -> None:
    machine.program("uv", UV)
    assert cli.ensure(machine.layout, machine.progress, engine=False) is None
    assert not machine.layout.receipt.exists()


def test_what_is_started_finds_the_environment_first_and_then_the_engine(machine: Machine) -> None:
    machine.layout.uv_bin.mkdir(parents=True)
    venv, engine = machine.layout.venv, Path("/engine")
    assert additions(machine.layout, engine, {"PATH": f"/usr/bin:{venv}/bin"}) == {
        "VIRTUAL_ENV": str(venv),
        "PATH": f"{venv}/bin:/engine:{machine.layout.uv_bin}:/usr/bin",
        "IMAGE_GALLERY_ENGINE": "/engine",
    }


def test_an_error_is_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ToolchainError("there is no Go")

    monkeypatch.setattr(cli, "_do", fail)
    monkeypatch.setattr(cli.signal, "signal", print)
    assert cli.run(["ensure"]) == 1
    assert capsys.readouterr().err == "error: there is no Go\n"


def _littered(machine: Machine) -> Path:
    root = machine.layout.root
    for name in (
        ".venv/bin",
        ".local/azure",
        ".local/state",
        ".local/toolchain/built",
        "x/__pycache__",
        ".git",
    ):
        (root / name).mkdir(parents=True)
    return root


def test_clean_removes_what_runs_made_and_keeps_the_engine(machine: Machine) -> None:
    root = _littered(machine)
    clean(machine.layout, machine.progress, engine=False)
    assert {entry.name for entry in root.iterdir()} == {".git", ".local", "toolchain", "x"}
    assert [entry.name for entry in (root / ".local").iterdir()] == ["toolchain"]
    assert "is kept (make clean ENGINE=1 removes it too)" in machine.said.getvalue()
    clean(machine.layout, machine.progress, engine=True)
    assert list((root / ".local").iterdir()) == []


def test_clean_stops_local_azure_first(machine: Machine) -> None:
    root = _littered(machine)
    machine.program("python", f'echo "$@" > {machine.bin}/called', machine.layout.venv / "bin")
    clean(machine.layout, machine.progress, engine=False)
    assert (machine.bin / "called").read_text(encoding="utf-8") == "-m local_azure stop\n"
    assert not (root / ".venv").exists()


def test_clean_removes_nothing_under_a_local_azure_that_runs_on(machine: Machine) -> None:
    root = _littered(machine)
    machine.program("python", "echo it will not stop; exit 1", machine.layout.venv / "bin")
    (root / ".local/azure/pid").write_text(json.dumps({"pid": os.getpid(), "port": 1}), encoding="utf-8")
    with pytest.raises(ToolchainError, match="so nothing was removed: it will not stop"):
        clean(machine.layout, machine.progress, engine=False)
    assert (root / ".local" / "state").is_dir()
