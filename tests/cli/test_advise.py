"""`image-gallery advise`: the scenario table comes out right, and the rules are what refuses the rest."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from azure_image_gallery.cli.advise import command
from azure_image_gallery.cli.advise.advice import Advice, advise_on
from azure_image_gallery.cli.advise.demands import demands
from azure_image_gallery.cli.advise.situation import (
    OPTIONS,
    MadeFrom,
    Need,
    Option,
    Situation,
    Storage,
    is_deprovisioned,
)
from azure_image_gallery.cli.main import main
from azure_image_gallery.rules.beyond.catalogue import entry_of
from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.enums import HyperVGeneration, OsState
from tests.rules.declarations import NOW

GALLERY, IMAGE, DISK = Storage.GALLERY, Storage.MANAGED_IMAGE, Storage.MANAGED_DISK
GENERALIZED, SPECIALIZED = OsState.GENERALIZED, OsState.SPECIALIZED


def situation(made_from: MadeFrom, *, configured: bool, **more: Any) -> Situation:
    ready = is_deprovisioned(made_from, configured=configured)
    return Situation(**{"configured": configured, "made_from": made_from, "deprovisioned": ready} | more)


def advice(made_from: MadeFrom, *, configured: bool, **more: Any) -> Advice:
    return advise_on(situation(made_from, configured=configured, **more), now=NOW)


def possible(found: Advice) -> list[tuple[OsState, Storage]]:
    return [(each.option.os_state, each.option.storage) for each in found.possible]


def codes(found: Advice, os_state: OsState, storage: Storage) -> set[str]:
    [judged] = [each for each in found.refused if each.option == Option(os_state, storage)]
    return {reason.code for reason in judged.refused}


def test_a_configurable_image_for_many_machines() -> None:
    found = advice(MadeFrom.MACHINE, configured=True, machines=200)
    assert possible(found) == [(GENERALIZED, GALLERY), (GENERALIZED, IMAGE)]
    assert {"SRC012", "VMC001"} <= codes(found, SPECIALIZED, GALLERY)


@pytest.mark.parametrize("made_from", [MadeFrom.SNAPSHOT, MadeFrom.BACKUP])
def test_an_image_of_a_snapshot_or_a_backup(made_from: MadeFrom) -> None:
    found = advice(made_from, configured=False)
    assert possible(found) == [(SPECIALIZED, DISK), (SPECIALIZED, GALLERY)]
    assert codes(found, SPECIALIZED, IMAGE) == {"MIM001"}
    assert "MIM001" in codes(found, GENERALIZED, IMAGE)
    assert "SRC012" in codes(found, GENERALIZED, GALLERY)


def test_a_quick_image_without_configuration() -> None:
    found = advice(MadeFrom.MACHINE, configured=False, machines=50)
    assert possible(found) == [(SPECIALIZED, GALLERY)]
    assert codes(found, SPECIALIZED, IMAGE) == {"MIM001"}
    assert "DSK001" in codes(found, SPECIALIZED, DISK)
    assert "VMC002" in codes(found, GENERALIZED, GALLERY)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"regions": ("westeurope", "northeurope")}, "MIM012"),
        ({"subscriptions": 2}, "MIM013"),
        ({"tenants": 2}, "MIM013"),
        ({"needs": frozenset({Need.TRUSTED_LAUNCH})}, "MIM003"),
        ({"needs": frozenset({Need.CONFIDENTIAL})}, "MIM004"),
        ({"needs": frozenset({Need.ARM64})}, "MIM005"),
    ],
)
def test_what_a_managed_image_cannot_do(more: dict[str, Any], code: str) -> None:
    found = advice(MadeFrom.MACHINE, configured=True, **more)
    assert possible(found) == [(GENERALIZED, GALLERY)]
    assert code in codes(found, GENERALIZED, IMAGE)


@pytest.mark.parametrize("need", [Need.TRUSTED_LAUNCH, Need.CONFIDENTIAL, Need.NVME])
def test_what_generation_1_cannot_do(need: Need) -> None:
    found = advice(MadeFrom.MACHINE, configured=True, needs=frozenset({need}), generation=HyperVGeneration.V1)
    assert (GENERALIZED, GALLERY) not in possible(found)
    assert codes(found, GENERALIZED, GALLERY) & {"SEC005", "SEC015"}


def test_a_snapshot_as_it_ran_cannot_be_configured() -> None:
    assert possible(advice(MadeFrom.SNAPSHOT, configured=True)) == []
    assert possible(advice(MadeFrom.SNAPSHOT, configured=True, deprovisioned=True)) == [
        (GENERALIZED, GALLERY),
        (GENERALIZED, IMAGE),
    ]


def test_a_managed_image_is_generalized_always() -> None:
    found = advice(MadeFrom.MANAGED_IMAGE, configured=True, needs=frozenset({Need.TRUSTED_LAUNCH}))
    assert possible(found) == [(GENERALIZED, GALLERY)]
    assert "SRC013" in codes(found, SPECIALIZED, GALLERY)


def every() -> Iterator[Situation]:
    for made_from in MadeFrom:
        for configured in (True, False):
            for more in (
                {},
                {"machines": 2000, "regions": ("westeurope", "eastus", "northeurope")},
                {"tenants": 2},
            ):
                for needs in (frozenset[Need](), *(frozenset({need}) for need in Need)):
                    yield situation(made_from, configured=configured, needs=needs, **more)


def test_what_is_advised_validates_and_what_is_refused_has_a_code_of_the_catalogue() -> None:
    for asked in every():
        found = advise_on(asked, now=NOW)
        assert len(found.possible) + len(found.refused) == len(OPTIONS)
        for judged in found.possible:
            checked = check(judged.declaration, now=NOW)
            assert checked.errors == (), (asked, judged.option)
            assert checked.resolved is not None
        for judged in found.refused:
            assert judged.refused
            assert [reason for reason in judged.refused if entry_of(reason.code) is None] == []
            by_rules = check(judged.declaration, now=NOW).errors
            assert by_rules or list(demands(asked, judged.option))


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["advise", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_yaml_is_a_stack_file_that_validates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Pulumi.yaml").write_text("name: fleet\nruntime: python\n")
    given = ("--configured", "no", "--from", "backup", "--machines", "3", "--name", "app", "--format", "yaml")
    status, out, _ = answer(capsys, *given)
    assert status == 0
    Path("Pulumi.dev.yaml").write_text(out)
    assert main(["validate"]) == 0
    assert set(yaml.safe_load(out)["config"]) == {
        "azure-native:location",
        "fleet:resourceGroups",
        "fleet:gallery",
        "fleet:imageDefinitions",
        "fleet:imageVersions",
        "fleet:managedDisks",
    }


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = answer(
        capsys, "--configured", "yes", "--from", "vm", "--format", "json", "--storage", "managed-image"
    )
    found = json.loads(out)
    assert (status, found["imageType"], found["storage"]) == (0, "Generalized", "managed-image")
    assert [each["storage"] for each in found["possible"]] == ["managed-image", "gallery"]
    assert len(found["refused"]) == 4
    assert "image" in found["declaration"]["managedImages"]


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = answer(capsys, "--configured", "no", "--from", "snapshot", "--machines", "9")
    assert status == 0
    assert out.startswith("image type:  Specialized\nkept in:     gallery\n\nrefused:\n")
    assert "\n  Specialized in a managed disk\n  DSK001  it serves one machine, 9 are wanted\n" in out


def test_nothing_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = answer(capsys, "--configured", "yes", "--from", "backup")
    assert status == 2
    assert out.startswith("no option will do. Either make the source ready")
    status, out, err = answer(capsys, "--configured", "yes", "--from", "backup", "--format", "yaml")
    assert (status, out) == (2, "")
    assert "SRC012" in err


def test_where_nobody_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys)[0::2] == (
        2,
        "image-gallery: this is no terminal to ask on; give --configured yes or no\n",
    )
    assert "give --from" in answer(capsys, "--configured", "yes")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--configured", "maybe"],
        ["--from", "tape"],
        ["--machines", "0"],
        ["--machines", "9" * 5000],
        ["--machines", "٣"],
        ["--regions", ","],
        ["--needs", "speed"],
        ["--name", "a_b"],
    ],
)
def test_bad_answers(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["advise", *arguments])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: image-gallery advise")


def test_questions_are_asked_until_they_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(
        ["perhaps", "yes", "tape", "vm", "", "30", "westeurope, northeurope", "", "2", "v2", "ubuntu"]
    )
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(command, "_ask", ask)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    status, out, _ = answer(capsys, "--format", "json")
    assert status == 0
    assert next(answers, None) is None
    assert asked[:2] == [
        "Are name, accounts and keys set at first boot? [y/n] ",
        "'perhaps' is neither yes nor no. Once more? ",
    ]
    definition = json.loads(out)["declaration"]["imageDefinitions"]["image"]
    assert definition["guest"]["distribution"] == {"name": "ubuntu"}
    [version] = json.loads(out)["declaration"]["imageVersions"]["image"].values()
    assert version["targetRegions"] == [
        {"name": "westeurope", "regionalReplicaCount": 1},
        {"name": "northeurope", "regionalReplicaCount": 1},
    ]
