"""`image-gallery validate`: check stack files and say what was found."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from azure_image_gallery.cli.stacks import UsageError, shown_folder, stack_file, this_project
from azure_image_gallery.config.declaration import load_stack
from azure_image_gallery.config.examine import examine
from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.text_file import shown_name
from azure_image_gallery.rules.configuration import UNREADABLE_FILE
from azure_image_gallery.rules.report import render, sort_by_place
from azure_image_gallery.rules.rule import Severity
from azure_image_gallery.spec.path import format_path

_FINE, _ERRORS, _UNUSABLE = 0, 1, 2

Of: TypeAlias = dict[Found, str]
"""Findings in order, each with the file it was first met in."""


def validate(files: Sequence[str], *, stacks: Sequence[str], output: str, now: datetime) -> int:
    """Check the files and stacks named, or all there are. Returns the exit status."""
    try:
        chosen = _chosen(files, stacks)
    except UsageError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    findings: Of = {}
    for file in chosen:
        for found in sort_by_place(examine(load_stack(file), now=now).located):
            findings.setdefault(found, shown_name(file))
    errors = _count(findings, Severity.ERROR)
    warnings = _count(findings, Severity.WARNING)
    if output == "json":
        print(_as_json(findings, errors, warnings, len(chosen)))
    else:
        print(
            "\n\n".join(
                filter(None, (render(list(findings)).strip("\n"), _summary(errors, warnings, len(chosen))))
            )
        )
    if any(finding.rule is UNREADABLE_FILE for finding, _ in findings):
        return _UNUSABLE
    return _ERRORS if errors else _FINE


def _chosen(files: Sequence[str], stacks: Sequence[str]) -> list[Path]:
    """The files to check, each once, in the order given.

    Raises:
        UsageError: there is no project, no stack, or none of a given name.

    """
    paths = [Path(file) for file in files]
    if stacks or not files:
        project = this_project("; name the files to check")
        paths += [stack_file(project, name) for name in (stacks or project.stacks())]
        if not paths:
            raise UsageError(f"there are no stack files (Pulumi.<stack>.yaml) in {shown_folder(project)}")
    return list({_identity(path): path for path in reversed(paths)}.values())[::-1]


def _identity(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):  # what cannot be followed is read, and refused, as it is
        return str(path)


def _count(findings: Iterable[Found], severity: Severity) -> int:
    return sum(finding.severity is severity for finding, _ in findings)


def _summary(errors: int, warnings: int, files: int) -> str:
    said = [_number(errors, "error") if errors else "no errors"]
    if warnings:
        said.append(_number(warnings, "warning"))
    return f"{', '.join(said)} in {_number(files, 'file')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _as_json(findings: Of, errors: int, warnings: int, files: int) -> str:
    entries = [
        {
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
        for (finding, place), file in findings.items()
    ]
    summary = {"errors": errors, "warnings": warnings, "files": files}
    return json.dumps({"findings": entries, "summary": summary}, ensure_ascii=False, indent=2)
