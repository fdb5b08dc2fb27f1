"""From where in the declaration each property comes: one value after another is changed, and what is sent compared."""

import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from azure_image_gallery.rules.shape import kind_at
from azure_image_gallery.spec.path import Path
from pages.covered.maximal import MAXIMAL, Maximal
from pages.covered.sdk import CLASSES
from pages.covered.sent import Sent, sent

_ENTRY = "*"


@dataclass
class Found:
    """What was seen of one class."""

    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By property: the places in the declaration that it follows."""
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By property: the values that were sent."""

    def is_reached(self, name: str) -> bool:
        """Whether a property is sent."""
        return name in self.values


def found(maximal: tuple[Maximal, ...] = MAXIMAL) -> dict[str, Found]:
    """What is sent of some declarations, by class, and from where."""
    every = {token: Found() for token in CLASSES}
    for one in maximal:
        before = sent(one.declaration)
        _note_values(every, before)
        for path in leaves_below(one.declaration, one.about):
            for name in changed_by(one.declaration, before, path):
                token, _, prop = name.partition(" ")
                every[token].places[prop].add(shown(path))
    return every


def changed_by(declaration: Mapping[str, object], before: Sent, path: Path) -> set[str]:
    """The properties (`compute:Disk diskSizeGB`) that another value at a path changes, or else none there."""
    value = another(path, _at(declaration, path))
    if value is not None:
        return differences(before, sent(put(declaration, path, value)))
    return differences(before, sent(without(declaration, path)))


def differences(before: Sent, after: Sent) -> set[str]:
    """The properties whose values are not the same in both, of the resources that are in both."""
    names: set[str] = set()
    for resource in before.keys() & after.keys():
        token, old, new = resource.partition(" ")[0], before[resource], after[resource]
        if token in CLASSES:
            names |= {f"{token} {name}" for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return names


def another(path: Path, value: object) -> object:
    """Another value of the same kind; `None` where there is only one."""
    kind: Any = kind_at(path)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next((str(one) for one in kind if one.value.casefold() != str(value).casefold()), None)
    if kind is datetime:
        return "2098-02-03T00:00:00+00:00"
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"


def shown(path: Path) -> str:
    """A place as the page shows it, with `*` for keys of the user's own and for positions."""
    steps: list[str] = []
    for length in range(1, len(path) + 1):
        above: Any = kind_at(path[: length - 1]) if length > 1 else None
        is_model = length == 1 or hasattr(above, "model_fields")
        steps.append(str(path[length - 1]) if is_model else _ENTRY)
    return ".".join(steps)


def leaves_below(declaration: Mapping[str, object], about: tuple[Path, ...]) -> Iterator[Path]:
    """The paths of all values that stand below some paths."""
    for path in about:
        yield from _leaves(_at(declaration, path), path)


def without(declaration: Mapping[str, object], path: Path) -> dict[str, object]:
    """A declaration without what stands at a path."""
    changed = copy.deepcopy(dict(declaration))
    above: Any = _at(changed, path[:-1])
    del above[path[-1]]
    return changed


def put(declaration: Mapping[str, object], path: Path, value: object) -> dict[str, object]:
    """A declaration with another value at a path."""
    changed = copy.deepcopy(dict(declaration))
    above: Any = _at(changed, path[:-1])
    above[path[-1]] = value
    return changed


def _at(declaration: Mapping[str, object], path: Path) -> object:
    value: Any = declaration
    for segment in path:
        value = value[segment]
    return value


def _leaves(value: object, path: Path) -> Iterator[Path]:
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[str, object]", value).items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(cast("list[object]", value)):
            yield from _leaves(item, (*path, at))
    else:
        yield path


def _note_values(every: dict[str, Found], before: Sent) -> None:
    for resource, properties in before.items():
        token = resource.partition(" ")[0]
        if token in CLASSES:
            for name, values in properties.items():
                every[token].values[name] |= {str(value) for value in cast("list[object]", values)}
