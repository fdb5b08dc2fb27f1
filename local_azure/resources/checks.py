"""Checks that several Compute types make: allowed values, end-of-life dates, ranges."""

from collections.abc import Iterable

from local_azure import errors
from local_azure.clock import read_time
from local_azure.resources import content
from local_azure.store import Json


def one_of(value: str, allowed: Iterable[str], target: str) -> str:
    """Return the allowed spelling of a value; 400 for any other."""
    spellings = {choice.lower(): choice for choice in allowed}
    if value.lower() not in spellings:
        message = (
            f"The value '{value}' of parameter '{target}' is not allowed. "
            f"Allowed values are: {', '.join(spellings.values())}."
        )
        raise errors.invalid_parameter(target, message)
    return spellings[value.lower()]


def within(value: int, low: int, high: int, target: str) -> None:
    """Refuse a number outside its bounds, which are both allowed."""
    if not low <= value <= high:
        message = (
            f"The value {value} of parameter '{target}' is out of range. "
            f"The value must be between {low} and {high}, inclusive."
        )
        raise errors.invalid_parameter(target, message)


def end_of_life(given: Json, stored: Json, now: float, target: str) -> None:
    """Refuse a new end-of-life date that is no date or has passed; one that is stored may have passed."""
    text = content.text(given, "endOfLifeDate")
    if not text or text == stored.get("endOfLifeDate"):
        return
    moment = read_time(text)
    if moment is None:
        message = f"Could not convert string to DateTimeOffset: {text}. Path 'properties.endOfLifeDate'."
        raise errors.invalid_parameter(target, message)
    if moment <= now:
        raise errors.invalid_parameter(target, f"EndOfLifeDate must be set to a future date: '{text}'.")


def only(sent: Json, names: Iterable[str]) -> Json:
    """Return the named properties of what was sent, in the order sent; nulls are left out."""
    wanted = set(names)
    return {name: value for name, value in sent.items() if name in wanted and value is not None}
