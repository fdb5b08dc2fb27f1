"""The plugin behind gRPC, spoken to as the engine does."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import grpc.aio
from google.protobuf import empty_pb2
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc

from local_azure.provider.pipeline import Pace
from local_azure.provider.servicer import Servicer
from local_azure.provider.values import Values, decode, encode

FAST = Pace(retries=(0.01, 0.01, 0.01), write_poll=0.01, delete_poll=0.01)


Json = dict[str, Any]


class Plugin:
    """The plugin behind gRPC, spoken to as the engine does."""

    def __init__(self, stub: Any) -> None:
        self.stub = stub

    async def configure(self, **settings: str) -> provider_pb2.ConfigureResponse:
        variables = {f"azure-native:config:{name}": value for name, value in settings.items()}
        return await self.stub.Configure(
            provider_pb2.ConfigureRequest(
                variables=variables,
                sends_old_inputs=True,
                sends_old_inputs_to_delete=True,
                acceptSecrets=True,
                acceptResources=True,
            )
        )

    async def check(
        self, urn: str, news: Json, olds: Json | None = None, **request: Any
    ) -> tuple[Values, list[str]]:
        answer = await self.stub.Check(
            provider_pb2.CheckRequest(
                urn=urn, news=encode(news), olds=encode(olds or {}), randomSeed=b"seed", **request
            )
        )
        return decode(answer.inputs), [failure.reason for failure in answer.failures]

    async def create(self, urn: str, inputs: Json, **request: Any) -> tuple[str, Values]:
        answer = await self.stub.Create(
            provider_pb2.CreateRequest(urn=urn, properties=encode(inputs), **request)
        )
        return answer.id, decode(answer.properties)

    async def update(self, urn: str, olds: Json, news: Json, **request: Any) -> Values:
        answer = await self.stub.Update(
            provider_pb2.UpdateRequest(id="id", urn=urn, olds=encode(olds), news=encode(news), **request)
        )
        return decode(answer.properties)

    async def delete(self, urn: str, resource_id: str, **request: Any) -> None:
        await self.stub.Delete(provider_pb2.DeleteRequest(urn=urn, id=resource_id, **request))

    async def read(
        self, urn: str, resource_id: str, inputs: Json | None = None, outputs: Json | None = None
    ) -> provider_pb2.ReadResponse:
        request = provider_pb2.ReadRequest(urn=urn, id=resource_id, properties=encode(outputs or {}))
        if inputs is not None:
            request.inputs.CopyFrom(encode(inputs))
        return await self.stub.Read(request)

    async def cancel(self) -> None:
        await self.stub.Cancel(empty_pb2.Empty())

    async def invoke(self, token: str, **arguments: Any) -> Values:
        answer = await self.stub.Invoke(provider_pb2.InvokeRequest(tok=token, args=encode(arguments)))
        return decode(getattr(answer, "return"))


@asynccontextmanager
async def running(pace: Pace = FAST) -> AsyncGenerator[Plugin]:
    """A plugin of the test's own, not configured yet."""
    server = grpc.aio.server()
    servicer = Servicer("", pace)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(servicer, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    try:
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
            yield Plugin(provider_pb2_grpc.ResourceProviderStub(channel))
    finally:
        await server.stop(None)
        await servicer.close()


def urn(kind: str, name: str = "thing") -> str:
    return f"urn:pulumi:dev::project::azure-native:{kind}::{name}"
