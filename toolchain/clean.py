"""Removes what runs have made. Needs nothing of it, so it works on a broken environment too."""

import json
import os
import shutil
from pathlib import Path

from toolchain import process
from toolchain.errors import ToolchainError
from toolchain.layout import Layout
from toolchain.progress import Progress

_CACHES = (
    ".venv",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    ".import_linter_cache",
    "dist",
    "components/venv",
)
_STOP_SECONDS = 60.0


def clean(layout: Layout, progress: Progress, *, engine: bool) -> None:
    """Stop local Azure; remove state, caches and `.venv`, and if `engine` is true, the toolchain's folder."""
    _stop_local_azure(layout)
    local = layout.root / ".local"
    for entry in local.iterdir() if local.is_dir() else ():
        if engine or entry != layout.tools:
            _remove(entry)
    for name in _CACHES:
        _remove(layout.root / name)
    for folder, names, _ in os.walk(layout.root):
        if "__pycache__" in names:
            _remove(Path(folder, "__pycache__"))
        names[:] = [name for name in names if name not in {".git", ".local", "__pycache__"}]
    kept = layout.tools.is_dir()
    progress.say(
        f"clean; the engine in {layout.tools} is kept (make clean ENGINE=1 removes it too)"
        if kept
        else "clean"
    )


def _stop_local_azure(layout: Layout) -> None:
    python = layout.venv / "bin" / "python"
    if not python.exists() or not (layout.root / ".local" / "azure").is_dir():
        return
    done = process.run([str(python), "-m", "local_azure", "stop"], limit=_STOP_SECONDS, cwd=layout.root)
    if done.code != 0 and _alive(layout.root / ".local" / "azure" / "pid"):
        raise ToolchainError(f"local Azure could not be stopped, so nothing was removed: {done.last_line}")


def _alive(pid_file: Path) -> bool:
    try:
        os.kill(int(json.loads(pid_file.read_text(encoding="utf-8"))["pid"]), 0)
    except (OSError, ValueError, TypeError, KeyError):
        return False
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
