"""`image-gallery validate`, as it is called."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from azure_image_gallery.cli import main as command
from azure_image_gallery.cli.main import main

GOOD = """\
config:
  azure-native:location: westeurope
  linux-images:gallery: {name: contoso, resourceGroup: rg-images}
"""
BAD = GOOD + "  linux-images:principals: {web: {principalId: 0123, principalType: Group}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text("name: linux-images\nruntime: python\nstackConfigDir: stacks\n")
    return tmp_path


def write(**stacks: str) -> None:
    for name, text in stacks.items():
        Path(f"stacks/Pulumi.{name}.yaml").write_text(text, encoding="utf-8")


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    script = Path(sys.executable).with_name("image-gallery")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    return subprocess.run([script, *arguments], capture_output=True, check=False, env=environment)


def test_every_stack_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write(dev=GOOD, prod=GOOD, staging=GOOD)
    assert main(["validate"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "no errors in 3 files"
    assert err == ""


def test_an_error_is_shown_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    write(dev=BAD, prod=GOOD)
    assert main(["validate"]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith("error[CFG007] principals.web.principalId: ")
    assert lines[1] == "  stacks/Pulumi.dev.yaml:4:48"
    assert 'Write "0123" in quotes.' in out
    assert lines[-1] == "1 error in 2 files"
    assert err == ""


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    write(dev=BAD)
    assert main(["validate", "--stack", "dev", "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    [finding] = printed["findings"]
    assert {key: printed["summary"][key] for key in ("errors", "warnings", "files")} == {
        "errors": 1,
        "warnings": 0,
        "files": 1,
    }
    assert list(finding) == ["code", "severity", "path", "message", "fix", "docs", "file", "line", "column"]
    assert finding | {"message": "", "docs": ""} == {
        "code": "CFG007",
        "severity": "error",
        "path": "principals.web.principalId",
        "message": "",
        "fix": 'write "0123" in quotes',
        "docs": "",
        "file": "stacks/Pulumi.dev.yaml",
        "line": 4,
        "column": 48,
    }


def test_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    write(dev=GOOD)
    assert main(["validate", "--format", "json", "stacks/Pulumi.dev.yaml", "stacks/Pulumi.no.yaml"]) == 2
    [finding] = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["file"], finding["line"]) == ("CFG014", "stacks/Pulumi.no.yaml", None)


def test_a_file_named_twice_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    write(dev=GOOD)
    file = "stacks/Pulumi.dev.yaml"
    assert main(["validate", file, f"./{file}", str(Path(file).resolve()), "--stack", "dev"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "no errors in 1 file"


def test_what_is_wrong_with_the_project_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("Pulumi.yaml").write_text("runtime: python\nstackConfigDir: stacks\n")
    write(dev=GOOD, prod=GOOD)
    assert main(["validate"]) == 1
    out = capsys.readouterr().out
    assert out.count("Pulumi.yaml gives the project no name") == 1
    assert out.endswith("1 error in 2 files\n")


@pytest.mark.parametrize(
    ("stacks", "arguments", "said"),
    [
        (["dev", "prod"], ["--stack", "x"], "there is no stack x in stacks; there are dev, prod"),
        (["dev"], ["--stack", "x"], "there is no stack x in stacks; there is dev"),
        ([], ["--stack", "x"], "there is no stack x in stacks; there is none"),
        ([], [], "there are no stack files (Pulumi.<stack>.yaml) in stacks"),
    ],
)
def test_nothing_to_check(
    stacks: list[str],
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(**dict.fromkeys(stacks, GOOD))
    assert main(["validate", *arguments]) == 2
    assert capsys.readouterr() == ("", f"image-gallery: {said}\n")


def test_no_project(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Pulumi.yaml").unlink()
    assert main(["validate"]) == 2
    assert capsys.readouterr().err == (
        "image-gallery: there is no Pulumi.yaml here or in a folder above; name the files to check\n"
    )


@pytest.mark.parametrize(
    "arguments", [[], ["validate", "--format", "xml"], ["validate", "--now", "soon"], ["no"]]
)
def test_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: image-gallery")


def test_the_clock_is_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    definition = (
        "  linux-images:imageDefinitions:\n    a:\n      identifier: {publisher: p, offer: o, sku: s}\n"
        "      osState: Generalized\n      hyperVGeneration: V2\n      endOfLifeDate: 2028-04-30\n"
    )
    write(dev=GOOD + definition)
    main(["validate", "--now", "2027-01-01"])
    before = capsys.readouterr().out
    main(["validate", "--now", "2029-01-01T00:00:00+02:00"])
    assert before != capsys.readouterr().out


def test_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_run", interrupt)
    assert main(["validate"]) == 130


def test_utf8_whatever_the_locale() -> None:
    write(dev=GOOD.replace("rg-images", "rg-ключ-😀: x"))
    done = run("validate")
    assert done.returncode == 1
    assert "ключ-😀" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_reader_that_leaves() -> None:
    write(dev=GOOD)
    script = Path(sys.executable).with_name("image-gallery")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([script, "validate"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_help_and_version_teach() -> None:
    assert b"image-gallery validate --stack prod" in run("--help").stdout
    assert b"exit status:" in run("validate", "--help").stdout
    assert run("--version").stdout.startswith(b"image-gallery 0.")


def test_pulumi_is_never_imported() -> None:
    write(dev=GOOD)
    code = (
        "import sys; from azure_image_gallery.cli.main import main; assert main(['validate']) == 0; "
        "assert not {'pulumi', 'pulumi_azure_native', 'grpc'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
