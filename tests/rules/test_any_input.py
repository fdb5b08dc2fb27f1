"""Whatever is handed in: `check` answers, the same each time, and about places that are there.

How long that takes, `make fuzz` measures.
"""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.report import render
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import NOW, SNAPSHOT, sound, wide

QUICK = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

TEXT = st.text(alphabet=st.characters(), max_size=20) | st.sampled_from(
    [
        "",
        "/",
        "\ud800",
        "\x00",
        "\u202e",
        "e\u0301",
        "٣.٣.٣",
        "1.10",
        "9" * 5000,
        "a" * 100_000,
        "gallery",
        "[key]",
        "imageVersions/web/1.0.0",
        "organization/project/stack",
        "/subscriptions/s",
        "https://[",
    ],
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    TEXT,
    st.dates(),
    st.datetimes(),
    st.sampled_from([-(10**4000), 2**63, Unknown(()), Unknown(("x",), secret=True), b"\xff", object()]),
)
KEYS = TEXT | st.sampled_from(
    [
        *wide(),
        "name",
        "source",
        "location",
        "1.0.0",
        "external",
        "existing",
        "stackOutput",
        "vhd",
        "upload",
        "0",
    ]
)
ODD_KEYS: st.SearchStrategy[Any] = (
    KEYS | st.integers() | st.none() | st.floats() | st.booleans() | st.tuples()
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ODD_KEYS, inner, max_size=4),
    max_leaves=12,
)


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value, maps and lists included."""
    children: Any = ()
    if isinstance(value, dict):
        children = value.items()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    elif isinstance(value, list):
        children = enumerate(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return [way, *(each for key, child in children for each in ways(child, (*way, key)))]


FULL = wide()
WAYS = ways(FULL)
CHANGES = st.tuples(
    st.sampled_from(["replace", "delete", "insert"]), st.sampled_from(WAYS), ODD_KEYS, ANYTHING
)


def mutated(changes: list[tuple[str, tuple[Any, ...], Any, Any]]) -> Any:
    values: Any = deepcopy(FULL)
    for kind, way, key, value in changes:
        holder: Any = values
        try:
            if kind == "insert":
                for segment in way:
                    holder = holder[segment]
                holder[key] = value
            elif way:
                for segment in way[:-1]:
                    holder = holder[segment]
                if kind == "delete":
                    del holder[way[-1]]
                else:
                    holder[way[-1]] = value
        except (LookupError, TypeError):
            continue  # an earlier change took the place away
    return values


ANY_INPUT = ANYTHING | st.lists(CHANGES, min_size=1, max_size=6).map(mutated)


def stands(values: Any, finding: Finding) -> bool:
    """Whether each segment of a finding's path leads somewhere in the values."""
    at = values
    for segment in finding.path:
        if isinstance(at, dict):
            by_text = {str(key): child for key, child in at.items()}  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportUnknownVariableType]
            if str(segment) not in by_text:
                return False
            at = by_text[str(segment)]
        elif isinstance(at, list | tuple) and isinstance(segment, int) and segment < len(at):  # pyright: ignore[reportUnknownArgumentType]
            at = at[segment]  # pyright: ignore[reportUnknownVariableType]
        else:
            return False
    return True


def holds(values: Any) -> None:
    first = check(values, now=NOW)
    assert check(values, now=NOW).findings == first.findings
    assert (first.resolved is not None) or first.errors
    assert [finding for finding in first.findings if not stands(values, finding)] == []
    assert all(finding.message.strip() for finding in first.findings)
    assert render([(finding, None) for finding in first.findings]).encode() or not first.findings


@QUICK
@given(ANYTHING)
def test_anything(values: Any) -> None:
    holds(values)


@QUICK
@given(st.dictionaries(st.sampled_from([*FULL]), ANYTHING))
def test_known_keys_with_anything_under_them(values: Any) -> None:
    holds({"gallery": {"name": "g", "resourceGroup": "rg"}, "location": "westeurope"} | values)


@settings(QUICK, max_examples=400)
@given(st.lists(CHANGES, min_size=1, max_size=4))
def test_a_sound_declaration_with_anything_in_it(changes: list[Any]) -> None:
    holds(mutated(changes))


@pytest.mark.parametrize("way", [way for way in WAYS if way], ids=lambda way: "/".join(map(str, way)))
def test_each_place_taken_away(way: tuple[Any, ...]) -> None:
    holds(mutated([("delete", way, None, None)]))


@pytest.mark.parametrize("way", [way for way in WAYS if way], ids=lambda way: "/".join(map(str, way)))
def test_a_number_too_long_to_print_at_each_place(way: tuple[Any, ...]) -> None:
    holds(mutated([("replace", way, None, 10**5000)]))


def nested(depth: int, *, as_list: bool) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value] if as_list else {"a": value}
    return value


@pytest.mark.parametrize("as_list", [True, False])
@pytest.mark.parametrize("way", [("gallery",), ("gallery", "tags"), ("imageVersions",), ("location",)])
def test_deep_nesting(way: tuple[Any, ...], as_list: bool) -> None:
    holds(mutated([("replace", way, None, nested(3000, as_list=as_list))]))


@pytest.mark.parametrize("values", [{"a": 1} | {f"k{n}": n for n in range(3000)}, [1] * 10_000, date.max])
def test_much_at_the_top(values: Any) -> None:
    holds(values)


def test_a_thousand_faults() -> None:
    values = sound()
    values["principals"] = {f"p{n}": {"principalID": n} for n in range(1000)}
    holds(values)


@pytest.mark.parametrize("size", [40, 2000])
def test_a_long_row_of_copies(size: int) -> None:
    """Each snapshot is a copy of the one before; what the first says is true of the near ones at least."""
    values = sound()
    values["snapshots"] = {f"s{n}": {"source": {"snapshot": f"s{n - 1}"}} for n in range(1, size)}
    values["snapshots"]["s0"] = {"source": {"snapshot": SNAPSHOT, "osState": "Generalized"}}
    values["imageVersions"]["app"]["1.0.1"] = {"source": {"snapshot": f"s{size - 1}"}}
    holds(values)
    found = [finding.code for finding in check(values, now=NOW).findings]
    assert found == (["SRC012"] if size < 50 else [])


def test_input_is_left_as_it_was() -> None:
    values = mutated([("insert", ("gallery",), "zzz", 1), ("replace", ("imageVersions", "web"), None, 5)])
    before = deepcopy(values)
    check(values, now=NOW)
    assert values == before


def test_a_map_that_holds_itself() -> None:
    values = sound()
    values["gallery"]["tags"] = values
    values["imageVersions"]["web"]["1.0.0"]["source"] = values
    assert check(values, now=NOW).resolved is None


def test_nesting_without_end() -> None:
    deep: Any = "bottom"
    for _ in range(100_000):
        deep = {"gallery": deep}
    assert check(deep, now=NOW).errors
