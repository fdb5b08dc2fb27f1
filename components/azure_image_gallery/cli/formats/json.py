"""For another program: one JSON object."""

import json
from typing import Any

from azure_image_gallery.cli.outcome import Outcome
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import format_path


def as_json(outcome: Outcome, *, facts: bool) -> str:
    """The whole report. `facts` lists what is not declared."""
    report: dict[str, Any] = {
        "findings": [_entry(finding, place, file) for (finding, place), file in outcome.findings.items()],
        "overridden": [
            {**_entry(each.finding, place, file), "because": each.because}
            for (each, place), file in outcome.overridden.items()
        ],
    }
    if facts:
        report["undeclared"] = [
            {"file": file, "path": format_path(path)}
            for file, undeclared in outcome.undeclared.items()
            for path in undeclared.facts
        ]
    report["summary"] = {
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "files": outcome.files,
        "overridden": len(outcome.overridden),
        "undeclaredFacts": outcome.facts,
        "undecidedRules": outcome.undecided,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _entry(finding: Finding, place: Place | None, file: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": format_path(finding.path),
        "message": finding.message,
        "fix": finding.remedy,
        "docs": finding.rule.docs,
        "file": place.file if place else file,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
