"""A YAML file as Pulumi reads it: the value of every node, its keys as text, and what is wrong with it.

The tree comes from `yaml_nodes`, the meaning of a scalar from `go_scalars`; here stand the rules for maps:
keys become text, merge keys are followed, a map with the single key `secure` is a secret.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

from azure_image_gallery.config.go_scalars import Moment, Resolved, json_number, key_text, resolve
from azure_image_gallery.config.text_file import TextFile
from azure_image_gallery.config.yaml_nodes import Mapping, Node, Scalar, Sequence
from azure_image_gallery.rules.configuration import DUPLICATE_KEY, KEY_LOST, SYNTAX, TEXT_EXPECTED, WRONG_TYPE
from azure_image_gallery.rules.rule import Rule
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

_TAG = "tag:yaml.org,2002:"
_MERGE = "<<"
_KINDS: dict[str, type | tuple[type, ...]] = {
    "bool": bool,
    "int": int,
    "float": float,
    "null": type(None),
    "timestamp": Moment,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the text of a file, with the characters at fault."""

    rule: Rule
    path: Path
    """Keys and positions from the top of the file."""
    message: str
    start: int
    end: int
    on_key: bool = False
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a map and what stands under it. A merged entry keeps the place it was written at."""

    key_node: Node
    node: Node


@dataclass(frozen=True)
class YamlTree:
    """A file and its tree."""

    file: TextFile
    root: Node
    _entries: dict[int, dict[str, Entry]] = field(default_factory=dict[int, dict[str, Entry]])

    def entries(self, mapping: Mapping) -> dict[str, Entry]:
        """The entries of a map by key, with those it merges in; of equal keys the first."""
        known = self._entries.get(id(mapping))
        if known is None:
            known = self._entries[id(mapping)] = dict(_entries(mapping, as_written=_has_text_keys(mapping)))
        return known

    def value(self, node: Node, path: Path, *, iso_dates: bool = False) -> object:
        """What a program receives for a node; a secret is an `Unknown`.

        `iso_dates`: dates as JSON has them, which is how they arrive from Pulumi.yaml.
        """
        if isinstance(node, Scalar):
            return scalar_value(node, iso_dates=iso_dates)
        if isinstance(node, Sequence):
            items = enumerate(node.items)
            return [self.value(item, (*path, at), iso_dates=iso_dates) for at, item in items]
        if self.is_secret(node):
            return Unknown(path, secret=True)
        entries = self.entries(node).items()
        return {key: self.value(entry.node, (*path, key), iso_dates=iso_dates) for key, entry in entries}

    def is_secret(self, node: Node) -> bool:
        """Whether a node is `{secure: <text>}` and nothing else."""
        if not isinstance(node, Mapping):
            return False
        entries = self.entries(node)
        leaf = entries.get("secure") if len(entries) == 1 else None
        return leaf is not None and isinstance(leaf.node, Scalar) and isinstance(_meaning(leaf.node), str)

    def problems(self) -> Iterator[Problem]:
        """Everything wrong with the text, each node looked at once.

        An unquoted date is among it; where a date is wanted, the caller passes over it.
        """
        yield from _problems(self.root, (), set())


def scalar_value(node: Scalar, *, iso_dates: bool = False) -> object:
    """What a program receives for a scalar inside an object."""
    meaning = _meaning(node)
    if isinstance(meaning, Moment):
        return meaning.iso if iso_dates else meaning.text
    if isinstance(meaning, int | float) and not isinstance(meaning, bool):
        return json_number(meaning) if isfinite(meaning) else None
    return meaning


def meaning_of(node: Scalar) -> Resolved:
    """What a scalar was resolved to; one that cannot be is its own text."""
    return _meaning(node)


def _meaning(node: Scalar) -> Resolved:
    try:
        return _resolve(node)
    except ValueError:
        return node.text


def _resolve(node: Scalar) -> Resolved:
    """The value of a scalar.

    Raises:
        ValueError: where its tag asks for what its text is not.

    """
    if node.tag is None or node.tag == "!":
        return node.text if node.quoted else resolve(node.text)
    kind = node.tag.removeprefix(_TAG)
    if node.tag == _TAG + "binary":
        try:
            return base64.b64decode(node.text, validate=True).decode("utf-8", "replace")
        except binascii.Error:
            raise ValueError("!!binary takes base64") from None
    if not node.tag.startswith(_TAG) or kind not in _KINDS:
        return node.text
    meaning = resolve(node.text)
    if kind == "float" and isinstance(meaning, int) and not isinstance(meaning, bool):
        return float(meaning)
    if not isinstance(meaning, _KINDS[kind]) or (kind == "int" and isinstance(meaning, bool)):
        raise ValueError(f"!!{kind} does not take {node.text}")
    return meaning


def _is_merge(node: Node) -> bool:
    """Whether a key merges. Quotes do not help: Pulumi reads the file twice, and loses them in between."""
    return isinstance(node, Scalar) and node.text == _MERGE


def _has_text_keys(mapping: Mapping) -> bool:
    """Whether every key is text: then yaml.v3 takes the keys it merges in as they are written."""
    keys = (key for key, _ in mapping.pairs)
    return all(isinstance(key, Scalar) and (_is_merge(key) or isinstance(_meaning(key), str)) for key in keys)


def _entries(mapping: Mapping, *, as_written: bool) -> Iterator[tuple[str, Entry]]:
    """Entries in order of precedence, later ones of the same key left out."""
    seen: set[str] = set()
    merged: list[Node] = []
    for key, node in mapping.pairs:
        if _is_merge(key):
            merged.extend(node.items if isinstance(node, Sequence) else [node])
        elif isinstance(key, Scalar):
            text = _key(key, as_written=as_written)
            is_left_out = as_written and _meaning(key) is None
            if text not in seen and not is_left_out:
                seen.add(text)
                yield text, Entry(key, node)
    for node in merged:
        if isinstance(node, Mapping):
            for text, entry in _entries(node, as_written=as_written):
                if text not in seen:
                    seen.add(text)
                    yield text, entry


def _key(node: Scalar, *, as_written: bool) -> str:
    meaning = _meaning(node)
    if isinstance(meaning, str):
        return meaning
    return node.text if as_written else key_text(meaning)


def _problems(node: Node, path: Path, visited: set[int]) -> Iterator[Problem]:
    if id(node) in visited:
        return
    visited.add(id(node))
    if isinstance(node, Scalar):
        yield from _scalar_problems(node, path)
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            yield from _problems(item, (*path, at), visited)
    else:
        yield from _map_problems(node, path, visited)


def _scalar_problems(node: Scalar, path: Path) -> Iterator[Problem]:
    try:
        meaning = _resolve(node)
    except ValueError as error:
        yield Problem(SYNTAX, path, str(error), node.start, node.end)
        return
    if isinstance(meaning, Moment):
        message = f'{node.text} is read as a date, and becomes the text "{meaning.text}"'
        fix = f'write "{node.text}" in quotes'
        yield Problem(TEXT_EXPECTED, path, message, node.start, node.end, fix=fix)
    if isinstance(meaning, float) and not isfinite(meaning):
        message = f"{node.text} is no number that Pulumi can carry"
        yield Problem(
            WRONG_TYPE, path, message, node.start, node.end, fix="write it in quotes, or give a number"
        )


def _map_problems(mapping: Mapping, path: Path, visited: set[int]) -> Iterator[Problem]:
    first: dict[str, Scalar] = {}
    for key, node in mapping.pairs:
        if not isinstance(key, Scalar):
            message = "a list or a map stands as a key, which is text"
            yield Problem(SYNTAX, path, message, key.start, key.end)
            continue
        text = _MERGE if _is_merge(key) else _key(key, as_written=False)
        here = path if _is_merge(key) else (*path, text)
        yield from _key_problems(key, here, first.setdefault(text, key))
        if _is_merge(key) and not _can_merge(key, node):
            message = "a merge key takes a map or a list of maps"
            yield Problem(SYNTAX, here, message, node.start, max(node.end, node.start + 1))
        yield from _problems(node, here, visited)


def _key_problems(key: Scalar, here: Path, first: Scalar) -> Iterator[Problem]:
    yield from (
        Problem(p.rule, here, p.message, p.start, p.end, on_key=True, fix=p.fix)
        for p in _scalar_problems(key, here)
        if p.rule is SYNTAX
    )
    meaning = _meaning(key)
    text = _key(key, as_written=False)
    if first is not key:
        same = f"the key {text} stands twice in this map"
        message = same if first.text == key.text else f"{same}: {first.text} and {key.text} are one to Pulumi"
        yield Problem(DUPLICATE_KEY, here, message, key.start, key.end, on_key=True)
    elif not isinstance(meaning, str) and text != key.text:
        written = key.text or "an empty key"
        message = f'{written} is read as {kind_of(meaning)}, and the key becomes "{text}"'
        fix = f'write "{key.text}" in quotes'
        yield Problem(KEY_LOST, here, message, key.start, key.end, on_key=True, fix=fix)


def kind_of(meaning: Resolved) -> str:
    """What a scalar was taken for, with its article."""
    if meaning is None:
        return "nothing"
    if isinstance(meaning, bool):
        return "true or false"
    if isinstance(meaning, Moment):
        return "a date"
    return "text" if isinstance(meaning, str) else "a number"


def _can_merge(key: Node, node: Node) -> bool:
    if isinstance(node, Sequence):
        is_alias = node.start < key.start  # yaml.v3 takes a list of aliases, not the alias of a list
        return not is_alias and all(isinstance(item, Mapping) for item in node.items)
    return isinstance(node, Mapping)
