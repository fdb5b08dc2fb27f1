"""Check a declaration: values in, findings out. Never raises, and says everything at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from pydantic import ValidationError

from azure_image_gallery.rules import configuration as cfg
from azure_image_gallery.rules.catalogue import CHECKS
from azure_image_gallery.rules.checked import Checked
from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.prune import prune
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.structure import faults
from azure_image_gallery.rules.words import given
from azure_image_gallery.rules.written import Written
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolve import resolve
from azure_image_gallery.spec.resolved import (
    Resolved,
    ResolvedApplication,
    ResolvedApplicationVersion,
    ResolvedAssignment,
    ResolvedDefinition,
    ResolvedEncryptionSet,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)


def check(values: Mapping[str, object], *, now: datetime, left_out: frozenset[Path] = frozenset()) -> Checked:
    """Check a declaration against its grammar and against every rule.

    `values` is plain: maps, lists, scalars, dates and `Unknown`, with keys in Azure's or in Python's
    spelling. `now` is what dates are compared with; UTC, where it has no time zone. `left_out` is what else is
    declared: nothing is said about its absence.
    """
    if not isinstance(values, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        return Checked(None, (Finding(cfg.WRONG_TYPE, (), f"{given(values)} is given, a map is wanted"),))
    moment = now if now.tzinfo else now.replace(tzinfo=UTC)
    try:
        declaration = Declaration.model_validate(dict(values))
    except ValidationError as error:
        return _check_what_is_left(values, error, moment, left_out)
    resolved = resolve(declaration)
    return Checked(resolved, _in_order(values, judge(Facts(resolved, moment, left_out))))


def _check_what_is_left(
    values: Mapping[str, object], error: ValidationError, now: datetime, left_out: frozenset[Path]
) -> Checked:
    pruned = prune(values, faults(error))
    findings = [fault.finding for fault in pruned.faults if fault.finding]
    if pruned.declaration is not None:
        findings += judge(Facts(resolve(pruned.declaration), now, pruned.lost | left_out))
    return Checked(None, _in_order(values, findings))


def judge(facts: Facts) -> Iterator[Finding]:
    """What the rules find, each thing once: what several versions share is judged with each of them."""
    seen: set[tuple[str, Path, str]] = set()
    for finding in _run(facts):
        key = (finding.code, finding.path, finding.message)
        if key not in seen:
            seen.add(key)
            yield finding


def _run(facts: Facts) -> Iterator[Finding]:
    for kind, subjects in _subjects(facts):
        runs = [check.run for check in CHECKS if check.subject is kind]
        for subject in subjects:
            for run in runs:
                yield from run(subject, facts)


def _subjects(facts: Facts) -> tuple[tuple[type, Iterable[object]], ...]:
    resolved = facts.resolved
    return (
        (Resolved, (resolved,)),
        (ResolvedDefinition, resolved.definitions),
        (ResolvedVersion, facts.versions),
        (ResolvedEncryptionSet, resolved.encryption_sets),
        (ResolvedManagedImage, resolved.managed_images),
        (ResolvedManagedDisk, resolved.managed_disks),
        (ResolvedSnapshot, resolved.snapshots),
        (ResolvedApplication, resolved.applications),
        (ResolvedApplicationVersion, resolved.application_versions),
        (ResolvedAssignment, resolved.assignments),
    )


def _in_order(values: Mapping[str, object], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the values they are about, with paths as the user wrote them."""
    written = Written(values)
    placed = [(written.find(finding.path), finding) for finding in findings]
    placed.sort(key=lambda entry: entry[0][1])
    return tuple(
        finding if finding.path == path else replace(finding, path=path) for (path, _), finding in placed
    )
