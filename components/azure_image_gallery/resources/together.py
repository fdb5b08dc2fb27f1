"""Work that is done once for everything that arrives at the same time.

Checking a declaration takes as long as the declaration is. A thousand versions whose sources are outputs of
other resources would each check a thousand versions, one after the other; those that arrive together are
checked together.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
R = TypeVar("R")


class Together(Generic[K, R]):
    """Collects what arrives, and has it worked on as soon as a turn of the event loop brings nothing more."""

    def __init__(self, work: Callable[[Mapping[K, object]], Awaitable[R]]) -> None:
        self._work = work
        self._arrived: dict[K, object] = {}
        self._next: asyncio.Task[R] | None = None

    async def on(self, arrived: Mapping[K, object]) -> R:
        """The result for some values and all others that arrived with them. Raises what the work raises."""
        self._arrived |= arrived
        if self._next is None:
            self._next = asyncio.ensure_future(self._round())
        return await self._next

    async def _round(self) -> R:
        known = 0
        while known < len(self._arrived):
            known = len(self._arrived)
            await asyncio.sleep(0)
        arrived, self._arrived, self._next = self._arrived, {}, None
        return await self._work(arrived)
