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


STACK = "config:\n  p:gallery: {name: g, resourceGroup: rg}\n  p:include: ['images/*.yaml']\n"
SHARED = "config:\n  imageDefinitions:\n    default:\n      ubuntu: {osState: Generalized}\n"
TRAPS = """\
imageDefinitions:
  1.10:
    endOfLifeDate: 2028-04-30
    tags: {built: 2026-01-02, cost: 0123, cost: on}
"""
Include = Callable[..., LoadedDeclaration]


@pytest.fixture
def include(folder: Path) -> Include:
    """Writes included files into `images/`, a stack and its project, and loads the stack."""

    def write_and_load(stack: str = STACK, project: str = "", **files: str | bytes) -> LoadedDeclaration:
        (folder / "images").mkdir(exist_ok=True)
        for name, text in files.items():
            raw = text if isinstance(text, bytes) else text.encode()
            (folder / f"images/{name}.yaml").write_bytes(raw)
        (folder / "Pulumi.yaml").write_text(PROJECT + project)
        (folder / "stacks/Pulumi.dev.yaml").write_text(stack)
        return load_stack(Path("stacks/Pulumi.dev.yaml"))

    return write_and_load


def seen(loaded: LoadedDeclaration) -> list[tuple[str, str, str]]:
    return [
        (finding.code, finding.message, f"{place.file}:{place.line}:{place.column}")
        for finding, place in loaded.located
        if place is not None
    ]


def where(loaded: LoadedDeclaration, *path: str | int, on_key: bool = False) -> tuple[str, int, int] | None:
    place = loaded.places.find(path, on_key=on_key)
    return place and (place.file, place.line, place.column)
