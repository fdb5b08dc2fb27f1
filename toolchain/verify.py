"""Believes an engine only after running it: `pulumi version` answers, the language host opens its port."""

import os
import shutil
import tempfile
from pathlib import Path

from toolchain import process, versions
from toolchain.errors import UnavailableError
from toolchain.receipt import Engine

_LIMIT_SECONDS = 30.0
_NO_ENGINE_ADDRESS = "127.0.0.1:1"
"""The language host prints its port before it calls the engine, so nothing needs to listen here."""


def engine_in(folder: Path, source: str) -> Engine:
    """Try the engine in a folder. Raises UnavailableError with the reason if it cannot be used."""
    pulumi = folder / "pulumi"
    version = _version(pulumi)
    if not versions.engine_is_supported(version):
        raise UnavailableError(
            f"{pulumi} is version {version}, and this project needs {versions.ENGINE_RANGE}"
        )
    host = _beside_or_on_path("pulumi-language-python", pulumi)
    helper = _beside_or_on_path("pulumi-language-python-exec", host)
    _try_language_host(host)
    return Engine(source, folder, str(version), (pulumi, host, helper))


def _version(pulumi: Path) -> versions.Version:
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "PULUMI_HOME": home, "PULUMI_SKIP_UPDATE_CHECK": "true"}
        done = process.run([str(pulumi), "version"], limit=_LIMIT_SECONDS, env=env)
    answers = [line for line in done.output.splitlines() if line.startswith("v")]
    version = versions.parse(answers[0]) if done.code == 0 and answers else None
    if version is None:
        raise UnavailableError(f"{pulumi} does not tell its version: {done.last_line}")
    return version


def _beside_or_on_path(name: str, neighbour: Path) -> Path:
    """Where the engine would find it: next to the executable (or what it links to), else on PATH."""
    folders = [str(neighbour.parent), str(neighbour.resolve().parent), os.environ.get("PATH", "")]
    found = shutil.which(name, path=os.pathsep.join(folders))
    if found is None:
        raise UnavailableError(f"there is no {name} beside {neighbour} or on PATH")
    return Path(found)


def _try_language_host(host: Path) -> None:
    done = process.run([str(host), _NO_ENGINE_ADDRESS], limit=_LIMIT_SECONDS, until=_has_port)
    if not _has_port(done.output):
        raise UnavailableError(f"{host} does not open a port: {done.last_line}")


def _has_port(output: str) -> bool:
    return any(line.strip().isdecimal() for line in output.splitlines())
