"""`image-gallery rules`: the catalogue as a table, or one rule in full."""

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from azure_image_gallery.cli.rules.groups import Entry, by_group
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.beyond.catalogue import BEYOND, entry_of
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.report import visible
from azure_image_gallery.rules.words import nearest, show

_FINE, _UNUSABLE = 0, 2
_WIDTH = 100
_WORD = 8
_EVERY: tuple[Entry, ...] = (*RULES, *BEYOND)


def rules(options: argparse.Namespace) -> int:
    """Print the catalogue, or the rule of a code. Returns the exit status."""
    if options.code is None:
        print(_all_as_json() if options.format == "json" else "\n".join(_table()))
        return _FINE
    entry = entry_of(options.code)
    if entry is None:
        near = nearest(options.code, [entry.code for entry in _EVERY])
        more = f"did you mean {near}?" if near else "`image-gallery rules` lists them"
        print(f"image-gallery: there is no rule {visible(show(options.code))}; {more}", file=sys.stderr)
        return _UNUSABLE
    print(json.dumps(as_data(entry), indent=2) if options.format == "json" else "\n".join(_whole(entry)))
    return _FINE


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data."""
    data: dict[str, Any] = {"code": entry.code, "title": entry.title, "why": entry.why}
    if isinstance(entry, Beyond):
        data |= {"severity": None, "decides": entry.decides.value, "program": entry.program}
    else:
        data |= {"severity": entry.severity.value, "fix": entry.fix, "needs": list(entry.needs)}
    return {**data, "evidence": entry.evidence.value, "docs": entry.docs}


def _all_as_json() -> str:
    return json.dumps({"rules": [as_data(entry) for entry in _EVERY]}, indent=2)


def _table() -> Iterator[str]:
    for title, entries in by_group(_EVERY).items():
        yield title
        for entry in entries:
            first, *more = textwrap.wrap(entry.title, _WIDTH - _WORD - 10)
            yield f"  {entry.code}  {_word(entry):<{_WORD}} {first}"
            yield from (f"{'':<{_WORD + 11}}{line}" for line in more)
        yield ""
    yield (
        f"{len(RULES)} rules that a declaration decides, {len(BEYOND)} that something else does (-); "
        "`image-gallery rules CODE` shows one in full"
    )


def _word(entry: Entry) -> str:
    return "-" if isinstance(entry, Beyond) else entry.severity.value


def _whole(entry: Entry) -> Iterator[str]:
    yield f"{entry.code}: {entry.title}"
    yield ""
    yield from textwrap.wrap(entry.why, _WIDTH)
    if isinstance(entry, Beyond):
        rows = {"decided by": entry.decides.value, "this program": entry.program}
    else:
        rows = {"severity": entry.severity.value, "to do": entry.fix, "needs": ", ".join(entry.needs)}
    yield ""
    for word, text in {**rows, "evidence": entry.evidence.value, "page": entry.docs}.items():
        if text:
            yield from textwrap.wrap(
                text,
                _WIDTH,
                initial_indent=f"{word:<13} ",
                subsequent_indent=" " * 14,
                break_on_hyphens=False,
            )
