"""
A local Azure inside a test's own process: a thread of its own, a free port, a state folder of the test's.

The thread owns the state; a test talks to it over HTTPS as any client does, and may share the clock.
"""

import asyncio
import queue
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local_azure import certificates, environment, store
from local_azure.clock import Clock
from local_azure.cloud import Cloud, Manners
from local_azure.listener import listening
from local_azure.seed import seed


@dataclass(frozen=True)
class LocalAzure:
    """A service that runs: its port, and the certificate authority to trust."""

    port: int
    authority: Path

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://127.0.0.1:{self.port}"

    def environment(self) -> dict[str, str]:
        """Return the variables by which a client finds it."""
        return environment.variables(self.port, self.authority)


@contextmanager
def running(
    folder: Path, *, port: int = 0, clock: Clock | None = None, manners: Manners | None = None
) -> Generator[LocalAzure]:
    """Run a local Azure whose state is in `folder`; port 0 is any free one. What it holds is kept there."""
    ready: queue.Queue[tuple[int, asyncio.AbstractEventLoop, asyncio.Event] | BaseException] = queue.Queue()
    found = certificates.provide(folder)

    async def serve() -> None:
        opened, _ = store.open_store(folder / "state.db")
        try:
            cloud = Cloud(opened, clock=clock or Clock(), manners=manners or Manners())
            seed(cloud)
            async with listening(cloud, port, found) as bound:
                stopped = asyncio.Event()
                ready.put((bound, asyncio.get_running_loop(), stopped))
                await stopped.wait()
        finally:
            opened.close()

    def run() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:  # noqa: BLE001  handed to the thread that waits for it
            ready.put(error)

    thread = threading.Thread(target=run, name="local-azure", daemon=True)
    thread.start()
    answer = ready.get()
    if isinstance(answer, BaseException):
        raise answer
    bound, loop, stopped = answer
    try:
        yield LocalAzure(bound, found.authority)
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
