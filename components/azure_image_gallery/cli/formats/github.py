"""For GitHub Actions: one workflow command a finding, which GitHub shows beside the line.

Whatever a file holds stays inside its command: what would end a property, a command or a line is escaped, and what
a log would obey or hide is written out. Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator

from azure_image_gallery.cli.formats.text import number
from azure_image_gallery.cli.outcome import Outcome
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import visible
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import format_path

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def github(outcome: Outcome) -> str:
    """The whole report, a command a line, and a summary."""
    return "\n".join((*_commands(outcome), _summary(outcome)))


def _commands(outcome: Outcome) -> Iterator[str]:
    for (finding, place), file in outcome.findings.items():
        yield _command(finding.severity.value, finding, place, file, finding.remedy)
    for (each, place), file in outcome.overridden.items():
        yield _command("notice", each.finding, place, file, f"overridden because: {each.because}")


def _command(kind: str, finding: Finding, place: Place | None, file: str, more: str) -> str:
    properties = {"title": finding.code, "file": place.file if place else file}
    if place:
        end = place.column + place.length
        properties |= {"line": str(place.line), "col": str(place.column), "endColumn": str(end)}
    path = format_path(finding.path)
    lines = (f"{path}: {finding.message}" if path else finding.message, more, finding.rule.docs)
    data = "\n".join(map(visible, lines))
    given = ",".join(f"{name}={_escaped(visible(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{kind} {given}::{_escaped(data, _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


def _summary(outcome: Outcome) -> str:
    errors, warnings = number(outcome.errors, "error"), number(outcome.warnings, "warning")
    overridden = f", {len(outcome.overridden)} overridden" if outcome.overridden else ""
    return f"{errors}, {warnings}{overridden} in {number(outcome.files, 'file')}"
