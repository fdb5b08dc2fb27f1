from typing import Any

import pytest

from tests.local_azure.azure_client import BUILDS, Client

DISKS = "2024-03-02"
EMPTY: dict[str, Any] = {
    "location": "westeurope",
    "properties": {"creationData": {"createOption": "Empty"}, "diskSizeGB": 200},
}


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-disks")


def test_an_empty_disk(client: Client, group: str) -> None:
    path = f"{group}/disks/empty"
    reply = client.call("PUT", path, EMPTY, DISKS)
    assert reply.status == 202
    assert reply.json == {
        "name": "empty",
        "location": "westeurope",
        "properties": {**EMPTY["properties"], "provisioningState": "Updating", "isArmResource": True},
    }
    assert "/DiskOperations/" in reply.headers["Azure-AsyncOperation"]
    assert "monitor=true" in reply.headers["Location"]
    status = client.finished(reply).json
    output = status["properties"]["output"]
    found = client.get(path, DISKS)
    assert output == found.json
    assert found.json["sku"] == {"name": "Standard_LRS", "tier": "Standard"}
    expected = {
        "diskSizeGB": 200,
        "diskSizeBytes": 200 * 2**30,
        "diskState": "Unattached",
        "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
        "networkAccessPolicy": "AllowAll",
        "publicNetworkAccess": "Enabled",
        "provisioningState": "Succeeded",
    }
    assert {name: found.properties[name] for name in expected} == expected


def test_a_copy_inherits_from_its_source(client: Client, group: str) -> None:
    source = f"{BUILDS}/disks/trusted-01-os"
    for kind in ("disks", "snapshots"):
        path = f"{group}/{kind}/copied"
        creation = {"createOption": "Copy", "sourceUri": source}
        found = client.put(
            path, {"location": "westeurope", "properties": {"creationData": creation}}, DISKS
        ).properties
        assert found["creationData"]["sourceResourceId"] == source
        assert "sourceUri" not in found["creationData"]
        assert found["hyperVGeneration"] == "V2"
        assert found["securityProfile"] == {"securityType": "TrustedLaunch"}
        assert found["diskSizeGB"] == 30
    assert client.get(f"{group}/snapshots/copied").properties["incremental"] is False


def test_a_disk_grows_and_keeps_its_identity(client: Client, group: str) -> None:
    path = f"{group}/disks/growing"
    before = client.put(path, EMPTY, DISKS).properties
    client.finished(client.call("PATCH", path, {"properties": {"diskSizeGB": 300}}, DISKS))
    after = client.get(path, DISKS).properties
    assert (after["diskSizeGB"], after["uniqueId"]) == (300, before["uniqueId"])
    shrunk = client.call("PATCH", path, {"properties": {"diskSizeGB": 100}}, DISKS)
    assert shrunk.refusal == (409, "OperationNotAllowed", "diskSizeGB")
    changed = {**EMPTY, "properties": {"creationData": {"createOption": "Import"}}}
    assert client.call("PUT", path, changed, DISKS).refusal == (
        409,
        "PropertyChangeNotAllowed",
        "disk.properties.creationData.createOption",
    )


def test_an_attached_disk_stays(client: Client) -> None:
    reply = client.call("DELETE", f"{BUILDS}/disks/app-server-01-os")
    assert reply.refusal == (409, "OperationNotAllowed", "")
    assert "Disk app-server-01-os is attached to VM" in reply.message


@pytest.mark.parametrize(
    ("properties", "refusal"),
    [
        ({}, (400, "InvalidParameter", "disk.creationData.createOption")),
        ({"creationData": {"createOption": "Empty"}}, (400, "InvalidParameter", "disk.diskSizeGB")),
        (
            {"creationData": {"createOption": "Magic"}},
            (400, "InvalidParameter", "disk.creationData.createOption"),
        ),
        (
            {"creationData": {"createOption": "Copy"}},
            (400, "InvalidParameter", "disk.creationData.sourceResourceId"),
        ),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/none"}},
            (404, "ResourceNotFound", "disk.creationData"),
        ),
        ({"creationData": {"createOption": "Empty"}, "diskSizeGB": "30"}, (400, "InvalidRequestContent", "")),
        ({"creationData": {"createOption": "Empty"}, "diskSizeGB": True}, (400, "InvalidRequestContent", "")),
    ],
)
def test_what_azure_refuses(
    client: Client, group: str, properties: dict[str, Any], refusal: tuple[int, str, str]
) -> None:
    body = {"location": "westeurope", "properties": properties}
    assert client.call("PUT", f"{group}/disks/refused", body, DISKS).refusal == refusal
