"""Scalar types that several models share: regions, tags, dates."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.spec.unknown import OrUnknown

# How Go prints a time; Pulumi's reader of stack files turns an unquoted date into this.
_GO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? ([+-]\d{2})(\d{2}) \S+")


def _canonical(value: object) -> object:
    return canonical_region(value) if isinstance(value, str) else value


def _parse_date(value: object) -> object:
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day, tzinfo=UTC)
    elif isinstance(value, str):
        moment = _parse_text(value)
    else:
        raise _no_date()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parse_text(text: str) -> datetime:
    go = _GO_TIME.fullmatch(text)
    try:
        return datetime.fromisoformat("{}T{}{}:{}".format(*go.groups()) if go else text)
    except ValueError:
        raise _no_date() from None


def _no_date() -> PydanticCustomError:
    return PydanticCustomError("not_a_date", "not a date")


def _no_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "not a whole number")
    return value


Region: TypeAlias = Annotated[str, Field(min_length=1), BeforeValidator(_canonical)]
"""A region in its canonical form; `West Europe` is accepted and becomes `westeurope`."""

EndOfLifeDate: TypeAlias = Annotated[datetime, BeforeValidator(_parse_date)]
"""An ISO 8601 date or date-time, or what Pulumi makes of an unquoted one; UTC where no offset is given."""

WholeNumber: TypeAlias = Annotated[int, BeforeValidator(_no_boolean)]
"""A whole number; `true` is not taken for 1."""

Tags: TypeAlias = dict[str, OrUnknown[str]]
"""Azure tags. Both key and value are text: numbers stand in quotes."""
