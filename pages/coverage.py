"""`docs/coverage.md`: every input property of azure-native's classes, and its place in the declaration."""

from collections.abc import Iterator
from functools import cache

from pages.covered.exclusions import exclusions
from pages.covered.found import Found, found
from pages.covered.sdk import CLASSES, properties
from pages.markdown import GENERATED, joined, table

_HEAD = """\
# Coverage

What azure-native 3.29 lets a program set, class by class, and where in [the declaration](configuration.md) it is said.
Nothing here is written by hand but the exclusions: each value of a few declarations that hold everything is changed,
and what the components then send otherwise is what it decides. `*` stands for a key of your own, or a position in a
list; `[]` for the items of a list, `{}` for the values of a map.
"""
_ALWAYS = 40


def page() -> str:
    """The whole page."""
    return joined(_lines())


@cache
def everything() -> dict[str, Found]:
    """What is reached, by class; worked out once, for it takes a while."""
    return found()


def missing(token: str, seen: Found) -> list[str]:
    """The properties of a class that are neither reached nor excluded."""
    return [name for name in properties(token) if not seen.is_reached(name) and name not in exclusions(token)]


def _lines() -> Iterator[str]:
    yield GENERATED
    yield _HEAD
    yield from table(("class", "properties", "reached", "excluded"), [_counts(token) for token in CLASSES])
    for token in CLASSES:
        yield f"\n## {token.partition(':')[2]}\n"
        yield from table(("property", "place"), [_row(token, name) for name in properties(token)])


def _counts(token: str) -> tuple[str, ...]:
    every, seen = properties(token), everything()[token]
    reached = sum(map(seen.is_reached, every))
    return (token.partition(":")[2], str(len(every)), str(reached), str(len(exclusions(token))))


def _row(token: str, name: str) -> tuple[str, str]:
    reason = exclusions(token).get(name)
    return f"`{name}`", f"not reached; {reason}" if reason else _place(everything()[token], name)


def _place(seen: Found, name: str) -> str:
    places = sorted(seen.places.get(name, ()))
    if places:
        return ", ".join(f"`{place}`" for place in places)
    values = sorted(seen.values.get(name, ()))
    if len(values) == 1 and len(values[0]) <= _ALWAYS:
        return f"always `{values[0]}`"
    return "follows from what is declared" if values else "not yet"
