"""Installing the stand-in into a PULUMI_HOME."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from local_azure.provider.install import install

ROOT = Path(__file__).parents[2]
PLACE = Path("plugins/resource-azure-native-v3.29.0/pulumi-resource-azure-native")


def test_script_stands_where_the_engine_looks_for_the_plugin(tmp_path: Path) -> None:
    plugin = install(tmp_path, Path(sys.executable), ROOT)
    assert plugin == tmp_path / PLACE
    assert os.access(plugin, os.X_OK)
    assert [path.name for path in plugin.parent.iterdir()] == [plugin.name]


def test_script_runs_from_any_folder(tmp_path: Path) -> None:
    home = tmp_path / "a home with 'quotes'"
    plugin = install(home, Path(sys.executable), ROOT)
    with subprocess.Popen([plugin], cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().strip().isdigit()
        process.terminate()


def test_second_time_changes_nothing(tmp_path: Path) -> None:
    plugin = install(tmp_path, Path(sys.executable), ROOT)
    before = plugin.stat()
    install(tmp_path, Path(sys.executable), ROOT)
    assert plugin.stat().st_ino == before.st_ino


def test_other_interpreter_replaces_the_script(tmp_path: Path) -> None:
    install(tmp_path, Path("/somewhere/else/python"), ROOT)
    plugin = install(tmp_path, Path(sys.executable), ROOT)
    assert sys.executable in plugin.read_text()


def test_real_plugin_is_never_shadowed(tmp_path: Path) -> None:
    plugin = tmp_path / PLACE
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(b"\x7fELF the real one")
    with pytest.raises(FileExistsError, match="PULUMI_HOME of its own"):
        install(tmp_path, Path(sys.executable), ROOT)
    assert plugin.read_bytes().startswith(b"\x7fELF")
