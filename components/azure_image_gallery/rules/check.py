"""Check a declaration: values in, findings out. Never raises, and says everything at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import ValidationError

from azure_image_gallery.rules import configuration as cfg
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.catalogue import CHECKS
from azure_image_gallery.rules.checked import Checked, Overridden
from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.prune import prune
from azure_image_gallery.rules.rule import Finding, Rule
from azure_image_gallery.rules.settings import settled, wrong_settings
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

T = TypeVar("T")


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
    return _settled(values, resolved, (), Facts(resolved, moment, left_out))


def _check_what_is_left(
    values: Mapping[str, object], error: ValidationError, now: datetime, left_out: frozenset[Path]
) -> Checked:
    pruned = prune(values, faults(error))
    findings = [fault.finding for fault in pruned.faults if fault.finding]
    if pruned.declaration is None:
        return Checked(None, _in_order(values, findings))
    return _settled(values, None, findings, Facts(resolve(pruned.declaration), now, pruned.lost | left_out))


def _settled(
    values: Mapping[str, object], resolved: Resolved | None, structure: Iterable[Finding], facts: Facts
) -> Checked:
    """What is found in the structure and by the rules, as the declaration's own settings have it."""
    left, overridden = settled(judge(facts), facts)
    findings = (*structure, *left, *wrong_settings(facts, _entry_of))
    return Checked(resolved, _in_order(values, findings), _in_place(values, overridden))


def _entry_of(code: str) -> Rule | Beyond | None:
    """What stands under a code in the whole catalogue, which is read for this alone."""
    from azure_image_gallery.rules.beyond.catalogue import entry_of  # noqa: PLC0415  a check needs none of it

    return entry_of(code)


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
    return tuple(found for found, _ in _placed(values, ((finding, None) for finding in findings)))


def _in_place(values: Mapping[str, object], overridden: Iterable[Overridden]) -> tuple[Overridden, ...]:
    """The same for what is overridden."""
    found = _placed(values, ((each.finding, each.because) for each in overridden))
    return tuple(Overridden(finding, because) for finding, because in found)


def _placed(values: Mapping[str, object], findings: Iterable[tuple[Finding, T]]) -> list[tuple[Finding, T]]:
    written = Written(values)
    placed = [(written.find(finding.path), finding, more) for finding, more in findings]
    placed.sort(key=lambda entry: entry[0][1])
    return [
        (finding if finding.path == path else replace(finding, path=path), more)
        for (path, _), finding, more in placed
    ]
