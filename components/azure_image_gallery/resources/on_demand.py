"""Outputs that are worked out only for whoever asks.

Every output of Pulumi's is a task on the event loop from the moment it is made, and each one that is made from
it is another. For values that are there already, and that mostly nobody looks at, that is dear: a version has
14 aliases, and Pulumi makes eight tasks of each to have a URN for engines too old to take the alias as it is.
"""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

import pulumi

T = TypeVar("T")
U = TypeVar("U")


class OnDemand(pulumi.Output[T]):
    """An output whose value is worked out, by `work`, when somebody asks for it first."""

    def __init__(self, work: Callable[[], pulumi.Input[T]]) -> None:
        self._work = work

    @cached_property
    def _worked_out(self) -> pulumi.Output[T]:
        made = self._work()
        return cast("Any", made if isinstance(made, pulumi.Output) else pulumi.Output.from_input(made))

    @property
    def _data(self) -> "asyncio.Future[Any]":  # pyright: ignore[reportIncompatibleVariableOverride]  read only
        """What all of `Output`'s own methods read: the value, and all that is known about it."""
        return self._worked_out._data  # noqa: SLF001  of this class's own base

    def apply(
        self, func: Callable[[T], pulumi.Input[U]], run_with_unknowns: bool = False
    ) -> "pulumi.Output[U]":
        """The result of a function on the value, when somebody asks for that."""
        if func is pulumi.Output.from_input:  # what an output made from this one would be: the same
            return cast("pulumi.Output[U]", self)
        return OnDemand(lambda: self._worked_out.apply(func, run_with_unknowns))
