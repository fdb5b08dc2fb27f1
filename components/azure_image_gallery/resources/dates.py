"""Dates as Azure takes them."""

from datetime import datetime


def wire_date(moment: datetime | None) -> str | None:
    """ISO 8601 with an offset: `2028-04-30T00:00:00+00:00`."""
    return None if moment is None else moment.isoformat()
