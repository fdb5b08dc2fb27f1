"""Scalar types that several models share: regions, tags, dates."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.spec.unknown import OrUnknown

# How Go prints a time; Pulumi's reader of stack files turns an unquoted date into this.
_GO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? ([+-]\d{2})(\d{2}) \S+")


class RegionName(str):
    """A region by its canonical name, as which it is compared; `written` is how the user spells it.

    What is written is what Azure is sent: a region of a version is compared letter by letter by Pulumi, so
    that `West Europe`, as Azure shows it, has to stay so in a stack that took such a version over.
    """

    __slots__ = ("written",)
    written: str


def written_region(name: str) -> str:
    """A region as the user spells it."""
    return name.written if isinstance(name, RegionName) else name


@lru_cache(maxsize=1000)
def _region_name(text: str) -> RegionName:
    name = RegionName(canonical_region(text))
    name.written = text
    return name


def _as_region(text: str) -> RegionName:
    name = text if isinstance(text, RegionName) else _region_name(text)
    if not name:
        raise PydanticCustomError("string_too_short", "not a region")
    return name


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


Region: TypeAlias = Annotated[str, Field(min_length=1), AfterValidator(_as_region)]
"""A region in its canonical form; `West Europe` is accepted and becomes `westeurope`."""

EndOfLifeDate: TypeAlias = Annotated[datetime, BeforeValidator(_parse_date)]
"""An ISO 8601 date or date-time, or what Pulumi makes of an unquoted one; UTC where no offset is given."""

WholeNumber: TypeAlias = Annotated[int, BeforeValidator(_no_boolean)]
"""A whole number; `true` is not taken for 1."""

Tags: TypeAlias = dict[str, OrUnknown[str]]
"""Azure tags. Both key and value are text: numbers stand in quotes."""
