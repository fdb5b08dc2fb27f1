"""The Python packages: uv, and through uv everything that uv.lock pins, into `.venv`."""

import json
import os
import shutil
import sys
from pathlib import Path

from toolchain import process, versions
from toolchain.errors import ToolchainError
from toolchain.layout import Layout, fingerprint
from toolchain.progress import Progress
from toolchain.receipt import replace_text

_LIMIT_SECONDS = 1800.0
_QUESTION_SECONDS = 60.0


def in_place(layout: Layout) -> bool:
    """Whether the environment is the one that the lock file and this interpreter ask for."""
    try:
        seen = json.loads(layout.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return seen == _wanted(layout) and (layout.venv / "bin" / "python").exists()


def install(layout: Layout, progress: Progress) -> None:
    """Bring `.venv` to what the lock file says."""
    uv = _uv(layout, progress)
    layout.stamp.unlink(missing_ok=True)
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    env |= {
        "UV_PROJECT_ENVIRONMENT": str(layout.venv),
        "UV_PYTHON": str(interpreter()),
        "UV_PYTHON_DOWNLOADS": "never",
    }
    with progress.step(
        "installing the Python packages of uv.lock into .venv", "up to a minute the first time"
    ) as tick:
        done = process.run(
            [str(uv), "sync", "--frozen"], limit=_LIMIT_SECONDS, env=env, cwd=layout.root, tick=tick
        )
        if done.code != 0:
            raise ToolchainError(f"uv could not install the Python packages: {done.last_line}")
    replace_text(layout.stamp, json.dumps(_wanted(layout)))


def interpreter() -> Path:
    """Return the Python outside any virtual environment that runs this."""
    return Path(getattr(sys, "_base_executable", sys.executable)).resolve()


def _wanted(layout: Layout) -> dict[str, str]:
    return {"python": f"{interpreter()} {sys.version}", "inputs": fingerprint(*layout.python_inputs)}


def _uv(layout: Layout, progress: Progress) -> Path:
    """Return the uv on PATH if it will do, else our own."""
    own = layout.uv_bin / "uv"
    on_path = shutil.which("uv")
    for uv in (Path(on_path) if on_path else None, own):
        if uv and _works(uv):
            return uv
    _install_uv(layout, progress)
    if not _works(own):
        raise ToolchainError(f"uv {versions.UV_INSTALLED} was installed into {own}, but does not run")
    return own


def _works(uv: Path) -> bool:
    done = process.run([str(uv), "--version"], limit=_QUESTION_SECONDS)
    version = versions.parse(done.output) if done.code == 0 else None
    return version is not None and versions.uv_is_supported(version)


def _install_uv(layout: Layout, progress: Progress) -> None:
    venv = layout.uv_bin.parent / "venv"
    shutil.rmtree(layout.uv_bin.parent, ignore_errors=True)
    layout.uv_bin.mkdir(parents=True)
    with progress.step(f"installing uv {versions.UV_INSTALLED}", "a few seconds") as tick:
        made = process.run([str(interpreter()), "-m", "venv", str(venv)], limit=_LIMIT_SECONDS, tick=tick)
        if made.code != 0:
            raise ToolchainError(
                f"no pip to install uv with: install python3-venv and python3-pip for {interpreter()}, "
                f"or put uv >= {versions.UV_OLDEST} on PATH"
            )
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = process.run([*pip, f"uv=={versions.UV_INSTALLED}"], limit=_LIMIT_SECONDS, tick=tick)
        if done.code != 0:
            raise ToolchainError(f"pip could not install uv from the package registry: {done.last_line}")
    (layout.uv_bin / "uv").symlink_to(venv / "bin" / "uv")
