"""Every command of the tutorial, in order, in a copy of the project: what the page shows is what is printed."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.page import Change, Command, File, steps
from toolchain.layout import Layout
from toolchain.packages import in_place

pytestmark = pytest.mark.engine

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/tutorial.md"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".local", ".*_cache", "__pycache__", "node_modules")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as it is after `make setup`, with nothing of ours running."""
    if not os.environ.get("IMAGE_GALLERY_ENGINE"):
        pytest.skip("no engine: run the tests with `make test`")
    # Else the copy would bring the environment, which it shares with us, to what it has itself.
    assert in_place(Layout(ROOT)), "run `make setup` first"
    folder = tmp_path / "linux-images"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    (folder / ".local").mkdir()
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / ".local/toolchain").symlink_to(ROOT / ".local/toolchain")
    return folder


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def shell(clone: Path, port: int) -> "Iterator[Shell]":
    opened = Shell(clone, port)
    yield opened
    opened.close()


class Shell:
    """A shell that stays open, as a reader's does."""

    _DONE = "\x1e"

    def __init__(self, folder: Path, port: int) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in ("STACK", "VIRTUAL_ENV")}
        self._process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env={**kept, "LOCAL_AZURE_PORT": str(port)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def run(self, line: str) -> tuple[str, int]:
        """What a command prints, and its exit status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line} </dev/null\nprintf '\\n%s%s\\n' '{self._DONE}' $?\n")
        self._process.stdin.flush()
        said: list[str] = []
        while not (ending := self._process.stdout.readline()).startswith(self._DONE):
            assert ending, "the shell has ended"
            said.append(ending)
        return "".join(said), int(ending.removeprefix(self._DONE))

    def close(self) -> None:
        self.run("make down")
        self._process.communicate()


def test_every_command_says_what_the_page_says(clone: Path, shell: Shell, port: int) -> None:
    page = PAGE.read_text(encoding="utf-8").replace("127.0.0.1:8443", f"127.0.0.1:{port}")
    for step in steps(page):
        if isinstance(step, Command):
            answer, code = shell.run(step.line)
            assert step.missing(answer) == [], f"$ {step.line}\n{answer}"
            assert (code != 0) == step.fails, f"$ {step.line}\n{answer}"
        else:
            step.apply(clone)
    assert not (clone / "stacks/Pulumi.first.yaml").exists()


def test_the_page_has_every_part() -> None:
    found = list(steps(PAGE.read_text(encoding="utf-8")))
    commands = [step.line for step in found if isinstance(step, Command)]
    assert [step.line for step in found if isinstance(step, Command) and step.fails] == [
        "make up",
        ".venv/bin/image-gallery validate --stack first",
    ]
    assert {"make preview", "make up", "make destroy", "make down"} <= set(commands)
    assert sum(isinstance(step, File) for step in found) == 1
    assert sum(isinstance(step, Change) for step in found) == 5
