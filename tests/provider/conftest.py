"""A scripted ARM, and the plugin in front of it."""

import os
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trustme
from aiohttp import web

from tests.provider.plugin import Plugin, running
from tests.provider.scripted_arm import SUBSCRIPTION, TENANT, ScriptedArm


@pytest.fixture
async def arm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ScriptedArm]:
    """A running ARM; the environment names it, as `ARM_METADATA_HOSTNAME` and its friends do."""
    scripted = ScriptedArm()
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)  # pyright: ignore[reportUnknownMemberType]  trustme also takes OpenSSL's own
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


@pytest.fixture
async def unconfigured(arm: ScriptedArm) -> AsyncIterator[Plugin]:  # noqa: ARG001  it sets the environment
    async with running() as plugin:
        yield plugin


@pytest.fixture
async def plugin(unconfigured: Plugin) -> Plugin:
    await unconfigured.configure()
    return unconfigured


@pytest.fixture
def engine() -> Path:
    """Folder of the engine and its Python language host."""
    folder = os.environ.get("IMAGE_GALLERY_ENGINE", "")
    if not folder or not (Path(folder) / "pulumi").is_file():
        pytest.skip("no engine: IMAGE_GALLERY_ENGINE does not name a folder with `pulumi` in it")
    return Path(folder)
