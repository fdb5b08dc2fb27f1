"""Where two sets of inputs differ, path by path.

Lists are compared by position, but for those whose items have a key: of these the order says nothing. A
resource id is compared without regard to case up to the name of the provider in it, and everything else as it
is written.

Sources: https://github.com/pulumi/pulumi-azure-native, `provider/pkg/provider/diff.go` and pull requests 2968
(keys) and 2993 (ids).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from local_azure.provider.properties import Members, Property
from local_azure.provider.values import Unknown, Value, Values, same

_Key: TypeAlias = tuple[str | int | float | Unknown, ...] | int
_ID = re.compile(r"/subscriptions/[^/]+/resourcegroups/[^/]+/providers/[^/]+/", re.IGNORECASE)


class Change(Enum):
    """What happened to one property."""

    ADD = "add"
    UPDATE = "update"
    DELETE = "delete"


def compare(members: Members, old: Values, new: Values) -> dict[str, Change]:
    """Return what happened, by path (`publishingProfile.targetRegions[1].name`).

    A path inside a list is that of the item's place in the new one; what is gone has its place in the old one.
    Where an item that is gone and one that was added share their place, the path tells of the one that is gone.
    """
    return dict(_object_changes(old, new, "", members))


def _changes(old: Value, new: Value, path: str, prop: Property | None) -> Iterator[tuple[str, Change]]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _object_changes(old, new, path, (prop.members if prop else None) or {})
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_changes(old, new, path, prop.keys if prop else ())
    elif not same(_spelt(old), _spelt(new)):
        yield path, Change.UPDATE


def _object_changes(old: Values, new: Values, path: str, members: Members) -> Iterator[tuple[str, Change]]:
    for name in sorted({*old, *new}):
        where = f"{path}.{name}" if path else name
        if name.startswith("__"):
            continue
        if name not in new:
            yield where, Change.DELETE
        elif name not in old:
            yield where, Change.ADD
        else:
            yield from _changes(old[name], new[name], where, members.get(name))


def _list_changes(
    old: list[Value], new: list[Value], path: str, keys: Sequence[str]
) -> Iterator[tuple[str, Change]]:
    before, after = _by_key(old, keys), _by_key(new, keys)
    if before is None or after is None:
        before, after = _by_position(old), _by_position(new)
    for key in after.keys() & before.keys():
        # The plugin keeps the keys of lists by path, and makes no paths that lead through items.
        yield from _changes(old[before[key]], new[after[key]], f"{path}[{after[key]}]", None)
    for key in after.keys() - before.keys():
        yield f"{path}[{after[key]}]", Change.ADD
    for key in before.keys() - after.keys():
        yield f"{path}[{before[key]}]", Change.DELETE


def _by_position(items: list[Value]) -> Mapping[_Key, int]:
    return {at: at for at in range(len(items))}


def _by_key(items: list[Value], keys: Sequence[str]) -> Mapping[_Key, int] | None:
    """Return each item's place by its key; None where the items have none, or two have the same."""
    places: dict[_Key, int] = {}
    for at, item in enumerate(items):
        key = _key(item, keys)
        if key is None or key in places:
            return None
        places[key] = at
    return places


def _key(item: Value, keys: Sequence[str]) -> _Key | None:
    if not keys or not isinstance(item, dict):
        return None
    parts = [_spelt(item.get(name)) for name in keys]
    known = tuple(part for part in parts if isinstance(part, str | int | float | Unknown))
    return known if len(known) == len(keys) else None


def _spelt(value: Value) -> Value:
    """Return a text with the part of an id that has no case of its own in small letters."""
    if isinstance(value, str) and (match := _ID.match(value)):
        return match[0].lower() + value[match.end() :]
    return value
