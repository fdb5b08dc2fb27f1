"""The plugin's process: `pulumi-resource-azure-image-gallery [engine address]`.

It prints its port, as Pulumi's plugins do. The engine ends a plugin that it no longer needs with SIGINT, and a
person's Ctrl-C may arrive as the same signal while the engine still waits for answers: no call is cut short. An
engine that was killed waits for none; what is under way ends then, and the process with it.
"""

import asyncio
import signal
import sys

import grpc.aio
from pulumi.runtime.proto import provider_pb2_grpc

from azure_image_gallery.provider.servicer import Servicer

# The engine's own limit; a state with many resources makes long messages.
_LARGEST_MESSAGE = 1024 * 1024 * 400


async def serve(engine_address: str) -> None:
    """Serve until SIGINT, or until the engine is gone, and then until the last call is answered."""
    limits = [
        ("grpc.max_receive_message_length", _LARGEST_MESSAGE),
        ("grpc.max_send_message_length", _LARGEST_MESSAGE),
    ]
    server = grpc.aio.server(options=limits)
    servicer = Servicer(engine_address)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(servicer, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    interrupted = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, interrupted.set)
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await _first(interrupted, servicer)
    await servicer.idle()
    await server.stop(grace=1)
    await servicer.engine.close()


async def _first(interrupted: asyncio.Event, servicer: Servicer) -> None:
    """Wait until the plugin is told to end, or the engine is gone: then what is under way is ended."""
    gone = asyncio.ensure_future(servicer.engine.gone())
    told = asyncio.ensure_future(interrupted.wait())
    await asyncio.wait((gone, told), return_when=asyncio.FIRST_COMPLETED)
    if gone.done():
        servicer.cancelled.set()
    for end in (gone, told):
        end.cancel()


def main() -> None:
    """Read the engine's address, if one is given, and serve."""
    addresses = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    asyncio.run(serve(addresses[0] if addresses else ""))
