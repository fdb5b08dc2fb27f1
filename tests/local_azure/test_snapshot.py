from typing import Any

import pytest

from tests.local_azure.azure_client import ACCOUNT, BUILDS, US, VHD, Client

SNAPSHOTS = "2024-03-02"
DISK = f"{BUILDS}/disks/db-server-01-data-0"
COPY = {"createOption": "Copy", "sourceResourceId": DISK}
IMPORT = {"createOption": "Import", "sourceUri": VHD, "storageAccountId": ACCOUNT}


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-snapshots")


def body(creation: dict[str, Any], **properties: object) -> dict[str, Any]:
    return {"location": "westeurope", "properties": {"creationData": creation, **properties}}


def test_a_full_snapshot(client: Client, group: str) -> None:
    path = f"{group}/snapshots/full"
    reply = client.call("PUT", path, body(COPY), SNAPSHOTS)
    assert (reply.status, "/DiskOperations/" in reply.headers["Azure-AsyncOperation"]) == (202, True)
    client.finished(reply)
    found = client.get(path, SNAPSHOTS)
    unique_id = client.get(DISK, SNAPSHOTS).properties["uniqueId"]
    properties = found.properties
    assert properties.pop("uniqueId") != unique_id
    assert properties.pop("timeCreated").endswith("+00:00")
    assert properties == {
        "creationData": {**COPY, "sourceUniqueId": unique_id},
        "diskSizeGB": 128,
        "diskSizeBytes": 128 * 2**30,
        "completionPercent": 100,
        "diskState": "Unattached",
        "incremental": False,
        "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
        "networkAccessPolicy": "AllowAll",
        "publicNetworkAccess": "Enabled",
        "provisioningState": "Succeeded",
    }
    assert found.json["sku"] == {"name": "Standard_LRS", "tier": "Standard"}


def test_incremental_snapshots_of_one_disk_are_a_family(client: Client, group: str) -> None:
    families: list[str] = []
    for name, source in (("one", DISK), ("two", DISK), ("other", f"{BUILDS}/disks/db-server-01-data-1")):
        creation = {"createOption": "Copy", "sourceResourceId": source}
        path = f"{group}/snapshots/incremental-{name}"
        found = client.put(path, body(creation, incremental=True), SNAPSHOTS).properties
        assert found["incremental"] is True
        families.append(found["incrementalSnapshotFamilyId"])
    assert families[0] == families[1] != families[2]


def test_a_snapshot_of_a_snapshot_and_of_a_vhd(client: Client, group: str) -> None:
    source = f"{BUILDS}/snapshots/app-server-01-os-snapshot"
    creation = {"createOption": "Copy", "sourceResourceId": source}
    copied = client.put(f"{group}/snapshots/second", body(creation), SNAPSHOTS).properties
    assert (copied["osType"], copied["hyperVGeneration"], copied["diskSizeGB"]) == ("Linux", "V2", 30)
    given = body(IMPORT, osType="Linux", hyperVGeneration="V2")
    imported = client.put(f"{group}/snapshots/imported", given, SNAPSHOTS).properties
    assert (imported["creationData"], imported["diskSizeGB"]) == (IMPORT, 10)
    assert "completionPercent" not in imported


def test_settings_change(client: Client, group: str) -> None:
    path = f"{group}/snapshots/changing"
    client.put(path, {**body(COPY), "sku": {"name": "Premium_LRS"}}, SNAPSHOTS)
    change = {
        **body(COPY, networkAccessPolicy="DenyAll"),
        "sku": {"name": "Standard_ZRS"},
        "tags": {"a": "b"},
    }
    found = client.put(path, change, SNAPSHOTS)
    assert found.json["sku"] == {"name": "Standard_ZRS", "tier": "Standard"}
    assert found.properties["networkAccessPolicy"] == "DenyAll"
    assert found.json["tags"] == {"a": "b"}


@pytest.mark.parametrize(
    ("change", "target"),
    [
        ({"incremental": True}, "snapshot.properties.incremental"),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": f"{DISK}0"}},
            "snapshot.properties.creationData.sourceResourceId",
        ),
        ({"creationData": {"createOption": "Import"}}, "snapshot.properties.creationData.createOption"),
    ],
)
def test_what_is_fixed_at_creation(client: Client, group: str, change: dict[str, Any], target: str) -> None:
    path = f"{group}/snapshots/fixed"
    client.put(path, body(COPY), SNAPSHOTS)
    given = {"location": "westeurope", "properties": {"creationData": COPY, **change}}
    reply = client.call("PUT", path, given, SNAPSHOTS)
    assert reply.refusal == (409, "PropertyChangeNotAllowed", target)


@pytest.mark.parametrize(
    ("given", "refusal", "fragment"),
    [
        (
            body({"createOption": "Empty"}, diskSizeGB=1),
            (400, "InvalidParameter", "snapshot.creationData.createOption"),
            (
                "Allowed values are: Copy, CopyStart, CopyFromSanSnapshot, FromImage, Import, ImportSecure, Upload, "
                "UploadPreparedSecure."
            ),
        ),
        (
            body({"createOption": "Upload"}),
            (400, "BadRequest", ""),
            "Required parameter 'uploadSizeBytes' is missing (null).",
        ),
        (
            body({"createOption": "Copy", "sourceResourceId": f"{US}/disks/build-rhel-us-os"}),
            (404, "ResourceNotFound", "snapshot.creationData"),
            "was not found in location 'westeurope'",
        ),
        (
            body({**IMPORT, "storageAccountId": ""}),
            (400, "BadRequest", ""),
            "Required parameter 'storageAccountId' is missing (null).",
        ),
        (
            {**body(COPY), "sku": {"name": "Premium_ZRS"}},
            (400, "InvalidParameter", "snapshot.sku.name"),
            "Allowed values are: Standard_LRS, Premium_LRS, Standard_ZRS.",
        ),
        (body(COPY, incremental="yes"), (400, "InvalidRequestContent", ""), "boolean"),
    ],
)
def test_what_azure_refuses(
    client: Client, group: str, given: dict[str, Any], refusal: tuple[int, str, str], fragment: str
) -> None:
    reply = client.call("PUT", f"{group}/snapshots/refused", given, SNAPSHOTS)
    assert reply.refusal == refusal
    assert fragment in reply.message
