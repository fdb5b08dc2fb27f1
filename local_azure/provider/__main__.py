"""The plugin's process: `python -m local_azure.provider [engine address]`.

It prints its port, as Pulumi's plugins do. The engine ends a plugin it no longer needs with SIGINT, and a
person's Ctrl-C may arrive as the same signal while the engine still waits for answers. So SIGINT never cuts a
call short: the process ends when none is under way, which the engine's Cancel brings about. An engine that was
killed waits for no answer: then what is under way ends as with Cancel, and the process with it. What Azure has
accepted by then it finishes by itself.
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
    """Serve until SIGINT, or until the engine is gone, and then until the last call is answered."""
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
    interrupted = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, interrupted.set)
    print(port, flush=True)
    ends = [asyncio.ensure_future(end) for end in (interrupted.wait(), servicer.engine_gone())]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for end in ends:
        end.cancel()
    await servicer.idle()
    await server.stop(grace=1)
    await servicer.close()


def main() -> None:
    """Read the engine's address, if one is given, and serve."""
    addresses = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    asyncio.run(serve(addresses[0] if addresses else ""))


if __name__ == "__main__":
    main()
