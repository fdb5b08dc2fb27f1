"""A Pulumi project in a folder of its own, to write stack files into."""

from collections.abc import Callable
from pathlib import Path

import pytest

from azure_image_gallery.config.declaration import LoadedDeclaration, load_stack

Load = Callable[..., LoadedDeclaration]

PROJECT = "name: p\nruntime: python\nstackConfigDir: stacks\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text(PROJECT)
    return tmp_path


@pytest.fixture
def load(folder: Path) -> Load:
    """Writes a stack file, and Pulumi.yaml where it is given, and loads the stack."""

    def write_and_load(stack: str | bytes, project: str | None = None) -> LoadedDeclaration:
        if project is not None:
            (folder / "Pulumi.yaml").write_text(PROJECT + project)
        raw = stack if isinstance(stack, bytes) else stack.encode()
        (folder / "stacks/Pulumi.dev.yaml").write_bytes(raw)
        return load_stack(Path("stacks/Pulumi.dev.yaml"))

    return write_and_load
