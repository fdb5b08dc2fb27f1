"""From a declaration to the body that Azure is sent, and back: every value of the declarations that hold everything.

What the components give the plugin for a declaration is made on local Azure; each value has to be in the body that
arrives there, and a refresh and a preview after that have nothing to say.
"""

import gc
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from local_azure.cloud import Manners
from local_azure.in_process import LocalAzure, running
from local_azure.provider.resources import resource_type
from local_azure.web import compute
from pages.covered.maximal import MAXIMAL, Maximal
from pages.covered.sent import leaves, registered
from tests.provider import plugin as plugins
from tests.provider.plugin import Plugin
from tests.provider.test_local_azure import is_quiet, make

# Pulumi's mocks leave event loops of their own open; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
ORDER = (
    "resources:ResourceGroup",
    "compute:Gallery",
    "compute:GalleryImage",
    "compute:GalleryApplication",
    "compute:GalleryApplicationVersion",
    "compute:Disk",
    "compute:Snapshot",
    "compute:Image",
)
SENDABLE = [pytest.param(one, id=one.title) for one in MAXIMAL if one.sendable]
SETS = {
    "keys": "EncryptionAtRestWithCustomerKey",
    "keys-confidential": "ConfidentialVmEncryptedWithCustomerKey",
}
SET = {
    "resourceGroupName": "rg-image-builds",
    "location": "westeurope",
    "identity": {"type": "SystemAssigned"},
    "activeKey": {
        "keyUrl": "https://contoso-keys.vault.azure.net/keys/images/0123456789abcdef0123456789abcdef"
    },
}
Bodies = dict[str, Any]


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What the mocks leave open is closed within the test that left it."""
    yield
    gc.collect()


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> Bodies:
    """The body of each PUT that arrives, by the resource's name."""
    found: Bodies = {}
    call_of = compute.call_of

    def noting(request: Any, id_: Any) -> Any:
        call = call_of(request, id_)
        if request.method == "PUT":
            found[id_.name] = call.body
        return call

    monkeypatch.setattr(compute, "call_of", noting)
    return found


@pytest.fixture
def azure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalAzure]:
    with running(tmp_path, manners=Manners(retry_after=0)) as found:
        for name, value in found.environment().items():
            monkeypatch.setenv(name, value)
        yield found


@pytest.fixture
async def plugin(azure: LocalAzure) -> AsyncIterator[Plugin]:  # noqa: ARG001  it sets the environment
    async with plugins.running() as found:
        await found.configure()
        for name, kind in SETS.items():
            await make(
                found,
                "compute:DiskEncryptionSet",
                {**SET, "diskEncryptionSetName": name, "encryptionType": kind},
            )
        yield found


@pytest.mark.parametrize("maximal", SENDABLE)
def test_the_rules_allow_it(maximal: Maximal) -> None:
    assert check(maximal.declaration, now=datetime(2026, 11, 1, tzinfo=UTC)).errors == ()


@pytest.mark.parametrize("maximal", SENDABLE)
async def test_every_value_arrives_and_stays(maximal: Maximal, plugin: Plugin, bodies: Bodies) -> None:
    inputs = registered(maximal.declaration)
    for resource in sorted(inputs, key=lambda name: ORDER.index(name.partition(" ")[0])):
        token, given = resource.partition(" ")[0], inputs[resource]
        made = await make(plugin, token, dict(given))
        path = resource_type(f"azure-native:{token}").path_parameters
        asked = {name: value for name, value in given.items() if name not in path}
        if token.startswith("compute:"):
            assert set(flat(asked)) <= set(arrived(bodies[made[0].rpartition("/")[2]])), resource
        assert await is_quiet(plugin, token, made), resource


def flat(values: Any) -> list[tuple[str, str]]:
    """Every value; identities are sent as the keys of a map, and have none."""
    found = ((path, str(value)) for path, value in leaves(values))
    return [one for one in found if "userAssignedIdentities" not in one[0]]


def arrived(body: Any) -> list[tuple[str, str]]:
    return [(path.removeprefix("properties."), value) for path, value in flat(body)]
