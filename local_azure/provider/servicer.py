"""Pulumi's ResourceProvider protocol: each call decoded, handed on to who knows, and the answer encoded.

`Handshake`, `Parameterize`, `Construct`, `Call` and schemas are not served: the SDK is installed already, and
azure-native makes no components. The engine copes with their absence.
"""

# ruff: noqa: N802, ARG002  names and arguments are the protocol's

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import grpc
import grpc.aio
from azure.core.exceptions import AzureError
from google.protobuf import empty_pb2
from pulumi.runtime.proto import plugin_pb2, provider_pb2, provider_pb2_grpc

from local_azure.provider import check, invokes
from local_azure.provider.configuration import read_configuration
from local_azure.provider.connection import Connection, connect
from local_azure.provider.difference import difference
from local_azure.provider.engine import Engine
from local_azure.provider.errors import ConfigurationError, PartialFailure, ProviderError, from_azure
from local_azure.provider.lifecycle import Bounds, Lifecycle
from local_azure.provider.pipeline import Pace
from local_azure.provider.replies import diff_response, partial_failure_metadata
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.resources import resource_type
from local_azure.provider.shapes import preview_outputs
from local_azure.provider.values import Values, decode, encode

VERSION = "3.29.0"

_Context = grpc.aio.ServicerContext[object, object]
_STABLE_OUTPUTS = ("name", "location")


class Servicer(provider_pb2_grpc.ResourceProviderServicer):
    """One plugin process. Calls run side by side on one event loop."""

    def __init__(self, engine_address: str, pace: Pace | None = None) -> None:
        self._engine = Engine(engine_address)
        self._pace = pace or Pace()
        self._cancelled = asyncio.Event()
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._connection: Connection | None = None

    async def GetPluginInfo(self, request: empty_pb2.Empty, context: _Context) -> plugin_pb2.PluginInfo:
        """Claim the version of the plugin that is stood in for."""
        return plugin_pb2.PluginInfo(version=VERSION)

    async def Attach(self, request: plugin_pb2.PluginAttach, context: _Context) -> empty_pb2.Empty:
        """Learn the engine's address."""
        self._engine.attach(request.address)
        return empty_pb2.Empty()

    async def CheckConfig(
        self, request: provider_pb2.CheckRequest, context: _Context
    ) -> provider_pb2.CheckResponse:
        """Take any configuration: Configure looks at it."""
        return provider_pb2.CheckResponse(inputs=request.news)

    async def DiffConfig(
        self, request: provider_pb2.DiffRequest, context: _Context
    ) -> provider_pb2.DiffResponse:
        """Leave it to the engine to compare configurations."""
        return provider_pb2.DiffResponse()

    async def Configure(
        self, request: provider_pb2.ConfigureRequest, context: _Context
    ) -> provider_pb2.ConfigureResponse:
        """Find the local Azure. Secrets are left to the engine, as azure-native leaves them."""
        async with self._call(context):
            if not (request.sends_old_inputs and request.sends_old_inputs_to_delete):
                raise ConfigurationError("Azure Native provider requires Pulumi CLI v3.74.0 or later")
            configuration = read_configuration(dict(request.variables), os.environ)
            self._connection = await connect(configuration, self._pace)
        return provider_pb2.ConfigureResponse(supportsPreview=True, supports_autonaming_configuration=True)

    async def Invoke(
        self, request: provider_pb2.InvokeRequest, context: _Context
    ) -> provider_pb2.InvokeResponse:
        """Run a function."""
        async with self._call(context):
            bounds = Bounds(self._cancelled, 0)
            outputs = await bounds.run(self._invoke(request.tok, decode(request.args)))
        response = provider_pb2.InvokeResponse()
        getattr(response, "return").CopyFrom(encode(outputs))  # a word of Python's own
        return response

    async def Check(
        self, request: provider_pb2.CheckRequest, context: _Context
    ) -> provider_pb2.CheckResponse:
        """Fill in names and locations, and say what is missing or of the wrong type."""
        async with self._call(context):
            connection = self._configured()
            kind = _kind(request.urn)
            inputs = await check.fill_in(
                kind,
                decode(request.olds),
                decode(request.news),
                _naming(request),
                connection.configuration.location,
                connection.location_of,
            )
            failures = [provider_pb2.CheckFailure(reason=reason) for reason in check.failures(kind, inputs)]
        return provider_pb2.CheckResponse(inputs=encode(inputs), failures=failures)

    async def Diff(self, request: provider_pb2.DiffRequest, context: _Context) -> provider_pb2.DiffResponse:
        """Compare old and new inputs."""
        async with self._call(context):
            olds, news, outputs = decode(request.old_inputs), decode(request.news), decode(request.olds)
            found = difference(_kind(request.urn), olds, news, outputs)
        return diff_response(found)

    async def Create(
        self, request: provider_pb2.CreateRequest, context: _Context
    ) -> provider_pb2.CreateResponse:
        """Create a resource, or say what would come of it."""
        inputs = decode(request.properties)
        async with self._call(context, inputs):
            kind = _kind(request.urn)
            if request.preview:
                return provider_pb2.CreateResponse(properties=encode(preview_outputs(kind, inputs)))
            written = await self._lifecycle(kind, request.urn, request.timeout).create(inputs)
        return provider_pb2.CreateResponse(id=written.resource_id, properties=encode(written.outputs))

    async def Update(
        self, request: provider_pb2.UpdateRequest, context: _Context
    ) -> provider_pb2.UpdateResponse:
        """Send the whole resource again, or say what would come of it."""
        inputs = decode(request.news)
        async with self._call(context, inputs):
            kind = _kind(request.urn)
            if request.preview:
                olds = decode(request.olds)
                stable = {name: olds[name] for name in _STABLE_OUTPUTS if name in olds}
                outputs = preview_outputs(kind, inputs) | stable
                return provider_pb2.UpdateResponse(properties=encode(outputs))
            written = await self._lifecycle(kind, request.urn, request.timeout).update(inputs)
        return provider_pb2.UpdateResponse(properties=encode(written.outputs))

    async def Read(self, request: provider_pb2.ReadRequest, context: _Context) -> provider_pb2.ReadResponse:
        """Read a resource for a refresh, or for an import when there are no inputs yet."""
        async with self._call(context):
            known_inputs = decode(request.inputs) if request.inputs.fields else None
            lifecycle = self._lifecycle(_kind(request.urn), request.urn, request.timeout)
            found = await lifecycle.read(request.id, known_inputs, decode(request.properties))
        if found is None:
            return provider_pb2.ReadResponse()
        outputs, inputs = found
        return provider_pb2.ReadResponse(id=request.id, properties=encode(outputs), inputs=encode(inputs))

    async def Delete(self, request: provider_pb2.DeleteRequest, context: _Context) -> empty_pb2.Empty:
        """Delete a resource."""
        async with self._call(context):
            kind = _kind(request.urn)
            await self._lifecycle(kind, request.urn, request.timeout).delete(request.id)
        return empty_pb2.Empty()

    async def Cancel(self, request: empty_pb2.Empty, context: _Context) -> empty_pb2.Empty:
        """End everything under way; what Azure accepted already is reported as half-made."""
        self._cancelled.set()
        return empty_pb2.Empty()

    async def engine_gone(self) -> None:
        """Return when the engine was killed; what was under way is ended then."""
        await self._engine.gone()
        self._cancelled.set()

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.close()
        if self._connection is not None:
            await self._connection.close()

    async def idle(self) -> None:
        """Wait until no call is under way."""
        await self._idle.wait()

    @asynccontextmanager
    async def _call(self, context: _Context, inputs: Values | None = None) -> AsyncGenerator[None]:
        """Turn errors into the status that the engine shows; with `inputs`, a half-made resource is kept."""
        self._running += 1
        self._idle.clear()
        try:
            yield
        except PartialFailure as error:
            metadata = partial_failure_metadata(error, inputs or {})
            await context.abort(grpc.StatusCode.UNKNOWN, str(error), metadata)
        except (ProviderError, LookupError, ValueError) as error:
            await context.abort(grpc.StatusCode.UNKNOWN, str(error))
        except AzureError as error:
            await context.abort(grpc.StatusCode.UNKNOWN, str(from_azure(error)))
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def _invoke(self, token: str, arguments: Values) -> Values:
        connection = self._configured()
        configuration, cloud = connection.configuration, connection.cloud
        match token:
            case invokes.CLIENT_CONFIG:
                return await invokes.client_config(connection.credential, cloud, configuration)
            case invokes.CLIENT_TOKEN:
                return await invokes.client_token(connection.credential, cloud, arguments)
            case _:
                return await invokes.look_up(connection.arm, configuration.subscription_id, token, arguments)

    def _lifecycle(self, kind: ResourceType, urn: str, timeout: float) -> Lifecycle:
        connection = self._configured()
        return Lifecycle(
            arm=connection.arm,
            kind=kind,
            subscription_id=connection.configuration.subscription_id,
            read_after_write=not connection.configuration.skip_read_on_update,
            bounds=Bounds(self._cancelled, timeout),
            warn=lambda message: self._engine.warn(urn, message),
        )

    def _configured(self) -> Connection:
        if self._connection is None:
            raise ConfigurationError("the engine did not configure the provider before using it")
        return self._connection


def _kind(urn: str) -> ResourceType:
    return resource_type(urn.split("::")[2].rsplit("$", maxsplit=1)[-1])


def _naming(request: provider_pb2.CheckRequest) -> check.Naming:
    options = provider_pb2.CheckRequest.AutonamingOptions
    wish = request.autonaming if request.HasField("autonaming") else None
    return check.Naming(
        logical_name=request.urn.rsplit("::", 1)[-1],
        seed=request.randomSeed,
        proposed=wish.proposed_name if wish else "",
        binding=wish is not None and wish.mode == options.ENFORCE,
        disabled=wish is not None and wish.mode == options.DISABLE,
    )
