"""Previews and updates of so many versions in ten regions each: this project's component and a program by hand.

Both make the same resources, with the same engine, in the same local Azure. What the component says for each
entry, former names among it, is what lets it take over what the program by hand has made; see `takeovers`.
"""

import json
from collections.abc import Callable
from functools import partial

from benchmarks.pairs import Pairs, growth, heading, in_turn
from benchmarks.place import Place

OURS, BY_HAND, VERSIONED = "components", "by_hand", "by_hand_versioned"
_UP = ("up", "--yes", "--skip-preview", "--suppress-progress", "--suppress-outputs")
_PREVIEW = ("preview", "--suppress-progress", "--suppress-outputs")
_DESTROY = ("destroy", "--yes", "--skip-preview", "--suppress-progress")


def previews_of_new(place: Place, versions: int, pairs: int) -> Pairs:
    """Previews of a stack that holds nothing yet."""
    place.declare("new", versions)
    return in_turn(pairs, *(partial(place.seconds, program, "new", *_PREVIEW) for program in (OURS, BY_HAND)))


def previews_of_unchanged(place: Place, versions: int, pairs: int) -> Pairs:
    """Previews of a stack that is as declared."""
    for program in (OURS, BY_HAND):
        place.declare(_stack(program), versions)
        place.prepare(program, _stack(program), *_UP)
    ours, by_hand = (partial(place.seconds, p, _stack(p), *_PREVIEW) for p in (OURS, BY_HAND))
    return in_turn(pairs, ours, by_hand)


def updates(place: Place, versions: int, pairs: int) -> Pairs:
    """Updates that make everything, each in a stack that holds nothing."""

    def update(program: str) -> float:
        stack = f"up-{_stack(program)}"
        place.declare(stack, versions)
        taken = place.seconds(program, stack, *_UP)
        place.prepare(program, stack, *_DESTROY)
        return taken

    return in_turn(pairs, partial(update, OURS), partial(update, BY_HAND))


def takeovers(place: Place, program: str, versions: int) -> dict[str, int]:
    """What the component would do with what a program by hand has made: how many resources, by operation.

    The component itself is new to the state. It exists nowhere in Azure, and is left out.
    """
    stack = f"taken-{_stack(program)}"
    place.declare(stack, versions)
    place.prepare(program, stack, *_UP)
    counts: dict[str, int] = json.loads(place.said(OURS, stack, "preview", "--json"))["changeSummary"]
    counts["create"] = counts.get("create", 0) - 1
    return {operation: count for operation, count in counts.items() if count}


def table(title: str, sizes: list[int], measure: Callable[[int], Pairs]) -> None:
    """Measure size after size, and print each row as soon as it is there."""
    print(f"\n{title}\n{heading('by hand', 'component')}", flush=True)
    measured: dict[int, Pairs] = {}
    for size in sizes:
        measured[size] = measure(size)
        print(measured[size].row(size), flush=True)
    print(growth(measured), flush=True)


def _stack(program: str) -> str:
    return program.replace("_", "-")
