"""Listening on this machine over HTTPS, and letting go of it without leaving connections behind."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from aiohttp import web

from local_azure.app import make_app
from local_azure.certificates import Certificates
from local_azure.cloud import Cloud

HOST = "127.0.0.1"
_PATIENCE = 1.0


@asynccontextmanager
async def listening(cloud: Cloud, port: int, certificates: Certificates) -> AsyncGenerator[int]:
    """Serve a local Azure; yields the port, which for 0 is any free one. `OSError` if the port is in use."""
    app = make_app(cloud)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port, ssl_context=certificates.server_context()).start()
        yield runner.addresses[0][1]
    finally:
        open_connections = [found.transport for found in runner.server.connections] if runner.server else []
        await runner.cleanup()
        for transport in open_connections:  # a client that keeps its end open would be waited for
            if transport is not None:
                transport.abort()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
