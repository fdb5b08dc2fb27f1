"""The plugin in front of local Azure itself: every source of a disk, a snapshot or a version, and reading."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import grpc.aio
import pytest
from pulumi.runtime.proto import provider_pb2

from local_azure.cloud import Manners
from local_azure.directory import SUBSCRIPTION
from local_azure.in_process import LocalAzure, running
from local_azure.provider.values import decode as decode_values
from local_azure.provider.values import encode
from tests.local_azure.azure_client import Client
from tests.provider import plugin as plugins
from tests.provider.plugin import Json, Plugin, urn

ROOT = f"/subscriptions/{SUBSCRIPTION}/resourceGroups"
BUILDS = f"{ROOT}/rg-image-builds/providers/Microsoft.Compute"
ACCOUNT = f"{ROOT}/rg-image-builds/providers/Microsoft.Storage/storageAccounts/contosoimages"
VHD = "https://contosoimages.blob.core.windows.net/vhds/flatcar-stable-amd64.vhd"
COMMUNITY = "/CommunityGalleries/contosopublic-eeeeeeee-6000-4000-8000-000000000001/Images"
POINT = f"{BUILDS}/restorePointCollections/app-server-01-restore-points/restorePoints/before-upgrade"
Made = tuple[str, Any, Any]
PLACE = {"resourceGroupName": "rg", "location": "westeurope"}
VERSION_ID = f"{ROOT}/rg/providers/Microsoft.Compute/galleries/images/images/db/versions/1.0.0"


@pytest.fixture
def azure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalAzure]:
    with running(tmp_path, manners=Manners(retry_after=0, page_size=2)) as found:
        for name, value in found.environment().items():
            monkeypatch.setenv(name, value)
        yield found


@pytest.fixture
async def plugin(azure: LocalAzure) -> AsyncIterator[Plugin]:  # noqa: ARG001  it sets the environment
    async with plugins.running() as found:
        await found.configure()
        await make(found, "resources:ResourceGroup", {"resourceGroupName": "rg", "location": "westeurope"})
        yield found


def decode(values: Any) -> Any:
    """Values as plain data of every shape."""
    return decode_values(values)


async def make(plugin: Plugin, kind: str, inputs: Json) -> Made:
    """Check and create; the id, the inputs as checked, and the outputs."""
    checked, failures = await plugin.check(urn(kind), inputs)
    assert failures == []
    resource_id, outputs = await plugin.create(urn(kind), checked)
    return resource_id, checked, outputs


async def is_quiet(plugin: Plugin, kind: str, made: Made) -> bool:
    """Whether a refresh leaves the inputs alone, and a preview after it is empty."""
    resource_id, inputs, outputs = made
    read = await plugin.read(urn(kind), resource_id, inputs, outputs)
    request = provider_pb2.DiffRequest(
        id=resource_id,
        urn=urn(kind),
        olds=read.properties,
        news=encode(inputs),
        old_inputs=read.inputs,
    )
    diff = await plugin.stub.Diff(request)
    return decode(read.inputs) == inputs and diff.changes == provider_pb2.DiffResponse.DIFF_NONE


async def make_database(plugin: Plugin) -> Made:
    """A gallery, a definition, and a version of the database machine with its data disks."""
    await make(plugin, "compute:Gallery", {**PLACE, "galleryName": "images"})
    identifier = {"publisher": "contoso", "offer": "linux", "sku": "db"}
    facts = {"osType": "Linux", "osState": "Specialized", "hyperVGeneration": "V2", "identifier": identifier}
    names = {**PLACE, "galleryName": "images", "galleryImageName": "db"}
    await make(plugin, "compute:GalleryImage", {**names, **facts})
    source = {"source": {"virtualMachineId": f"{BUILDS}/virtualMachines/db-server-01"}}
    version = {**names, "galleryImageVersionName": "1.0.0", "storageProfile": source}
    return await make(plugin, "compute:GalleryImageVersion", version)


CREATIONS: dict[str, tuple[Json, int]] = {
    "empty": ({"createOption": "Empty"}, 64),
    "import": ({"createOption": "Import", "sourceUri": VHD, "storageAccountId": ACCOUNT}, 10),
    "copy": ({"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/db-server-01-data-1"}, 256),
    "restore": (
        {"createOption": "Restore", "sourceResourceId": f"{POINT}/diskRestorePoints/app-server-01-os"},
        30,
    ),
    "image": ({"createOption": "FromImage", "galleryImageReference": {"id": VERSION_ID}}, 30),
    "lun": ({"createOption": "FromImage", "galleryImageReference": {"id": VERSION_ID, "lun": 0}}, 128),
    "community": (
        {
            "createOption": "FromImage",
            "galleryImageReference": {
                "communityGalleryImageId": f"{COMMUNITY}/postgresql-16/Versions/latest",
                "lun": 0,
            },
        },
        64,
    ),
}


async def test_disks_of_every_source(plugin: Plugin) -> None:
    await make_database(plugin)
    for name, (creation, size) in CREATIONS.items():
        given: Json = {**PLACE, "diskName": name, "creationData": creation, "sku": {"name": "Premium_LRS"}}
        given |= {"diskSizeGB": size} if name == "empty" else {}
        made = await make(plugin, "compute:Disk", given)
        assert made[0] == f"{ROOT}/rg/providers/Microsoft.Compute/disks/{name}"
        assert (made[2]["diskSizeGB"], made[2]["sku"]) == (size, {"name": "Premium_LRS", "tier": "Premium"})
        assert await is_quiet(plugin, "compute:Disk", made), name


async def test_a_disk_is_updated_and_deleted(plugin: Plugin) -> None:
    creation, _ = CREATIONS["copy"]
    resource_id, inputs, _ = await make(
        plugin, "compute:Disk", {**PLACE, "diskName": "d", "creationData": creation}
    )
    news = {**inputs, "diskSizeGB": 300, "networkAccessPolicy": "DenyAll"}
    outputs = await plugin.update(urn("compute:Disk"), inputs, news)
    assert (outputs["diskSizeGB"], outputs["networkAccessPolicy"]) == (300, "DenyAll")
    changed = {**inputs, "creationData": CREATIONS["restore"][0]}
    with pytest.raises(grpc.aio.AioRpcError, match='Code="PropertyChangeNotAllowed"'):
        await plugin.update(urn("compute:Disk"), inputs, changed)
    await plugin.delete(urn("compute:Disk"), resource_id)
    assert (await plugin.read(urn("compute:Disk"), resource_id)).id == ""


async def test_snapshots(plugin: Plugin) -> None:
    for name, creation, more in (
        ("full", CREATIONS["copy"][0], {}),
        ("incremental", CREATIONS["copy"][0], {"incremental": True, "sku": {"name": "Standard_ZRS"}}),
        ("imported", CREATIONS["import"][0], {"osType": "Linux", "hyperVGeneration": "V2"}),
    ):
        given = {**PLACE, "snapshotName": name, "creationData": creation, **more}
        made = await make(plugin, "compute:Snapshot", given)
        assert made[2]["incremental"] is (name == "incremental")
        assert await is_quiet(plugin, "compute:Snapshot", made), name


async def test_a_managed_image_of_disks(plugin: Plugin) -> None:
    os_disk = {"osType": "Linux", "osState": "Generalized", "caching": "ReadWrite", "blobUri": VHD}
    data = [{"lun": 0, "snapshot": {"id": f"{BUILDS}/snapshots/db-server-01-data-0-snapshot"}}]
    storage = {"osDisk": os_disk, "dataDisks": data, "zoneResilient": True}
    given = {**PLACE, "imageName": "i", "hyperVGeneration": "V2", "storageProfile": storage}
    made = await make(plugin, "compute:Image", given)
    assert await is_quiet(plugin, "compute:Image", made)


async def test_versions_of_every_source(plugin: Plugin) -> None:
    assert await is_quiet(plugin, "compute:GalleryImageVersion", await make_database(plugin))
    blob = {"uri": VHD, "storageAccountId": ACCOUNT}
    disks = {
        "osDiskImage": {"hostCaching": "ReadOnly", "source": blob},
        "dataDiskImages": [{"lun": 3, "source": {"id": f"{BUILDS}/disks/db-server-01-data-0"}}],
    }
    names = {**PLACE, "galleryName": "images", "galleryImageName": "db"}
    for number, storage in (("1.0.1", {"source": {"id": VERSION_ID}}), ("1.0.2", disks)):
        given = {**names, "galleryImageVersionName": number, "storageProfile": storage}
        made = await make(plugin, "compute:GalleryImageVersion", given)
        assert await is_quiet(plugin, "compute:GalleryImageVersion", made), number
    generalized = {
        "osType": "Linux",
        "osState": "Generalized",
        "hyperVGeneration": "V2",
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": "public"},
    }
    names = {**names, "galleryImageName": "public"}
    await make(plugin, "compute:GalleryImage", {**names, **generalized})
    source = {"source": {"communityGalleryImageId": f"{COMMUNITY}/ubuntu-24.04-hardened/Versions/1.1.0"}}
    given = {**names, "galleryImageVersionName": "1.0.0", "storageProfile": source}
    made = await make(plugin, "compute:GalleryImageVersion", given)
    assert await is_quiet(plugin, "compute:GalleryImageVersion", made)


async def test_what_another_group_holds_is_read_by_id(plugin: Plugin) -> None:
    await make_database(plugin)
    version = await plugin.read(urn("compute:GalleryImageVersion"), VERSION_ID)
    outputs, inputs = decode(version.properties), decode(version.inputs)
    assert outputs["publishingProfile"]["targetRegions"][0]["name"] == "West Europe"
    assert (inputs["resourceGroupName"], inputs["galleryImageVersionName"]) == ("rg", "1.0.0")
    definition_id = VERSION_ID.rsplit("/versions/", 1)[0]
    definition = decode((await plugin.read(urn("compute:GalleryImage"), definition_id)).properties)
    assert (definition["osState"], definition["hyperVGeneration"]) == ("Specialized", "V2")
    gallery_id = definition_id.rsplit("/images/", 1)[0]
    gallery = decode((await plugin.read(urn("compute:Gallery"), gallery_id)).properties)
    assert gallery["identifier"] == {"uniqueName": f"{SUBSCRIPTION}-IMAGES"}
    snapshot_id = f"{BUILDS}/snapshots/db-server-01-data-0-snapshot"
    snapshot = decode((await plugin.read(urn("compute:Snapshot"), snapshot_id)).properties)
    assert snapshot["diskSizeGB"] == 128
    assert (await plugin.read(urn("compute:Gallery"), f"{gallery_id}x")).id == ""


async def test_functions_read_what_there_is(plugin: Plugin) -> None:
    await make_database(plugin)
    names = {"resourceGroupName": "rg", "galleryName": "images", "galleryImageName": "db"}
    version: Any = await plugin.invoke(
        "azure-native:compute:getGalleryImageVersion",
        **names,
        galleryImageVersionName="1.0.0",
        expand="ReplicationStatus",
    )
    assert (version["id"], version["replicationStatus"]["aggregatedState"]) == (VERSION_ID, "Completed")
    definition = await plugin.invoke("azure-native:compute:getGalleryImage", **names)
    assert definition["osState"] == "Specialized"
    gallery = await plugin.invoke(
        "azure-native:compute:getGallery", resourceGroupName="rg", galleryName="images", select="Permissions"
    )
    assert gallery["sharingProfile"] == {"permissions": "Private"}
    disk = await plugin.invoke(
        "azure-native:compute:getDisk", resourceGroupName="rg-image-builds", diskName="db-server-01-data-0"
    )
    assert disk["diskSizeGB"] == 128


async def test_the_token_of_get_client_token_lists_versions(plugin: Plugin, azure: LocalAzure) -> None:
    _, inputs, _ = await make_database(plugin)
    for number in ("1.0.1", "1.0.2"):
        given = {**inputs, "galleryImageVersionName": number}
        await plugin.create(urn("compute:GalleryImageVersion"), given)
    client = Client(azure)
    client._token = str((await plugin.invoke("azure-native:authorization:getClientToken"))["token"])
    link = VERSION_ID.rsplit("/", 1)[0]
    names: list[str] = []
    while link:
        page = client.get(link).json
        names += [one["name"] for one in page["value"]]
        link = page.get("nextLink")
    client.close()
    assert names == ["1.0.0", "1.0.1", "1.0.2"]
