"""Dates in their three forms, regions in any spelling, and what is not known yet."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from azure_image_gallery.spec.unknown import OrUnknown, Unknown
from azure_image_gallery.spec.values import EndOfLifeDate, Region

DATES: TypeAdapter[datetime] = TypeAdapter(EndOfLifeDate)
REGIONS: TypeAdapter[str] = TypeAdapter(Region)
MIDNIGHT = datetime(2028, 4, 30, tzinfo=UTC)
EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2028-04-30", MIDNIGHT),
        ("2028-04-30T00:00:00Z", MIDNIGHT),
        ("2028-04-30T12:30:00", MIDNIGHT.replace(hour=12, minute=30)),
        ("2028-04-30T02:00:00+02:00", MIDNIGHT),
        ("2028-04-30 00:00:00 +0000 UTC", MIDNIGHT),
        ("2028-04-30 12:30:05.123 +0200 CEST", datetime(2028, 4, 30, 12, 30, 5, tzinfo=EAST)),
        (date(2028, 4, 30), MIDNIGHT),
        (datetime(2028, 4, 30), MIDNIGHT),  # noqa: DTZ001  what is naive is taken for UTC
        (datetime(2028, 4, 30, 2, tzinfo=EAST), MIDNIGHT),
    ],
)
def test_a_date(value: object, moment: datetime) -> None:
    read = DATES.validate_python(value)
    assert read == moment
    assert read.tzinfo is not None


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2028-02-30",
        "2028-04-30 00:00:00 UTC",
        "2028-13-01 00:00:00 +0000 UTC",
        20280430,
        True,
        None,
        [],
    ],
)
def test_no_date(value: object) -> None:
    with pytest.raises(ValidationError, match="not a date"):
        DATES.validate_python(value)


@pytest.mark.parametrize(
    "text", ["westeurope", "West Europe", " WEST  europe\t", "WestEurope", "west\u00a0europe"]
)
def test_a_region_is_canonical(text: str) -> None:
    assert REGIONS.validate_python(text) == "westeurope"


@pytest.mark.parametrize("value", ["", "  ", 5, None, ["westeurope"]])
def test_no_region(value: object) -> None:
    with pytest.raises(ValidationError):
        REGIONS.validate_python(value)


def test_an_unknown_stands_for_a_value_and_is_left_as_it_is() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(OrUnknown[Region])
    unknown = Unknown(("location",), secret=True)
    assert adapter.validate_python(unknown) is unknown
    assert adapter.validate_python("West Europe") == "westeurope"
    with pytest.raises(ValidationError):
        REGIONS.validate_python(unknown)
