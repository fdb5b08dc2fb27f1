"""Examples of a rule as a page shows them: the entries they change, whole, as they stand in a stack's file."""

from collections.abc import Iterator
from typing import Any

import yaml

from azure_image_gallery.rules.addresses import entry_of
from azure_image_gallery.spec.path import Path
from tests.rules.declarations import Changes, changed

_LONGEST = 120
_MOST = 12
_MOST_DIGITS = 30
_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Writes what is no plain data as text: examples hold anything."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  a value that stands twice is written twice
        return True


def example(changes: Changes) -> str:
    """The entries that the changes touch, with all that is in them; the whole top where one is gone."""
    values = changed(changes)
    shown: dict[str, Any] = {}
    for place in changes:
        _copy(values, _entry(place, values), shown)
    return yaml.dump(
        _plain(shown), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH
    ).rstrip()


def _entry(place: str, values: dict[str, Any]) -> Path:
    """The entry that a changed place lies in, as far as it is there."""
    path = tuple(place.split("/"))
    return entry_of(path, frozenset(_entries(values)))


def _entries(values: dict[str, Any]) -> Iterator[Path]:
    depths = {
        "imageVersions": 3,
        "applicationVersions": 3,
        "sharing": 3,
        "gallery": 1,
        "location": 1,
        "options": 1,
    }
    for key, value in values.items():
        yield from _below(value, (key,), depths.get(key, 2))


def _below(value: object, path: Path, depth: int) -> Iterator[Path]:
    if len(path) == depth or not isinstance(value, dict):
        yield path
        return
    for key, inner in value.items():  # pyright: ignore[reportUnknownVariableType]
        yield from _below(inner, (*path, key), depth)  # pyright: ignore[reportUnknownArgumentType]


def _copy(values: Any, path: Path, into: dict[str, Any]) -> None:  # noqa: ANN401  plain data
    *way, last = path
    at: Any = values
    for key in way:
        if not isinstance(at, dict) or key not in at:
            return
        at = at[key]
        into = into.setdefault(str(key), {})
    if isinstance(at, dict) and last in at:
        into[str(last)] = at[last]


def _plain(value: Any) -> Any:  # noqa: ANN401  plain data, or what is to become it
    if isinstance(value, dict):
        items = list(value.items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
        cut = {"…": f"{len(items) - _MOST} more"} if len(items) > _MOST else {}
        return {_plain(key): _plain(inner) for key, inner in items[:_MOST]} | cut  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        cut = [f"… {len(value) - _MOST} more"] if len(value) > _MOST else []  # pyright: ignore[reportUnknownArgumentType]
        return [*(_plain(inner) for inner in value[:_MOST]), *cut]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, str):
        return str(value) if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > _MOST_DIGITS * 3:
        return "… a very large number"
    return value if value is None or isinstance(value, bool | int | float) else str(value)
