"""The engine as the plugin sees it: a place for messages."""

from typing import Any

import grpc.aio
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc


class Engine:
    """The engine's address, on the command line or from `Attach`. Without one, messages go nowhere."""

    def __init__(self, address: str) -> None:
        self._stub: Any = None
        self._channel: grpc.aio.Channel | None = None
        if address:
            self.attach(address)

    def attach(self, address: str) -> None:
        """Talk to the engine at `address`."""
        self._channel = grpc.aio.insecure_channel(address)
        self._stub = engine_pb2_grpc.EngineStub(self._channel)

    async def warn(self, urn: str, message: str) -> None:
        """Show a warning beside a resource. An engine that is gone is no reason to fail."""
        if self._stub is None:
            return
        request = engine_pb2.LogRequest(severity=engine_pb2.WARNING, urn=urn, message=message)
        try:
            await self._stub.Log(request)
        except grpc.aio.AioRpcError:
            return

    async def close(self) -> None:
        """Close the connection."""
        if self._channel is not None:
            await self._channel.close()
