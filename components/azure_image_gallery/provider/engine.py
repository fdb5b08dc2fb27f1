"""The engine as the plugin sees it: a place for messages, and a connection that tells when it is gone."""

import asyncio
from typing import Any, cast

import grpc
import grpc.aio
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc

_HEALTH = "/grpc.health.v1.Health/Check"


class Engine:
    """The engine's address, on the command line or from `Attach`. Without one, messages go nowhere."""

    def __init__(self, address: str) -> None:
        self.address = ""
        self._channel: grpc.aio.Channel | None = None
        self._attached = asyncio.Event()
        if address:
            self.attach(address)

    def attach(self, address: str) -> None:
        """Talk to the engine at an address."""
        self.address = address
        self._channel = grpc.aio.insecure_channel(address)
        self._attached.set()

    async def warn(self, urn: str, message: str) -> None:
        """Show a warning beside a resource. An engine that is gone is no reason to fail."""
        if self._channel is None:
            return
        request = engine_pb2.LogRequest(severity=engine_pb2.WARNING, urn=urn, message=message)
        stub: Any = engine_pb2_grpc.EngineStub(self._channel)
        try:
            await stub.Log(request)
        except grpc.aio.AioRpcError:
            return

    async def gone(self) -> None:
        """Return when the engine answers no more, for it was killed; with none attached, never.

        Pulumi's own plugins ask the same (sdk/go/common/util/rpcutil/health.go), and take "I know no such service"
        for an answer.
        """
        await self._attached.wait()
        while self._channel is not None and await self._answers(self._channel):
            await self._channel.wait_for_state_change(self._channel.get_state(try_to_connect=True))

    async def close(self) -> None:
        """Close the connection."""
        if self._channel is not None:
            await self._channel.close()

    async def _answers(self, channel: grpc.aio.Channel) -> bool:
        check = cast("Any", channel.unary_unary)(_HEALTH)
        try:
            await check(b"")
        except grpc.aio.AioRpcError as error:
            return error.code() is grpc.StatusCode.UNIMPLEMENTED
        return True
