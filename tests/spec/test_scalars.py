"""Whole numbers and closed sets: what is taken for one, and what is not."""

import pytest
from pydantic import TypeAdapter, ValidationError

from azure_image_gallery.spec.enums import OsState
from azure_image_gallery.spec.values import WholeNumber

NUMBER: TypeAdapter[int] = TypeAdapter(WholeNumber)
STATE = TypeAdapter(OsState)


@pytest.mark.parametrize("given", [3, 3.0, "3"])
def test_a_whole_number(given: object) -> None:
    assert NUMBER.validate_python(given) == 3


@pytest.mark.parametrize("given", [True, False, 2.5, "x", None])
def test_no_whole_number(given: object) -> None:
    with pytest.raises(ValidationError):
        NUMBER.validate_python(given)


def test_a_closed_set_in_any_case() -> None:
    assert STATE.validate_python("GENERALIZED") is OsState.GENERALIZED


def test_what_is_in_no_closed_set() -> None:
    for given in ("Frozen", 10**5000, None, ["Generalized"]):
        with pytest.raises(ValidationError):
            STATE.validate_python(given)
