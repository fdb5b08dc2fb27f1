"""Anything at all goes in: findings come out, never an exception, and always the same."""

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.report import render
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import NOW, sound

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.datetimes()
    | st.just(Unknown(("somewhere",)))
    | st.sampled_from(["westeurope", "1.0.0", "/subscriptions/s", "gallery", "imageDefinitions/web", 10**400])
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.integers(), inner, max_size=4),
    max_leaves=20,
)
SLOW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every node of plain data but its root."""
    children: Any = ()
    if isinstance(value, dict):
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    below = [each for key, child in children for each in ways(child, (*way, key))]
    return [way, *below] if way else below


def checked(values: Any) -> str:
    """What is found, written out; the same twice."""
    outcome = check(values, now=NOW)
    again = check(copy.deepcopy(values), now=NOW)
    assert outcome.findings == again.findings
    assert outcome.resolved is not None or outcome.errors
    return render([(finding, None) for finding in outcome.findings])


@given(ANYTHING)
@SLOW
def test_any_data(values: Any) -> None:
    checked(values)


@given(st.dictionaries(st.sampled_from(sorted(sound())), ANYTHING))
@SLOW
def test_any_data_under_the_keys_there_are(values: Any) -> None:
    checked(values)


@given(st.data())
@SLOW
def test_a_sound_declaration_with_anything_in_places(data: st.DataObject) -> None:
    values: Any = sound()
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(ways(values)))
        at = values
        for key in way:
            at = at[key]
        if data.draw(st.booleans()):
            at[last] = data.draw(ANYTHING)
        else:
            del at[last]
    checked(values)


def test_nesting_without_end() -> None:
    deep: Any = "bottom"
    for _ in range(100_000):
        deep = {"gallery": deep}
    assert check(deep, now=NOW).errors
