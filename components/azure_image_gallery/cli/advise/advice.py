"""Every option judged: by the rules, on the declaration it comes to, and by what the situation demands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from azure_image_gallery.cli.advise.candidate import candidate
from azure_image_gallery.cli.advise.demands import Reason, demands
from azure_image_gallery.cli.advise.situation import OPTIONS, Option, Situation, Storage
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.checked import Checked
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.enums import OsState
from azure_image_gallery.spec.path import format_path


@dataclass(frozen=True)
class Judged:
    """An option, and what speaks against it or is to be minded."""

    option: Option
    declaration: dict[str, Any]
    refused: tuple[Reason, ...]
    """Empty: it will do."""
    warnings: tuple[Reason, ...]


@dataclass(frozen=True)
class Advice:
    """All options, the best first among those that will do."""

    possible: tuple[Judged, ...]
    refused: tuple[Judged, ...]


def advise_on(situation: Situation, *, now: datetime, storage: Storage | None = None) -> Advice:
    """Judge every option. `storage` puts those that are kept there first."""
    judged = [_judge(situation, option, now) for option in OPTIONS]
    possible = [each for each in judged if not each.refused]
    possible.sort(key=lambda each: each.option.storage is not (storage or _preferred(situation, each.option)))
    return Advice(tuple(possible), tuple(each for each in judged if each.refused))


def _preferred(situation: Situation, option: Option) -> Storage:
    """A gallery, but for a specialized image of which one machine is made: a disk is less to keep."""
    one = max(situation.machines, situation.subscriptions, situation.tenants, len(situation.regions)) == 1
    return Storage.MANAGED_DISK if one and option.os_state is OsState.SPECIALIZED else Storage.GALLERY


def _judge(situation: Situation, option: Option, now: datetime) -> Judged:
    declaration = candidate(situation, option)
    checked = check(declaration, now=now)
    refused = (*demands(situation, option), *map(_reason, checked.errors))
    return Judged(option, declaration, refused, _warnings(checked))


def _warnings(checked: Checked) -> tuple[Reason, ...]:
    return tuple(map(_reason, checked.warnings))


def _reason(finding: Finding) -> Reason:
    return Reason(finding.code, f"{format_path(finding.path)}: {finding.message}")


def by_code(reasons: Sequence[Reason]) -> list[Reason]:
    """The first reason of each code."""
    return list({reason.code: reason for reason in reversed(reasons)}.values())[::-1]
