"""Dates in the three forms that a stack's file may come to, and regions."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from azure_image_gallery.spec.values import EndOfLifeDate, Region

DATE = TypeAdapter(EndOfLifeDate)
REGION = TypeAdapter(Region)


@pytest.mark.parametrize(
    "given",
    [
        "2028-04-30",
        "2028-04-30T00:00:00Z",
        "2028-04-30T02:00:00+02:00",
        "2028-04-30 00:00:00 +0000 UTC",
        date(2028, 4, 30),
        datetime(2028, 4, 30, tzinfo=UTC),
    ],
)
def test_a_date_in_each_form(given: Any) -> None:
    assert DATE.validate_python(given) == datetime(2028, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize("given", ["soon", "2028-13-01", "30.04.2028", "", 20280430, None, True])
def test_what_is_no_date(given: Any) -> None:
    with pytest.raises(ValidationError, match="not a date"):
        DATE.validate_python(given)


@pytest.mark.parametrize("given", ["westeurope", "West Europe", "WESTEUROPE", " West  Europe "])
def test_a_region_becomes_canonical(given: str) -> None:
    assert REGION.validate_python(given) == "westeurope"
