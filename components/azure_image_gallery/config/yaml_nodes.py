"""The node tree of one YAML document, with the place of every node. Decides nothing about values.

Parsed by libyaml, of which Pulumi's yaml.v3 is a port. The tree is built here and not by PyYAML, for three
reasons: depth and the number of values that aliases stand for are bounded, an anchor may be declared anew (as
yaml.v3 allows), and positions are counted in characters of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NoReturn, Protocol, TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH: Final = 100
MAX_VALUES: Final = 200_000


class SyntaxFaultError(Exception):
    """Text that cannot be read. `start` and `end` are the characters at fault."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


@dataclass(eq=False, slots=True)
class Scalar:
    """Text, and whether quotes or a tag say how it is meant."""

    start: int
    end: int
    text: str
    quoted: bool
    tag: str | None


@dataclass(eq=False, slots=True)
class Collection:
    """What sequences and mappings have in common."""

    start: int
    end: int
    flow: bool
    height: int = 1
    """Levels from here down, following aliases."""
    size: int = 1
    """Values from here down, each as often as aliases repeat it."""
    closed: bool = False


@dataclass(eq=False, slots=True)
class Sequence(Collection):
    """A list."""

    items: "list[Node]" = field(default_factory=list["Node"])


@dataclass(eq=False, slots=True)
class Mapping(Collection):
    """A map, in the order it is written; a key may stand twice."""

    pairs: "list[tuple[Node, Node]]" = field(default_factory=list[tuple["Node", "Node"]])


Node: TypeAlias = Scalar | Sequence | Mapping


class _Mark(Protocol):
    index: int


# PyYAML's problems, in words for people who do not write parsers.
_PLAIN_WORDS = {
    "mapping values are not allowed in this context": "no key can stand here; mind quotes and indentation",
    "found unexpected ':'": "put text that ends in a colon in quotes",
    "could not find expected ':'": "a colon is missing after the key",
    "found character that cannot start any token": "no value begins with this character; put it in quotes",
    "found a tab character that violates indentation": "a tab indents here, where YAML takes only spaces",
    "did not find expected key": "a key was expected here; mind the indentation and the quotes above",
    "did not find expected '-' indicator": "a list item was expected here; mind the indentation",
    "did not find expected ',' or ']'": "a list in brackets lacks a comma or its closing bracket",
    "did not find expected ',' or '}'": "a map in braces lacks a comma or its closing brace",
    "did not find expected node content": "a value was expected here",
    "found unexpected end of stream": "a quoted text is not closed",
    "block sequence entries are not allowed in this context": "a list begins on a line of its own",
    "block mapping entries are not allowed in this context": "a map begins on a line of its own",
    "did not find expected <document start>": "the text above was complete; mind its indentation and quotes",
}
_UNPRINTABLE = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def compose(text: str) -> Node | None:
    """The tree of a text's only document; `None` where there is none.

    Raises:
        SyntaxFaultError: for what is no YAML, several documents, too deep or too large.

    """
    control = _UNPRINTABLE.search(text)
    if control:
        _fail("a control character stands here, which YAML does not take", *control.span())
    try:
        return _Composer(text).document()
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error, text) from None


def _in_plain_words(error: yaml.MarkedYAMLError, text: str) -> SyntaxFaultError:
    problem = error.problem or "not YAML"
    mark = cast("_Mark | None", error.problem_mark or error.context_mark)
    at = min(mark.index if mark else 0, len(text))
    if at == len(text) and error.context_mark:  # what is not closed is shown where it opens
        at = min(cast("_Mark", error.context_mark).index, len(text))
    elif text[at : at + 1] == "\t":
        problem = "found a tab character that violates indentation"
    return SyntaxFaultError(_PLAIN_WORDS.get(problem, problem), at, at + 1)


class _Composer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.anchors: dict[str, Node] = {}
        events = cast("Iterator[Event]", yaml.parse(text, Loader=yaml.CSafeLoader))  # pyright: ignore[reportUnknownMemberType]  PyYAML is untyped
        self.events = events

    def document(self) -> Node | None:
        event = self._content()
        root = None if isinstance(event, StreamEndEvent) else self._node(event, 1)
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                start, end = _span(event)
                _fail("a second document begins here; a stack file is one", start, max(end, start + 1))
        return root

    def _content(self) -> Event:
        """The first event that is a node, or the end."""
        for event in self.events:
            if isinstance(
                event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent | StreamEndEvent
            ):
                return event
        raise AssertionError("a stream of events has an end")

    def _node(self, event: Event, depth: int) -> Node:
        start, end = _span(event)
        if depth > MAX_DEPTH:
            _fail(f"nested more than {MAX_DEPTH} levels deep", start, end)
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if isinstance(event, ScalarEvent):
            start = self._behind_properties(start, end)
            return self._anchored(event, Scalar(start, end, event.value, bool(event.style), event.tag))
        if isinstance(event, SequenceStartEvent):
            sequence = Sequence(self._behind_properties(start, end), end, bool(event.flow_style))
            self._anchored(event, sequence)
            return self._items(sequence, depth)
        assert isinstance(event, MappingStartEvent)  # noqa: S101  the parser has no other kind of node
        mapping = Mapping(self._behind_properties(start, end), end, bool(event.flow_style))
        self._anchored(event, mapping)
        return self._pairs(mapping, depth)

    def _items(self, sequence: Sequence, depth: int) -> Node:
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            item = self._node(event, depth + 1)
            sequence.items.append(item)
            _grow(sequence, item, event)
            sequence.end = _span(event)[1]
        return _close(sequence, event)  # pyright: ignore[reportPossiblyUnboundVariable]  a started list has an end

    def _pairs(self, mapping: Mapping, depth: int) -> Node:
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            _grow(mapping, key, event)
            event = next(self.events)  # noqa: PLW2901  a key's value follows it
            value = self._node(event, depth + 1)
            _grow(mapping, value, event)
            mapping.pairs.append((key, value))
        return _close(mapping, event)  # pyright: ignore[reportPossiblyUnboundVariable]  a started map has an end

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        start, end = _span(event)
        name = str(event.anchor)
        target = self.anchors.get(name)
        if target is None:
            _fail(f"*{name} refers to an anchor that is not declared above", start, end)
        if isinstance(target, Collection):
            if not target.closed:
                _fail(f"*{name} stands inside what it refers to", start, end)
            if depth + target.height > MAX_DEPTH:
                _fail(f"nested more than {MAX_DEPTH} levels deep", start, end)
        return target

    def _anchored(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, node: Node) -> Node:
        if event.anchor is not None:
            self.anchors[str(event.anchor)] = node
        return node

    def _behind_properties(self, start: int, end: int) -> int:
        """Where the value itself begins, behind an anchor and a tag on the same line."""
        while start < end and self.text[start] in "&!":
            gap = next((at for at in range(start, end) if self.text[at] in " \t\r\n"), end)
            behind = next((at for at in range(gap, end) if self.text[at] not in " \t"), end)
            if behind == end or self.text[behind] in "\r\n":
                break
            start = behind
        return start


def _grow(parent: Collection, child: Node, event: Event) -> None:
    parent.size += child.size if isinstance(child, Collection) else 1
    parent.height = max(parent.height, 1 + (child.height if isinstance(child, Collection) else 1))
    if parent.size > MAX_VALUES:
        start, end = _span(event)
        _fail(f"more than {MAX_VALUES} values, counting what aliases repeat", start, end)


def _close(node: Sequence | Mapping, event: Event) -> Node:
    node.end = _span(event)[1]
    node.closed = True
    return node


def _span(event: Event) -> tuple[int, int]:
    start = cast("_Mark", event.start_mark).index
    return start, cast("_Mark", event.end_mark).index


def _fail(message: str, start: int, end: int) -> NoReturn:
    raise SyntaxFaultError(message, start, end)
