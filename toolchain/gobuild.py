"""Builds Pulumi's engine and its Python language host from Go modules whose checksums are pinned.

Needs Go and a Go module registry, nothing else. The Go toolchain on the machine is used as it is: Go
would otherwise download another one by itself. The language host's helper is a file of the engine's own
SDK module: the newer helper is what the Python SDK of this project expects.
"""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from toolchain import process, versions
from toolchain.errors import UnavailableError
from toolchain.layout import Layout
from toolchain.progress import Progress
from toolchain.receipt import Engine
from toolchain.verify import engine_in

_SDK = "github.com/pulumi/pulumi/sdk/v3"
_ENGINE_PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
_HOST_PACKAGE = f"{_SDK}/python/cmd/pulumi-language-python"
_HELPER = Path("python", "cmd", "pulumi-language-python-exec")
_FLAGS = ("-mod=readonly", "-trimpath", "-buildvcs=false")
_LINK = "-ldflags=-s -w"
_BUILD_SECONDS = 3600.0
_QUESTION_SECONDS = 300.0
_ROOM_BYTES = 1 << 30
_OTHERWISE = f"put pulumi {versions.ENGINE_RANGE} on PATH"
_NETWORK = re.compile(
    r"dial tcp|no such host|i/o timeout|TLS handshake|connection re(fused|set)|module lookup disabled"
)


@dataclass(frozen=True)
class _Module:
    """A program to build. The engine knows its own version only if the linker tells it, hence `link`."""

    title: str
    usual: str
    folder: Path
    package: str
    link: str

    @property
    def binary(self) -> str:
        return self.package.rsplit("/", 1)[-1]


class GoBuild:
    """The last candidate: slow once, kept for good."""

    name = "build"

    def __init__(self, layout: Layout, progress: Progress) -> None:
        self._layout = layout
        self._progress = progress
        self._modules = (
            _Module(
                title=f"Pulumi's engine {versions.ENGINE}",
                usual="3 to 7 min the first time",
                folder=layout.go_engine,
                package=_ENGINE_PACKAGE,
                link=f"{_LINK} -X {_SDK}/go/common/version.Version=v{versions.ENGINE}",
            ),
            _Module(
                title="Pulumi's Python language host",
                usual="less than a minute",
                folder=layout.go_language_host,
                package=_HOST_PACKAGE,
                link=_LINK,
            ),
        )

    def find(self) -> Engine:
        """Try what an earlier run built from the same pins."""
        if not self._layout.built.is_dir():
            raise UnavailableError("no engine has been built")
        return engine_in(self._layout.built, self.name)

    def make(self) -> Engine:
        """Build in a folder beside, try it, move it into place: a killed build leaves nothing to believe."""
        go = self._go()
        self._room()
        part = self._layout.built.parent / "part"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            for module in self._modules:
                self._build(go, module, part)
            self._copy_helper(go, part)
            engine_in(part, self.name)
            shutil.rmtree(self._layout.built, ignore_errors=True)
            part.rename(self._layout.built)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return self.find()

    def _go(self) -> str:
        needed = self._needed()
        go = shutil.which("go")
        if go is None:
            raise UnavailableError(f"there is no Go on PATH: install Go >= {needed}, or {_OTHERWISE}")
        done = process.run([go, "env", "GOVERSION"], limit=_QUESTION_SECONDS, env=_environment())
        found = versions.parse(done.output) if done.code == 0 else None
        if found is None or found < versions.known(needed):
            raise UnavailableError(
                f"{go} is Go {found or 'of an unknown version'}: install Go >= {needed} (Go may not download "
                f"another Go by itself here: GOTOOLCHAIN=local), or {_OTHERWISE}"
            )
        return go

    def _needed(self) -> str:
        lines = (self._layout.go_engine / "go.mod").read_text(encoding="utf-8").splitlines()
        return next(line.removeprefix("go ").strip() for line in lines if line.startswith("go "))

    def _room(self) -> None:
        free = shutil.disk_usage(self._layout.root).free
        if free < _ROOM_BYTES:
            raise UnavailableError(
                f"no room in {self._layout.tools}: {free >> 20} MiB are free, {_ROOM_BYTES >> 20} needed"
            )

    def _build(self, go: str, module: _Module, folder: Path) -> None:
        target = str(folder / module.binary)
        command = [go, "build", *_FLAGS, module.link, "-o", target, module.package]
        with self._progress.step(f"building {module.title} from Go modules", module.usual) as tick:
            done = process.run(
                command, limit=_BUILD_SECONDS, env=_environment(), cwd=module.folder, tick=tick
            )
            if done.code != 0:
                raise UnavailableError(_reason(module.title, done))

    def _copy_helper(self, go: str, folder: Path) -> None:
        command = [go, "list", "-mod=readonly", "-m", "-f", "{{.Dir}}", _SDK]
        done = process.run(command, limit=_QUESTION_SECONDS, env=_environment(), cwd=self._layout.go_engine)
        source = Path(done.last_line) / _HELPER
        if done.code != 0 or not source.is_file():
            raise UnavailableError(f"the Go module {_SDK} has no file {_HELPER} ({done.last_line})")
        shutil.copyfile(source, folder / _HELPER.name)
        (folder / _HELPER.name).chmod(0o755)


def _environment() -> dict[str, str]:
    """No other Go, no workspace file from a folder above, and no C compiler needed."""
    return {**os.environ, "GOTOOLCHAIN": "local", "GOWORK": "off", "CGO_ENABLED": "0"}


def _reason(title: str, done: process.Finished) -> str:
    if done.code is None:
        return f"{title} was not built within {_BUILD_SECONDS / 60:.0f} minutes"
    if "no space left on device" in done.output:
        return (
            f"{title} was not built: no room on the disk (Go's cache needs about 3 GB, see `go env GOCACHE`)"
        )
    if _NETWORK.search(done.output):
        return f"{title} was not built: the Go modules cannot be downloaded ({done.last_line})"
    return f"{title} was not built: {done.last_line}"
