"""Where a path stands in the values a user wrote: their spelling of its keys, and its turn in their order."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path

Turn: TypeAlias = tuple[int, ...]


class Written:
    """The values of a declaration, as something to look paths up in. Each map is read once."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values
        self._indexes: dict[int, dict[str, tuple[int, str]]] = {}

    def find(self, path: Path) -> tuple[Path, Turn]:
        """The path as it is written, and its turn; what is not there is left off at the end."""
        written: list[str | int] = []
        turn: list[int] = []
        at: object = self._values
        for segment in path:
            if isinstance(at, Mapping):
                entries = cast("Mapping[object, object]", at)
                position, key = self._index(entries).get(str(segment), (-1, ""))
                if position < 0:
                    break
                at = entries.get(key, entries.get(segment))
                segment_written: str | int = key
            elif isinstance(at, list | tuple) and isinstance(segment, int):
                items = cast("Sequence[object]", at)
                if segment >= len(items):
                    break
                position, segment_written, at = segment, segment, items[segment]
            else:
                break
            written.append(segment_written)
            turn.append(position)
        return tuple(written), tuple(turn)

    def _index(self, entries: Mapping[object, object]) -> dict[str, tuple[int, str]]:
        index = self._indexes.get(id(entries))
        if index is None:
            index = dict[str, tuple[int, str]]()
            for position, key in enumerate(entries):
                text = str(key)
                index.setdefault(azure_name(text), (position, text))
                index[text] = (position, text)
            self._indexes[id(entries)] = index
        return index
