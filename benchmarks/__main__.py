"""`make bench`: everything that is measured, in about a quarter of an hour on two processors.

`ARGS='--versions 1000 3000 --only preview'` measures other sizes, or a part.
"""

import argparse
import signal
import sys
from collections.abc import Sequence
from functools import partial

from benchmarks import any_input, deployments, start, validation
from benchmarks.place import Place, RunError, a_place

_TERMINATED = 143
PARTS = ("start", "any-input", "validation", "preview", "unchanged", "up", "takeover")


def main() -> int:
    """Measure what was asked for.

    Returns 1 where a run failed, a takeover changes something or a file takes too long, else 0.
    """
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))  # so that local Azure is stopped too
    parts: Sequence[str] = asked.only or PARTS
    if "validation" in parts:
        validation.tables(asked.checked, asked.pairs)
    if "start" in parts:
        start.table(asked.pairs)
    over = any_input.main(asked.examples) if "any-input" in parts else 0
    if set(parts) <= {"validation", "start", "any-input"}:
        return over
    try:
        with a_place() as place:
            return _deployments(place, asked, parts) or over
    except RunError as error:
        print(error, file=sys.stderr)
        return 1


def _deployments(place: Place, asked: argparse.Namespace, parts: Sequence[str]) -> int:
    tables = {
        "preview": ("Preview of a new stack", asked.versions, deployments.previews_of_new),
        "unchanged": ("Preview where nothing is to do", asked.versions, deployments.previews_of_unchanged),
        "up": ("Update that makes everything", asked.up, deployments.updates),
    }
    for part, (title, sizes, measure) in tables.items():
        if part in parts:
            deployments.table(title, sizes, partial(measure, place, pairs=asked.pairs))
    return _takeovers(place, min(asked.versions)) if "takeover" in parts else 0


def _takeovers(place: Place, versions: int) -> int:
    print(f"\nPreview of the component on the state of a program by hand, {versions} versions")
    changed = False
    for program, types in (
        (deployments.BY_HAND, "default types"),
        (deployments.VERSIONED, "versioned types"),
    ):
        counts = deployments.takeovers(place, program, versions)
        changed = changed or set(counts) != {"same"}
        print(f"{types:>20}: {', '.join(f'{count} {op}' for op, count in counts.items())}", flush=True)
    return int(changed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--versions", type=int, nargs="+", default=[100, 300, 1000], help="sizes of previews")
    parser.add_argument("--up", type=int, nargs="+", default=[100], help="sizes of updates")
    parser.add_argument("--checked", type=int, nargs="+", default=[1000, 3000, 10000], help="sizes of checks")
    parser.add_argument("--examples", type=int, default=1000, help="how much arbitrary input is tried")
    parser.add_argument("--pairs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="a part of it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
