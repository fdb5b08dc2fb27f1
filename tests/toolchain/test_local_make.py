import subprocess
from pathlib import Path

import pytest

from local_azure import make
from local_azure.workspace import Workspace

PULUMI = """#!/bin/sh
case "$1" in
  stack) case "$2" in
    history) echo '[{"resourceChanges": @CHANGES@}]' ;;
    output) echo '{"galleryId": "/subscriptions/s/galleries/g"}' ;;
  esac ;;
  up) echo 'the engine speaks'; exit @CODE@ ;;
esac
"""


_START = make._start


@pytest.fixture
def stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the stack dev; local Azure and the stand-in are taken as ready."""
    (tmp_path / "Pulumi.yaml").write_text("name: x\nruntime: python\n", encoding="utf-8")
    (tmp_path / "Pulumi.dev.yaml").write_text("config: {}\n", encoding="utf-8")
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE", str(tmp_path))
    monkeypatch.delenv("STACK", raising=False)
    monkeypatch.delenv("LOCAL_AZURE_PORT", raising=False)
    monkeypatch.setattr(make, "_start", _done)
    monkeypatch.setattr(make, "_local_azure", _done)
    monkeypatch.setattr(Workspace, "install_stand_in", _done)
    return tmp_path


def _done(*_: object) -> int:
    return 0


def _not_to_be_started(*_: object) -> int:
    pytest.fail("local Azure was started")


def _make(
    monkeypatch: pytest.MonkeyPatch, stack: Path, target: str, code: int = 0, changes: str = "{}"
) -> int:
    engine = stack / "pulumi"
    script = PULUMI.replace("@CODE@", str(code)).replace("@CHANGES@", changes)
    engine.write_text(script, encoding="utf-8")
    engine.chmod(0o755)
    monkeypatch.setattr("sys.argv", ["make", target])
    return make.main()


@pytest.mark.parametrize(
    ("changes", "unchanged"), [('{"same": 12}', True), ('{"same": 12, "update": 1}', False), ("{}", False)]
)
def test_up_says_when_nothing_was_changed(
    stack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changes: str,
    unchanged: bool,
) -> None:
    assert _make(monkeypatch, stack, "up", changes=changes) == 0
    said = capsys.readouterr().out
    assert said.startswith("Stack dev, on this machine: local Azure at 127.0.0.1:8443, and a stand-in for")
    assert 'Outputs: {\n  "galleryId": "/subscriptions/s/galleries/g"\n}' in said
    assert ("Nothing was changed: all 12 resources are as declared." in said) is unchanged


def test_the_engines_exit_code_is_ours(stack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _make(monkeypatch, stack, "up", code=7) == 7


def test_a_missing_stack_stops_before_local_azure_is_started(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STACK", "prod")
    monkeypatch.setattr(make, "_start", _not_to_be_started)
    assert _make(monkeypatch, stack, "up") == 2
    assert capsys.readouterr().err == (
        f"error: there is no stack 'prod': {stack}/Pulumi.prod.yaml is missing; stacks there are: dev\n"
    )


def test_a_port_that_is_none_is_an_error(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOCAL_AZURE_PORT", "https")
    assert _make(monkeypatch, stack, "up") == 2
    assert capsys.readouterr().err == "error: LOCAL_AZURE_PORT is a port number, not 'https'\n"


def test_the_lag_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCAL_AZURE_NESTED_DELETE_LAG", raising=False)
    assert make._lag() == []
    monkeypatch.setenv("LOCAL_AZURE_NESTED_DELETE_LAG", "2.5")
    assert make._lag() == ["--nested-delete-lag", "2.5"]


def test_a_lag_that_is_none_is_an_error(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make, "_start", _START)
    monkeypatch.setenv("LOCAL_AZURE_NESTED_DELETE_LAG", "soon")
    assert _make(monkeypatch, stack, "up") == 2
    assert capsys.readouterr().err == (
        "error: LOCAL_AZURE_NESTED_DELETE_LAG is a number of seconds, not 'soon'\n"
    )


def test_env_is_for_a_shell(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULUMI_ACCESS_TOKEN", "the user's")
    assert _make(monkeypatch, stack, "env") == 0
    script = f'{capsys.readouterr().out}\necho "$PULUMI_ACCESS_TOKEN|$PULUMI_BACKEND_URL"'
    environ = {"PULUMI_ACCESS_TOKEN": "the user's"}
    done = subprocess.run(["/bin/sh", "-c", script], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == f"|file://{stack}/.local/state\n"
