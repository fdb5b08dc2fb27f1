"""Findings as a terminal shows them: what, where, the line itself, why, and what to do.

Text only; whoever shows it on a terminal may have its parts painted. What comes from a file or a declaration is
shown with its control characters
escaped, for a value may hold anything, line breaks and terminal codes included.
"""

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import format_path

MOST_SHOWN = 1000
"""More than anybody reads; a file of a MiB can have a hundred thousand errors."""
_WIDTH = 104
_GUTTER = 5
_INDENT = "  "
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}

Placed = tuple[Finding, Place | None]
Paint: TypeAlias = Callable[[str, str], str]
"""Paints a text of a kind: `error`, `warning`, `overridden`, `mark`, `place` or `dim`."""


def plain(_kind: str, text: str) -> str:
    """The text, unpainted."""
    return text


def render(findings: Sequence[Placed], paint: Paint = plain) -> str:
    """The findings in the order given, a blank line between two; the empty text for none.

    Of more than `MOST_SHOWN` the first are shown, and how many more there are.
    """
    shown = "\n".join(_block(finding, place, paint) for finding, place in findings[:MOST_SHOWN])
    more = len(findings) - MOST_SHOWN
    return f"{shown}\nand {more} more that are not shown\n" if more > 0 else shown


def render_overridden(overridden: Sequence[tuple[Overridden, Place | None]], paint: Paint = plain) -> str:
    """What is overridden, three lines each: what the rule finds, where, and why it does not hold here."""
    return "\n".join(_overridden(each, place, paint) for each, place in overridden)


def _overridden(overridden: Overridden, place: Place | None, paint: Paint) -> str:
    finding = overridden.finding
    where = f"{_INDENT}{paint('place', place_of(place))}\n" if place else ""
    because = f"{_INDENT}{finding.severity} overridden because: {visible(overridden.because)}\n"
    return f"{_head(finding, 'overridden', paint)}\n{where}{because}"


def place_of(place: Place) -> str:
    """`stacks/Pulumi.dev.yaml:31:59`."""
    return f"{visible(place.file)}:{place.line}:{place.column}"


def sort_by_place(findings: Sequence[Placed]) -> list[Placed]:
    """By file, line and column; those without a place come last, in the order given."""
    return sorted(findings, key=_position)


def _position(placed: Placed) -> tuple[bool, str, int, int]:
    place = placed[1]
    return (False, place.file, place.line, place.column) if place else (True, "", 0, 0)


def _block(finding: Finding, place: Place | None, paint: Paint) -> str:
    lines = [_head(finding, finding.severity, paint)]
    if place is not None:
        lines += [_INDENT + paint("place", place_of(place)), *_excerpt(place, paint)]
    lines += textwrap.wrap(
        f"{finding.rule.why} {_sentence(finding.remedy)}",
        width=_WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "".join(f"{line}\n" for line in (*lines, _INDENT + paint("dim", finding.rule.docs)))


def _head(finding: Finding, word: str, paint: Paint) -> str:
    path = visible(format_path(finding.path))
    head = paint(word, f"{word}[{finding.code}]")
    return f"{head} {path}{': ' if path else ''}{visible(finding.message)}"


def _excerpt(place: Place, paint: Paint) -> tuple[str, str]:
    number = f"{place.line:>{_GUTTER}}"
    start = place.column - 1
    before, marked = place.text[:start], place.text[start : start + place.length]
    carets = "^" * max(1, _columns(marked))
    return (
        f"{number} | {visible(place.text)}",
        f"{' ' * len(number)} | {' ' * _columns(before)}{paint('mark', carets)}",
    )


def _columns(text: str) -> int:
    """How wide a terminal shows a text."""
    return sum(_width(character) for character in visible(text))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    r"""The text with what a terminal would obey or hide written out: `\n`, `\x1b`, `\u202e`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(c) if unicodedata.category(c) in _HIDDEN else c for c in text)


def _escaped(character: str) -> str:
    return _SHORT.get(character) or character.encode("unicode_escape").decode("ascii")


def _sentence(text: str) -> str:
    """A remedy as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}."
