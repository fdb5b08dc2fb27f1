"""Pulumi's ResourceProvider protocol: each call decoded, handed on to who knows, and the answer encoded.

Calls on resources are answered here; components and the schema are Pulumi's own servicer's, behind the same port.
Azure's clients block, so each call on a resource runs in a thread.
"""

# ruff: noqa: N802, ARG002  names and arguments are the protocol's

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import grpc
import grpc.aio
from google.protobuf import empty_pb2
from pulumi.runtime.proto import plugin_pb2, provider_pb2, provider_pb2_grpc

from azure_image_gallery.azure.resource_id import ResourceId, gallery_id
from azure_image_gallery.provider import components
from azure_image_gallery.provider.access import Access
from azure_image_gallery.provider.checking import failures
from azure_image_gallery.provider.difference import changes
from azure_image_gallery.provider.engine import Engine
from azure_image_gallery.provider.galleries import Galleries
from azure_image_gallery.provider.gallery_sharing import GallerySharing, HalfDoneError, RefusedError
from azure_image_gallery.provider.patience import EndedError, Patience, said
from azure_image_gallery.provider.replies import diff_response, half_done
from azure_image_gallery.provider.settings import Settings, SettingsError
from azure_image_gallery.provider.wire import Values, decode, encode

T = TypeVar("T")
_Context = grpc.aio.ServicerContext[Any, Any]
_TYPE = "azure-image-gallery:index:GallerySharing"


class Servicer(provider_pb2_grpc.ResourceProviderServicer):
    """One plugin process."""

    def __init__(self, engine_address: str) -> None:
        self.engine = Engine(engine_address)
        self.cancelled = threading.Event()
        self._galleries = Galleries(Settings({}))
        self._hosted: Any = None
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def GetPluginInfo(self, request: empty_pb2.Empty, context: _Context) -> plugin_pb2.PluginInfo:
        """Say which version this is."""
        return plugin_pb2.PluginInfo(version=components.package_version())

    async def Attach(self, request: plugin_pb2.PluginAttach, context: _Context) -> empty_pb2.Empty:
        """Learn the engine's address."""
        self.engine.attach(request.address)
        return empty_pb2.Empty()

    async def CheckConfig(
        self, request: provider_pb2.CheckRequest, context: _Context
    ) -> provider_pb2.CheckResponse:
        """Take any configuration: what is missing is said when Azure is called."""
        return provider_pb2.CheckResponse(inputs=request.news)

    async def DiffConfig(
        self, request: provider_pb2.DiffRequest, context: _Context
    ) -> provider_pb2.DiffResponse:
        """Say that no setting asks for another gallery: who is logged in changes nothing in Azure."""
        same = decode(request.olds) == decode(request.news)
        some = provider_pb2.DiffResponse.DIFF_NONE if same else provider_pb2.DiffResponse.DIFF_SOME
        return provider_pb2.DiffResponse(changes=some)

    async def Configure(
        self, request: provider_pb2.ConfigureRequest, context: _Context
    ) -> provider_pb2.ConfigureResponse:
        """Keep the settings; nothing is asked of Azure yet."""
        self._galleries = Galleries(Settings(dict(request.variables)))
        return provider_pb2.ConfigureResponse(supportsPreview=True)

    async def Check(
        self, request: provider_pb2.CheckRequest, context: _Context
    ) -> provider_pb2.CheckResponse:
        """Say what is wrong with the inputs."""
        async with self._call(context):
            _require_known(request.urn)
            inputs = decode(request.news)
            wrong = [provider_pb2.CheckFailure(property=at, reason=why) for at, why in failures(inputs)]
        return provider_pb2.CheckResponse(inputs=encode(inputs), failures=wrong)

    async def Diff(self, request: provider_pb2.DiffRequest, context: _Context) -> provider_pb2.DiffResponse:
        """Compare what there is with what is wanted: after a failure, only the outputs tell what there is."""
        async with self._call(context):
            return diff_response(changes(decode(request.olds), decode(request.news)))

    async def Create(
        self, request: provider_pb2.CreateRequest, context: _Context
    ) -> provider_pb2.CreateResponse:
        """Give access, or say what would come of it."""
        inputs = decode(request.properties)
        if request.preview:
            return provider_pb2.CreateResponse(properties=encode(inputs))
        id_ = str(inputs["galleryId"])
        async with self._call(context, id_):
            sharing = self._sharing(request.urn, id_, request.timeout)
            access = await _thread(lambda: sharing.bring_about(Access.of(inputs), Access()))
        return provider_pb2.CreateResponse(id=id_, properties=encode(_outputs(id_, access)))

    async def Update(
        self, request: provider_pb2.UpdateRequest, context: _Context
    ) -> provider_pb2.UpdateResponse:
        """Change who has access, or say what would come of it."""
        inputs = decode(request.news)
        if request.preview:
            return provider_pb2.UpdateResponse(properties=encode(inputs))
        async with self._call(context, request.id):
            sharing = self._sharing(request.urn, request.id, request.timeout)
            had = Access.of(decode(request.olds))
            access = await _thread(lambda: sharing.bring_about(Access.of(inputs), had))
        return provider_pb2.UpdateResponse(properties=encode(_outputs(request.id, access)))

    async def Read(self, request: provider_pb2.ReadRequest, context: _Context) -> provider_pb2.ReadResponse:
        """Return what Azure holds, which is what the resource is now."""
        async with self._call(context):
            sharing = self._sharing(request.urn, request.id, request.timeout)
            known = Access.of(decode(request.inputs) or decode(request.properties))
            access = await _thread(lambda: sharing.read(known))
        if access is None:
            return provider_pb2.ReadResponse()
        values = encode(_outputs(request.id, access))
        return provider_pb2.ReadResponse(id=request.id, properties=values, inputs=values)

    async def Delete(self, request: provider_pb2.DeleteRequest, context: _Context) -> empty_pb2.Empty:
        """Take all access back."""
        async with self._call(context):
            sharing = self._sharing(request.urn, request.id, request.timeout)
            await _thread(sharing.reset)
        return empty_pb2.Empty()

    async def Cancel(self, request: empty_pb2.Empty, context: _Context) -> empty_pb2.Empty:
        """End everything under way; what was done by then is kept."""
        self.cancelled.set()
        return empty_pb2.Empty()

    async def GetSchema(
        self, request: provider_pb2.GetSchemaRequest, context: _Context
    ) -> provider_pb2.GetSchemaResponse:
        """Describe the components."""
        return await self._components().GetSchema(request, context)

    async def Construct(
        self, request: provider_pb2.ConstructRequest, context: _Context
    ) -> provider_pb2.ConstructResponse:
        """Make a component, for a program in another language."""
        return await self._components().Construct(request, context)

    async def idle(self) -> None:
        """Wait until no call is under way."""
        await self._idle.wait()

    @asynccontextmanager
    async def _call(self, context: _Context, id_: str = "") -> AsyncGenerator[None]:
        """Turn errors into the status that the engine shows; with an id, what is half-done is kept."""
        from azure.core.exceptions import AzureError, HttpResponseError  # noqa: PLC0415  slow, not needed before

        self._running += 1
        self._idle.clear()
        try:
            yield
        except HalfDoneError as error:
            metadata = half_done(id_, _outputs(id_, error.access), _reason(error.__cause__ or error))
            await context.abort(grpc.StatusCode.UNKNOWN, _reason(error.__cause__ or error), metadata)
        except HttpResponseError as error:
            await context.abort(grpc.StatusCode.UNKNOWN, said(error))
        except (AzureError, EndedError, RefusedError, SettingsError, OSError) as error:
            await context.abort(grpc.StatusCode.UNKNOWN, _reason(error))
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    def _sharing(self, urn: str, id_: str, timeout: float) -> GallerySharing:
        loop = asyncio.get_running_loop()

        def warn(message: str) -> None:
            asyncio.run_coroutine_threadsafe(self.engine.warn(urn, message), loop).result()

        return GallerySharing(self._galleries, _gallery(id_), Patience(timeout, self.cancelled), warn)

    def _components(self) -> Any:  # noqa: ANN401  Pulumi's servicer
        self._hosted = self._hosted or components.hosted(self.engine.address)
        return self._hosted


def _require_known(urn: str) -> None:
    kind = urn.split("::")[2].rsplit("$", maxsplit=1)[-1]
    if kind != _TYPE:
        raise RefusedError(f"there is no resource {kind} in this package, the one there is is {_TYPE}")


def _gallery(id_: str) -> ResourceId:
    found = gallery_id(id_)
    if found is None:
        raise RefusedError(f"{id_!r} is not the id of a gallery")
    return found


def _outputs(id_: str, access: Access) -> Values:
    return {"galleryId": id_, **access.values()}


def _reason(error: BaseException) -> str:
    from azure.core.exceptions import HttpResponseError  # noqa: PLC0415  as above

    return said(error) if isinstance(error, HttpResponseError) else str(error)


async def _thread(act: Callable[[], T]) -> T:
    return await asyncio.to_thread(act)
