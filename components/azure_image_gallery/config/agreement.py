"""Whether a file and the engine say the same about a value."""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

# Go prints a zone by the name it has where the engine runs: `+0200 CEST` there, `+0200 +0200` here.
_ZONE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\S* [+-]\d{4}) \S+")


def without_empty(values: Mapping[str, object]) -> dict[str, object]:
    """The keys that have a value. Pulumi hands on a key with nothing behind it as an empty text."""
    return {key: value for key, value in values.items() if value is not None and value != ""}


def agree(file: Mapping[str, object], engine: Mapping[str, object], path: Path) -> bool:
    """Whether both hold the same at a path, or at what is nearest around it in both."""
    here: object = file
    there: object = engine
    for position, segment in enumerate(path):
        key = _key(here, segment)
        other = _key(there, segment)
        if key is None and other is None:
            return position == 0 or _same(here, there)
        if key is None or other is None:
            return isinstance(here, Unknown)
        here, there = _item(here, key), _item(there, other)
    return _same(here, there)


def _key(value: object, segment: str | int) -> str | int | None:
    """The segment as the value has it, or `None` where it has none such."""
    if isinstance(value, Mapping):
        names = [str(name) for name in cast("Mapping[object, object]", value)]
        plain = str(segment).replace("_", "").casefold()
        alike = (name for name in names if name.replace("_", "").casefold() == plain)
        return str(segment) if segment in names else next(alike, None)
    if isinstance(value, list) and isinstance(segment, int):
        return segment if 0 <= segment < len(cast("list[object]", value)) else None
    return None


def _item(value: object, key: str | int) -> object:
    if isinstance(value, Mapping):
        return cast("Mapping[object, object]", value)[key]
    return cast("Sequence[object]", value)[int(key)]


def _same(file: object, engine: object) -> bool:
    if isinstance(file, Unknown):
        return True
    if isinstance(file, dict) and isinstance(engine, Mapping):
        ours, theirs = cast("dict[object, object]", file), cast("Mapping[object, object]", engine)
        return ours.keys() == theirs.keys() and all(_same(ours[key], theirs[key]) for key in ours)
    if isinstance(file, list) and isinstance(engine, list):
        pairs = (cast("list[object]", file), cast("list[object]", engine))
        return len(pairs[0]) == len(pairs[1]) and all(map(_same, *pairs))
    if isinstance(file, str) and isinstance(engine, str):
        return _ZONE_NAME.sub(r"\1", file) == _ZONE_NAME.sub(r"\1", engine)
    return isinstance(file, bool) == isinstance(engine, bool) and file == engine
