"""What there is before anything is deployed."""

from pathlib import Path

import pytest

from local_azure.cloud import Cloud
from local_azure.directory import EXAMPLES
from local_azure.seed import _first, seed
from local_azure.store import open_store
from tests.local_azure.azure_client import ACCOUNT, BUILDS, STORAGE, SUB, US, Client

COLLECTION = f"{BUILDS}/restorePointCollections/app-server-01-restore-points"


@pytest.mark.parametrize(
    ("path", "generation", "architecture", "generalized"),
    [
        (f"{BUILDS}/virtualMachines/build-ubuntu-2404", "V2", "x64", True),
        (f"{BUILDS}/virtualMachines/build-ubuntu-2404-arm64", "V2", "Arm64", True),
        (f"{BUILDS}/virtualMachines/build-debian-12", "V1", "x64", True),
        (f"{BUILDS}/virtualMachines/build-rhel-9", "V2", "x64", True),
        (f"{BUILDS}/virtualMachines/build-almalinux-9", "V2", "x64", True),
        (f"{BUILDS}/virtualMachines/build-sles-15", "V2", "x64", True),
        (f"{BUILDS}/virtualMachines/build-opensuse-leap-15", "V1", "x64", True),
        (f"{BUILDS}/virtualMachines/build-oracle-9", "V2", "x64", True),
        (f"{BUILDS}/virtualMachines/app-server-01", "V2", "x64", False),
        (f"{BUILDS}/virtualMachines/db-server-01", "V2", "x64", False),
        (f"{US}/virtualMachines/build-ubuntu-us", "V2", "x64", True),
        (f"{US}/virtualMachines/build-rhel-us", "V2", "x64", True),
    ],
)
def test_machines(client: Client, path: str, generation: str, architecture: str, generalized: bool) -> None:
    found = client.get(f"{path}?$expand=instanceView").properties
    assert found["instanceView"]["hyperVGeneration"] == generation
    codes = [one["code"] for one in found["instanceView"]["statuses"]]
    assert ("OSState/generalized" in codes) is generalized
    disk = client.get(found["storageProfile"]["osDisk"]["managedDisk"]["id"])
    assert disk.properties["supportedCapabilities"] == {"architecture": architecture}
    assert disk.json["managedBy"] == path


def test_the_database_machine(client: Client) -> None:
    disks = client.get(f"{BUILDS}/virtualMachines/db-server-01").properties["storageProfile"]["dataDisks"]
    assert [(one["lun"], one["diskSizeGB"], one["caching"]) for one in disks] == [
        (0, 128, "ReadOnly"),
        (1, 256, "None"),
    ]
    for name, size in (("os", 30), ("data-0", 128), ("data-1", 256)):
        snapshot = client.get(f"{BUILDS}/snapshots/db-server-01-{name}-snapshot").properties
        assert snapshot["diskSizeGB"] == size
        assert snapshot["creationData"]["sourceResourceId"] == f"{BUILDS}/disks/db-server-01-{name}"
        assert ("osType" in snapshot) is (name == "os")
        assert "diskIOPSReadWrite" not in snapshot


def test_storage_accounts_are_read_and_not_written(client: Client) -> None:
    found = client.get(ACCOUNT, "2024-01-01").json
    assert (found["type"], found["kind"], found["location"]) == (
        "Microsoft.Storage/storageAccounts",
        "StorageV2",
        "westeurope",
    )
    assert found["properties"]["primaryEndpoints"]["blob"] == "https://contosoimages.blob.core.windows.net/"
    (one,) = client.get(STORAGE).json["value"]
    assert one["id"] == ACCOUNT.replace("rg-image-builds", "RG-IMAGE-BUILDS")
    everywhere = client.get(f"{SUB}/providers/Microsoft.Storage/storageAccounts").json["value"]
    assert {one["name"] for one in everywhere} == {"contosoimages", "contosoimagesus"}
    for method in ("PUT", "PATCH", "DELETE"):
        reply = client.call(method, ACCOUNT, {"location": "westeurope"} if method != "DELETE" else None)
        assert reply.refusal == (405, "HttpMethodNotSupported", "")
        assert "there from the beginning, to be a source" in reply.message
    assert client.get(f"{STORAGE}/none").refusal == (404, "ResourceNotFound", "")
    contents = client.get(f"{SUB}/resourceGroups/rg-image-builds/resources").json["value"]
    assert ("contosoimages", "Microsoft.Storage/storageAccounts") in [
        (one["name"], one["type"]) for one in contents
    ]


def test_restore_points_are_read(client: Client) -> None:
    collection = client.get(COLLECTION).properties
    assert collection["source"] == {
        "id": f"{BUILDS}/virtualMachines/app-server-01",
        "location": "westeurope",
    }
    point = f"{COLLECTION}/restorePoints/before-upgrade"
    found = client.get(point)
    assert "location" not in found.json
    disk = found.properties["sourceMetadata"]["storageProfile"]["osDisk"]
    assert disk["diskRestorePoint"] == {"id": f"{point}/diskRestorePoints/app-server-01-os"}
    (one,) = client.get(f"{point}/diskRestorePoints").json["value"]
    assert one["type"] == "Microsoft.Compute/restorePointCollections/restorePoints/diskRestorePoints"
    assert one["properties"]["sourceResourceId"] == f"{BUILDS}/disks/app-server-01-os"
    assert client.call("DELETE", point).refusal == (405, "HttpMethodNotSupported", "")
    missing = client.get(f"{COLLECTION}x/restorePoints/before-upgrade")
    assert missing.refusal == (404, "ParentResourceNotFound", "")


def test_principals_keep_their_ids() -> None:
    assert [(one.object_id[-2:], one.name, one.type) for one in EXAMPLES if "-9000-" in one.object_id] == [
        ("01", "web-team", "Group"),
        ("02", "platform-team", "Group"),
        ("03", "image-pipeline", "ServicePrincipal"),
        ("04", "auditor", "User"),
        ("05", "production-operators", "Group"),
        ("06", "vmss-deployer", "ServicePrincipal"),
        ("07", "backup-service", "ServicePrincipal"),
        ("01", "partner-team", "Group"),
    ]


def test_an_older_state_is_given_what_is_new_and_nothing_that_was_deleted(tmp_path: Path) -> None:
    store, _ = open_store(tmp_path / "state.db")
    cloud = Cloud(store)
    with store.transaction():
        _first(cloud)
        store.set_fact("seeded", "1")
        store.remove(f"{BUILDS}/virtualMachines/build-rhel-9")
        store.remove(f"{SUB}/resourceGroups/rg-image-builds-us")
    seed(cloud)
    assert store.find(f"{BUILDS}/virtualMachines/build-sles-15") is not None
    assert store.find(f"{BUILDS}/virtualMachines/build-rhel-9") is None
    assert store.find(f"{US}/virtualMachines/build-rhel-us") is None
    store.remove(f"{BUILDS}/virtualMachines/build-sles-15")
    seed(cloud)
    assert store.find(f"{BUILDS}/virtualMachines/build-sles-15") is None
    store.close()
