import io
import shutil
from pathlib import Path

import pytest

from tests.toolchain.fake_machine import Machine
from toolchain.layout import Layout
from toolchain.progress import Progress


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A project whose pins are those of this repository, on a machine that has no program at all."""
    root, programs = tmp_path / "project", tmp_path / "bin"
    programs.mkdir()
    shutil.copytree(Path(__file__).parents[2] / "toolchain" / "go", root / "toolchain" / "go")
    helper = root / "toolchain/go/engine/sdk/python/cmd/pulumi-language-python-exec"
    helper.parent.mkdir(parents=True)
    helper.write_text("#!/usr/bin/env python3\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("IMAGE_GALLERY_ENGINE", raising=False)
    monkeypatch.delenv("IMAGE_GALLERY_ENGINE_FROM", raising=False)
    said = io.StringIO()
    return Machine(Layout(root), programs, said, Progress(said))
