"""For code scanning: SARIF 2.1.0.

Places are given in characters, as everywhere here. What is overridden is a result that is suppressed, with its
reason. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from azure_image_gallery.cli.outcome import Outcome
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding, Rule
from azure_image_gallery.spec.path import format_path

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PACKAGE = "azure-image-gallery"


def sarif(outcome: Outcome) -> str:
    """The whole report."""
    rules = _rules(outcome)
    index = {rule.code: position for position, rule in enumerate(rules)}
    driver = {
        "name": "image-gallery",
        "version": version(_PACKAGE),
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(outcome, index)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rules(outcome: Outcome) -> Sequence[Rule]:
    """The rules that are spoken of, sorted by code."""
    found = [finding.rule for finding, _ in outcome.findings]
    found += [each.finding.rule for each, _ in outcome.overridden]
    return sorted(set(found), key=lambda rule: rule.code)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.fix[:1].upper()}{rule.fix[1:]}."},
        "helpUri": rule.docs,
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"evidence": rule.evidence.value},
    }


def _results(outcome: Outcome, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    for (finding, place), file in outcome.findings.items():
        yield _result(finding, place, file, index)
    for (each, place), file in outcome.overridden.items():
        suppression = {"kind": "inSource", "justification": each.because}
        yield {**_result(each.finding, place, file, index), "suppressions": [suppression]}


def _result(finding: Finding, place: Place | None, file: str, index: dict[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(place, file)}
    path = format_path(finding.path)
    if path:
        location["logicalLocations"] = [{"fullyQualifiedName": path}]
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.severity.value,
        "message": {"text": f"{finding.message}. To do: {finding.remedy}."},
        "locations": [location],
    }


def _physical(place: Place | None, file: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file if place else file)}}
    if place:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.length,
        }
    return physical


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return Path(file).as_uri()
    return quote(path.as_posix(), safe="/", errors="surrogateescape")
