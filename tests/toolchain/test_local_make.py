import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from local_azure import before, make
from local_azure.workspace import Workspace

PULUMI = """#!/bin/sh
HERE=@HERE@
echo "$@" >> "$HERE/calls"
case "$1" in
  stack) case "$2" in
    history) echo '[{"resourceChanges": @CHANGES@}]' ;;
    init) cat "$HERE/init" >&2; exit 255 ;;
    rename) cat "$HERE/rename" >&2; exit 255 ;;
    export) cat "$HERE/$4.state" 2>/dev/null || { echo "error: no stack named '$4' found" >&2; exit 1; } ;;
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
    monkeypatch.setattr(before.service, "ids", lambda _: list(held))
    (tmp_path / "init").write_text("error: stack 'organization/x/dev' already exists\n", encoding="utf-8")
    held.clear()
    return tmp_path


held: list[str] = []
"""What local Azure holds."""


def _state(stack: Path, name: str, *resources: dict[str, Any], interrupted: int = 0) -> None:
    """Write what a stack holds."""
    open_ = [{"type": "creating", "resource": {"urn": "u"}}] * interrupted
    deployment = {"resources": list(resources), "pending_operations": open_}
    (stack / f"{name}.state").write_text(json.dumps({"deployment": deployment}), encoding="utf-8")


def _resource(name: str, **more: Any) -> dict[str, Any]:
    return {"urn": f"urn:pulumi:dev::x::t::{name}", "id": f"/subscriptions/s/{name}", **more}


def _calls(stack: Path, word: str) -> list[str]:
    """The engine's calls that begin with a word."""
    lines = (stack / "calls").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.split()[0] == word]


def _refused(
    monkeypatch: pytest.MonkeyPatch, stack: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> str:
    """The one sentence of a target that did not start the engine."""
    assert _make(monkeypatch, stack, target) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ")
    assert not _calls(stack, target)
    return line.removeprefix("error: ")


def _done(*_: object) -> int:
    return 0


def _not_to_be_started(*_: object) -> int:
    pytest.fail("local Azure was started")


def _make(
    monkeypatch: pytest.MonkeyPatch, stack: Path, target: str, code: int = 0, changes: str = "{}"
) -> int:
    engine = stack / "pulumi"
    script = PULUMI.replace("@CODE@", str(code)).replace("@CHANGES@", changes).replace("@HERE@", str(stack))
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
    assert done.stdout == f"|file://{stack}/.local/state?metadata=skip\n"


def _write(stack: Path, **files: str) -> None:
    for name, text in files.items():
        (stack / f"Pulumi.{name}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("target", ["up", "preview", "refresh", "destroy"])
def test_what_a_killed_run_left_open_is_settled_first(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    _state(stack, "dev", _resource("g"), interrupted=2)
    assert _refused(monkeypatch, stack, target, capsys) == (
        "a run on stack dev was killed and has left 2 operations open; "
        "`make recover` settles what became of them"
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            "error: the stack is currently locked by 1 lock(s).\n  x: created by me@here (pid 0) at now",
            "stack dev is locked by a run that was killed; `make recover` finds the way back",
        ),
        (
            "error: could not create stack: unexpected end of JSON input",
            "stack dev is locked by a run that was killed; `make recover` finds the way back",
        ),
        ("error: the disk is full", "stack dev cannot be made: error: the disk is full"),
    ],
)
def test_a_lock_names_the_way_back(
    stack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
    sentence: str,
) -> None:
    (stack / "init").write_text(said, encoding="utf-8")
    assert _refused(monkeypatch, stack, "up", capsys) == sentence


def test_a_run_that_another_one_overtook_says_so(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = "error: the stack is currently locked by 1 lock(s).\n  x: created by me@here (pid 0) at now"
    (stack / "rename").write_text(locked, encoding="utf-8")
    assert _make(monkeypatch, stack, "up", code=255) == 2
    assert capsys.readouterr().err == (
        "error: stack dev is locked by a run that was killed; `make recover` finds the way back\n"
    )


def test_a_lock_of_a_run_that_is_at_work_is_waited_for(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = stack / "at-work" / "pulumi"
    engine.parent.mkdir()
    engine.symlink_to("/bin/sleep")
    with subprocess.Popen([engine, "60"]) as process:
        said = (
            f"error: the stack is currently locked by 1 lock(s).\n  x: created by me@here (pid {process.pid})"
        )
        (stack / "init").write_text(said, encoding="utf-8")
        sentence = _refused(monkeypatch, stack, "up", capsys)
        process.kill()
    assert sentence == (f"another run is at work on stack dev (process {process.pid}); wait until it is done")


@pytest.mark.parametrize(
    ("adopt", "options", "said"),
    [
        ("", ["--yes"], "On local Azure: make up (if that finds things in Azure: make recover ADOPT=1)\n"),
        ("1", ["--yes", "--adopt"], "On local Azure: make up\n"),
    ],
)
def test_recover_comes_before_the_stack_is_touched(
    stack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    adopt: str,
    options: list[str],
    said: str,
) -> None:
    seen: list[list[Any]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: seen.append(command) or 0)
    monkeypatch.setattr(Workspace, "make_stack", _not_to_be_started)
    monkeypatch.setenv("ADOPT", adopt)
    assert _make(monkeypatch, stack, "recover") == 0
    (command,) = seen
    assert [Path(command[0]).name, *command[1:4]] == ["image-gallery", "recover", "--stack", "dev"]
    assert command[-len(options) :] == options
    assert capsys.readouterr().out.endswith(said)


def test_what_local_azure_has_lost_is_made_again(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _state(stack, "dev", {"urn": "urn:pulumi:dev::x::c::whole"}, _resource("g"), _resource("g/D"))
    held.append("/SUBSCRIPTIONS/s/g")
    assert _make(monkeypatch, stack, "up") == 0
    assert (
        "Local Azure does not have g/D of stack dev any more: its state was deleted or set aside, or somebody "
        "deleted them. They are made again.\n"
    ) in capsys.readouterr().out
    held.append("/subscriptions/s/G/d")
    assert _make(monkeypatch, stack, "up") == 0
    assert "does not have" not in capsys.readouterr().out
    assert ["--refresh" in call for call in _calls(stack, "up")] == [True, False]


def test_a_preview_shows_what_is_made_again(stack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _state(stack, "dev", *(_resource(f"r{number}") for number in range(7)))
    assert _make(monkeypatch, stack, "preview") == 0
    assert _calls(stack, "preview")[0].endswith(" --refresh")


def test_a_protected_stack_is_not_destroyed(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(stack, prod="config: {}\n")
    monkeypatch.setenv("STACK", "prod")
    _state(stack, "prod", *(_resource(f"r{number}", protect=number > 0) for number in range(8)))
    assert _refused(monkeypatch, stack, "destroy", capsys) == (
        "stack prod is protected: r1, r2, r3, r4, r5 and 2 more may not be deleted; to lift that, say "
        "`protect: false` where Pulumi.prod.yaml says `protect: true` (under `options`) and run "
        '`STACK=prod make up`, or lift it in the state alone with `eval "$(make -s env)"; pulumi state '
        "unprotect --all --yes --stack prod`; then run `STACK=prod make destroy` again"
    )
    _state(stack, "prod", _resource("r1"))
    assert _make(monkeypatch, stack, "destroy") == 0


TAKES = "config: {x:galleries: {source: {stackOutput: organization/x/@, name: galleryId}}}\n"


def test_stacks_whose_outputs_are_taken_come_up_first(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(stack, dev=TAKES.replace("@", "staging"), staging=TAKES.replace("@", "base"), base="config: {}\n")
    assert _make(monkeypatch, stack, "up") == 0
    assert [call.split("--stack ")[1].split()[0] for call in _calls(stack, "up")] == [
        "base",
        "staging",
        "dev",
    ]
    said = capsys.readouterr().out
    assert "Stack staging comes first: it is not up yet, and stack dev needs its outputs.\n" in said
    _state(stack, "staging", _resource("g"))
    held.append("/subscriptions/s/g")
    (stack / "calls").unlink()
    assert _make(monkeypatch, stack, "up") == 0
    assert len(_calls(stack, "up")) == 1
    assert "comes first" not in capsys.readouterr().out


def test_a_source_that_fails_stops_the_rest(stack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(stack, dev=TAKES.replace("@", "staging"), staging="config: {}\n")
    assert _make(monkeypatch, stack, "up", code=7) == 7
    assert len(_calls(stack, "up")) == 1


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (
            {"dev": TAKES.replace("@", "staging"), "staging": TAKES.replace("@", "dev")},
            (
                "stacks take outputs of each other and none can come up first: dev -> staging -> dev; "
                "let one of them do without"
            ),
        ),
        (
            {"dev": TAKES.replace("@", "dev")},
            "stacks take outputs of each other and none can come up first: dev -> dev; let one of them do without",
        ),
        (
            {"dev": TAKES.replace("@", "staging")},
            "there is no stack 'staging': @/Pulumi.staging.yaml is missing; stacks there are: dev",
        ),
        (
            {"dev": TAKES.replace("x/@", "other/base")},
            (
                "stack dev takes outputs of organization/other/base, a stack of another project, which is not up; "
                "bring it up there, with the environment of `make env`"
            ),
        ),
    ],
    ids=["a circle", "itself", "no file", "another project"],
)
def test_sources_that_cannot_come_up(
    stack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str],
    sentence: str,
) -> None:
    _write(stack, **files)
    assert _refused(monkeypatch, stack, "up", capsys) == sentence.replace("@", str(stack))


def test_a_preview_says_which_stack_is_missing(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(stack, dev=TAKES.replace("@", "staging"), staging="config: {}\n")
    assert _refused(monkeypatch, stack, "preview", capsys) == (
        "stack dev takes outputs of stack staging, which is not up; run `STACK=staging make up` first"
    )
