import subprocess
import sys
from pathlib import Path

import pytest

from tests.toolchain.fake_machine import Machine
from toolchain import packages
from toolchain.errors import ToolchainError

UV = """
case "$1" in
  --version) echo uv {version} ;;
  sync) echo sync >> {log}; venv=$UV_PROJECT_ENVIRONMENT; /bin/mkdir -p "$venv/bin"; : > "$venv/bin/python" ;;
esac"""


def _uv(machine: Machine, version: str = "0.13.9", folder: Path | None = None) -> Path:
    log = machine.bin / "log"
    machine.program("uv", UV.format(version=version, log=log), folder)
    return log


def test_packages_are_installed_once(machine: Machine) -> None:
    log = _uv(machine)
    assert not packages.in_place(machine.layout)
    packages.install(machine.layout, machine.progress)
    assert packages.in_place(machine.layout)
    assert log.read_text(encoding="utf-8") == "sync\n"


@pytest.mark.parametrize("name", ["uv.lock", "pyproject.toml", "components/pyproject.toml"])
def test_a_change_of_what_they_follow_from_asks_for_them_again(machine: Machine, name: str) -> None:
    _uv(machine)
    packages.install(machine.layout, machine.progress)
    file = machine.layout.root / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("changed", encoding="utf-8")
    assert not packages.in_place(machine.layout)


def test_an_environment_without_its_python_is_not_in_place(machine: Machine) -> None:
    _uv(machine)
    packages.install(machine.layout, machine.progress)
    (machine.layout.venv / "bin" / "python").unlink()
    assert not packages.in_place(machine.layout)


def test_an_installation_that_fails_leaves_no_stamp_and_says_why(machine: Machine) -> None:
    _uv(machine)
    packages.install(machine.layout, machine.progress)
    machine.program("uv", '[ "$1" = --version ] && echo uv 0.13.9 && exit; echo "error: no answer"; exit 2')
    with pytest.raises(ToolchainError, match=r"^uv could not install the Python packages: error: no answer$"):
        packages.install(machine.layout, machine.progress)
    assert not packages.in_place(machine.layout)


def test_our_own_uv_is_used_where_that_on_path_is_too_old(machine: Machine) -> None:
    _uv(machine, "0.4.0")
    log = _uv(machine, folder=machine.layout.uv_bin)
    machine.program("uv", "echo uv 0.4.0; exit 0")
    packages.install(machine.layout, machine.progress)
    assert log.read_text(encoding="utf-8") == "sync\n"


def test_without_pip_the_error_says_what_to_install(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = machine.program("python3", "echo ensurepip is not available; exit 1")
    monkeypatch.setattr(packages, "interpreter", lambda: python)
    with pytest.raises(ToolchainError) as error:
        packages.install(machine.layout, machine.progress)
    assert str(error.value) == (
        f"no pip to install uv with: install python3-venv and python3-pip for {python}, "
        "or put uv >= 0.9.0 on PATH"
    )


def test_a_python_that_is_too_old_is_told_so() -> None:
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 18, 'final', 0); sys.argv = ['toolchain'];"
        "runpy.run_module('toolchain', run_name='__main__')"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"error: this project needs Python >= 3.11, and {sys.executable} is 3.9.18; "
        "name another: make PYTHON=python3.12 …\n"
    )
