"""The plugin as a process: its port, its signals."""

import asyncio
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import grpc.aio
import pytest
from pulumi.runtime.proto import provider_pb2_grpc

from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GALLERY, Answer, ScriptedArm

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def started(*arguments: str) -> AsyncGenerator[tuple[asyncio.subprocess.Process, Plugin]]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "local_azure.provider", *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        port = int(await process.stdout.readline())
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
            yield process, Plugin(provider_pb2_grpc.ResourceProviderStub(channel))
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def engine() -> AsyncGenerator[tuple[str, grpc.aio.Server]]:
    """The least of an engine: it listens, and knows no service, health checks included."""
    server = grpc.aio.server()
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    try:
        yield f"127.0.0.1:{port}", server
    finally:
        await server.stop(None)


async def test_sigint_ends_an_idle_process_at_once() -> None:
    async with engine() as (address, _), started(address) as (process, _):
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(5):
            assert await process.wait() == 0


async def test_an_engine_that_is_gone_ends_the_process() -> None:
    async with engine() as (address, server), started(address) as (process, _):
        await asyncio.sleep(0.3)
        assert process.returncode is None
        await server.stop(None)
        async with asyncio.timeout(5):
            assert await process.wait() == 0


async def test_an_engine_that_was_never_there_ends_the_process() -> None:
    async with started("127.0.0.1:1") as (process, _):
        async with asyncio.timeout(5):
            assert await process.wait() == 0


async def test_an_engine_that_is_gone_ends_the_wait_for_a_write(arm: ScriptedArm) -> None:
    held = {"id": GALLERY, "name": "g"}
    arm.script("PUT", GALLERY, Answer(201, held, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", Answer(body={"status": "InProgress"}))
    arm.script("GET", GALLERY, Answer(404), Answer(200, held))
    async with engine() as (address, server), started(address) as (process, plugin):
        await plugin.configure()
        inputs = {"resourceGroupName": "rg", "galleryName": "g", "location": "x"}
        create = asyncio.ensure_future(plugin.create(urn("compute:Gallery"), inputs))
        await arm.reached("GET", "/poll/op")
        await server.stop(None)
        async with asyncio.timeout(5):
            assert await process.wait() == 0
        with pytest.raises(grpc.aio.AioRpcError, match="operation cancelled"):
            await create
    assert [call.path for call in arm.calls("PUT")] == [GALLERY]


async def test_sigint_waits_for_running_calls_which_cancel_ends(arm: ScriptedArm) -> None:
    held = {"id": GALLERY, "name": "g"}
    arm.script("PUT", GALLERY, Answer(201, held, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", Answer(body={"status": "InProgress"}))
    arm.script("GET", GALLERY, Answer(404), Answer(200, held))
    async with started() as (process, plugin):
        await plugin.configure()
        inputs = {"resourceGroupName": "rg", "galleryName": "g", "location": "x"}
        create = asyncio.ensure_future(plugin.create(urn("compute:Gallery"), dict(inputs)))
        await arm.reached("GET", "/poll/op")
        process.send_signal(signal.SIGINT)
        await asyncio.sleep(0.3)
        assert process.returncode is None
        await plugin.cancel()
        with pytest.raises(grpc.aio.AioRpcError, match="operation cancelled"):
            await create
        async with asyncio.timeout(5):
            assert await process.wait() == 0
