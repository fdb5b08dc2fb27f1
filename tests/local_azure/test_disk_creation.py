"""Disks and snapshots whose content comes by ways of its own: uploads, Elastic SANs, the Marketplace, galleries."""

from typing import Any

import pytest

from tests.local_azure.azure_client import (
    ACCOUNT,
    BUILDS,
    SUBSCRIPTION,
    US,
    VHD,
    Client,
    definition_body,
    machine,
    version_body,
)

DISKS = "2024-03-02"
SAN = (
    f"/subscriptions/{SUBSCRIPTION}/resourceGroups/san/providers/Microsoft.ElasticSan/elasticSans/san"
    "/volumegroups/data/snapshots/friday"
)
MARKETPLACE = (
    f"/subscriptions/{SUBSCRIPTION}/Providers/Microsoft.Compute/Locations/westeurope/Publishers/contoso"
    "/ArtifactTypes/VMImage/Offers/linux/Skus/gen2/Versions/1.0.0"
)
GUEST_STATE = VHD.replace(".vhd", "-vmgs.vhd")


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-disks")


def made(client: Client, path: str, creation: dict[str, Any], **properties: object) -> dict[str, Any]:
    body = {"location": "westeurope", "properties": {"creationData": creation, **properties}}
    client.finished(client.call("PUT", path, body, DISKS))
    return client.get(path, DISKS).json["properties"]


@pytest.mark.parametrize("kind", ["disks", "snapshots"])
@pytest.mark.parametrize("option", ["Upload", "UploadPreparedSecure"])
def test_what_waits_for_an_upload(client: Client, group: str, kind: str, option: str) -> None:
    creation = {"createOption": option, "uploadSizeBytes": 2 * 1024**3 + 513}
    found = made(client, f"{group}/{kind}/{option.lower()}", creation)
    assert (found["creationData"], found["diskSizeGB"], found["diskState"]) == (creation, 3, "ReadyToUpload")


@pytest.mark.parametrize("kind", ["disks", "snapshots"])
def test_a_secure_import_names_the_guest_state(client: Client, group: str, kind: str) -> None:
    creation = {"createOption": "ImportSecure", "sourceUri": VHD, "storageAccountId": ACCOUNT}
    body = {"location": "westeurope", "properties": {"creationData": creation}}
    refused = client.call("PUT", f"{group}/{kind}/secure", body, DISKS)
    assert refused.refusal == (400, "BadRequest", "")
    assert "'securityDataUri' is missing" in refused.message
    creation["securityDataUri"] = GUEST_STATE
    assert made(client, f"{group}/{kind}/secure", creation)["creationData"] == creation


@pytest.mark.parametrize("kind", ["disks", "snapshots"])
def test_a_snapshot_of_an_elastic_san(client: Client, group: str, kind: str) -> None:
    creation = {"createOption": "CopyFromSanSnapshot", "elasticSanResourceId": SAN}
    found = made(client, f"{group}/{kind}/san", creation, diskSizeGB=8)
    assert (found["creationData"], found["diskSizeGB"]) == (creation, 8)
    creation["elasticSanResourceId"] = f"{BUILDS}/snapshots/any"
    body = {"location": "westeurope", "properties": {"creationData": creation}}
    refused = client.call("PUT", f"{group}/{kind}/other", body, DISKS)
    assert refused.refusal[1:] == ("InvalidParameter", f"{kind[:-1]}.creationData.elasticSanResourceId")


def test_an_image_of_the_marketplace(client: Client, group: str) -> None:
    creation = {"createOption": "FromImage", "imageReference": {"id": MARKETPLACE}}
    found = made(client, f"{group}/disks/market", creation)
    assert (found["creationData"], found["osType"], found["diskSizeGB"]) == (creation, "Linux", 30)


def test_a_snapshot_is_copied_from_another_region_in_the_background(client: Client, group: str) -> None:
    source = f"{US}/disks/build-rhel-us-os"
    creation = {
        "createOption": "CopyStart",
        "sourceResourceId": source,
        "provisionedBandwidthCopySpeed": "Enhanced",
    }
    found = made(client, f"{group}/snapshots/far", creation, incremental=True)
    unique_id = client.get(source, DISKS).json["properties"]["uniqueId"]
    assert found["creationData"] == {**creation, "sourceUniqueId": unique_id}


def test_a_version_of_a_gallery_that_is_shared_directly(client: Client, group: str) -> None:
    gallery = f"{group}/galleries/shared"
    shared = {"location": "westeurope", "properties": {"sharingProfile": {"permissions": "Groups"}}}
    client.put(gallery, shared)
    client.put(f"{gallery}/images/db", definition_body("db", osState="Specialized"))
    client.put(f"{gallery}/images/db/versions/1.0.0", version_body(machine("db-server-01")))
    unique_name = client.get(gallery).json["properties"]["identifier"]["uniqueName"]
    id_ = f"/SharedGalleries/{unique_name}/Images/db/Versions/1.0.0"
    creation = {"createOption": "FromImage", "galleryImageReference": {"sharedGalleryImageId": id_}}
    assert made(client, f"{group}/disks/shared", creation)["creationData"] == creation


@pytest.mark.parametrize("kind", ["disks", "snapshots", "images"])
def test_an_edge_zone_is_fixed(client: Client, group: str, kind: str) -> None:
    zone = {"name": "microsoftlosangeles1", "type": "EdgeZone"}
    path, body = (
        f"{group}/{kind}/edge",
        {"location": "westeurope", "extendedLocation": {"name": zone["name"]}},
    )
    os_disk = {"osType": "Linux", "osState": "Generalized", "blobUri": VHD}
    body["properties"] = (
        {"storageProfile": {"osDisk": os_disk}}
        if kind == "images"
        else {"creationData": {"createOption": "Import", "sourceUri": VHD, "storageAccountId": ACCOUNT}}
    )
    client.finished(client.call("PUT", path, body, DISKS))
    assert client.get(path, DISKS).json["extendedLocation"] == zone
    body["extendedLocation"] = {"name": "elsewhere"}
    assert client.call("PUT", path, body, DISKS).refusal[1:] == (
        "PropertyChangeNotAllowed",
        "extendedLocation",
    )
