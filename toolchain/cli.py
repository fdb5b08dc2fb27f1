"""The subcommands. Words for a person go to standard error, results to standard output."""

import argparse
import os
import shlex
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType

from toolchain import packages
from toolchain.clean import clean
from toolchain.engine import find_engine, known_engine
from toolchain.environment import additions
from toolchain.errors import ToolchainError
from toolchain.layout import Layout
from toolchain.lock import held
from toolchain.progress import Progress

_INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Do what is asked. Returns 0, 1 for an error, 130 after Ctrl-C, or the started command's code."""
    signal.signal(signal.SIGTERM, _leave)
    options = _parser().parse_args(arguments)
    try:
        return _do(options, Layout(Path(__file__).resolve().parent.parent), Progress())
    except ToolchainError as error:
        sys.stderr.write(f"error: {error}\n")
    except OSError as error:  # no room on the disk, no right to write
        sys.stderr.write(f"error: {error.filename or 'the toolchain'}: {error.strerror or error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return _INTERRUPTED
    return 1


def ensure(layout: Layout, progress: Progress, *, engine: bool) -> Path | None:
    """Put the packages in place, and an engine if one is wanted. Returns the engine's folder.

    When nothing has changed since the last run, this reads a handful of files and takes no lock.
    """
    receipt = known_engine(layout) if engine else None
    if not packages.in_place(layout) or (engine and receipt is None):
        with held(layout.lock, progress):
            if not packages.in_place(layout):
                packages.install(layout, progress)
            receipt = known_engine(layout) if engine else None
            if engine and receipt is None:
                return find_engine(layout, progress).folder
    return Path(receipt.folder) if receipt else None


def _do(options: argparse.Namespace, layout: Layout, progress: Progress) -> int:
    if options.command == "clean":
        clean(layout, progress, engine=options.engine)
        return 0
    engine = ensure(
        layout, progress, engine=options.command != "python" and not getattr(options, "no_engine", False)
    )
    values = additions(layout, engine, os.environ)
    if options.command == "run":
        return _become(options.program, {**os.environ, **values})
    if options.command == "engine":
        print(engine)
    if options.command == "env":
        print("\n".join(f"export {name}={shlex.quote(value)}" for name, value in values.items()))
    return 0


def _become(program: list[str], environ: dict[str, str]) -> int:
    """Replace this process, so that signals and the exit code are the program's own."""
    if not program:
        raise ToolchainError("run needs a command, for example: python3 -m toolchain run pytest")
    path = shutil.which(program[0], path=environ["PATH"])
    if path is None:
        raise ToolchainError(f"there is no {program[0]} in .venv or on PATH")
    os.execve(path, program, environ)  # noqa: S606  no shell is the point


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m toolchain", description="Finds, installs or builds what this project runs on."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("ensure", help="Python packages and engine")
    commands.add_parser("python", help="Python packages alone")
    commands.add_parser("engine", help="print the folder that holds the engine")
    commands.add_parser("env", help='print what a shell needs: eval "$(python3 -m toolchain env)"')
    starter = commands.add_parser("run", help="start a program with all of it")
    starter.add_argument("--no-engine", action="store_true", help="the program does not need the engine")
    starter.add_argument("program", nargs=argparse.REMAINDER)
    cleaner = commands.add_parser("clean", help="stop local Azure, remove what runs have made")
    cleaner.add_argument("--engine", action="store_true", help="remove the engine and uv too")
    return parser


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
