"""Every rule: what breaks it yields exactly its own finding, what only just does not yields none."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.rule import Severity
from azure_image_gallery.spec.path import format_path
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import NOW, Changes, changed, shared, sound, wide
from tests.rules.rule_examples import RIGHT, WRONG
from tests.rules.rule_examples.example import Wrong

WRONGS = [
    pytest.param(code, each, id=f"{code}-{n}")
    for code, all_of in WRONG.items()
    for n, each in enumerate(all_of)
]
RIGHTS = [
    pytest.param(each, id=f"{code}-{n}") for code, all_of in RIGHT.items() for n, each in enumerate(all_of)
]


def found(values: Any) -> list[tuple[str, str, str]]:
    findings = check(values, now=NOW).findings
    return [(finding.code, format_path(finding.path), finding.message) for finding in findings]


def test_the_sound_declaration_has_no_findings() -> None:
    assert found(sound()) == []
    assert check(sound(), now=NOW).resolved is not None


@pytest.mark.parametrize(("code", "wrong"), WRONGS)
def test_wrong(code: str, wrong: Wrong) -> None:
    assert found(changed(wrong.changes)) == [(code, wrong.path, wrong.message)]
    finding = check(changed(wrong.changes), now=NOW).findings[0]
    assert finding.severity is (wrong.weight or finding.rule.severity)


@pytest.mark.parametrize("changes", RIGHTS)
def test_right(changes: Changes) -> None:
    assert found(changed(changes)) == []


def test_a_past_date_is_a_warning_and_no_date_an_error() -> None:
    no_date, past = (check(changed(each.changes), now=NOW).findings[0] for each in WRONG["VER007"])
    assert (no_date.severity, past.severity) == (Severity.ERROR, Severity.WARNING)


def test_the_clock_is_the_argument() -> None:
    values = changed({"imageDefinitions/web/endOfLifeDate": "2026-09-02"})
    assert check(values, now=NOW).findings == ()
    assert [f.code for f in check(values, now=NOW.replace(year=2027)).findings] == ["IMG015"]
    assert [f.code for f in check(values, now=NOW.replace(year=2027, tzinfo=None)).findings] == ["IMG015"]


def leaves(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        children: Any = value.items() if isinstance(value, dict) else enumerate(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportUnknownArgumentType]
        return [leaf for key, child in children for leaf in leaves(child, (*way, key))]
    return [way]


def replaced(values: Any, way: tuple[Any, ...], value: object) -> Any:
    values = copy.deepcopy(values)
    at = values
    for key in way[:-1]:
        at = at[key]
    at[way[-1]] = value
    return values


@pytest.mark.parametrize(("code", "wrong"), WRONGS)
def test_an_unknown_leaf_decides_nothing(code: str, wrong: Wrong) -> None:
    """A leaf that may be unknown adds no finding; one that may not is told to be known."""
    values = changed(wrong.changes)
    before = set(found(values))
    assert code in {each[0] for each in before}
    for way in leaves(values):
        after = found(replaced(values, way, Unknown(way)))
        assert [each for each in after if each not in before and each[0] != "CFG010"] == [], way


def maps(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return []
    children: Any = value.items() if isinstance(value, dict) else enumerate(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportUnknownArgumentType]
    below = [each for key, child in children for each in maps(child, (*way, key))]
    return [way, *below] if isinstance(value, dict) else below


@pytest.mark.parametrize(("code", "wrong"), WRONGS)
def test_an_unknown_key_has_no_consequences(code: str, wrong: Wrong) -> None:
    """A key unlike any other, in each map: nothing is said but what was said before, and of the key itself."""
    values = changed(wrong.changes)
    before = {each[:2] for each in found(values)}
    assert code in {each[0] for each in before}
    for way in maps(values):
        after = found(replaced(values, (*way, "zzzzzz"), 1))
        assert [each for each in after if each[:2] not in before and "zzzzzz" not in each[1]] == [], way


@pytest.mark.parametrize("declaration", [wide, shared])
def test_a_broken_leaf_has_no_consequences(declaration: Callable[[], Any]) -> None:
    """Each leaf of a wide declaration, with a value that fits nothing: one finding, at that leaf."""
    everything = declaration()
    assert found(everything) == []
    for way in leaves(everything):
        at_it = found(replaced(everything, way, {"no": "such"}))
        assert [each[1] for each in at_it] == [format_path(way)], way
    for way in {leaf[:length] for leaf in leaves(everything) for length in range(1, len(leaf))}:
        at_it = found(replaced(everything, way, 5))
        assert [each[1] for each in at_it] == [format_path(way)], way
