from typing import Any

import pytest

from tests.local_azure.azure_client import (
    ACCOUNT,
    BUILDS,
    DATA_VHD,
    US,
    VHD,
    Client,
    definition_body,
    machine,
    version_body,
)

PROFILE = "galleryImageVersion.properties.publishingProfile"
STORAGE = "galleryImageVersion.properties.storageProfile"
UBUNTU = machine("build-ubuntu-2404")
SNAPSHOT = f"{BUILDS}/snapshots/app-server-01-os-snapshot"
HOME = {"name": "westeurope"}


def features(security: str) -> list[dict[str, str]]:
    return [{"name": "SecurityType", "value": security}]


DEFINITIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "special": {"osState": "Specialized"},
    "first": {"hyperVGeneration": "V1"},
    "windows": {"osType": "Windows"},
    "arm": {"architecture": "Arm64"},
    "trusted": {"features": features("TrustedLaunch")},
    "supported": {"features": features("TrustedLaunchSupported")},
}


@pytest.fixture
def gallery(client: Client) -> str:
    path = client.gallery("rg-versions", "versions")
    if client.get(f"{path}/images/supported").status == 404:
        for name, properties in DEFINITIONS.items():
            client.put(f"{path}/images/{name}", definition_body(name, **properties))
    return path


@pytest.fixture
def image(client: Client) -> str:
    """A managed image, made of a machine."""
    path = f"{client.group('rg-versions')}/images/base"
    if client.get(path).status == 404:
        source = {"id": f"{BUILDS}/virtualMachines/build-ubuntu-2404"}
        client.put(path, {"location": "westeurope", "properties": {"sourceVirtualMachine": source}})
    return path


def test_a_new_version_is_filled_in(client: Client, gallery: str, image: str) -> None:
    path = f"{gallery}/images/plain/versions/1.0.0"
    targets = [{"name": "eastus2", "regionalReplicaCount": 3}, {"name": "West Europe"}]
    body = version_body({"source": {"id": image}}, targetRegions=targets, replicaCount=2)
    reply = client.call("PUT", path, body)
    assert reply.status == 201
    first = reply.properties
    published = first["publishingProfile"].pop("publishedDate")
    assert published.endswith("+00:00")
    assert first == {
        "publishingProfile": {
            "targetRegions": [
                {"name": "East US 2", "regionalReplicaCount": 3, "storageAccountType": "Standard_LRS"},
                {"name": "West Europe", "regionalReplicaCount": 2, "storageAccountType": "Standard_LRS"},
            ],
            "replicaCount": 2,
            "excludeFromLatest": False,
            "storageAccountType": "Standard_LRS",
        },
        "storageProfile": {"source": {"id": image}},
        "safetyProfile": {"reportedForPolicyViolation": False, "allowDeletionOfReplicatedLocations": False},
        "provisioningState": "Creating",
    }
    client.finished(reply)
    done = client.get(path).properties
    assert done["publishingProfile"]["publishedDate"] == published
    assert done["storageProfile"] == {
        "source": {"id": image},
        "osDiskImage": {"sizeInGB": 30, "hostCaching": "ReadWrite", "source": {}},
    }
    assert "replicationStatus" not in done
    assert client.get(f"{path}?$expand=ReplicationStatus").properties["replicationStatus"] == {
        "aggregatedState": "Completed",
        "summary": [
            {"region": "East US 2", "state": "Completed", "details": "", "progress": 100},
            {"region": "West Europe", "state": "Completed", "details": "", "progress": 100},
        ],
    }
    assert "safetyProfile" not in client.get(path, "2021-10-01").properties


def test_without_regions_a_version_stays_at_home(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/1.1.0"
    client.put(path, {"location": "westeurope", "properties": {"storageProfile": UBUNTU}})
    assert client.get(path).properties["publishingProfile"]["targetRegions"] == [
        {"name": "West Europe", "regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"}
    ]


def test_sources_for_each_disk(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/special/versions/1.0.0"
    blob = {"uri": DATA_VHD, "storageAccountId": ACCOUNT}
    storage = {
        "osDiskImage": {"source": {"id": SNAPSHOT}},
        "dataDiskImages": [{"lun": 1, "hostCaching": "ReadOnly", "source": blob}],
    }
    reply = client.call("PUT", path, version_body(storage))
    assert "sizeInGB" not in reply.properties["storageProfile"]["osDiskImage"]
    client.finished(reply)
    assert client.get(path).properties["storageProfile"] == {
        "osDiskImage": {"sizeInGB": 30, "hostCaching": "ReadWrite", "source": {"id": SNAPSHOT}},
        "dataDiskImages": [{"lun": 1, "sizeInGB": 64, "hostCaching": "ReadOnly", "source": blob}],
    }
    read = client.get(path).json
    assert client.put(path, read).properties["storageProfile"] == read["properties"]["storageProfile"]


def test_a_version_is_a_source_where_it_has_a_replica(client: Client, gallery: str) -> None:
    first = f"{gallery}/images/plain/versions/2.0.0"
    client.put(first, version_body(UBUNTU, targetRegions=[HOME, {"name": "northeurope"}]))
    body = version_body({"source": {"id": first}})
    for location, status in (("northeurope", 201), ("eastus", 400)):
        path = f"{gallery}/images/plain/versions/2.0.{status}"
        assert client.call("PUT", path, {**body, "location": location}).status == status


def test_regions_come_and_go(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/3.0.0"
    client.put(path, version_body(UBUNTU, targetRegions=[HOME]))
    published = client.get(path).properties["publishingProfile"]["publishedDate"]
    both = [
        {"name": "westeurope", "regionalReplicaCount": 5},
        {"name": "northeurope", "excludeFromLatest": True},
    ]
    client.put(path, version_body({}, targetRegions=both, excludeFromLatest=True))
    profile = client.get(path).properties["publishingProfile"]
    assert [region["regionalReplicaCount"] for region in profile["targetRegions"]] == [5, 1]
    assert profile["publishedDate"] == published
    assert client.get(path).properties["storageProfile"]["source"] == UBUNTU["source"]
    refused = client.call("PUT", path, version_body({}, targetRegions=[HOME]))
    assert refused.refusal == (400, "InvalidParameter", f"{PROFILE}.targetRegions")
    assert "'North Europe'" in refused.message
    body = version_body({}, targetRegions=[HOME])
    body["properties"]["safetyProfile"] = {"allowDeletionOfReplicatedLocations": True}
    assert len(client.put(path, body).properties["publishingProfile"]["targetRegions"]) == 1


def test_a_patch_keeps_the_rest(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/3.1.0"
    client.put(path, version_body(UBUNTU, targetRegions=[HOME]))
    before = client.get(path).properties
    client.finished(client.call("PATCH", path, {"tags": {"a": "b"}}))
    after = client.get(path)
    assert after.json["tags"] == {"a": "b"}
    assert after.properties == before


def test_deletion_may_be_blocked_until_the_end_of_life(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/4.0.0"
    body = version_body(UBUNTU, endOfLifeDate="2099-01-01")
    body["properties"]["safetyProfile"] = {"blockDeletionBeforeEndOfLife": True}
    client.put(path, body)
    reply = client.call("DELETE", path)
    assert reply.refusal == (409, "DeleteGalleryImageVersionBlockedBeforeEndOfLife", "")
    body["properties"]["safetyProfile"] = {"blockDeletionBeforeEndOfLife": False}
    client.put(path, body)
    client.delete(path)
    assert client.get(path).refusal == (404, "ResourceNotFound", "")


@pytest.mark.parametrize("name", ["1", "1.0", "1.0.0.0", "latest", "1.0.x", "1.0.2147483648", "v1.0.0"])
def test_names_azure_refuses(client: Client, gallery: str, name: str) -> None:
    reply = client.call("PUT", f"{gallery}/images/plain/versions/{name}", version_body(UBUNTU))
    assert reply.refusal == (400, "InvalidParameter", "galleryImageVersionName")


@pytest.mark.parametrize(
    ("profile", "target", "fragment"),
    [
        (
            {"targetRegions": [HOME, {"name": "West Europe"}]},
            f"{PROFILE}.targetRegions",
            "Duplicate regions are not allowed in target publishing regions.",
        ),
        (
            {"targetRegions": [{"name": "eastus"}]},
            f"{PROFILE}.targetRegions",
            "regions 'East US' must contain the location of image version 'West Europe'",
        ),
        ({"targetRegions": [{"regionalReplicaCount": 1}]}, f"{PROFILE}.targetRegions.name", "missing"),
        (
            {"targetRegions": [{**HOME, "regionalReplicaCount": 0}]},
            f"{PROFILE}.targetRegions.regionalReplicaCount",
            (
                "The value 0 of parameter 'galleryImageVersion.properties.publishingProfile.targetRegions."
                "regionalReplicaCount' is out of range. The value must be between 1 and 100, inclusive."
            ),
        ),
        (
            {"targetRegions": [{**HOME, "regionalReplicaCount": 101}]},
            f"{PROFILE}.targetRegions.regionalReplicaCount",
            "out of range",
        ),
        ({"replicaCount": 0}, f"{PROFILE}.replicaCount", "out of range"),
        ({"storageAccountType": "Floppy"}, f"{PROFILE}.storageAccountType", "not allowed"),
        (
            {"storageAccountType": "Standard_LRS", "storageAccountStrategy": "DefaultStandard_LRS"},
            f"{PROFILE}.storageAccountStrategy",
            "is not allowed",
        ),
        (
            {"targetRegions": [HOME, {"name": "westus", "storageAccountType": "Standard_ZRS"}]},
            f"{PROFILE}.targetRegions.storageAccountType",
            "ZRS storage account type is not supported in this region",
        ),
        ({"replicationMode": "Deep"}, f"{PROFILE}.replicationMode", "not allowed"),
        (
            {"replicationMode": "Shallow", "targetRegions": [HOME, {"name": "eastus"}]},
            f"{PROFILE}.targetRegions",
            "Shallow",
        ),
        (
            {"replicationMode": "Shallow", "replicaCount": 2},
            f"{PROFILE}.targetRegions.regionalReplicaCount",
            "Shallow",
        ),
        ({"endOfLifeDate": "2001-01-01"}, f"{PROFILE}.endOfLifeDate", "future date"),
        ({"endOfLifeDate": "never"}, f"{PROFILE}.endOfLifeDate", "DateTimeOffset"),
    ],
)
def test_publishing_azure_refuses(
    client: Client, gallery: str, profile: dict[str, Any], target: str, fragment: str
) -> None:
    path = f"{gallery}/images/plain/versions/9.0.0"
    reply = client.call("PUT", path, version_body(UBUNTU, **profile))
    assert reply.refusal == (400, "InvalidParameter", target)
    assert fragment in reply.message
    assert client.get(path).status == 404


def test_an_unknown_region_is_refused(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/9.0.0"
    reply = client.call("PUT", path, version_body(UBUNTU, targetRegions=[HOME, {"name": "atlantis"}]))
    assert reply.refusal == (400, "LocationNotAvailableForResourceType", "")


def whole(**source: str) -> dict[str, Any]:
    return {"source": source}


def disks(os_disk: dict[str, str], *data: tuple[int | None, dict[str, str]]) -> dict[str, Any]:
    storage: dict[str, Any] = {"osDiskImage": {"source": os_disk}}
    if data:
        storage["dataDiskImages"] = [{"lun": lun, "source": source} for lun, source in data]
    return storage


SNAP = {"id": SNAPSHOT}
BLOB = {"uri": VHD, "storageAccountId": ACCOUNT}
MACHINES = f"{BUILDS}/virtualMachines"


@pytest.mark.parametrize(
    ("definition", "storage", "code", "target", "fragment"),
    [
        ("plain", {}, "InvalidParameter", f"{STORAGE}.source", "missing (null)"),
        ("plain", {"osDiskImage": {}}, "InvalidParameter", f"{STORAGE}.source", "missing (null)"),
        (
            "plain",
            {**UBUNTU, **disks(SNAP)},
            "InvalidParameter",
            STORAGE,
            "source can only be specified either directly under storageProfile or within individual OS or data",
        ),
        (
            "plain",
            whole(id="x", virtualMachineId="y"),
            "InvalidParameter",
            f"{STORAGE}.source",
            "Exactly one",
        ),
        (
            "plain",
            whole(id="image"),
            "InvalidParameter",
            f"{STORAGE}.source.id",
            "path 'properties.storageProfile.source.id'",
        ),
        (
            "plain",
            whole(id=f"{BUILDS}/images/none"),
            "InvalidParameter",
            f"{STORAGE}.source.id",
            "is not found",
        ),
        (
            "plain",
            whole(virtualMachineId=f"{US}/virtualMachines/build-ubuntu-us"),
            "InvalidParameter",
            f"{STORAGE}.source.virtualMachineId",
            "and is in the same region as gallery image version being created.",
        ),
        (
            "plain",
            whole(id=SNAPSHOT),
            "InvalidParameter",
            f"{STORAGE}.source.id",
            "must either be a managed image",
        ),
        (
            "plain",
            whole(id=f"{MACHINES}/build-ubuntu-2404"),
            "InvalidParameter",
            f"{STORAGE}.source",
            "must be specified in 'galleryImageVersion.properties.storageProfile.source.virtualMachineId'",
        ),
        (
            "plain",
            disks({"id": f"{MACHINES}/build-rhel-9"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.id",
            "must be a managed disk or snapshot",
        ),
        (
            "plain",
            machine("app-server-01"),
            "BadRequest",
            f"{STORAGE}.source.virtualMachineId",
            "has a different OS state ['Specialized'] than the parent gallery image OS state ['Generalized']",
        ),
        (
            "special",
            UBUNTU,
            "BadRequest",
            f"{STORAGE}.source.virtualMachineId",
            "different OS state ['Generalized']",
        ),
        (
            "first",
            UBUNTU,
            "BadRequest",
            f"{STORAGE}.source.virtualMachineId",
            "different Hypervisor generation",
        ),
        ("plain", machine("build-debian-12"), "BadRequest", f"{STORAGE}.source.virtualMachineId", "['V1']"),
        (
            "windows",
            UBUNTU,
            "BadRequest",
            f"{STORAGE}.source.virtualMachineId",
            "different OS type ['Linux']",
        ),
        ("arm", UBUNTU, "BadRequest", f"{STORAGE}.source.virtualMachineId", "different architecture ['x64']"),
        (
            "supported",
            UBUNTU,
            "InvalidParameter",
            f"{STORAGE}.source.virtualMachineId",
            "security type 'TrustedLaunchSupported' is not supported",
        ),
        (
            "supported",
            disks(SNAP),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.id",
            "only Vhd Blob, User Image and Gallery Image Version",
        ),
        (
            "supported",
            disks({"id": f"{BUILDS}/disks/trusted-01-os"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.id",
            "is not supported",
        ),
        ("trusted", UBUNTU, "InvalidParameter", f"{STORAGE}.source.virtualMachineId", "'TrustedLaunch'"),
        (
            "plain",
            machine("trusted-01"),
            "InvalidParameter",
            f"{STORAGE}.source.virtualMachineId",
            "TrustedLaunch",
        ),
        (
            "plain",
            disks(SNAP, (0, BLOB), (0, {**BLOB, "uri": DATA_VHD})),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.lun",
            "Duplicated lun numbers have been detected in the input data disks.",
        ),
        (
            "plain",
            disks(SNAP, (None, BLOB)),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.lun",
            "missing",
        ),
        (
            "plain",
            disks(SNAP, (0, BLOB), (1, BLOB)),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.source",
            "Duplicated source ids are found in the input disks.",
        ),
        (
            "plain",
            disks(SNAP, (0, SNAP)),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.source",
            "Source id should be unique for each disk.",
        ),
        (
            "plain",
            disks(BLOB, (0, BLOB)),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages",
            f"OSDiskImage and DataDiskImage cannot point to same blob {VHD}",
        ),
        (
            "plain",
            disks(SNAP, (-1, BLOB)),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.lun",
            "out of range",
        ),
        (
            "plain",
            disks(SNAP, (0, {"id": f"{US}/snapshots/app-server-us-os-snapshot"})),
            "InvalidParameter",
            f"{STORAGE}.dataDiskImages.source.id",
            "is in the same region",
        ),
        (
            "plain",
            disks({**BLOB, "storageAccountId": f"{ACCOUNT}none"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.storageAccountId",
            f"Source '{ACCOUNT}none' is not found.",
        ),
        (
            "plain",
            disks({**BLOB, "storageAccountId": ACCOUNT.replace("builds", "builds-us") + "us"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.storageAccountId",
            "is in the same region",
        ),
        (
            "plain",
            disks({**BLOB, "uri": "https://other.blob.core.windows.net/vhds/x.vhd"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.uri",
            "is not one of storage account 'contosoimages'",
        ),
        (
            "plain",
            disks({**BLOB, "uri": "ftp://contosoimages.blob.core.windows.net/vhds/x.vhd"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.uri",
            "no http(s) address",
        ),
        (
            "plain",
            disks({"uri": "https://x"}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.storageAccountId",
            "missing",
        ),
        (
            "plain",
            disks({**SNAP, **BLOB}),
            "InvalidParameter",
            f"{STORAGE}.osDiskImage.source.uri",
            "not allowed",
        ),
    ],
)
def test_sources_azure_refuses(
    client: Client,
    gallery: str,
    definition: str,
    storage: dict[str, Any],
    code: str,
    target: str,
    fragment: str,
) -> None:
    path = f"{gallery}/images/{definition}/versions/9.0.0"
    reply = client.call("PUT", path, version_body(storage))
    assert reply.refusal == (400, code, target)
    assert fragment in reply.message
    assert client.get(path).status == 404


@pytest.mark.parametrize(
    ("definition", "storage"),
    [
        ("special", machine("app-server-01")),
        ("first", machine("build-debian-12")),
        ("trusted", machine("trusted-01")),
        ("supported", {"osDiskImage": {"source": BLOB}}),
    ],
)
def test_sources_that_fit(client: Client, gallery: str, definition: str, storage: dict[str, Any]) -> None:
    client.put(f"{gallery}/images/{definition}/versions/5.0.0", version_body(storage))


def test_a_machine_is_named_by_id_before_2023(client: Client, gallery: str) -> None:
    source = whole(id=f"{MACHINES}/build-ubuntu-2404")
    client.put(f"{gallery}/images/plain/versions/5.1.0", version_body(source), "2022-03-03")


@pytest.mark.parametrize(
    ("storage", "profile", "target"),
    [
        (machine("build-rhel-9"), {}, f"{STORAGE}.source.virtualMachineId"),
        (whole(id=f"{BUILDS}/images/other"), {}, f"{STORAGE}.source.id"),
        (disks(SNAP), {}, f"{STORAGE}.osDiskImage.source.id"),
        ({**UBUNTU, "dataDiskImages": [{"lun": 0, "source": BLOB}]}, {}, f"{STORAGE}.dataDiskImages"),
        ({}, {"storageAccountType": "Premium_LRS"}, f"{PROFILE}.storageAccountType"),
        (
            {},
            {"targetRegions": [{**HOME, "storageAccountType": "Standard_ZRS"}]},
            f"{PROFILE}.targetRegions.storageAccountType",
        ),
        (
            {},
            {"targetRegions": [{**HOME, "encryption": {"osDiskImage": {"diskEncryptionSetId": "/d"}}}]},
            f"{PROFILE}.targetRegions.encryption",
        ),
        ({}, {"replicationMode": "Shallow"}, f"{PROFILE}.replicationMode"),
    ],
)
def test_what_is_fixed_at_creation(
    client: Client, gallery: str, storage: dict[str, Any], profile: dict[str, Any], target: str
) -> None:
    path = f"{gallery}/images/plain/versions/6.0.0"
    client.put(path, version_body(UBUNTU))
    reply = client.call("PUT", path, version_body(storage, **profile))
    assert reply.refusal == (409, "PropertyChangeNotAllowed", target)


def test_nothing_is_restored_that_was_not_deleted(client: Client, gallery: str) -> None:
    path = f"{gallery}/images/plain/versions/8.0.0"
    body = version_body(UBUNTU)
    body["properties"]["restore"] = True
    reply = client.call("PUT", path, body)
    assert reply.refusal == (400, "InvalidParameter", "galleryImageVersion.properties.restore")


def test_the_managed_image_feeds_generalized_definitions_only(
    client: Client, gallery: str, image: str
) -> None:
    source = whole(id=image)
    reply = client.call("PUT", f"{gallery}/images/special/versions/7.0.0", version_body(source))
    assert reply.refusal == (400, "BadRequest", f"{STORAGE}.source.id")
    client.put(f"{gallery}/images/supported/versions/7.0.0", version_body(source))
