"""What a program that the toolchain starts finds in its environment."""

import os
from collections.abc import Mapping
from pathlib import Path

from toolchain.engine import FOLDER_VARIABLE
from toolchain.layout import Layout


def additions(layout: Layout, engine: Path | None, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set. First on PATH: the environment's programs, the engine, our own uv."""
    folders = [layout.venv / "bin", engine, layout.uv_bin if layout.uv_bin.is_dir() else None]
    ours = [str(folder) for folder in folders if folder]
    theirs = [folder for folder in environ.get("PATH", os.defpath).split(os.pathsep) if folder not in ours]
    values = {"VIRTUAL_ENV": str(layout.venv), "PATH": os.pathsep.join(ours + theirs)}
    if engine:
        values[FOLDER_VARIABLE] = str(engine)
    return values
