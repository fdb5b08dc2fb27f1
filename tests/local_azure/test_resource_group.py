import json
import time

import pytest

from local_azure.directory import DEPLOYER
from tests.local_azure.azure_client import BUILDS, SUB, Client, Reply, machine, version_body

GROUP_VERSION = "2024-03-01"
READER = "/providers/Microsoft.Authorization/roleAssignments"


def test_a_group_is_written_at_once(client: Client) -> None:
    path = f"{SUB}/resourcegroups/rg-Written"
    reply = client.call("PUT", path, {"location": "West Europe", "tags": {"team": "images"}}, GROUP_VERSION)
    assert reply.status == 201
    assert reply.json == {
        "id": f"{SUB}/resourceGroups/rg-Written",
        "name": "rg-Written",
        "type": "Microsoft.Resources/resourceGroups",
        "location": "westeurope",
        "tags": {"team": "images"},
        "properties": {"provisioningState": "Succeeded"},
    }
    assert "Azure-AsyncOperation" not in reply.headers
    again = client.call("PUT", path, {"location": "westeurope"}, GROUP_VERSION)
    assert again.status == 200
    assert "tags" not in again.json
    assert client.get(path, "2020-10-01").json == again.json


def test_patch_replaces_tags(client: Client) -> None:
    path = f"{SUB}/resourceGroups/rg-patched"
    client.put(path, {"location": "westeurope", "tags": {"a": "b"}})
    assert client.call("PATCH", path, {"tags": {"c": "d"}}).json["tags"] == {"c": "d"}


def test_head_answers_without_a_body(client: Client) -> None:
    client.group("rg-head")
    assert client.call("HEAD", f"{SUB}/resourceGroups/rg-head").status == 204
    missing = client.call("HEAD", f"{SUB}/resourceGroups/rg-missing")
    assert (missing.status, missing.text) == (404, "")


def test_deleting_takes_everything_inside_and_assignments_below(client: Client) -> None:
    gallery = client.gallery("rg-cascade", "cascade")
    definition = client.definition(gallery, "d")
    other = client.gallery("rg-cascade-2", "spared")
    role = f"{SUB}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
    body = {"properties": {"roleDefinitionId": role, "principalId": "eeeeeeee-9000-4000-8000-000000000001"}}
    names = ("11111111-0000-4000-8000-00000000000a", "11111111-0000-4000-8000-00000000000b")
    for scope, name in zip((definition, other), names, strict=True):
        client.put(f"{scope}/providers/Microsoft.Authorization/roleAssignments/{name}", body)
    group = f"{SUB}/resourceGroups/rg-cascade"
    reply = client.call("DELETE", group, version=GROUP_VERSION)
    assert (reply.status, reply.text) == (202, "")
    assert "Azure-AsyncOperation" not in reply.headers
    assert f"{SUB}/operationresults/" in reply.headers["Location"]
    while (polled := client.get(reply.headers["Location"])).status == 202:
        assert "operationresults" in polled.headers["Location"]
        time.sleep(0.01)
    assert (polled.status, polled.text) == (200, "")
    assert client.get(group).refusal == (404, "ResourceGroupNotFound", "")
    assert client.get(definition).refusal == (404, "ResourceGroupNotFound", "")
    assert client.get(other).status == 200
    found = client.get(f"{SUB}/providers/Microsoft.Authorization/roleAssignments").json["value"]
    assert names[0] not in [one["name"] for one in found]
    assert names[1] in [one["name"] for one in found]


def polled(client: Client, reply: Reply) -> Reply:
    while (found := client.get(reply.headers["Location"])).status == 202:
        time.sleep(0.01)
    return found


def test_what_refuses_keeps_its_group(client: Client) -> None:
    gallery = client.gallery("rg-blocked", "blocked")
    kept, gone = client.definition(gallery, "kept"), client.definition(gallery, "gone")
    body = version_body(machine("build-rhel-9"), endOfLifeDate="2099-01-01")
    client.put(f"{gone}/versions/1.0.0", body)
    client.put(f"{kept}/versions/1.0.0", body)
    body["properties"]["safetyProfile"] = {"blockDeletionBeforeEndOfLife": True}
    client.put(f"{kept}/versions/1.0.1", body)
    disk = f"{client.group('rg-blocked')}/disks/gone"
    empty = {"creationData": {"createOption": "Empty"}, "diskSizeGB": 1}
    client.put(disk, {"location": "westeurope", "properties": empty})
    group = f"{SUB}/resourceGroups/rg-blocked"
    reader = f"{kept}{READER}/11111111-0000-4000-8000-00000000000c"
    role = f"{SUB}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
    principal = "eeeeeeee-9000-4000-8000-000000000001"
    client.put(reader, {"properties": {"roleDefinitionId": role, "principalId": principal}})

    ended = polled(client, client.call("DELETE", group, version=GROUP_VERSION))
    assert ended.refusal == (409, "ResourceGroupDeletionBlocked", "")
    assert ended.message == (
        "Deletion of resource group 'rg-blocked' failed as resources with identifiers "
        "'Microsoft.Compute/galleries/blocked' could not be deleted. The provisioning state of the resource "
        "group will be rolled back. Please check audit logs for more details."
    )
    (detail,) = ended.json["error"]["details"]
    assert detail["target"] == f"{kept}/versions/1.0.1"
    assert json.loads(detail["message"])["error"]["code"] == "DeleteGalleryImageVersionBlockedBeforeEndOfLife"
    assert client.get(group).json["properties"]["provisioningState"] == "Succeeded"
    for path in (gone, f"{kept}/versions/1.0.0", disk):
        assert client.get(path).refusal == (404, "ResourceNotFound", "")
    for path in (gallery, kept, f"{kept}/versions/1.0.1", reader):
        assert client.get(path).status == 200

    body["properties"]["safetyProfile"] = {"blockDeletionBeforeEndOfLife": False}
    client.put(f"{kept}/versions/1.0.1", body)
    assert polled(client, client.call("DELETE", group, version=GROUP_VERSION)).status == 200
    assert client.get(group).status == 404


def test_a_disk_in_use_elsewhere_keeps_its_group(client: Client) -> None:
    disks, machines = client.group("rg-disks-here"), client.group("rg-machines-there")
    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/app-server-01-os"}
    disk, path = f"{disks}/disks/os", f"{machines}/virtualMachines/user"
    client.put(disk, {"location": "westeurope", "properties": {"creationData": creation}})
    os_disk = {"createOption": "Attach", "managedDisk": {"id": disk}}
    client.put(path, {"location": "westeurope", "properties": {"storageProfile": {"osDisk": os_disk}}})
    here, there = f"{SUB}/resourceGroups/rg-disks-here", f"{SUB}/resourceGroups/rg-machines-there"
    refused = polled(client, client.call("DELETE", here, version=GROUP_VERSION))
    assert refused.refusal == (409, "ResourceGroupDeletionBlocked", "")
    assert f"Disk os is attached to VM {path}." in refused.text
    assert polled(client, client.call("DELETE", there, version=GROUP_VERSION)).status == 200
    assert "managedBy" not in client.get(disk).json
    assert polled(client, client.call("DELETE", here, version=GROUP_VERSION)).status == 200


def test_a_machine_goes_with_its_disks(client: Client) -> None:
    group = client.group("rg-together")
    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/app-server-01-os"}
    client.put(f"{group}/disks/os", {"location": "westeurope", "properties": {"creationData": creation}})
    os_disk = {"createOption": "Attach", "managedDisk": {"id": f"{group}/disks/os"}}
    body = {"location": "westeurope", "properties": {"storageProfile": {"osDisk": os_disk}}}
    client.put(f"{group}/virtualMachines/m", body)
    reply = client.call("DELETE", f"{SUB}/resourceGroups/rg-together", version=GROUP_VERSION)
    assert polled(client, reply).status == 200


def test_lists(client: Client) -> None:
    client.gallery("rg-contents", "inside")
    groups = client.get(f"{SUB}/resourcegroups").json["value"]
    assert {"rg-image-builds", "rg-image-builds-us", "rg-contents"} <= {one["name"] for one in groups}
    contents = client.get(f"{SUB}/resourceGroups/rg-contents/resources").json["value"]
    assert [(one["name"], one["type"]) for one in contents] == [("inside", "Microsoft.Compute/galleries")]


@pytest.mark.parametrize(
    ("name", "body", "refusal"),
    [
        ("ends.", {"location": "westeurope"}, (400, "InvalidResourceGroup", "")),
        ("a" * 91, {"location": "westeurope"}, (400, "InvalidResourceGroup", "")),
        ("bad!", {"location": "westeurope"}, (400, "InvalidResourceGroup", "")),
        ("new", {}, (400, "LocationRequired", "")),
        ("new", {"location": "atlantis"}, (400, "LocationNotAvailableForResourceGroup", "")),
        ("rg-image-builds", {"location": "eastus"}, (409, "InvalidResourceGroupLocation", "")),
    ],
)
def test_what_azure_refuses(
    client: Client, name: str, body: dict[str, str], refusal: tuple[int, str, str]
) -> None:
    assert client.call("PUT", f"{SUB}/resourceGroups/{name}", body).refusal == refusal


def test_the_deployer_owns_the_subscription(client: Client) -> None:
    found = client.get(f"{SUB}/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()").json[
        "value"
    ]
    assert DEPLOYER.object_id in [one["properties"]["principalId"] for one in found]
