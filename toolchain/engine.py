"""Chooses Pulumi's engine: the first candidate that works, what is there already before what must be made."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from toolchain import receipt
from toolchain.errors import ToolchainError, UnavailableError
from toolchain.gobuild import GoBuild
from toolchain.installer import Installer
from toolchain.layout import Layout
from toolchain.progress import Progress
from toolchain.receipt import Engine
from toolchain.verify import engine_in

FOLDER_VARIABLE = "IMAGE_GALLERY_ENGINE"
"""The folder that holds `pulumi`: set for what the toolchain starts; set by a user, the only candidate."""
SOURCES_VARIABLE = "IMAGE_GALLERY_ENGINE_FROM"
"""Which candidates may be used, separated by commas: path, installer, build. All of them unless it is set."""


class Candidate(Protocol):
    """One way to come by an engine. Both methods raise UnavailableError with the reason."""

    name: str

    def find(self) -> Engine:
        """One that is there already."""
        ...

    def make(self) -> Engine:
        """One that has to be fetched or built."""
        ...


class OnPath:
    """The first candidate: what the user has installed."""

    name = "path"

    def __init__(self, pulumi: Path | None) -> None:
        self._pulumi = pulumi

    def find(self) -> Engine:
        """Try the first `pulumi` on PATH; another one behind it is not looked for."""
        if self._pulumi is None:
            raise UnavailableError("there is no pulumi on PATH")
        return engine_in(self._pulumi.parent, self.name)

    def make(self) -> Engine:
        """Nothing can be made here: the reason is the same as before."""
        return self.find()


def named_folder() -> Path | None:
    """Return the folder that the user asks for."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).absolute() if named else None


def known_engine(layout: Layout) -> receipt.Receipt | None:
    """Return the engine of the last run, if its receipt still holds. Reads a few files, starts nothing."""
    return receipt.read(layout, receipt.pulumi_on_path(layout), named_folder())


def find_engine(layout: Layout, progress: Progress) -> Engine:
    """Find, install or build an engine, and record it. Raises ToolchainError if there is no way."""
    on_path, named = receipt.pulumi_on_path(layout), named_folder()
    if named:
        engine = _named(named)
    else:
        engine = choose(
            _allowed([OnPath(on_path), Installer(layout, progress), GoBuild(layout, progress)]), progress
        )
    receipt.write(layout, engine, on_path)
    _forget_other_builds(layout)
    progress.say(f"Pulumi's engine: {engine.version} in {engine.folder}")
    return engine


def choose(candidates: Sequence[Candidate], progress: Progress) -> Engine:
    """Return the first candidate that is there; failing that, the first that can be made."""
    for candidate in candidates:
        try:
            return candidate.find()
        except UnavailableError:
            continue
    reasons: list[str] = []
    for candidate in candidates:
        try:
            return candidate.make()
        except UnavailableError as error:
            progress.say(f"{error}; looking further")
            reasons.append(str(error))
    raise ToolchainError(
        f"there is no Pulumi engine to run: {reasons[-1] if reasons else 'no candidate is allowed'}"
    )


def _named(folder: Path) -> Engine:
    try:
        return engine_in(folder, "named")
    except UnavailableError as error:
        raise ToolchainError(f"{FOLDER_VARIABLE} names an engine that cannot be used: {error}") from None


def _allowed(candidates: list[Candidate]) -> list[Candidate]:
    wanted = [name.strip() for name in os.environ.get(SOURCES_VARIABLE, "path,installer,build").split(",")]
    names = [candidate.name for candidate in candidates]
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise ToolchainError(
            f"{SOURCES_VARIABLE} holds {unknown[0]!r}; allowed are {', '.join(names)}, separated by commas"
        )
    return [candidate for candidate in candidates if candidate.name in wanted]


def _forget_other_builds(layout: Layout) -> None:
    """Remove engines of older pins, and halves: dead weight of a few hundred megabytes."""
    for kept in (layout.built, layout.installed):
        for folder in kept.parent.glob("*"):
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)
