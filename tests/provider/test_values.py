"""Values on Pulumi's wire."""

from typing import Any

import pytest
from google.protobuf import json_format, struct_pb2
from hypothesis import given
from hypothesis import strategies as st

from local_azure.provider.values import UNKNOWN, Value, Values, decode, encode, known, same

SIGNATURE = "4dabf18193072939515e22adb298388d"
VALUES = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.just(UNKNOWN),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def struct(**fields: Any) -> struct_pb2.Struct:
    return json_format.ParseDict(fields, struct_pb2.Struct())


@given(st.dictionaries(st.text(max_size=5), VALUES))
def test_values_come_back_as_they_went(values: Values) -> None:
    assert same(decode(encode(values)), values)


def test_whole_numbers_are_integers() -> None:
    found = decode(struct(a=1.0, b=1.5))
    assert [type(value) for value in found.values()] == [int, float]


def test_nulls_are_dropped() -> None:
    assert decode(struct(a=None, b={"c": None})) == {"b": {}}


def test_unknown_is_a_value_of_its_own() -> None:
    assert decode(struct(a=UNKNOWN.value)) == {"a": UNKNOWN}
    assert not known({"a": [UNKNOWN]})
    assert known({"a": ["b"]})


def test_secret_marks_are_taken_off() -> None:
    secret = {SIGNATURE: "1b47061264138c4ac30d75fd1eb44270", "value": {"b": "c"}}
    assert decode(struct(a=secret)) == {"a": {"b": "c"}}


def test_output_marks_are_taken_off() -> None:
    mark = {SIGNATURE: "d0e6a833031e9bbcd3f4e8bde6ca49a4"}
    assert decode(struct(a={**mark, "value": "b"}, c=mark)) == {"a": "b", "c": UNKNOWN}


def test_assets_are_refused() -> None:
    with pytest.raises(ValueError, match="not assets, archives or resources"):
        decode(struct(a={SIGNATURE: "c44067f5952c0a294b673a41bacd8c17"}))


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (False, 0, False),
        ([1], [1], True),
        ([1], [1, 2], False),
        ("a", None, False),
    ],
)
def test_equality_is_that_of_json(left: Value, right: Value, alike: bool) -> None:
    assert same(left, right) is alike
