from typing import Any

import pytest

from tests.local_azure.azure_client import BUILDS, SUB, Client, machine, version_body
from tests.local_azure.encryption import KEY, SETS, encryption_set, set_body

VAULT = f"{SUB}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/contoso"
IDENTITY = f"{SUB}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/keys"


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-keys")


def test_what_is_sent_and_what_azure_adds(client: Client, group: str) -> None:
    path = f"{group}/diskEncryptionSets/all"
    body = set_body(activeKey={"keyUrl": KEY, "sourceVault": {"id": VAULT}}, federatedClientId="client")
    reply = client.call("PUT", path, {**body, "tags": {"team": "images"}}, SETS)
    assert (reply.status, "/DiskOperations/" in reply.headers["Azure-AsyncOperation"]) == (202, True)
    client.finished(reply)
    found = client.get(path, SETS).json
    identity = found["identity"]
    assert (identity["type"], set(identity)) == ("SystemAssigned", {"type", "principalId", "tenantId"})
    assert found["tags"] == {"team": "images"}
    assert found["properties"] == {
        "encryptionType": "EncryptionAtRestWithCustomerKey",
        "activeKey": {"keyUrl": KEY, "sourceVault": {"id": VAULT}},
        "previousKeys": [],
        "rotationToLatestKeyVersionEnabled": False,
        "federatedClientId": "client",
        "provisioningState": "Succeeded",
    }


def test_a_user_assigned_identity_is_told_by_its_id(client: Client, group: str) -> None:
    path = f"{group}/diskEncryptionSets/user"
    identity = {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}}
    found = client.put(path, {**set_body(), "identity": identity}, SETS).json["identity"]
    assert found["type"] == "UserAssigned"
    assert set(found["userAssignedIdentities"][IDENTITY]) == {"principalId", "clientId"}
    assert "principalId" not in found


def test_the_key_changes_and_the_type_does_not(client: Client, group: str) -> None:
    path = encryption_set(client, group, "fixed")
    newer = KEY.replace("1a2b", "3c4d")
    changed = set_body(activeKey={"keyUrl": newer}, rotationToLatestKeyVersionEnabled=True)
    properties = client.put(path, changed, SETS).properties
    assert properties["activeKey"]["keyUrl"] == newer
    assert properties["rotationToLatestKeyVersionEnabled"] is True
    other = set_body(encryptionType="EncryptionAtRestWithPlatformAndCustomerKeys")
    reply = client.call("PUT", path, other, SETS)
    target = "diskEncryptionSet.properties.encryptionType"
    assert reply.refusal == (409, "PropertyChangeNotAllowed", target)


@pytest.mark.parametrize(
    ("change", "target"),
    [
        ({"properties": {}}, "diskEncryptionSet.activeKey.keyUrl"),
        ({"properties": {"activeKey": {"keyUrl": "https://v/keys/k"}}}, "diskEncryptionSet.activeKey.keyUrl"),
        (
            {"properties": {"activeKey": {"keyUrl": KEY}, "encryptionType": "Double"}},
            "diskEncryptionSet.encryptionType",
        ),
        ({"identity": {}}, "diskEncryptionSet.identity"),
        ({"identity": {"type": "Mine"}}, "diskEncryptionSet.identity.type"),
        ({"identity": {"type": "UserAssigned"}}, "diskEncryptionSet.identity.userAssignedIdentities"),
        (
            {"identity": {"type": "SystemAssigned", "userAssignedIdentities": {IDENTITY: {}}}},
            "diskEncryptionSet.identity.userAssignedIdentities",
        ),
    ],
)
def test_what_is_refused(client: Client, group: str, change: dict[str, Any], target: str) -> None:
    reply = client.call("PUT", f"{group}/diskEncryptionSets/wrong", {**set_body(), **change}, SETS)
    assert (reply.status, reply.refusal[2]) == (400, target)


def test_a_set_in_use_is_not_deleted(client: Client, group: str) -> None:
    used = encryption_set(client, group, "used")
    definition = client.definition(client.gallery("rg-keys", "keys"), "web")
    target = {"name": "westeurope", "encryption": {"osDiskImage": {"diskEncryptionSetId": used}}}
    version = f"{definition}/versions/1.0.0"
    client.put(version, version_body(machine("build-rhel-9"), targetRegions=[target]))
    reply = client.call("DELETE", used, version=SETS)
    assert reply.refusal == (409, "OperationNotAllowed", "")
    assert reply.message == f"The disk encryption set 'used' is in use by '{version}'."
    client.delete(version)
    client.delete(used)
    assert client.get(used, SETS).status == 404
    assert client.get(f"{BUILDS}/diskEncryptionSets/none", SETS).refusal[1] == "ResourceNotFound"


def test_a_disk_a_snapshot_and_an_image_are_held_to_their_sets(client: Client, group: str) -> None:
    west = encryption_set(client, group, "of-disks")
    north = encryption_set(client, group, "of-disks-north", "northeurope")
    disk = f"{BUILDS}/disks/db-server-01-data-0"
    copy = {"createOption": "Copy", "sourceResourceId": disk}
    for path, label in (("disks/encrypted", "disk"), ("snapshots/encrypted", "snapshot")):
        for set_id, words in ((north, "is in 'North Europe'"), (f"{west}-none", "was not found")):
            properties = {"creationData": copy, "encryption": {"diskEncryptionSetId": set_id}}
            body = {"location": "westeurope", "properties": properties}
            reply = client.call("PUT", f"{group}/{path}", body, SETS)
            assert reply.refusal == (400, "InvalidParameter", f"{label}.encryption.diskEncryptionSetId")
            assert words in reply.message
        body["properties"]["encryption"]["diskEncryptionSetId"] = west
        found = client.put(f"{group}/{path}", body, SETS).properties["encryption"]
        assert found == {"type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSetId": west}
        reply = client.call("DELETE", west, version=SETS)
        assert reply.refusal == (409, "OperationNotAllowed", "")
        client.delete(f"{group}/{path}")

    def image(set_id: str) -> dict[str, Any]:
        system = {
            "osType": "Linux",
            "osState": "Generalized",
            "managedDisk": {"id": f"{BUILDS}/disks/build-rhel-9-os"},
            "diskEncryptionSet": {"id": set_id},
        }
        properties = {"hyperVGeneration": "V2", "storageProfile": {"osDisk": system}}
        return {"location": "westeurope", "properties": properties}

    reply = client.call("PUT", f"{group}/images/encrypted", image(north), "2024-11-01")
    assert reply.refusal == (400, "InvalidParameter", "osDisk.diskEncryptionSet.id")
    made = client.put(f"{group}/images/encrypted", image(west), "2024-11-01").properties
    assert made["storageProfile"]["osDisk"]["diskEncryptionSet"] == {"id": west}
    client.delete(f"{group}/images/encrypted")
