"""From where in the declaration each property comes: one value after another is changed, and what is sent compared."""

import copy
import re
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
_ENTRY_PATH = 2
_ANOTHER_LUN = 40
_NAMED = ("applications", "diskEncryptionSets", "imageDefinitions", "principals", "resourceGroups")
"""Maps whose entries others name by their keys."""
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


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
            _note(every, changed_by(one.declaration, before, path), shown(path))
        for path in keys_below(one.declaration, one.about):
            _note(every, differences(before, sent(renamed(one.declaration, path))), f"{shown(path)} (key)")
    return every


def _note(every: dict[str, Found], names: set[str], place: str) -> None:
    for name in names:
        token, _, prop = name.partition(" ")
        every[token].places[prop].add(place)


def changed_by(declaration: Mapping[str, object], before: Sent, path: Path) -> set[str]:
    """The properties (`compute:Disk diskSizeGB`) that another value at a path changes, or else none there."""
    value = another(path, _at(declaration, path))
    if value is not None:
        return differences(before, sent(put(declaration, path, value)))
    return differences(before, sent(without(declaration, path)))


def differences(before: Sent, after: Sent) -> set[str]:
    """The properties whose values are not the same in both; the resources are told apart by the order of names."""
    names: set[str] = set()
    for first, second in zip(sorted(before), sorted(after), strict=True):
        token, old, new = first.partition(" ")[0], before[first], after[second]
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
    if isinstance(value, int):
        return value + 1
    text = str(value)
    return text[:-1] + ("0" if text[-1] != "0" else "1") if _GUID.fullmatch(text) else f"{text}x"


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


def keys_below(declaration: Mapping[str, object], about: tuple[Path, ...]) -> Iterator[Path]:
    """The paths of all entries below some paths whose keys are the user's own, and that nothing else names."""
    for path in about:
        every = dict.fromkeys(
            leaf[:length] for leaf in _leaves(_at(declaration, path), path) for length in range(len(leaf) + 1)
        )
        for one in every:
            is_own = (
                len(one) > 1 and isinstance(one[-1], str) and not hasattr(kind_at(one[:-1]), "model_fields")
            )
            if is_own and one[: len(path)] == path and not (len(one) == _ENTRY_PATH and one[0] in _NAMED):
                yield one


def renamed(declaration: Mapping[str, object], path: Path) -> dict[str, object]:
    """A declaration in which the entry at a path has another key, at the same place."""
    changed = copy.deepcopy(dict(declaration))
    above: Any = _at(changed, path[:-1])
    entries = {(_another_key(str(key)) if key == path[-1] else key): value for key, value in above.items()}
    above.clear()
    above.update(entries)
    return changed


def _another_key(key: str) -> str:
    return str(int(key) + _ANOTHER_LUN) if key.isdigit() else f"{key}0"


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
