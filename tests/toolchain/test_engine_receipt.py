import json
from pathlib import Path

import pytest

from tests.toolchain.fake_machine import GO, Machine
from toolchain.engine import find_engine, known_engine


def test_the_engine_of_the_last_run_is_believed_without_starting_anything(machine: Machine) -> None:
    machine.engine(pulumi=f"echo started >> {machine.bin}/log; echo v3.259.0")
    assert known_engine(machine.layout) is None
    find_engine(machine.layout, machine.progress)
    receipt = known_engine(machine.layout)
    assert receipt is not None
    assert (receipt.source, receipt.folder) == ("path", str(machine.bin))
    assert (machine.bin / "log").read_text(encoding="utf-8") == "started\n"


@pytest.mark.parametrize("name", ["pulumi", "pulumi-language-python", "pulumi-language-python-exec"])
def test_a_file_that_changed_or_went_away_ends_the_belief(machine: Machine, name: str) -> None:
    machine.engine()
    find_engine(machine.layout, machine.progress)
    content = (machine.bin / name).read_text(encoding="utf-8")
    machine.program(name, "# another one\nexit 1")
    assert known_engine(machine.layout) is None
    (machine.bin / name).write_text(content, encoding="utf-8")
    find_engine(machine.layout, machine.progress)
    (machine.bin / name).unlink()
    assert known_engine(machine.layout) is None


def test_other_pins_end_the_belief(machine: Machine) -> None:
    machine.program("go", GO)
    old = find_engine(machine.layout, machine.progress).folder
    with (machine.layout.go_engine / "go.sum").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert known_engine(machine.layout) is None
    new = find_engine(machine.layout, machine.progress).folder
    assert new != old
    assert not old.exists()


def test_a_new_pulumi_on_path_is_looked_at(machine: Machine) -> None:
    machine.program("go", GO)
    find_engine(machine.layout, machine.progress)
    machine.engine()
    assert known_engine(machine.layout) is None
    assert find_engine(machine.layout, machine.progress).source == "path"


def test_our_own_engine_on_path_is_not_somebody_elses(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.program("go", GO)
    folder = find_engine(machine.layout, machine.progress).folder
    monkeypatch.setenv("PATH", f"{folder}:{machine.bin}")
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE", str(folder))
    receipt = known_engine(machine.layout)
    assert receipt is not None
    assert receipt.source == "build"


def test_an_engine_once_named_is_not_taken_unasked(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = machine.bin.parent / "elsewhere"
    machine.engine(elsewhere)
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE", str(elsewhere))
    find_engine(machine.layout, machine.progress)
    assert known_engine(machine.layout) is not None
    monkeypatch.delenv("IMAGE_GALLERY_ENGINE")
    assert known_engine(machine.layout) is None


def test_the_engine_of_another_checkout_is_not_ours(machine: Machine) -> None:
    machine.program("go", GO)
    find_engine(machine.layout, machine.progress)
    receipt = json.loads(machine.layout.receipt.read_text(encoding="utf-8"))
    other = machine.bin.parent / "other"
    machine.layout.built.rename(other)
    files = {str(other / Path(name).name): seen for name, seen in receipt["files"].items()}
    machine.layout.receipt.write_text(
        json.dumps({**receipt, "folder": str(other), "files": files}), encoding="utf-8"
    )
    assert known_engine(machine.layout) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"source": 1}', "null"])
def test_a_receipt_that_cannot_be_read_is_none(machine: Machine, text: str) -> None:
    machine.layout.tools.mkdir(parents=True)
    machine.layout.receipt.write_text(text, encoding="utf-8")
    assert known_engine(machine.layout) is None
