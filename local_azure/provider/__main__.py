"""The plugin's process: `python -m local_azure.provider [engine address]`.

It prints its port, as Pulumi's plugins do, and serves until it is ended. It ignores Ctrl-C: that goes to the engine,
which then calls Cancel and lets running operations end.
"""

import asyncio
import signal
import sys

import grpc.aio
from pulumi.runtime.proto import provider_pb2_grpc

from local_azure.provider.servicer import Servicer

# The engine's own limit; a state with many resources makes long messages.
_LARGEST_MESSAGE = 1024 * 1024 * 400


async def serve(engine_address: str) -> None:
    """Serve until SIGTERM."""
    server = grpc.aio.server(
        options=[
            ("grpc.max_receive_message_length", _LARGEST_MESSAGE),
            ("grpc.max_send_message_length", _LARGEST_MESSAGE),
        ]
    )
    servicer = Servicer(engine_address)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(servicer, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    print(port, flush=True)
    await ended.wait()
    await server.stop(grace=None)
    await servicer.close()


def main() -> None:
    """Read the engine's address, if one is given, and serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    addresses = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    asyncio.run(serve(addresses[0] if addresses else ""))


if __name__ == "__main__":
    main()
