from typing import Any

import pytest

from tests.local_azure.azure_client import BUILDS, DATA_VHD, US, VHD, Client

IMAGES = "2024-11-01"


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-images")


def from_machine(name: str) -> dict[str, Any]:
    return {"sourceVirtualMachine": {"id": f"{BUILDS}/virtualMachines/{name}"}}


def from_disk(place: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"storageProfile": {"osDisk": {"osType": "Linux", "osState": "Generalized", **place}, **more}}


def body(properties: dict[str, Any]) -> dict[str, Any]:
    return {"location": "westeurope", "properties": properties}


SNAPSHOT = {"snapshot": {"id": f"{BUILDS}/snapshots/app-server-01-os-snapshot"}}
DISK = {"managedDisk": {"id": f"{BUILDS}/disks/build-ubuntu-2404-os"}}


def test_an_image_of_a_machine_is_filled_in_from_it(client: Client, group: str) -> None:
    path = f"{group}/images/machine"
    reply = client.call("PUT", path, body(from_machine("build-ubuntu-2404")), IMAGES)
    assert reply.status == 201
    assert reply.headers["azure-asyncnotification"] == "Enabled"
    assert "/locations/westeurope/operations/" in reply.headers["Azure-AsyncOperation"]
    assert "diskSizeGB" not in reply.properties["storageProfile"]["osDisk"]
    client.finished(reply)
    assert client.get(path, IMAGES).properties == {
        **from_machine("build-ubuntu-2404"),
        "storageProfile": {
            "osDisk": {
                "osType": "Linux",
                "osState": "Generalized",
                "diskSizeGB": 30,
                **DISK,
                "caching": "ReadWrite",
                "storageAccountType": "Standard_LRS",
            },
            "dataDisks": [],
            "zoneResilient": False,
        },
        "hyperVGeneration": "V2",
        "provisioningState": "Succeeded",
    }


def test_an_image_of_a_snapshot(client: Client, group: str) -> None:
    path = f"{group}/images/snapshot"
    bare = {"snapshot": {"id": SNAPSHOT["snapshot"]["id"].lstrip("/")}}
    found = client.put(path, body(from_disk(bare)), IMAGES).properties
    assert found["storageProfile"]["osDisk"]["snapshot"] == SNAPSHOT["snapshot"]
    assert found["storageProfile"]["osDisk"]["caching"] == "None"
    assert found["hyperVGeneration"] == "V2"


def test_an_image_with_data_disks_from_everywhere(client: Client, group: str) -> None:
    path = f"{group}/images/data-disks"
    data = [
        {"lun": 0, "snapshot": {"id": f"{BUILDS}/snapshots/db-server-01-data-0-snapshot"}},
        {"lun": 4, "caching": "ReadOnly", "managedDisk": {"id": f"{BUILDS}/disks/db-server-01-data-1"}},
        {"lun": 9, "blobUri": DATA_VHD, "storageAccountType": "Premium_LRS", "diskSizeGB": 100},
    ]
    given = body(
        {**from_disk({"blobUri": VHD}, dataDisks=data, zoneResilient=True), "hyperVGeneration": "V2"}
    )
    reply = client.call("PUT", path, given, IMAGES)
    assert "diskSizeGB" not in reply.text
    client.finished(reply)
    found = client.get(path, IMAGES).properties
    defaults = {"caching": "None", "storageAccountType": "Standard_LRS"}
    assert found == {
        "storageProfile": {
            "osDisk": {
                "osType": "Linux",
                "osState": "Generalized",
                "diskSizeGB": 10,
                "blobUri": VHD,
                **defaults,
            },
            "dataDisks": [
                {**defaults, **data[0], "diskSizeGB": 128},
                {**defaults, **data[1], "diskSizeGB": 256},
                {**defaults, **data[2]},
            ],
            "zoneResilient": True,
        },
        "hyperVGeneration": "V2",
        "provisioningState": "Succeeded",
    }
    again = client.call("PUT", path, given, IMAGES)
    assert client.finished(again).json["status"] == "Succeeded"
    moved = {**given, "properties": from_disk({"blobUri": VHD}, dataDisks=data[:2], zoneResilient=True)}
    assert client.call("PUT", path, moved, IMAGES).refusal == (
        409,
        "PropertyChangeNotAllowed",
        "image.properties.storageProfile.dataDisks",
    )


def test_a_version_of_an_image_with_data_disks(client: Client, group: str) -> None:
    path = f"{group}/images/with-data"
    data = [{"lun": 2, "caching": "ReadOnly", "snapshot": SNAPSHOT["snapshot"]}]
    client.put(path, body(from_disk(DISK, dataDisks=data)), IMAGES)
    definition = client.definition(client.gallery("rg-images", "images"), "with-data")
    storage = {"storageProfile": {"source": {"id": path}}}
    found = client.put(f"{definition}/versions/1.0.0", {"location": "westeurope", "properties": storage})
    assert found.properties["storageProfile"]["dataDiskImages"] == [
        {"lun": 2, "sizeInGB": 30, "hostCaching": "ReadOnly", "source": {}}
    ]


def test_no_image_of_arm64_and_no_zones_where_there_are_none(client: Client, group: str) -> None:
    path = f"{group}/images/refused"
    for properties, target in (
        (from_machine("build-ubuntu-2404-arm64"), "sourceVirtualMachine.id"),
        (
            from_disk({"managedDisk": {"id": f"{BUILDS}/disks/build-ubuntu-2404-arm64-os"}}),
            "osDisk.managedDisk.id",
        ),
    ):
        reply = client.call("PUT", path, body(properties), IMAGES)
        assert reply.refusal == (400, "InvalidParameter", target)
        assert reply.message == "Managed images are not supported for architecture 'Arm64'."
    blob = {"blobUri": "https://other.blob.core.windows.net/vhds/x.vhd"}
    zoned = {"location": "westus", "properties": from_disk(blob, zoneResilient=True)}
    reply = client.call("PUT", path, zoned, IMAGES)
    assert reply.refusal == (400, "InvalidParameter", "storageProfile.zoneResilient")
    assert reply.message == "Zone resilient images are not supported in this region: 'West US'."


def test_only_tags_change(client: Client, group: str) -> None:
    path = f"{group}/images/fixed"
    client.put(path, body(from_disk(DISK)), IMAGES)
    client.put(path, {**body(from_disk(DISK)), "tags": {"a": "b"}}, IMAGES)
    assert client.get(path).json["tags"] == {"a": "b"}
    for change, where in (
        (from_disk(SNAPSHOT), "storageProfile.osDisk.snapshot"),
        (from_disk(DISK, zoneResilient=True), "storageProfile.zoneResilient"),
        ({**from_disk(DISK), "hyperVGeneration": "V1"}, "hyperVGeneration"),
        (from_machine("build-rhel-9"), "sourceVirtualMachine.id"),
    ):
        reply = client.call("PUT", path, body(change), IMAGES)
        assert reply.refusal == (409, "PropertyChangeNotAllowed", f"image.properties.{where}")


def test_delete(client: Client, group: str) -> None:
    path = f"{group}/images/gone"
    client.put(path, body(from_disk(DISK)), IMAGES)
    assert client.call("DELETE", path).status == 202


@pytest.mark.parametrize(
    ("properties", "refusal", "fragment"),
    [
        (
            from_machine("app-server-01"),
            (409, "OperationNotAllowed", ""),
            "'app-server-01' to be Deallocated and",
        ),
        (
            from_machine("trusted-01"),
            (409, "OperationNotAllowed", ""),
            (
                "Creation of managed images are not supported for virtual machine with TrustedLaunch "
                "security type."
            ),
        ),
        (from_machine("none"), (404, "ResourceNotFound", "sourceVirtualMachine.id"), "not found"),
        (
            {"sourceVirtualMachine": {"id": f"{US}/virtualMachines/build-ubuntu-us"}},
            (400, "InvalidParameter", "sourceVirtualMachine.id"),
            "westeurope",
        ),
        ({}, (400, "InvalidParameter", "storageProfile"), "missing"),
        (
            {**from_machine("build-rhel-9"), **from_disk(DISK)},
            (400, "InvalidParameter", "storageProfile"),
            "not allowed",
        ),
        (
            from_disk({**DISK, "osState": "Specialized"}),
            (400, "InvalidParameter", "osDisk.osState"),
            "The value of parameter osDisk.osState is invalid",
        ),
        (from_disk({**DISK, "osState": None}), (400, "InvalidParameter", "osDisk.osState"), "missing"),
        (from_disk({**DISK, "osType": ""}), (400, "InvalidParameter", "osDisk.osType"), "missing"),
        (from_disk({**DISK, "osType": "Windows"}), (400, "InvalidParameter", "osDisk.osType"), "'Linux'"),
        (from_disk({}), (400, "InvalidParameter", "osDisk"), "Exactly one"),
        (
            from_disk({"managedDisk": {"id": f"{BUILDS}/disks/trusted-01-os"}}),
            (409, "OperationNotAllowed", ""),
            "with TrustedLaunch security type.",
        ),
        (
            from_disk({"managedDisk": {"id": f"{US}/disks/build-rhel-us-os"}}),
            (400, "InvalidParameter", "osDisk.managedDisk.id"),
            "has to be in the image's location 'westeurope'",
        ),
        (
            from_disk({"blobUri": VHD.replace("contosoimages", "contosoimagesus")}),
            (400, "InvalidParameter", "osDisk.blobUri"),
            "has to be in the image's location 'westeurope'",
        ),
        (from_disk({"blobUri": "x.vhd"}), (400, "InvalidParameter", "osDisk.blobUri"), "no http(s) address"),
        (
            from_disk({**DISK, "storageAccountType": "UltraSSD_LRS"}),
            (400, "InvalidParameter", "osDisk.storageAccountType"),
            "not allowed",
        ),
        (
            from_disk({**DISK, "diskSizeGB": 10}),
            (409, "OperationNotAllowed", "osDisk.diskSizeGB"),
            "smaller than the size of the corresponding disk in the source: 30 GB",
        ),
        (
            from_disk(DISK, dataDisks=[{"lun": 64, **SNAPSHOT}]),
            (400, "InvalidParameter", "dataDisks.lun"),
            "between 0 and 63",
        ),
        (from_disk({**DISK, **SNAPSHOT}), (400, "InvalidParameter", "osDisk"), "Exactly one"),
        (
            from_disk({**DISK, "caching": "Always"}),
            (400, "InvalidParameter", "osDisk.caching"),
            "not allowed",
        ),
        (
            from_disk(DISK, dataDisks=[{"lun": 0, **SNAPSHOT}, {"lun": 0, **SNAPSHOT}]),
            (400, "InvalidParameter", "dataDisks.lun"),
            "Duplicated",
        ),
        (from_disk(DISK, dataDisks=[SNAPSHOT]), (400, "InvalidParameter", "dataDisks.lun"), "missing"),
        (
            from_disk({"managedDisk": SNAPSHOT["snapshot"]}),
            (404, "ResourceNotFound", "osDisk.managedDisk.id"),
            "not found",
        ),
        (
            {**from_disk(DISK), "hyperVGeneration": "V1"},
            (400, "InvalidParameter", "hyperVGeneration"),
            "'V2'",
        ),
    ],
)
def test_what_azure_refuses(
    client: Client, group: str, properties: dict[str, Any], refusal: tuple[int, str, str], fragment: str
) -> None:
    path = f"{group}/images/refused"
    reply = client.call("PUT", path, body(properties), IMAGES)
    assert reply.refusal == refusal
    assert fragment in reply.message
    assert client.get(path).status == 404
