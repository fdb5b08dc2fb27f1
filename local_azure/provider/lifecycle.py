"""Create, read, update and delete one resource: the order of calls, and what is kept when one fails."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from local_azure.provider.arm import Arm
from local_azure.provider.difference import apply_drift
from local_azure.provider.errors import NOT_FOUND, ArmError, Interrupted, PartialFailure, ProviderError
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.shapes import imported_inputs, outputs_as_inputs, to_body, to_outputs
from local_azure.provider.values import Values

T = TypeVar("T")
Warn = Callable[[str], Awaitable[None]]

DEFAULT_SECONDS = 2 * 60 * 60.0
_CHECKPOINT_SECONDS = 10.0


class Bounds:
    """Ends what runs when the engine cancels or the time is over."""

    def __init__(self, cancelled: asyncio.Event, seconds: float) -> None:
        self._cancelled = cancelled
        self._end = asyncio.get_running_loop().time() + (seconds or DEFAULT_SECONDS)

    async def run(self, work: Awaitable[T]) -> T:
        """Wait for `work`. Raises Interrupted when it was ended early."""
        task = asyncio.ensure_future(work)
        stop = asyncio.ensure_future(self._cancelled.wait())
        left = self._end - asyncio.get_running_loop().time()
        try:
            await asyncio.wait({task, stop}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise Interrupted("operation cancelled" if stop.done() else "operation timed out")
        finally:
            stop.cancel()
            task.cancel()


@dataclass(frozen=True)
class Written:
    """A resource as it stands after a write or a read."""

    resource_id: str
    outputs: Values


@dataclass(frozen=True)
class Lifecycle:
    """The operations on one resource, each within its bounds."""

    arm: Arm
    kind: ResourceType
    subscription_id: str
    read_after_write: bool
    bounds: Bounds
    warn: Warn

    async def create(self, inputs: Values) -> Written:
        """Create a resource that must not exist yet."""
        resource_id = self.kind.resource_id(self.subscription_id, inputs)
        await self.bounds.run(self.arm.require_absent(resource_id, self.kind.api_version))
        return await self._write(resource_id, inputs, "Create")

    async def update(self, inputs: Values) -> Written:
        """Send the whole resource again."""
        resource_id = self.kind.resource_id(self.subscription_id, inputs)
        return await self._write(resource_id, inputs, "Update")

    async def delete(self, resource_id: str) -> None:
        """Delete a resource; one that is gone already is fine."""
        await self.bounds.run(
            self.arm.delete(
                resource_id, self.kind.api_version, long_running="DELETE" in self.kind.long_running
            )
        )

    async def read(
        self, resource_id: str, inputs: Values | None, outputs: Values
    ) -> tuple[Values, Values] | None:
        """Return outputs and inputs as Azure has them now, or None when the resource is gone.

        Without old `inputs` the resource is being imported, and its inputs come from the id and the body.
        With them, only what drifted since the old `outputs` is changed in them.
        """
        try:
            body = await self.bounds.run(self.arm.get(resource_id, self.kind.api_version))
        except ArmError as error:
            if error.status == NOT_FOUND:
                return None
            raise
        found = to_outputs(self.kind, body)
        if inputs is None:
            return found, imported_inputs(self.kind, resource_id, found)
        before, now = outputs_as_inputs(self.kind, outputs), outputs_as_inputs(self.kind, found)
        drifted = apply_drift(inputs, before, now)
        return found, drifted if isinstance(drifted, dict) else inputs

    async def _write(self, resource_id: str, inputs: Values, operation: str) -> Written:
        accepted = await self.bounds.run(
            self.arm.put(
                resource_id,
                self.kind.api_version,
                to_body(self.kind, inputs),
                long_running="PUT" in self.kind.long_running,
            )
        )
        try:
            body = await self.bounds.run(accepted.finish())
        except ProviderError as error:
            raise await self._partial(error, resource_id) from error
        answered = body.get("id")
        if operation == "Create" and isinstance(answered, str):
            resource_id = answered
        return Written(
            resource_id, to_outputs(self.kind, await self._read_back(resource_id, body, operation))
        )

    async def _read_back(self, resource_id: str, written: Values, operation: str) -> Values:
        if not self.read_after_write:
            return written
        try:
            return await self.bounds.run(self.arm.get(resource_id, self.kind.api_version))
        except ProviderError as error:
            await self.warn(f"Failed to read resource after {operation}: {error}")
            return written

    async def _partial(self, cause: ProviderError, resource_id: str) -> PartialFailure:
        """Read what is there, in a short time of its own: the bounds may be over."""
        try:
            async with asyncio.timeout(_CHECKPOINT_SECONDS):
                body = await self.arm.get(resource_id, self.kind.api_version)
        except (ProviderError, TimeoutError) as error:
            return PartialFailure(
                ProviderError(f"resource created but read failed {error}: {cause}"), resource_id, {}
            )
        return PartialFailure(cause, resource_id, to_outputs(self.kind, body))
