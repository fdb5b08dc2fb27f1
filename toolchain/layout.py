"""Where things lie. The toolchain makes two folders, both ignored by git: `.venv` and `.local/toolchain`."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from toolchain.versions import ENGINE


@dataclass(frozen=True)
class Layout:
    """The paths below the repository's root."""

    root: Path

    @property
    def tools(self) -> Path:
        """What is kept for the next run."""
        return self.root / ".local" / "toolchain"

    @property
    def venv(self) -> Path:
        """The project's virtual environment."""
        return self.root / ".venv"

    @property
    def uv_bin(self) -> Path:
        """Holds uv alone, and only if uv had to be installed."""
        return self.tools / "uv" / "bin"

    @property
    def stamp(self) -> Path:
        """Inside the environment, so that it goes when the environment goes."""
        return self.venv / "toolchain.json"

    @property
    def receipt(self) -> Path:
        """Which engine was found to work."""
        return self.tools / "engine.json"

    @property
    def lock(self) -> Path:
        """Held by the one process that changes anything."""
        return self.tools / "lock"

    @property
    def installed(self) -> Path:
        """The engine as Pulumi's installer leaves it."""
        return self.tools / "installed" / ENGINE

    @property
    def go_engine(self) -> Path:
        """The pinned Go module of the engine."""
        return self.root / "toolchain" / "go" / "engine"

    @property
    def go_language_host(self) -> Path:
        """The pinned Go module of the Python language host."""
        return self.root / "toolchain" / "go" / "language-python"

    @property
    def built(self) -> Path:
        """The engine as built here; another set of pins is another folder."""
        pins = (
            folder / name
            for folder in (self.go_engine, self.go_language_host)
            for name in ("go.mod", "go.sum")
        )
        return self.tools / "built" / f"{ENGINE}-{fingerprint(*pins)}"

    @property
    def python_inputs(self) -> tuple[Path, ...]:
        """The files that decide what is in the virtual environment."""
        return (
            self.root / "uv.lock",
            self.root / "pyproject.toml",
            self.root / "components" / "pyproject.toml",
        )


def fingerprint(*files: Path) -> str:
    """Return a short digest of the files' contents. A file that is missing counts as empty."""
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes() if file.is_file() else b""
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:12]
