from typing import Any

import pytest

from tests.local_azure.azure_client import BUILDS, Client, version_body

MACHINES = f"{BUILDS}/virtualMachines"


def statuses(client: Client, path: str) -> list[str]:
    view = client.get(f"{path}?$expand=instanceView").properties["instanceView"]
    return [status["code"] for status in view["statuses"]]


@pytest.mark.parametrize(
    ("name", "generation", "security", "codes"),
    [
        ("build-ubuntu-2404", "V2", "Standard", ["OSState/generalized", "PowerState/deallocated"]),
        ("build-rhel-9", "V2", "Standard", ["OSState/generalized", "PowerState/deallocated"]),
        ("build-debian-12", "V1", "Standard", ["OSState/generalized", "PowerState/deallocated"]),
        ("app-server-01", "V2", "Standard", ["PowerState/running"]),
        ("trusted-01", "V2", "TrustedLaunch", ["OSState/generalized", "PowerState/deallocated"]),
    ],
)
def test_the_seeded_machines(
    client: Client, name: str, generation: str, security: str, codes: list[str]
) -> None:
    path = f"{MACHINES}/{name}"
    found = client.get(f"{path}?$expand=instanceView").properties
    assert found.get("securityProfile", {}).get("securityType", "Standard") == security
    assert found["instanceView"]["hyperVGeneration"] == generation
    assert statuses(client, path) == ["ProvisioningState/succeeded", *codes]
    disk = found["storageProfile"]["osDisk"]["managedDisk"]["id"]
    assert disk == f"{BUILDS}/disks/{name}-os"
    assert client.get(disk).properties["osType"] == "Linux"


def attach(disk: str) -> dict[str, Any]:
    os_disk = {"createOption": "Attach", "managedDisk": {"id": disk}}
    return {"location": "westeurope", "properties": {"storageProfile": {"osDisk": os_disk}}}


def test_a_machine_becomes_a_generalized_source(client: Client) -> None:
    group = client.group("rg-machines")
    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/app-server-01-os"}
    disk = f"{group}/disks/os"
    client.put(disk, {"location": "westeurope", "properties": {"creationData": creation}})
    path = f"{group}/virtualMachines/new"
    client.put(path, attach(disk))
    data = client.call("PUT", f"{group}/virtualMachines/thief", attach(disk))
    assert data.refusal == (409, "OperationNotAllowed", "")

    early = client.call("POST", f"{path}/generalize")
    assert early.refusal == (409, "OperationNotAllowed", "")
    assert "since the VM is running" in early.message
    reply = client.call("POST", f"{path}/deallocate")
    assert (reply.status, reply.text) == (202, "")
    client.finished(reply)
    assert statuses(client, path)[-1] == "PowerState/deallocated"
    assert client.call("POST", f"{path}/generalize").status == 200

    gallery = client.gallery("rg-machines", "machines")
    definition = client.definition(gallery, "d")
    source = {"source": {"virtualMachineId": path}}
    client.put(f"{definition}/versions/1.0.0", version_body(source))


def test_machines_are_made_of_disks_that_exist(client: Client) -> None:
    path = f"{client.group('rg-machines')}/virtualMachines/refused"
    missing = client.call("PUT", path, attach(f"{BUILDS}/disks/none"))
    assert missing.refusal == (404, "ResourceNotFound", "osDisk.managedDisk.id")
    body = attach("")
    body["properties"]["storageProfile"]["osDisk"]["createOption"] = "FromImage"
    assert client.call("PUT", path, body).refusal == (400, "InvalidParameter", "osDisk.createOption")


def test_unknown_actions_are_refused(client: Client) -> None:
    reply = client.call("POST", f"{MACHINES}/trusted-01/levitate")
    assert reply.refusal == (405, "HttpMethodNotSupported", "")
