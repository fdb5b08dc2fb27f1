"""`docs/rules.md`: the catalogue, an anchor a rule, with examples that the tests run."""

from collections import Counter
from collections.abc import Iterable, Iterator

from azure_image_gallery.cli.rules.groups import Entry, by_group
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.beyond.catalogue import BEYOND
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.rule import Evidence, Rule, Severity
from pages.examples import example
from pages.markdown import GENERATED, anchor, joined, prose, table
from tests.rules.rule_examples import RIGHT, WRONG

_HEAD = """\
# Rules

What `image-gallery validate`, `pulumi preview` and `pulumi up` check before any call is made, and what Azure demands
that no declaration can decide. `image-gallery rules CODE` shows one of them on a terminal.

An **error** is something a source shows that Azure refuses. A **warning** is advice, or a fact that nobody has seen
proved yet. Codes are permanent. A rule can be overridden at an address with a reason, and a warning raised to an
error, under [`rules`](configuration.md#rulesetting) of a declaration; every report shows what was overridden. What a
rule needs to know and nobody declared is listed by `image-gallery validate --facts`; [facts.md](facts.md) says which
field decides which rule.

The examples are those that the tests run: the wrong one yields exactly this finding, the right one yields none. Each
shows the entries that matter of a declaration that is sound otherwise.
"""


_LONGEST = 200


def page() -> str:
    """The whole page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield GENERATED
    yield _HEAD
    groups = by_group((*RULES, *BEYOND))
    yield from _counts(groups)
    for title, entries in groups.items():
        yield f"## {title}"
        yield ""
        for entry in entries:
            yield from _entry(entry)


def _counts(groups: dict[str, list[Entry]]) -> Iterator[str]:
    rows = [_count(f"[{title}](#{_slug(title)})", entries) for title, entries in groups.items()]
    every = [entry for entries in groups.values() for entry in entries]
    yield from table(("group", "errors", "warnings", "decided elsewhere"), [*rows, _count("**all**", every)])
    rests = Counter(entry.evidence for entry in every if isinstance(entry, Rule))
    beyond = Counter(entry.evidence for entry in every if isinstance(entry, Beyond))
    yield from table(
        ("rests on", "rules", "decided elsewhere"),
        [(str(each), str(rests[each]), str(beyond[each])) for each in Evidence],
    )


def _count(title: str, entries: Iterable[Entry]) -> tuple[str, str, str, str]:
    kinds = Counter("beyond" if isinstance(each, Beyond) else each.severity for each in entries)
    return title, str(kinds[Severity.ERROR]), str(kinds[Severity.WARNING]), str(kinds["beyond"])


def _slug(title: str) -> str:
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")


def _entry(entry: Entry) -> Iterator[str]:
    yield anchor(entry.code)
    yield f"### {entry.code}: {prose(entry.title)}"
    yield ""
    word = f"decided by {entry.decides}" if isinstance(entry, Beyond) else f"**{entry.severity}**"
    yield f"{word} · rests on: {entry.evidence} · [source]({entry.docs})"
    yield ""
    yield prose(entry.why)
    yield ""
    if isinstance(entry, Beyond):
        yield f"This program: {prose(entry.program)}."
    else:
        yield from _remedy(entry)
    yield ""


def _remedy(rule: Rule) -> Iterator[str]:
    yield f"To do: {prose(rule.fix)}."
    if rule.needs:
        yield ""
        yield f"Needs: {', '.join(f'[`{need}`](facts.md)' for need in rule.needs)}."
    for wrong in WRONG.get(rule.code, [])[:1]:
        yield from _example(f"wrong: {wrong.message}", example(wrong.changes))
    for changes in RIGHT.get(rule.code, [])[:1]:
        yield from _example("right", example(changes))


def _example(title: str, text: str) -> Iterator[str]:
    yield ""
    yield "```yaml"
    yield f"# {title if len(title) <= _LONGEST else title[:_LONGEST] + '…'}".replace("\n", " ")
    yield text
    yield "```"
