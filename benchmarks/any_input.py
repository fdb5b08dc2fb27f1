"""Files that are hard to read or to judge, each just under a MiB: how long, and how much memory, `validate` takes.

Each is checked in a process of its own, so that its memory is its own: what is told is the most that the process
held, the interpreter and the package included. Then arbitrary input, made by hypothesis from the tests' own
strategies: how many examples were tried, and the worst of them.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from azure_image_gallery.cli.formats.text import text
from azure_image_gallery.cli.outcome import outcome
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.report import plain
from tests.config.test_any_file import PIECES_OF_FILES, read
from tests.rules.test_any_input import ANY_INPUT

MOST_SECONDS, MOST_MIB = 1.0, 200
_SIZE = 1024 * 1024 - 4096
_KIB_A_MIB = 1024
_NO_CHECK: tuple[HealthCheck, ...] = tuple(HealthCheck)  # pyright: ignore[reportAssignmentType]  hypothesis types its enumeration oddly
_HEAD = "config:\n  azure-native:location: westeurope\n  p:gallery: {name: g, resourceGroup: rg"
_DEFINITION = "identifier: {publisher: p, offer: o, sku: s}, osState: Generalized, hyperVGeneration: V2"


def _filled(line: str, start: str = "", end: str = "") -> str:
    """As many numbered lines as a MiB takes."""
    lines = [start]
    size = len(start) + len(end)
    number = 0
    while size < _SIZE:
        lines.append(line.replace("@", str(number)))
        size += len(lines[-1].encode())
        number += 1
    return "".join(lines[:-1]) + end


def _laughs() -> str:
    rows = ["  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"]
    rows += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40)]
    return _HEAD + "}\n" + "".join(rows)


def _alike() -> str:
    """As much as aliases may stand for, in one file."""
    one = f"  p:x: &x {{{', '.join(f'k{n}: {n}' for n in range(90))}}}\n"
    return _HEAD + "}\n" + one + _filled("  p:y@: {a: *x}\n")[:20_000] + "\n"


HARD: Mapping[str, Callable[[], str]] = {
    "a text of a MiB": lambda: _HEAD + ', description: "' + "x" * _SIZE + '"}\n',
    "a text of wide characters": lambda: _HEAD + ', description: "' + "😀" * (_SIZE // 4) + '"}\n',
    "a key of a MiB": lambda: _HEAD + "}\n  ? " + "k" * _SIZE + "\n  : 1\n",
    "a number of a MiB": lambda: _HEAD + "}\n  p:snapshots: " + "9" * _SIZE + "\n",
    "unknown keys at the top": lambda: _filled("  p:key@: 1\n", _HEAD + "}\n"),
    "unknown keys in one map": lambda: _filled(
        "    key@: 1\n", _HEAD.replace("{name: g, resourceGroup: rg", "\n")
    ),
    "one key again and again": lambda: _filled(
        "    name: a\n", _HEAD.replace("{name: g, resourceGroup: rg", "\n")
    ),
    "lists in lists": lambda: _HEAD + "}\n  p:x: " + "[" * (_SIZE // 2) + "]" * (_SIZE // 2) + "\n",
    "maps in maps": lambda: _HEAD + "}\n  p:x: " + "{a: " * (_SIZE // 5) + "1" + "}" * (_SIZE // 5) + "\n",
    "numbers in a list": lambda: _HEAD + "}\n  p:include: [" + "1," * (_SIZE // 2) + "1]\n",
    "aliases that explode": _laughs,
    "aliases up to the limit": _alike,
    "anchors": lambda: _filled("  p:a@: &a@ 1\n", _HEAD + "}\n"),
    "names that lead nowhere": lambda: _filled(
        "      1.0.@: {source: {managedImage: nowhere@}, regionSet: none@}\n",
        _HEAD + f"}}\n  p:imageDefinitions: {{web: {{{_DEFINITION}}}}}\n  p:imageVersions:\n    web:\n",
    ),
    "versions without a definition": lambda: _filled(
        "    web@: {1.0.0: {source: {managedImage: base}}}\n", _HEAD + "}\n  p:imageVersions:\n"
    ),
    "definitions of one name": lambda: _filled(
        f"    web@: {{name: web, {_DEFINITION}}}\n", _HEAD + "}\n  p:imageDefinitions:\n"
    ),
    "snapshots of each other": lambda: _filled(
        "    s@: {source: {snapshot: s@0}}\n", _HEAD + "}\n  p:snapshots:\n"
    ),
    "patterns to include": lambda: _filled("    - no/*/**/@.yaml\n", _HEAD + "}\n  p:include:\n"),
    "rules that are overridden": lambda: _filled(
        "        - imageVersions/*/@.*\n",
        _HEAD + "}\n  p:rules:\n    LNX002:\n      because: x\n      except:\n",
    ),
    "quotes and brackets": lambda: "config: " + "'\"[{" * (_SIZE // 4),
    "comments": lambda: _filled("# @\n", _HEAD + "}\n"),
    "tabs": lambda: _HEAD + "}\n" + "\t" * _SIZE,
}


def one(name: str) -> None:
    """Check one of the files, and print its seconds, its MiB and what was found; for a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "Pulumi.yaml").write_text("name: p\nruntime: python\n")
        file = Path(folder) / "Pulumi.dev.yaml"
        file.write_text(HARD[name](), encoding="utf-8")
        began = time.process_time()
        found = outcome([file], now=datetime.now(UTC))
        shown = text(found, plain, facts=False)
        seconds = time.process_time() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MIB
    print(f"{seconds} {most} {found.errors} {len(shown)}")


def files() -> bool:
    """Print a row for each file. Returns whether all stayed within the limits."""
    print(
        f"\nFiles of a MiB, checked whole\n{'file':>30} {'seconds':>8} {'MiB':>5} {'errors':>7}", flush=True
    )
    fine = True
    for name in HARD:
        command = [sys.executable, "-c", f"from benchmarks.any_input import one; one({name!r})"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"{name:>30} failed\n{done.stderr}")
            fine = False
            continue
        seconds, most, errors, _ = done.stdout.split()
        over = float(seconds) > MOST_SECONDS or float(most) > MOST_MIB
        fine = fine and not over
        print(
            f"{name:>30} {float(seconds):>8.2f} {float(most):>5.0f} {errors:>7}{'  over' if over else ''}",
            flush=True,
        )
    return fine


def examples(count: int) -> None:
    """Try arbitrary input, and print the worst."""
    print(f"\nArbitrary input\n{'what':>30} {'examples':>9} {'worst':>8} {'MiB':>5}", flush=True)
    now = datetime.now(UTC)
    _try("declarations", ANY_INPUT, lambda value: check(value, now=now), count)
    _try("files", PIECES_OF_FILES, read, count)


def _try(name: str, strategy: SearchStrategy[Any], work: Callable[[Any], object], count: int) -> None:
    taken: list[float] = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=_NO_CHECK,
    )
    @given(strategy)
    def run(value: object) -> None:
        began = time.perf_counter()
        work(value)
        taken.append(time.perf_counter() - began)

    run()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MIB
    print(f"{name:>30} {len(taken):>9} {max(taken):>7.2f}s {most:>5.0f}", flush=True)


def main(count: int) -> int:
    """Both tables. Returns 1 where a file took more than the limits, else 0."""
    fine = files()
    examples(count)
    return 0 if fine else 1
