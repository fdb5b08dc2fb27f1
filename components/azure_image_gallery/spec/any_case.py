"""What closed sets of values have in common."""

from enum import StrEnum
from typing import Self


class AnyCase(StrEnum):
    """A closed set of Azure's: case does not matter when a value is read, the set's spelling is sent."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        wanted = value.casefold()
        return next((member for member in cls if member.value.casefold() == wanted), None)
