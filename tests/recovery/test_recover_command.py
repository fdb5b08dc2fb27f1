"""`image-gallery recover`, as it is called, with a pulumi that is easy to look into."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from azure_image_gallery.cli import recover as command
from azure_image_gallery.cli.main import main
from tests.recovery.states import DEFINITION, GALLERY, GROUP, SUB, component, definition, document, gallery
from tests.recovery.states import group as resource_group
from tests.recovery.states import provider as azure_native

SUCCEEDED = {"provisioningState": "Succeeded"}


class Pulumi:
    """The files that the fake pulumi lives from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("azure", {})

    def write(self, name: str, value: Any) -> None:
        (self.folder / f"{name}.json").write_text(json.dumps(value))

    def calls(self) -> list[str]:
        """What was asked for, file names left out."""
        lines = (self.folder / "calls").read_text().splitlines()
        return [line.split(" --file ")[0].removesuffix(" --stack dev") for line in lines]

    def resources(self) -> list[dict[str, Any]]:
        return json.loads((self.folder / "state.json").read_text())["deployment"]["resources"]


@pytest.fixture
def pulumi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pulumi:
    program = tmp_path / "bin" / "pulumi"
    program.parent.mkdir()
    source = (Path(__file__).parent / "fake_pulumi.py").read_text()
    program.write_text(f"#!{sys.executable}\n{source}")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_PULUMI", str(tmp_path))
    monkeypatch.setenv("ARM_SUBSCRIPTION_ID", SUB)
    monkeypatch.setattr("azure_image_gallery.recovery.settle.POLL_SECONDS", 0.01)
    monkeypatch.setattr(command, "leftovers", list)
    return Pulumi(tmp_path)


def interrupted(pulumi: Pulumi) -> None:
    """Azure has one of the two that were being created."""
    base = [azure_native(), component(), resource_group(id=GROUP)]
    pulumi.write("state", document(base, creating=[gallery(), definition()]))
    pulumi.write("azure", {GALLERY: [SUCCEEDED]})


def test_a_stack_on_which_nothing_is_open(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    pulumi.write("state", document([azure_native()]))
    assert main(["recover", "--stack", "dev"]) == 0
    assert capsys.readouterr() == (
        "Stack dev: nothing is locked, and nothing was interrupted.\nNext: pulumi up\n",
        "",
    )
    assert pulumi.calls() == ["whoami --json", "stack export", "whoami --json", "stack rename dev"]


def test_what_azure_has_is_kept_and_the_rest_dropped(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    interrupted(pulumi)
    pulumi.write("lock", value=True)
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert capsys.readouterr() == (
        f"""\
Stack dev is locked by ci@runner-7 (process 4711) since 2026-11-25T08:02:31Z.
  creating g was interrupted: {GALLERY}
  creating g/ubuntu was interrupted: {DEFINITION}
To be done:
  release the lock (pulumi cancel)
  take what was being created into the state under its id (pulumi stack import)
  ask Azure about it, and drop what Azure does not have (pulumi refresh)
  g: is in Azure, and in the state
  g/ubuntu: is not in Azure
Next: pulumi up
""",
        "",
    )
    expected = gallery(id=GALLERY, outputs=SUCCEEDED)
    assert pulumi.resources() == [azure_native(), component(), resource_group(id=GROUP), expected]
    targets = f"--target {gallery()['urn']} --target {definition()['urn']}"
    assert [
        call for call in pulumi.calls() if call.split()[:2] not in (["stack", "export"], ["whoami", "--json"])
    ] == [
        "stack rename dev",
        "cancel --yes",
        "stack import",
        f"refresh --yes --skip-preview --suppress-outputs {targets}",
        "stack import",
    ]


def test_a_backend_that_was_cut_off_is_made_readable(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `?metadata=skip` would have spared: the engine's answer is then an error for every command."""
    pulumi.write("state", document([azure_native()]))
    pulumi.write("backend", f"file://{pulumi.folder}/my%20state?metadata=")
    stacks = pulumi.folder / "my state" / ".pulumi" / "stacks" / "p"
    stacks.mkdir(parents=True)
    for name, text in (("dev.json", ""), ("dev.json.attrs", ""), ("prod.json.attrs", "{}\n")):
        (stacks / name).write_text(text)
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert capsys.readouterr().out == (
        "The run was killed while it wrote to its backend, which cannot be read now.\n"
        f"To be done: delete what was cut off; it holds nothing: {stacks}/dev.json.attrs\n"
        "Stack dev: nothing is locked, and nothing was interrupted.\n"
        "Next: pulumi up\n"
    )
    assert sorted(path.name for path in stacks.iterdir()) == ["dev.json", "prod.json.attrs"]


def test_a_lock_alone_is_released(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    pulumi.write("state", document([azure_native()]))
    pulumi.write("lock", value=True)
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "To be done:",
        "  release the lock (pulumi cancel)",
        "Next: pulumi up",
    ]
    assert "refresh" not in "".join(pulumi.calls())


def test_what_is_only_in_the_state_is_forgotten(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    pulumi.write("state", document([azure_native()], creating=[component()]))
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert "  forget these operations: they were about nothing in Azure" in capsys.readouterr().out
    assert "refresh" not in "".join(pulumi.calls())
    assert pulumi.resources() == [azure_native()]


def test_azure_is_waited_for(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    interrupted(pulumi)
    pulumi.write("azure", {GALLERY: [{"provisioningState": "Creating"}, SUCCEEDED], DEFINITION: [SUCCEEDED]})
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "  waiting for Azure to finish g …\n" in out
    assert "  g: is in Azure, and in the state\n" in out
    assert [call.count("--target") for call in pulumi.calls() if call.startswith("refresh")] == [2, 1]


def test_azure_is_not_waited_for_without_end(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    interrupted(pulumi)
    pulumi.write(
        "azure", {GALLERY: [{"provisioningState": "Creating"}], DEFINITION: [{"provisioningState": "Failed"}]}
    )
    assert main(["recover", "--stack", "dev", "--yes", "--wait", "0"]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "  g: Azure is still creating it; run `pulumi up` when that has ended, or this again",
        "  g/ubuntu: Azure gave up on it; the next `pulumi up` sends it again",
        "Next: pulumi up",
    ]
    kept = {one["urn"]: one for one in pulumi.resources()}
    assert kept[gallery()["urn"]]["inputs"] == gallery()["inputs"]
    assert kept[definition()["urn"]]["initErrors"] == ["Azure says that its provisioning state is Failed"]


def test_a_failure_is_a_sentence_and_the_next_call_goes_on(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    interrupted(pulumi)
    pulumi.write("refusal", value=True)
    assert main(["recover", "--stack", "dev", "--yes"]) == 1
    assert capsys.readouterr().err == "image-gallery: Status=403\n"
    pulumi.write("refusal", value=False)
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    out = capsys.readouterr().out
    assert f"  creating g was interrupted: {GALLERY}\n" in out
    assert out.splitlines()[-3:] == [
        "  g: is in Azure, and in the state",
        "  g/ubuntu: is not in Azure",
        "Next: pulumi up",
    ]


def test_nothing_is_done_without_a_yes(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(pulumi)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["recover", "--stack", "dev"]) == 2
    said = capsys.readouterr()
    assert "To be done:" in said.out
    assert said.err == "image-gallery: this is no terminal to ask on; say --yes to go on\n"
    assert "stack import" not in pulumi.calls()


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("YES", 0), ("", 2), ("n", 2)])
def test_on_a_terminal_it_asks(
    pulumi: Pulumi, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    interrupted(pulumi)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert main(["recover", "--stack", "dev"]) == status
    assert ("stack import" in pulumi.calls()) is (status == 0)


def test_an_id_that_is_not_known_stops_it(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pulumi.write("state", document([azure_native()], creating=[gallery()]))
    monkeypatch.delenv("ARM_SUBSCRIPTION_ID")
    monkeypatch.delenv("AZURE_SUBSCRIPTION_ID", raising=False)
    assert main(["recover", "--stack", "dev", "--yes"]) == 2
    urn = gallery()["urn"]
    assert capsys.readouterr().err == (
        "image-gallery: g was being created and subscriptionId is a part of its id, and is not known as text; "
        f"say which it is with --subscription or --import '{urn}=ID', or with --clear '{urn}' that Azure does "
        "not have it\n"
    )
    assert "stack import" not in pulumi.calls()
    pulumi.write("azure", {GALLERY: [SUCCEEDED]})
    assert main(["recover", "--stack", "dev", "--yes", "--subscription", SUB]) == 0
    assert pulumi.resources()[-1]["id"] == GALLERY


def test_the_configuration_comes_before_the_environment(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    pulumi.write("state", document([azure_native()], creating=[gallery()]))
    pulumi.write("setting", "eeeeeeee-5000-4000-8000-000000000009")
    assert main(["recover", "--stack", "dev", "--yes", "--config-file", "a.yaml"]) == 0
    assert GALLERY.replace(SUB, "eeeeeeee-5000-4000-8000-000000000009") in capsys.readouterr().out
    assert "config get azure-native:subscriptionId --config-file a.yaml" in pulumi.calls()


def test_ids_and_absence_can_be_said(pulumi: Pulumi) -> None:
    interrupted(pulumi)
    pulumi.write("azure", {"/another": [SUCCEEDED]})
    said = ["--import", f"{gallery()['urn']}=/another", "--clear", definition()["urn"]]
    assert main(["recover", "--stack", "dev", "--yes", *said]) == 0
    assert [one["id"] for one in pulumi.resources() if "id" in one][-1] == "/another"
    assert sum("--target" in call for call in pulumi.calls()) == 1


def test_what_the_state_forgot_is_adopted(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:
    base = [azure_native(subscriptionId=SUB), resource_group(id=GROUP)]
    pulumi.write("state", document(base))
    steps = [{"op": "same", "newState": resource_group()}]
    steps += [{"op": "create", "newState": one} for one in (gallery(), definition())]
    pulumi.write("preview", {"steps": steps})
    pulumi.write("azure", {GALLERY: [{**SUCCEEDED, "location": "West Europe"}]})
    assert main(["recover", "--stack", "dev", "--yes", "--adopt"]) == 0
    assert capsys.readouterr().out == (
        "Stack dev: nothing is locked, and nothing was interrupted.\n"
        "The next `pulumi up` would create 2 resources that may be in Azure already.\n"
        "To be done: take those into the state that are (pulumi stack import, pulumi refresh)\n"
        "  g: is in Azure, and in the state\n"
        "1 of 2 were in Azure.\n"
        "Next: pulumi up\n"
    )
    assert [one["urn"] for one in pulumi.resources()] == [
        *(one["urn"] for one in base),
        gallery()["urn"],
    ]
    assert pulumi.resources()[-1]["inputs"] == gallery()["inputs"]


def test_where_nothing_would_be_created_nothing_is_adopted(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    pulumi.write("state", document([azure_native()]))
    pulumi.write("preview", {})
    assert main(["recover", "--stack", "dev", "--yes", "--adopt"]) == 0
    assert "would create nothing that may be in Azure already" in capsys.readouterr().out
    assert "stack import" not in pulumi.calls()


@pytest.mark.parametrize(
    ("preview", "said"),
    [
        (
            {"diagnostics": [{"severity": "error", "message": "the declaration has errors\n…"}]},
            "the declaration has errors",
        ),
        ({"diagnostics": []}, "the preview failed"),
        (None, "no passphrase"),
    ],
)
def test_a_preview_that_fails_is_a_sentence(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str], preview: object, said: str
) -> None:
    pulumi.write("state", document([azure_native()]))
    pulumi.write("failing-preview", preview)
    assert main(["recover", "--stack", "dev", "--yes", "--adopt"]) == 1
    assert capsys.readouterr().err == f"image-gallery: {said}\n"


@pytest.mark.parametrize("wrong", ["urn:pulumi:x", "a=b", "urn:pulumi:x="])
def test_an_import_needs_both_parts(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["recover", "--stack", "dev", "--import", wrong])
    assert f"{wrong!r} is not a URN and an id with = between them" in capsys.readouterr().err


def test_a_run_that_is_still_at_work_is_left_alone(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(pulumi)
    pulumi.write("lock", value=True)
    monkeypatch.setattr("socket.gethostname", lambda: "runner-7")
    monkeypatch.setattr("azure_image_gallery.recovery.lock.listed", lambda *_: "Sl /usr/bin/pulumi\n")
    assert main(["recover", "--stack", "dev", "--yes"]) == 2
    assert capsys.readouterr().err == (
        "image-gallery: the run that holds the lock is still at work (process 4711); wait for it or end it\n"
    )
    assert "cancel --yes" not in pulumi.calls()


def test_a_plugin_that_may_still_write_is_not_raced(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(pulumi)
    monkeypatch.setattr(command, "leftovers", lambda: [12, 13])
    assert main(["recover", "--stack", "dev", "--yes"]) == 2
    assert "end it with `kill 12 13`, or try again in five minutes" in capsys.readouterr().err
    assert "stack import" not in pulumi.calls()


def test_pulumi_cloud_says_itself_whether_an_update_is_under_way(
    pulumi: Pulumi, capsys: pytest.CaptureFixture[str]
) -> None:
    pulumi.write("state", document([azure_native()]))
    pulumi.write("backend", "https://app.pulumi.com/u")
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert "nothing is locked" in capsys.readouterr().out
    pulumi.write("updating", value=True)
    assert main(["recover", "--stack", "dev", "--yes"]) == 0
    assert capsys.readouterr().out.startswith("Stack dev is locked by another run.\n")
    assert "stack rename dev" not in pulumi.calls()


def test_a_stack_that_is_not_there(pulumi: Pulumi, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001  on PATH
    assert main(["recover", "--stack", "staging"]) == 1
    assert capsys.readouterr().err == "image-gallery: no stack named 'staging' found\n"


def test_no_pulumi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["recover", "--stack", "dev"]) == 1
    assert capsys.readouterr().err == (
        "image-gallery: there is no pulumi on PATH; see https://www.pulumi.com/docs/install/\n"
    )


def test_outside_a_project(
    pulumi: Pulumi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["recover", "--stack", "dev"]) == 2
    assert capsys.readouterr().err == (
        "image-gallery: there is no Pulumi.yaml here or in a folder above; run this in the project's folder\n"
    )
    assert not (pulumi.folder / "calls").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--wait", "-3"], "'-3' is not a number of seconds, 0 or more"),
        (["--wait", "nan"], "'nan' is not a number of seconds, 0 or more"),
        (["--wait", "inf"], "'inf' is not a number of seconds, 0 or more"),
        (["--wait", "soon"], "'soon' is not a number of seconds, 0 or more"),
        (["--clear", "foo"], "'foo' is not a URN, which begins with urn:pulumi:"),
    ],
)
def test_what_the_command_does_not_take(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["recover", "--stack", "dev", *arguments])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err
