"""Inputs without what was not said."""

from collections.abc import Mapping
from typing import Any


def compact(values: Mapping[str, object]) -> Any:  # noqa: ANN401  whichever dictionary of azure-native's it is
    """The entries that hold something. What is left out of a declaration is left out of the request."""
    return {key: value for key, value in values.items() if value is not None}
