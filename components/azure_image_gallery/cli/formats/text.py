"""For a person: each finding with its line and a caret, what is overridden, and a summary."""

from collections.abc import Iterator

from azure_image_gallery.cli.outcome import Outcome
from azure_image_gallery.rules.report import Paint, render, render_overridden, visible
from azure_image_gallery.spec.path import format_path

_NAMED = 5


def text(outcome: Outcome, paint: Paint, *, facts: bool) -> str:
    """The whole report, without a line's end. `facts` lists what is not declared."""
    parts = (
        render(list(outcome.findings), paint),
        render_overridden(list(outcome.overridden), paint),
        "\n".join(_facts(outcome)) if facts else "",
        "\n".join(_summary(outcome, facts=facts)),
    )
    return "\n\n".join(part.strip("\n") for part in parts if part)


def number(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _summary(outcome: Outcome, *, facts: bool) -> Iterator[str]:
    if outcome.facts:
        yield _open(outcome)
    elif facts and outcome.errors:
        yield "what is not declared is listed once there are no errors"
    said = [number(outcome.errors, "error") if outcome.errors else "no errors"]
    if outcome.warnings:
        said.append(number(outcome.warnings, "warning"))
    if outcome.overridden:
        said.append(f"{len(outcome.overridden)} overridden")
    yield f"{', '.join(said)} in {number(outcome.files, 'file')}"


def _open(outcome: Outcome) -> str:
    codes = outcome.undecided
    more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
    facts = "1 fact is" if outcome.facts == 1 else f"{outcome.facts} facts are"
    rules = "1 rule stays" if len(codes) == 1 else f"{len(codes)} rules stay"
    return f"{facts} not declared; {rules} undecided: {', '.join(codes[:_NAMED])}{more} (--facts lists them)"


def _facts(outcome: Outcome) -> Iterator[str]:
    for file, undeclared in outcome.undeclared.items():
        if undeclared.facts:
            yield f"not declared in {visible(file)}:"
            yield from (f"  {visible(format_path(path))}" for path in undeclared.facts)
