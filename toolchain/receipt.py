"""What was found to work last time, so that the next run has to look at a few files only.

A receipt is believed while every file it names has the size and time it had, while the pins are the
same, and while PATH offers the same `pulumi`.
"""

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from toolchain.layout import Layout


@dataclass(frozen=True)
class Engine:
    """An engine that ran. `files` are the three that matter: engine, language host, and the host's helper."""

    source: str
    folder: Path
    version: str
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Receipt:
    """An engine, and what was so when it was found."""

    source: str
    folder: str
    version: str
    pins: str
    on_path: str | None
    files: dict[str, list[int]]


def write(layout: Layout, engine: Engine, on_path: Path | None) -> None:
    """Record it, in one step: a reader sees the old receipt or the new one."""
    receipt = Receipt(
        source=engine.source,
        folder=str(engine.folder),
        version=engine.version,
        pins=layout.built.name,
        on_path=_identity(on_path),
        files={str(file): _size_and_time(file) for file in engine.files},
    )
    layout.tools.mkdir(parents=True, exist_ok=True)
    replace_text(layout.receipt, json.dumps(asdict(receipt), indent=2) + "\n")


def read(layout: Layout, on_path: Path | None, named: Path | None) -> Receipt | None:
    """Return the receipt, if it may still be believed. `named` is the folder that the user asks for."""
    try:
        data: dict[str, Any] = json.loads(layout.receipt.read_text(encoding="utf-8"))
        receipt = Receipt(**data)
        unchanged = all(_size_and_time(Path(file)) == seen for file, seen in receipt.files.items())
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    asked = Path(receipt.folder) == named if named else receipt.source != "named"
    same = receipt.pins == layout.built.name and receipt.on_path == _identity(on_path)
    ours = receipt.source in {"path", "named"} or Path(receipt.folder).is_relative_to(layout.tools)
    return receipt if unchanged and asked and same and ours else None


def pulumi_on_path(layout: Layout) -> Path | None:
    """Return the first `pulumi` on PATH that is not one of ours."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    others = [folder for folder in folders if not Path(folder).is_relative_to(layout.tools)]
    found = shutil.which("pulumi", path=os.pathsep.join(others))
    return Path(found).absolute() if found else None


def replace_text(file: Path, text: str) -> None:
    """Write a file so that nobody ever sees half of it."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def _size_and_time(file: Path) -> list[int]:
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns]


def _identity(file: Path | None) -> str | None:
    return f"{file} {_size_and_time(file)}" if file and file.exists() else None
