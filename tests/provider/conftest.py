"""An ARM of the tests' own, which answers as it is told to, and the plugin in front of it."""

import json
import os
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import grpc.aio
import pytest
import trustme
from aiohttp import web
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc

from local_azure.provider.pipeline import Pace
from local_azure.provider.servicer import Servicer
from local_azure.provider.values import Values, decode, encode

SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
TENANT = "eeeeeeee-7000-4000-8000-000000000001"
GROUP = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"
GALLERY = f"{GROUP}/providers/Microsoft.Compute/galleries/g"
# {"alg":"none"}.{"oid":"the-object-id"}. without a signature
JWT = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJ0aGUtb2JqZWN0LWlkIn0."
FAST = Pace(retries=(0.01, 0.01, 0.01), write_poll=0.01, delete_poll=0.01)


@dataclass(frozen=True)
class Seen:
    """A request that reached ARM. `order` is its number among all."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


@dataclass
class Answer:
    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    text: str | None = None
    drop: bool = False


Script = dict[tuple[str, str], list[Answer]]


class ScriptedArm:
    """Answers from a script where there is one (the last answer stays), else from what was put."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.resources: dict[str, Any] = {}
        self.address = ""
        self.metadata: dict[str, Any] = {}
        self._script: Script = {}

    def script(self, method: str, path: str, *answers: Answer) -> None:
        """Let `method` on `path` (without its query) answer so, one after the other."""
        self._script[method, path.lower()] = list(answers)

    def calls(self, method: str = "", containing: str = "") -> list[Seen]:
        """Requests about resources, in order; those of sign-in are left out."""
        return [
            seen
            for seen in self.seen
            if seen.path.startswith(("/subscriptions", "/providers", "/poll"))
            and (not method or seen.method == method)
            and containing.lower() in seen.path.lower()
        ]

    def operation(self, name: str) -> str:
        """Address of a long-running operation."""
        return f"{self.address}/poll/{name}?api-version=2024-03-03&t=1"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        content = await request.text()
        is_json = request.content_type == "application/json" and content
        body = json.loads(content) if is_json else content
        seen = Seen(request.method, request.path, dict(request.query), dict(request.headers), body)
        self.seen.append(seen)
        answer = self._scripted(seen) or self._sign_in(seen) or self._stored(seen)
        if answer.drop:
            assert request.transport
            request.transport.abort()
        if answer.text is not None:
            return web.Response(status=answer.status, text=answer.text, headers=answer.headers)
        if answer.body is None:
            return web.Response(status=answer.status, headers=answer.headers)
        return web.json_response(answer.body, status=answer.status, headers=answer.headers)

    def _scripted(self, seen: Seen) -> Answer | None:
        answers = self._script.get((seen.method, seen.path.lower()))
        if not answers:
            return None
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def _sign_in(self, seen: Seen) -> Answer | None:
        if seen.path == "/metadata/endpoints":
            return Answer(body=self.metadata)
        if seen.path.endswith("/oauth2/v2.0/token"):
            return Answer(body={"access_token": JWT, "expires_in": 3600, "token_type": "Bearer"})
        return None

    def _stored(self, seen: Seen) -> Answer:
        key = seen.path.lower()
        if seen.method == "PUT":
            created = key not in self.resources
            self.resources[key] = resource(seen.path, seen.body)
            return Answer(201 if created else 200, self.resources[key])
        if key not in self.resources:
            gone = {
                "error": {"code": "ResourceNotFound", "message": f"The Resource '{seen.path}' was not found."}
            }
            return Answer(204) if seen.method == "DELETE" else Answer(404, gone)
        return Answer(body=self.resources.pop(key) if seen.method == "DELETE" else self.resources[key])


def resource(path: str, body: Any) -> dict[str, Any]:
    """What ARM holds after a PUT of `body`."""
    parts = path.strip("/").split("/")
    if "providers" in parts:
        provider, *rest = parts[len(parts) - parts[::-1].index("providers") :]
        kind = "/".join([provider, *rest[::2]])
    else:
        kind = "Microsoft.Resources/resourceGroups"
    properties = {**body.get("properties", {}), "provisioningState": "Succeeded"}
    return {"id": path, "name": parts[-1], "type": kind, **body, "properties": properties}


@pytest.fixture
async def arm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ScriptedArm]:
    """A running ARM; the environment names it, as `ARM_METADATA_HOSTNAME` and its friends do."""
    scripted = ScriptedArm()
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    application = web.Application()
    application.router.add_route("*", "/{tail:.*}", scripted.handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    port = runner.addresses[0][1]
    scripted.address = f"https://127.0.0.1:{port}"
    scripted.metadata = {
        "name": "test",
        "authentication": {"loginEndpoint": scripted.address, "audiences": ["https://management.azure.com"]},
        "resourceManager": scripted.address,
    }
    settings = {
        "ARM_METADATA_HOSTNAME": f"127.0.0.1:{port}",
        "ARM_SUBSCRIPTION_ID": SUBSCRIPTION,
        "ARM_TENANT_ID": TENANT,
        "ARM_CLIENT_ID": "the-client",
        "ARM_CLIENT_SECRET": "the-secret",
        "ARM_DISABLE_INSTANCE_DISCOVERY": "true",
        "SSL_CERT_FILE": str(tmp_path / "ca.pem"),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    yield scripted
    await runner.cleanup()


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
        self, urn: str, news: Values, olds: Values | None = None, **request: Any
    ) -> tuple[Values, list[str]]:
        answer = await self.stub.Check(
            provider_pb2.CheckRequest(
                urn=urn, news=encode(news), olds=encode(olds or {}), randomSeed=b"seed", **request
            )
        )
        return decode(answer.inputs), [failure.reason for failure in answer.failures]

    async def create(self, urn: str, inputs: Values, **request: Any) -> tuple[str, Values]:
        answer = await self.stub.Create(
            provider_pb2.CreateRequest(urn=urn, properties=encode(inputs), **request)
        )
        return answer.id, decode(answer.properties)

    async def update(self, urn: str, olds: Values, news: Values, **request: Any) -> Values:
        answer = await self.stub.Update(
            provider_pb2.UpdateRequest(id="id", urn=urn, olds=encode(olds), news=encode(news), **request)
        )
        return decode(answer.properties)

    async def delete(self, urn: str, resource_id: str, **request: Any) -> None:
        await self.stub.Delete(provider_pb2.DeleteRequest(urn=urn, id=resource_id, **request))

    async def read(
        self, urn: str, resource_id: str, inputs: Values | None = None, outputs: Values | None = None
    ) -> provider_pb2.ReadResponse:
        request = provider_pb2.ReadRequest(urn=urn, id=resource_id, properties=encode(outputs or {}))
        if inputs is not None:
            request.inputs.CopyFrom(encode(inputs))
        return await self.stub.Read(request)

    async def invoke(self, token: str, **arguments: Any) -> Values:
        answer = await self.stub.Invoke(provider_pb2.InvokeRequest(tok=token, args=encode(arguments)))
        return decode(getattr(answer, "return"))


Start = Callable[[Pace], AsyncIterator[Plugin]]


async def running(pace: Pace) -> AsyncIterator[Plugin]:
    server = grpc.aio.server()
    servicer = Servicer("", pace)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(servicer, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        yield Plugin(provider_pb2_grpc.ResourceProviderStub(channel))
    await server.stop(None)
    await servicer.close()


@pytest.fixture
async def unconfigured(arm: ScriptedArm) -> AsyncIterator[Plugin]:
    async for plugin in running(FAST):
        yield plugin


@pytest.fixture
async def plugin(unconfigured: Plugin) -> Plugin:
    await unconfigured.configure()
    return unconfigured


def urn(kind: str, name: str = "thing") -> str:
    return f"urn:pulumi:dev::project::azure-native:{kind}::{name}"


def without_query(url: str) -> str:
    return urlsplit(url).path


@pytest.fixture
def engine() -> Path:
    """Folder of the engine and its Python language host."""
    folder = os.environ.get("IMAGE_GALLERY_ENGINE", "")
    if not folder or not (Path(folder) / "pulumi").is_file():
        pytest.skip("no engine: IMAGE_GALLERY_ENGINE does not name a folder with `pulumi` in it")
    return Path(folder)
