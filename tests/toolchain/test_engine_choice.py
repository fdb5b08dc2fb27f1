from pathlib import Path

import pytest

from tests.toolchain.fake_machine import GO, Machine
from toolchain import engine, installer
from toolchain.errors import ToolchainError, UnavailableError
from toolchain.receipt import Engine


class Fake:
    """A candidate that has an engine, can make one, or neither; it writes down what it was asked."""

    def __init__(self, name: str, asked: list[str], *, found: bool = False, makes: bool = False) -> None:
        self.name = name
        self._asked, self._found, self._makes = asked, found, makes

    def find(self) -> Engine:
        return self._answer("find", self._found)

    def make(self) -> Engine:
        return self._answer("make", self._makes)

    def _answer(self, verb: str, works: bool) -> Engine:
        self._asked.append(f"{verb} {self.name}")
        if not works:
            raise UnavailableError(f"{self.name} does not work")
        return Engine(self.name, Path("/"), "3.259.0", ())


def test_what_is_there_comes_before_what_must_be_made(machine: Machine) -> None:
    asked: list[str] = []
    candidates = [Fake("a", asked, makes=True), Fake("b", asked, found=True), Fake("c", asked, found=True)]
    assert engine.choose(candidates, machine.progress).source == "b"
    assert asked == ["find a", "find b"]


def test_what_must_be_made_is_tried_in_order_and_each_failure_is_said(machine: Machine) -> None:
    asked: list[str] = []
    candidates = [Fake("a", asked), Fake("b", asked, makes=True), Fake("c", asked, makes=True)]
    assert engine.choose(candidates, machine.progress).source == "b"
    assert asked == ["find a", "find b", "find c", "make a", "make b"]
    assert machine.said.getvalue() == "a does not work; looking further\n"


def test_when_nothing_works_the_last_reason_is_the_error(machine: Machine) -> None:
    with pytest.raises(ToolchainError, match=r"^there is no Pulumi engine to run: b does not work$"):
        engine.choose([Fake("a", []), Fake("b", [])], machine.progress)


def test_pulumi_on_path_is_taken_as_it_is(machine: Machine) -> None:
    machine.engine()
    found = engine.find_engine(machine.layout, machine.progress)
    assert (found.source, found.folder, found.version) == ("path", machine.bin, "3.259.0")


@pytest.mark.parametrize(
    ("pulumi", "host", "reason"),
    [
        ("echo v3.100.0", "echo 1", "pulumi is version 3.100.0, and this project needs >= 3.259.0, < 4"),
        ("echo v4.0.0", "echo 1", "pulumi is version 4.0.0, and this project needs >= 3.259.0, < 4"),
        ("echo broken >&2; exit 3", "echo 1", "pulumi does not tell its version: broken"),
        ("echo v3.259.0", "echo no libc >&2; exit 1", "pulumi-language-python does not open a port: no libc"),
    ],
)
def test_an_engine_on_path_that_will_not_do_is_said_and_the_next_is_taken(
    machine: Machine, pulumi: str, host: str, reason: str
) -> None:
    machine.engine(pulumi=pulumi, host=host)
    machine.program("go", GO)
    assert engine.find_engine(machine.layout, machine.progress).source == "build"
    assert f"{reason}; looking further\n" in machine.said.getvalue()


def test_an_engine_without_its_language_host_will_not_do(machine: Machine) -> None:
    machine.program("pulumi", "echo v3.259.0")
    with pytest.raises(UnavailableError, match="there is no pulumi-language-python beside"):
        engine.OnPath(machine.bin / "pulumi").find()


def test_an_installer_that_hangs_is_given_up(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installer, "_REACH_SECONDS", 0.3)
    machine.program("python", "exec /bin/sleep 60", machine.layout.venv / "bin")
    machine.program("go", GO)
    assert engine.find_engine(machine.layout, machine.progress).source == "build"
    assert "Pulumi's installer cannot reach its hosts (no answer); looking further" in machine.said.getvalue()


def test_an_installation_that_hangs_leaves_nothing(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installer, "_INSTALL_SECONDS", 0.3)
    script = 'case "$2" in *install*) /bin/mkdir -p "$3/bin"; exec /bin/sleep 60 ;; esac'
    machine.program("python", script, machine.layout.venv / "bin")
    with pytest.raises(UnavailableError, match=r"Pulumi's installer failed \(nothing after 0 s\)"):
        installer.Installer(machine.layout, machine.progress).make()
    assert list(machine.layout.installed.parent.iterdir()) == []


def test_the_installer_is_preferred_to_a_build(machine: Machine) -> None:
    ready = machine.bin.parent / "ready"
    machine.engine(ready)
    script = f'case "$2" in *PulumiCommand*) /bin/mkdir -p "$3"; /bin/cp -r {ready} "$3/bin" ;; esac'
    machine.program("python", script, machine.layout.venv / "bin")
    machine.program("go", GO)
    found = engine.find_engine(machine.layout, machine.progress)
    assert (found.source, found.folder) == ("installer", machine.layout.installed / "bin")


def test_a_named_engine_is_the_only_candidate(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.engine()
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE", "/nowhere")
    with pytest.raises(
        ToolchainError, match="IMAGE_GALLERY_ENGINE names an engine that cannot be used: /nowhere"
    ):
        engine.find_engine(machine.layout, machine.progress)


def test_candidates_can_be_left_out(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.engine()
    machine.program("go", GO)
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE_FROM", "build")
    assert engine.find_engine(machine.layout, machine.progress).source == "build"


def test_a_candidate_that_does_not_exist_is_an_error(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGE_GALLERY_ENGINE_FROM", "brew")
    with pytest.raises(ToolchainError, match="holds 'brew'; allowed are path, installer, build"):
        engine.find_engine(machine.layout, machine.progress)
