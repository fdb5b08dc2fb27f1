"""What changes between two sets of inputs, each gain and loss of access at a place of its own.

Access is compared by id: a new name for the same id is no change. A preview shows each place with its name and id.
"""

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from azure_image_gallery.provider.access import KINDS, Access, Ids
from azure_image_gallery.provider.wire import UNKNOWN

_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class Change(Enum):
    """What happens at a place."""

    GAINED = "add"
    LOST = "delete"
    CHANGED = "update"
    REPLACED = "replace"


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Change]:
    """What happens, by property path: `subscriptions.web`, `tenants["a b"]`, `community`, `galleryId`."""
    return dict(_changes(old, new))


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Change]]:
    before, after = str(old.get("galleryId", "")), str(new.get("galleryId", ""))
    if after != UNKNOWN and before.casefold() != after.casefold():
        yield "galleryId", Change.REPLACED
    for kind in KINDS:
        if new.get(kind) == UNKNOWN:
            yield kind, Change.CHANGED
        else:
            yield from _of_kind(kind, Access.of(old), Access.of(new))
    if new.get("community", False) != old.get("community", False):
        yield "community", Change.CHANGED


def _of_kind(kind: str, old: Access, new: Access) -> Iterator[tuple[str, Change]]:
    gained, lost = _lacking(new.ids(kind), old, kind), _lacking(old.ids(kind), new, kind)
    for name in sorted({*gained, *lost}):
        change = Change.CHANGED
        if name not in new.ids(kind):
            change = Change.LOST
        elif name not in old.ids(kind):
            change = Change.GAINED
        yield f"{kind}{_step(name)}", change


def _lacking(ids: Ids, other: Access, kind: str) -> list[str]:
    """The names of ids that another access lacks; an id that is not known yet may be a new one."""
    return [name for name, id_ in ids.items() if id_ == UNKNOWN or not other.has(kind, id_)]


def _step(name: str) -> str:
    return f".{name}" if _PLAIN.fullmatch(name) else f"[{json.dumps(name, ensure_ascii=False)}]"
