from typing import Any

import pytest

from tests.local_azure.azure_client import (
    ACCOUNT,
    BUILDS,
    DATA_VHD,
    PUBLIC,
    US,
    VHD,
    Client,
    definition_body,
    machine,
    version_body,
)

DISKS = "2024-03-02"
EMPTY: dict[str, Any] = {
    "location": "westeurope",
    "properties": {"creationData": {"createOption": "Empty"}, "diskSizeGB": 200},
}
POINT = f"{BUILDS}/restorePointCollections/app-server-01-restore-points/restorePoints/before-upgrade"
DISK_POINT = f"{POINT}/diskRestorePoints/app-server-01-os"
APP_DISK = f"{BUILDS}/disks/app-server-01-os"
LINUX_V2 = {
    "osType": "Linux",
    "hyperVGeneration": "V2",
    "supportedCapabilities": {"architecture": "x64"},
    "diskSizeGB": 30,
}


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-disks")


@pytest.fixture
def versions(client: Client) -> str:
    """Where the versions of a definition lie: 1.0.0 in two regions, with data disks at 0 and 1."""
    gallery = client.gallery("rg-disks", "disks")
    path = f"{gallery}/images/database"
    if client.get(path).status == 404:
        client.put(path, definition_body("database", osState="Specialized"))
        regions = [{"name": "westeurope"}, {"name": "northeurope"}]
        client.put(f"{path}/versions/1.0.0", version_body(machine("db-server-01"), targetRegions=regions))
    return f"{path}/versions"


def disk(creation: dict[str, Any], location: str = "westeurope", **properties: object) -> dict[str, Any]:
    return {"location": location, "properties": {"creationData": creation, **properties}}


def of_version(id_: str, **more: object) -> dict[str, Any]:
    return {"createOption": "FromImage", "galleryImageReference": {"id": id_, **more}}


def part(found: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in names if name in found}


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
    assert "supportedCapabilities" not in found.properties
    expected = {
        "diskSizeGB": 200,
        "diskSizeBytes": 200 * 2**30,
        "diskState": "Unattached",
        "diskIOPSReadWrite": 500,
        "diskMBpsReadWrite": 60,
        "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
        "networkAccessPolicy": "AllowAll",
        "publicNetworkAccess": "Enabled",
        "provisioningState": "Succeeded",
    }
    assert part(found.properties, expected) == expected


def test_a_copy_inherits_from_its_source(client: Client, group: str) -> None:
    source = f"{BUILDS}/disks/trusted-01-os"
    for kind in ("disks", "snapshots"):
        path = f"{group}/{kind}/copied"
        creation = {"createOption": "Copy", "sourceUri": source}
        found = client.put(path, disk(creation), DISKS).properties
        assert found["creationData"]["sourceResourceId"] == source
        assert "sourceUri" not in found["creationData"]
        assert found["securityProfile"] == {"securityType": "TrustedLaunch"}
        assert part(found, LINUX_V2) == LINUX_V2
        again = client.call("PUT", path, disk(creation), DISKS)
        assert again.status == 202
        assert client.finished(again).json["status"] == "Succeeded"
    assert client.get(f"{group}/snapshots/copied").properties["incremental"] is False


def test_an_import_takes_its_size_from_the_blob(client: Client, group: str) -> None:
    for name, uri, size in (
        ("flatcar", VHD, 10),
        ("unknown", VHD.replace("flatcar-stable-amd64", "other"), 30),
    ):
        creation = {"createOption": "Import", "sourceUri": uri, "storageAccountId": ACCOUNT}
        body = disk(creation, osType="Linux", hyperVGeneration="V2")
        found = client.put(f"{group}/disks/{name}", body, DISKS).properties
        assert found["creationData"] == creation
        assert (found["diskSizeGB"], found["osType"], found["hyperVGeneration"]) == (size, "Linux", "V2")


def test_disks_of_an_image_version(client: Client, group: str, versions: str) -> None:
    id_ = f"{versions}/1.0.0"
    os_disk = client.put(f"{group}/disks/db-os", disk(of_version(id_)), DISKS).properties
    assert os_disk["creationData"] == {"createOption": "FromImage", "galleryImageReference": {"id": id_}}
    assert part(os_disk, LINUX_V2) == LINUX_V2
    north = disk(of_version(id_, lun=1), "northeurope", diskSizeGB=512)
    data = client.put(f"{group}/disks/db-data", north, DISKS).properties
    assert data["creationData"]["galleryImageReference"] == {"id": id_, "lun": 1}
    assert data["diskSizeGB"] == 512
    assert not {"osType", "hyperVGeneration", "supportedCapabilities"} & data.keys()
    first = client.put(f"{group}/disks/db-0", disk(of_version(id_, lun=0)), DISKS).properties
    assert first["diskSizeGB"] == 128


def test_a_version_of_trusted_launch_makes_disks_of_it(client: Client, group: str) -> None:
    gallery = client.gallery("rg-disks", "disks")
    features = [{"name": "SecurityType", "value": "TrustedLaunch"}]
    definition = client.definition(gallery, "trusted", features=features)
    client.put(f"{definition}/versions/1.0.0", version_body(machine("trusted-01")))
    body = disk(of_version(f"{definition}/versions/1.0.0"))
    found = client.put(f"{group}/disks/trusted", body, DISKS).properties
    assert found["securityProfile"] == {"securityType": "TrustedLaunch"}


@pytest.mark.parametrize(("number", "size"), [("1.0.0", 30), ("latest", 30)])
def test_a_disk_of_a_community_image(client: Client, group: str, number: str, size: int) -> None:
    id_ = f"/CommunityGalleries/{PUBLIC}/Images/ubuntu-24.04-hardened/Versions/{number}"
    creation = {"createOption": "FromImage", "galleryImageReference": {"communityGalleryImageId": id_}}
    found = client.put(f"{group}/disks/community-{number}", disk(creation), DISKS).properties
    assert found["creationData"] == creation
    assert part(found, LINUX_V2) == {**LINUX_V2, "diskSizeGB": size}


def test_a_disk_is_restored_from_a_backup(client: Client, group: str) -> None:
    creation = {"createOption": "Restore", "sourceResourceId": DISK_POINT}
    found = client.put(f"{group}/disks/restored", disk(creation), DISKS).properties
    source = client.get(DISK_POINT).properties
    assert found["creationData"] == {**creation, "sourceUniqueId": source["sourceUniqueId"]}
    assert part(found, LINUX_V2) == LINUX_V2


def test_a_disk_grows_and_keeps_its_identity(client: Client, group: str) -> None:
    path = f"{group}/disks/growing"
    before = client.put(path, EMPTY, DISKS).properties
    client.finished(client.call("PATCH", path, {"properties": {"diskSizeGB": 300}}, DISKS))
    after = client.get(path, DISKS).properties
    assert (after["diskSizeGB"], after["uniqueId"]) == (300, before["uniqueId"])
    shrunk = client.call("PATCH", path, {"properties": {"diskSizeGB": 100}}, DISKS)
    assert shrunk.refusal == (409, "OperationNotAllowed", "diskSizeGB")


def test_settings_change_and_stay(client: Client, group: str) -> None:
    path = f"{group}/disks/settings"
    body = {**EMPTY, "sku": {"name": "Premium_LRS"}, "zones": ["2"]}
    found = client.put(path, body, DISKS)
    assert (found.json["sku"], found.json["zones"]) == ({"name": "Premium_LRS", "tier": "Premium"}, ["2"])
    assert part(found.properties, {"tier": 0, "diskIOPSReadWrite": 0, "diskMBpsReadWrite": 0}) == {
        "tier": "P15",
        "diskIOPSReadWrite": 1100,
        "diskMBpsReadWrite": 125,
    }
    change = {"networkAccessPolicy": "DenyAll", "publicNetworkAccess": "Disabled"}
    client.put(path, {**EMPTY, "properties": {**EMPTY["properties"], **change}}, DISKS)
    found = client.get(path, DISKS)
    assert part(found.properties, change) == change
    assert (found.json["sku"]["name"], found.json["zones"]) == ("Premium_LRS", ["2"])
    found = client.put(path, {**EMPTY, "sku": {"name": "StandardSSD_LRS"}}, DISKS)
    assert found.json["sku"] == {"name": "StandardSSD_LRS", "tier": "Standard"}
    assert part(found.properties, change) == change


@pytest.mark.parametrize(
    ("change", "target"),
    [
        (
            {"creationData": {"createOption": "Import"}},
            "disk.properties.creationData.createOption",
        ),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/build-rhel-9-os"}},
            "disk.properties.creationData.sourceResourceId",
        ),
        (
            {"creationData": {"createOption": "Copy", "storageAccountId": ACCOUNT}},
            "disk.properties.creationData.storageAccountId",
        ),
        (
            {"creationData": {"createOption": "Copy", "galleryImageReference": {"id": "/x"}}},
            "disk.properties.creationData.galleryImageReference.id",
        ),
        ({"hyperVGeneration": "V1"}, "disk.properties.hyperVGeneration"),
    ],
)
def test_what_is_fixed_at_creation(client: Client, group: str, change: dict[str, Any], target: str) -> None:
    path = f"{group}/disks/fixed"
    creation = {"createOption": "Copy", "sourceResourceId": APP_DISK}
    client.put(path, disk(creation), DISKS)
    body = {"location": "westeurope", "properties": {"creationData": creation, **change}}
    reply = client.call("PUT", path, body, DISKS)
    assert reply.refusal == (409, "PropertyChangeNotAllowed", target)
    assert reply.message == f"Changing property '{target}' is not allowed."


def test_the_lun_and_the_zones_are_fixed(client: Client, group: str, versions: str) -> None:
    path = f"{group}/disks/fixed-lun"
    client.put(path, disk(of_version(f"{versions}/1.0.0", lun=0)), DISKS)
    reply = client.call("PUT", path, disk(of_version(f"{versions}/1.0.0", lun=1)), DISKS)
    assert reply.refusal[2] == "disk.properties.creationData.galleryImageReference.lun"
    zoned = {**disk(of_version(f"{versions}/1.0.0", lun=0)), "zones": ["1"]}
    assert client.call("PUT", path, zoned, DISKS).refusal == (409, "PropertyChangeNotAllowed", "disk.zones")


def test_an_attached_disk_stays(client: Client, group: str) -> None:
    reply = client.call("DELETE", APP_DISK)
    assert reply.refusal == (409, "OperationNotAllowed", "")
    assert reply.message == (
        f"Disk app-server-01-os is attached to VM {BUILDS}/virtualMachines/app-server-01."
    )
    path = f"{group}/disks/attached"
    client.put(path, disk({"createOption": "Copy", "sourceResourceId": APP_DISK}), DISKS)
    os_disk = {"createOption": "Attach", "managedDisk": {"id": path}}
    owner = {"location": "westeurope", "properties": {"storageProfile": {"osDisk": os_disk}}}
    client.put(f"{group}/virtualMachines/owner", owner)
    client.finished(client.call("PATCH", path, {"tags": {"a": "b"}}, DISKS))
    assert client.get(path, DISKS).json["managedBy"] == f"{group}/virtualMachines/owner"
    assert client.call("DELETE", path).refusal == (409, "OperationNotAllowed", "")
    client.delete(f"{group}/virtualMachines/owner")
    assert client.get(path, DISKS).properties["diskState"] == "Unattached"
    client.delete(path)
    assert client.get(path, DISKS).status == 404


COPY = {"createOption": "Copy", "sourceResourceId": APP_DISK}
IMPORT = {"createOption": "Import", "sourceUri": VHD, "storageAccountId": ACCOUNT}
CREATION = "disk.creationData"


@pytest.mark.parametrize(
    ("properties", "refusal", "fragment"),
    [
        ({}, (400, "InvalidParameter", f"{CREATION}.createOption"), "missing (null)"),
        (
            {"creationData": {"createOption": "Empty"}},
            (400, "InvalidParameter", "disk.diskSizeGB"),
            "missing (null)",
        ),
        (
            {"creationData": {"createOption": "Empty"}, "diskSizeGB": 0},
            (400, "InvalidParameter", "disk.diskSizeGB"),
            "between 1 and 65536",
        ),
        (
            {"creationData": {"createOption": "Magic"}},
            (400, "InvalidParameter", f"{CREATION}.createOption"),
            (
                "Allowed values are: Empty, Copy, CopyStart, CopyFromSanSnapshot, FromImage, Import, ImportSecure, "
                "Restore, Upload, UploadPreparedSecure."
            ),
        ),
        (
            {"creationData": {"createOption": "Upload", "uploadSizeBytes": 1}},
            (400, "InvalidParameter", f"{CREATION}.uploadSizeBytes"),
            "The value must be between 20972032 and 35183298347520, inclusive.",
        ),
        (
            {"creationData": {"createOption": "UploadPreparedSecure"}},
            (400, "BadRequest", ""),
            "Required parameter 'uploadSizeBytes' is missing (null).",
        ),
        (
            {"creationData": {"createOption": "Copy"}},
            (400, "InvalidParameter", f"{CREATION}.sourceResourceId"),
            "missing (null)",
        ),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/none"}},
            (404, "ResourceNotFound", CREATION),
            f"The source '{BUILDS}/disks/none' was not found in location 'westeurope'.",
        ),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": f"{US}/disks/build-rhel-us-os"}},
            (404, "ResourceNotFound", CREATION),
            "was not found in location 'westeurope'",
        ),
        (
            {"creationData": {"createOption": "Copy", "sourceResourceId": DISK_POINT}},
            (400, "InvalidParameter", f"{CREATION}.sourceResourceId"),
            "has to be one of Microsoft.Compute's disks or snapshots",
        ),
        (
            {"creationData": {"createOption": "Restore", "sourceResourceId": APP_DISK}},
            (400, "InvalidParameter", f"{CREATION}.sourceResourceId"),
            "has to be one of Microsoft.Compute's diskrestorepoints",
        ),
        (
            {"creationData": {"createOption": "Restore", "sourceResourceId": f"{DISK_POINT}x"}},
            (404, "ResourceNotFound", CREATION),
            "was not found",
        ),
        ({"creationData": COPY, "diskSizeGB": 10}, (409, "OperationNotAllowed", "disk.diskSizeGB"), "30 GB"),
        (
            {"creationData": COPY, "osType": "Windows"},
            (400, "InvalidParameter", "disk.osType"),
            (
                f"The value 'Windows' of parameter 'disk.osType' is different from that of its source '{APP_DISK}': "
                "'Linux'."
            ),
        ),
        (
            {"creationData": COPY, "hyperVGeneration": "V1"},
            (400, "InvalidParameter", "disk.hyperVGeneration"),
            "'V2'",
        ),
        (
            {"creationData": COPY, "supportedCapabilities": {"architecture": "Arm64"}},
            (400, "InvalidParameter", "disk.supportedCapabilities.architecture"),
            "'x64'",
        ),
        (
            {"creationData": {**IMPORT, "storageAccountId": None}},
            (400, "BadRequest", ""),
            "Required parameter 'storageAccountId' is missing (null).",
        ),
        (
            {"creationData": {**IMPORT, "sourceUri": ""}},
            (400, "BadRequest", ""),
            "Required parameter 'sourceUri' is missing (null).",
        ),
        (
            {"creationData": {**IMPORT, "storageAccountId": f"{ACCOUNT}none"}},
            (404, "ResourceNotFound", f"{CREATION}.storageAccountId"),
            "was not found",
        ),
        (
            {"creationData": {**IMPORT, "sourceUri": "file:///flatcar.vhd"}},
            (400, "InvalidParameter", f"{CREATION}.sourceUri"),
            "no http(s) address",
        ),
        (
            {"creationData": {**IMPORT, "sourceUri": "https://other.blob.core.windows.net/vhds/a.vhd"}},
            (400, "InvalidParameter", f"{CREATION}.sourceUri"),
            "not one of storage account 'contosoimages'",
        ),
        ({"creationData": IMPORT, "diskSizeGB": 5}, (409, "OperationNotAllowed", "disk.diskSizeGB"), "10 GB"),
        (
            {"creationData": {"createOption": "FromImage"}},
            (400, "InvalidParameter", f"{CREATION}.galleryImageReference"),
            "Exactly one of",
        ),
        (
            {"creationData": {"createOption": "FromImage", "imageReference": {"id": "/x"}}},
            (400, "InvalidParameter", f"{CREATION}.imageReference.id"),
            "no image of the Marketplace",
        ),
        (
            {
                "creationData": EMPTY["properties"]["creationData"],
                "diskSizeGB": 1,
                "networkAccessPolicy": "No",
            },
            (400, "InvalidParameter", "disk.networkAccessPolicy"),
            "not allowed",
        ),
        (
            {
                "creationData": EMPTY["properties"]["creationData"],
                "diskSizeGB": 1,
                "networkAccessPolicy": "AllowPrivate",
            },
            (400, "InvalidParameter", "disk.diskAccessId"),
            "missing (null)",
        ),
        (
            {"creationData": {"createOption": "Empty"}, "diskSizeGB": "30"},
            (400, "InvalidRequestContent", ""),
            "integer",
        ),
        (
            {"creationData": {"createOption": "Empty"}, "diskSizeGB": True},
            (400, "InvalidRequestContent", ""),
            "integer",
        ),
    ],
)
def test_what_azure_refuses(
    client: Client, group: str, properties: dict[str, Any], refusal: tuple[int, str, str], fragment: str
) -> None:
    body = {"location": "westeurope", "properties": properties}
    reply = client.call("PUT", f"{group}/disks/refused", body, DISKS)
    assert reply.refusal == refusal
    assert fragment in reply.message
    assert client.get(f"{group}/disks/refused", DISKS).status == 404


def test_a_vhd_in_another_region(client: Client, group: str) -> None:
    reply = client.call("PUT", f"{group}/disks/refused", disk(IMPORT, "eastus"), DISKS)
    assert reply.refusal == (400, "BadRequest", f"{CREATION}.sourceUri")
    assert reply.message == f"The blob '{VHD}' is in 'westeurope', and the disk's location is 'eastus'."
    assert DATA_VHD.rsplit("/", 1)[0] == VHD.rsplit("/", 1)[0]


NOT_AVAILABLE = (
    "The gallery image {} is not available in {} region. Please contact image owner to replicate to this "
    "region, or change your requested region."
)


@pytest.mark.parametrize(("number", "location"), [("1.0.0", "eastus"), ("9.9.9", "westeurope")])
def test_versions_without_a_replica_make_no_disk(
    client: Client, group: str, versions: str, number: str, location: str
) -> None:
    id_ = f"{versions}/{number}"
    reply = client.call("PUT", f"{group}/disks/refused", disk(of_version(id_), location), DISKS)
    assert reply.refusal == (404, "GalleryImageNotFound", "")
    assert reply.message == NOT_AVAILABLE.format(id_, location)


def test_a_lun_that_the_version_lacks(client: Client, group: str, versions: str) -> None:
    body = disk(of_version(f"{versions}/1.0.0", lun=7))
    reply = client.call("PUT", f"{group}/disks/refused", body, DISKS)
    assert reply.refusal == (400, "InvalidParameter", "imageReference")
    assert reply.message == "The value of parameter imageReference is invalid."


def test_what_a_version_says_is_not_said_otherwise(client: Client, group: str, versions: str) -> None:
    body = disk(of_version(f"{versions}/1.0.0"), hyperVGeneration="V1")
    reply = client.call("PUT", f"{group}/disks/refused", body, DISKS)
    assert reply.refusal == (400, "InvalidParameter", "disk.hyperVGeneration")


@pytest.mark.parametrize(
    ("top", "location", "refusal"),
    [
        ({"sku": {"name": "Floppy_LRS"}}, "westeurope", (400, "InvalidParameter", "disk.sku.name")),
        ({"sku": {"name": "Standard_ZRS"}}, "westeurope", (400, "InvalidParameter", "disk.sku.name")),
        ({"sku": {"name": "Premium_ZRS"}}, "westus", (400, "InvalidParameter", "disk.sku.name")),
        ({"zones": ["1"]}, "westus", (400, "InvalidParameter", "disk.zones")),
        ({"zones": ["4"]}, "westeurope", (400, "InvalidParameter", "disk.zones")),
        (
            {"zones": ["1"], "sku": {"name": "Premium_ZRS"}},
            "westeurope",
            (400, "InvalidParameter", "disk.zones"),
        ),
        ({"zones": "1"}, "westeurope", (400, "InvalidRequestContent", "")),
    ],
)
def test_skus_and_zones_azure_refuses(
    client: Client, group: str, top: dict[str, Any], location: str, refusal: tuple[int, str, str]
) -> None:
    body = {**EMPTY, **top, "location": location}
    assert client.call("PUT", f"{group}/disks/refused", body, DISKS).refusal == refusal
