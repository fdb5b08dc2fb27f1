"""A clone of the project, and a shell in it."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.shell import Shell
from toolchain.layout import Layout
from toolchain.packages import in_place

ROOT = Path(__file__).resolve().parents[2]
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
def shell(clone: Path, port: int) -> Iterator[Shell]:
    opened = Shell(clone, port)
    yield opened
    opened.close()
