"""`image-gallery adopt`, as it is called."""

import json
from pathlib import Path

import pytest

from azure_image_gallery.cli.main import main

CONFIGURED = "eeeeeeee-5000-4000-8000-000000000001"
SURROUNDING = "eeeeeeee-5000-4000-8000-000000000002"
GIVEN = "eeeeeeee-5000-4000-8000-000000000003"
GALLERY = "  linux-images:gallery: {name: contoso, resourceGroup: rg-images}\n"
GOOD = f"config:\n  azure-native:location: westeurope\n{GALLERY}"
DEFINITION = """\
  linux-images:imageDefinitions:
    ubuntu:
      identifier: {publisher: contoso, offer: ubuntu, sku: "24"}
      osState: Generalized
      hyperVGeneration: V2
      releaseNoteUri: ftp://contoso.example/notes
"""
PROJECT = "name: linux-images\nruntime: python\nstackConfigDir: stacks\n"
SETTING = f"  azure-native:subscriptionId: {CONFIGURED}\n"
WHOLE_PROJECT = f"{PROJECT}config:\n  azure-native:subscriptionId: {{value: {CONFIGURED}}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARM_SUBSCRIPTION_ID", SURROUNDING)
    monkeypatch.delenv("AZURE_SUBSCRIPTION_ID", raising=False)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text(PROJECT)
    return tmp_path


def write(stack: str, text: str) -> None:
    Path(f"stacks/Pulumi.{stack}.yaml").write_text(text)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Why nothing was written."""
    assert main(["adopt", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_the_file_goes_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD)
    assert main(["adopt", "--stack", "dev"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    gallery, component = json.loads(out)["resources"]
    assert gallery["logicalName"] == "linux-images/contoso"
    assert gallery["version"] == "3.29.0"
    assert component["logicalName"] == "linux-images"


def test_the_file_is_written_and_what_is_next_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD)
    assert main(["adopt", "--stack", "dev", "--output", "to import.json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == (
        "1 resource is named in to import.json. Take out the lines of what is not in Azure. Next:\n"
        "  pulumi import --file 'to import.json' --stack dev --generate-code=false --protect=false\n"
        "  pulumi preview --stack dev\n"
    )
    assert len(json.loads(Path("to import.json").read_text())["resources"]) == 2


@pytest.mark.parametrize(
    ("project", "setting", "arguments", "expected"),
    [
        (PROJECT, "", [], SURROUNDING),
        (PROJECT, SETTING, [], CONFIGURED),
        (PROJECT, SETTING, ["--subscription", GIVEN], GIVEN),
        (WHOLE_PROJECT, "", [], CONFIGURED),
        (WHOLE_PROJECT, f"  azure-native:config:subscriptionId: {GIVEN}\n", [], GIVEN),
        (PROJECT, "  azure-native:subscriptionId: {secure: v1:abc}\n", [], SURROUNDING),
    ],
    ids=["environment", "stack", "argument", "project", "stack before project", "not a secret one"],
)
def test_the_subscription(
    project: str, setting: str, arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("Pulumi.yaml").write_text(project)
    write("dev", GOOD + setting)
    assert main(["adopt", "--stack", "dev", *arguments]) == 0
    gallery = json.loads(capsys.readouterr().out)["resources"][0]
    assert gallery["id"] == (
        f"/subscriptions/{expected}/resourceGroups/rg-images/providers/Microsoft.Compute/galleries/contoso"
    )


def test_no_subscription(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("ARM_SUBSCRIPTION_ID")
    write("dev", GOOD)
    assert refused(capsys, "--stack", "dev") == (
        "image-gallery: the subscription that the ids lie in is not known: name it with --subscription, or as "
        "azure-native:subscriptionId of stack dev, or as ARM_SUBSCRIPTION_ID\n"
    )


def test_a_stack_with_errors(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD.replace("contoso", "con-toso"))
    assert main(["adopt", "--stack", "dev", "--output", "import.json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error[GAL002] gallery.name: 'con-toso' has a hyphen\n  stacks/Pulumi.dev.yaml:3:")
    assert not Path("import.json").exists()


def test_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", "config: [\n")
    assert main(["adopt", "--stack", "dev"]) == 1
    assert capsys.readouterr().err.startswith("error[CFG")


def test_warnings_stop_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD + DEFINITION)
    assert main(["validate"]) == 0
    assert capsys.readouterr().out.endswith("no errors, 1 warning in 1 file\n")
    assert main(["adopt", "--stack", "dev"]) == 0
    out, err = capsys.readouterr()
    assert [one["logicalName"] for one in json.loads(out)["resources"]] == [
        "linux-images/contoso",
        "linux-images/ubuntu",
        "linux-images",
    ]
    assert err == ""


def test_a_secret_in_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    secret = "{name: contoso, resourceGroup: {secure: v1:abc}}"
    write("dev", f"config:\n  azure-native:location: westeurope\n  linux-images:gallery: {secret}\n")
    assert refused(capsys, "--stack", "dev") == (
        "image-gallery: gallery.resourceGroup is a secret or another stack's output, and a part of an id: "
        "write it in plain text for the time being\n"
    )


def test_an_unknown_stack(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD)
    write("prod", GOOD)
    assert refused(capsys, "--stack", "staging") == (
        "image-gallery: there is no stack staging in stacks; there are dev, prod\n"
    )


def test_no_project(capsys: pytest.CaptureFixture[str]) -> None:
    Path("Pulumi.yaml").unlink()
    assert refused(capsys, "--stack", "dev") == (
        "image-gallery: there is no Pulumi.yaml here or in a folder above\n"
    )


def test_a_project_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    Path("Pulumi.yaml").write_text(PROJECT.replace("name: linux-images\n", ""))
    write("dev", GOOD)
    assert main(["adopt", "--stack", "dev"]) == 1
    assert "Pulumi.yaml gives the project no name" in capsys.readouterr().err


def test_a_stack_that_owns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD.replace("rg-images}", "rg-images, existing: true}"))
    assert refused(capsys, "--stack", "dev") == (
        "image-gallery: there is nothing to take over: the stack makes nothing of what it declares\n"
    )


def test_a_file_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("dev", GOOD)
    assert refused(capsys, "--stack", "dev", "--output", "no/import.json") == (
        "image-gallery: no/import.json cannot be written: No such file or directory\n"
    )


def test_help_shows_the_whole_way(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["adopt", "--help"])
    out = capsys.readouterr().out
    commands = [
        line.strip() for line in out.splitlines() if line.startswith("  ") and " --stack prod" in line
    ]
    assert commands == [
        "image-gallery adopt --stack prod --output import.json",
        "pulumi import --file import.json --stack prod --generate-code=false --protect=false",
        "pulumi preview --stack prod",
    ]
