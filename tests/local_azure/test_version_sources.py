"""Versions made of other versions, of a community's, disk by disk, and what becomes of too large a disk."""

from pathlib import Path
from typing import Any

import pytest

from local_azure.cloud import Cloud
from local_azure.in_process import running
from local_azure.seed import seed
from local_azure.store import Resource, open_store
from tests.local_azure.azure_client import (
    ACCOUNT,
    BUILDS,
    DATA_VHD,
    PUBLIC,
    VHD,
    Client,
    machine,
    version_body,
)
from tests.local_azure.encryption import encryption_set

STORAGE = "galleryImageVersion.properties.storageProfile"
IMAGES = f"/CommunityGalleries/{PUBLIC}/Images"
SNAPSHOTS = f"{BUILDS}/snapshots"
OTHER = "/subscriptions/eeeeeeee-5000-4000-8000-000000000009/resourceGroups/hub/providers/Microsoft.Compute"
PLAN = {"name": "9-lvm", "publisher": "redhat", "product": "rhel"}


@pytest.fixture
def gallery(client: Client) -> str:
    return client.gallery("rg-sources", "sources")


def of(path: str, name: str) -> dict[str, Any]:
    return {"source": {path: name}}


def test_a_version_of_a_version_takes_its_data_disks(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "database", osState="Specialized")
    first = f"{definition}/versions/1.0.0"
    client.put(first, version_body(machine("db-server-01")))
    data = [
        {"lun": 0, "sizeInGB": 128, "hostCaching": "ReadOnly", "source": {}},
        {"lun": 1, "sizeInGB": 256, "hostCaching": "None", "source": {}},
    ]
    assert client.get(first).properties["storageProfile"]["dataDiskImages"] == data
    second = f"{definition}/versions/1.0.1"
    found = client.put(second, version_body(of("id", first))).properties["storageProfile"]
    assert found == {
        "source": {"id": first},
        "osDiskImage": {"sizeInGB": 30, "hostCaching": "ReadWrite", "source": {}},
        "dataDiskImages": data,
    }


def test_each_disk_from_a_place_of_its_own(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "mixed", osState="Specialized")
    disk = {"id": f"{BUILDS}/disks/db-server-01-data-1"}
    blob = {"uri": DATA_VHD, "storageAccountId": ACCOUNT}
    storage = {
        "osDiskImage": {"hostCaching": "ReadOnly", "source": {"id": f"{SNAPSHOTS}/db-server-01-os-snapshot"}},
        "dataDiskImages": [
            {"lun": 0, "source": {"id": f"{SNAPSHOTS}/db-server-01-data-0-snapshot"}},
            {"lun": 3, "hostCaching": "ReadWrite", "source": disk},
            {"lun": 7, "source": blob},
        ],
    }
    found = client.put(f"{definition}/versions/1.0.0", version_body(storage)).properties["storageProfile"]
    assert [found["osDiskImage"][name] for name in ("sizeInGB", "hostCaching")] == [30, "ReadOnly"]
    assert [(one["lun"], one["sizeInGB"], one["hostCaching"]) for one in found["dataDiskImages"]] == [
        (0, 128, "None"),
        (3, 256, "ReadWrite"),
        (7, 64, "None"),
    ]
    assert [one["source"] for one in found["dataDiskImages"][1:]] == [disk, blob]


@pytest.mark.parametrize(
    ("number", "image", "data"),
    [
        ("1.0.0", "ubuntu-24.04-hardened", 0),
        ("latest", "ubuntu-24.04-hardened", 0),
        ("16.2.0", "postgresql-16", 1),
    ],
)
def test_a_version_of_a_community_image(
    client: Client, gallery: str, number: str, image: str, data: int
) -> None:
    definition = client.definition(gallery, "community")
    id_ = f"{IMAGES}/{image}/Versions/{number}"
    path = f"{definition}/versions/{data}.0.{len(number)}"
    found = client.put(path, version_body(of("communityGalleryImageId", id_))).properties["storageProfile"]
    assert found["source"] == {"communityGalleryImageId": id_}
    assert len(found.get("dataDiskImages", [])) == data
    changed = version_body(of("communityGalleryImageId", f"{id_}0"))
    reply = client.call("PUT", path, changed)
    assert reply.refusal == (
        409,
        "PropertyChangeNotAllowed",
        f"{STORAGE}.source.communityGalleryImageId",
    )


@pytest.mark.parametrize(
    ("id_", "code", "fragment"),
    [
        (f"{IMAGES}/none/Versions/1.0.0", "InvalidParameter", "is not found. Please check source exists"),
        (f"{IMAGES}/ubuntu-24.04-hardened/Versions/7.0.0", "InvalidParameter", "is not found"),
        ("/CommunityGalleries/nobody/Images/a/Versions/1.0.0", "InvalidParameter", "is not found"),
        (f"{IMAGES}/ubuntu-24.04-hardened", "InvalidParameter", "is not found"),
        (
            f"{IMAGES}/debian-12-minimal/Versions/latest",
            "BadRequest",
            "different Hypervisor generation ['V1']",
        ),
    ],
)
def test_community_images_azure_refuses(
    client: Client, gallery: str, id_: str, code: str, fragment: str
) -> None:
    definition = client.definition(gallery, "community")
    body = version_body(of("communityGalleryImageId", id_))
    reply = client.call("PUT", f"{definition}/versions/9.0.0", body)
    assert reply.refusal == (400, code, f"{STORAGE}.source.communityGalleryImageId")
    assert fragment in reply.message


def test_a_purchase_plan_has_to_be_the_definitions(client: Client, gallery: str) -> None:
    group = client.group("rg-sources")
    disk = f"{group}/disks/planned"
    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/build-rhel-9-os"}
    client.put(disk, {"location": "westeurope", "properties": {"creationData": creation}})
    os_disk = {"createOption": "Attach", "managedDisk": {"id": disk}}
    planned = f"{group}/virtualMachines/planned"
    body = {"location": "westeurope", "plan": PLAN, "properties": {"storageProfile": {"osDisk": os_disk}}}
    client.put(planned, body)
    assert client.get(planned).json["plan"] == PLAN
    without = client.definition(gallery, "planless", osState="Specialized")
    source = version_body(of("virtualMachineId", planned))
    reply = client.call("PUT", f"{without}/versions/1.0.0", source)
    assert reply.refusal == (400, "BadRequest", f"{STORAGE}.source.virtualMachineId")
    assert reply.message == (
        f"The resource with id '{planned}' has a different plan "
        '[\'{"name":"9-lvm","publisher":"redhat","product":"rhel"}\'] than the parent gallery image plan [\'null\'].'
    )
    with_plan = client.definition(gallery, "planned", osState="Specialized", purchasePlan=PLAN)
    client.put(f"{with_plan}/versions/1.0.0", source)
    again = version_body(of("id", f"{with_plan}/versions/1.0.0"))
    assert client.call("PUT", f"{without}/versions/1.0.1", again).refusal[1] == "BadRequest"
    client.put(f"{with_plan}/versions/1.0.1", again)


def large_disk(client: Client) -> str:
    path = f"{client.group('rg-sources')}/disks/large"
    properties = {"creationData": {"createOption": "Empty"}, "diskSizeGB": 4096}
    client.put(path, {"location": "westeurope", "properties": properties})
    return path


def with_large_disk(client: Client) -> dict[str, Any]:
    return {
        "osDiskImage": {"source": {"id": f"{SNAPSHOTS}/db-server-01-os-snapshot"}},
        "dataDiskImages": [{"lun": 0, "source": {"id": large_disk(client)}}],
    }


def test_too_large_a_disk_fails_in_replication(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "large", osState="Specialized")
    path = f"{definition}/versions/1.0.0"
    body = version_body(with_large_disk(client), targetRegions=[{"name": "westeurope"}, {"name": "eastus"}])
    reply = client.call("PUT", path, body)
    assert (reply.status, reply.properties["provisioningState"]) == (201, "Creating")
    status = client.finished(reply).json
    detail = "The GalleryImageVersion source resource size 4096 exceeds the max size 2048 supported."
    assert (status["status"], status["error"]) == (
        "Failed",
        {
            "code": "CrpPirReplicationJobsNotCompleted",
            "message": "Gallery replication jobs failed in one or more regions. The failing regions' details are "
            f"as follows: '{{region:westeurope, detail:{detail}}}, {{region:eastus, detail:{detail}}}'.",
        },
    )
    failed = client.get(f"{path}?$expand=ReplicationStatus").properties
    assert failed["provisioningState"] == "Failed"
    assert failed["replicationStatus"] == {
        "aggregatedState": "Failed",
        "summary": [
            {
                "region": name,
                "state": "Failed",
                "details": f"Replication failed in this region due to '{detail}'",
                "progress": 0,
            }
            for name in ("West Europe", "East US")
        ],
    }
    copied = client.call("PUT", f"{definition}/versions/1.0.1", version_body(of("id", path)))
    assert copied.refusal == (400, "InvalidParameter", f"{STORAGE}.source.id")
    again = client.finished(client.call("PUT", path, body)).json
    assert again["status"] == "Failed"
    client.delete(path)
    assert client.get(path).status == 404


def test_a_large_disk_is_kept_shallow(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "large", osState="Specialized")
    body = version_body(with_large_disk(client), replicationMode="Shallow")
    found = client.put(f"{definition}/versions/2.0.0", body).properties
    assert found["storageProfile"]["dataDiskImages"][0]["sizeInGB"] == 4096


def encrypted(id_: str, like: Resource) -> Resource:
    properties = {**like.properties, "encryption": {"type": "EncryptionAtRestWithCustomerKey"}}
    return Resource(id_, like.type, {**like.body, "properties": properties})


def test_an_encrypted_source_of_another_subscription(tmp_path: Path) -> None:
    store, _ = open_store(tmp_path / "state.db")
    seed(Cloud(store))
    with store.transaction():
        plain = store.find(f"{SNAPSHOTS}/app-server-01-os-snapshot")
        assert plain is not None
        store.save(encrypted(f"{OTHER}/snapshots/secret", plain))
        store.save(Resource(f"{OTHER}/snapshots/open", plain.type, plain.body))
        store.save(encrypted(f"{SNAPSHOTS}/secret", plain))
    store.close()
    with running(tmp_path) as azure:
        client = Client(azure)
        definition = client.definition(client.gallery("rg", "g"), "d", osState="Specialized")

        def put(version: str, source: str) -> Any:
            storage = {"osDiskImage": {"source": {"id": source}}}
            return client.call("PUT", f"{definition}/versions/{version}", version_body(storage))

        reply = put("1.0.0", f"{OTHER}/snapshots/secret")
        assert reply.refusal == (400, "InvalidParameter", f"{STORAGE}.osDiskImage.source.id")
        assert reply.message == (
            f"Encrypted source: '{OTHER}/snapshots/secret' is in a different subscription ID than the current "
            "gallery image version subscription 'eeeeeeee-5000-4000-8000-000000000001'. Please retry with an "
            "unencrypted source(s) or use the source's subscription 'eeeeeeee-5000-4000-8000-000000000009' to "
            "create the gallery image version."
        )
        assert put("1.0.0", f"{OTHER}/snapshots/open").status == 201
        assert put("1.0.1", f"{SNAPSHOTS}/secret").status == 201
        client.close()


def test_an_encrypted_version_is_no_source(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "encrypted")
    used = encryption_set(client, gallery.rpartition("/galleries/")[0], "used")
    target = {"name": "westeurope", "encryption": {"osDiskImage": {"diskEncryptionSetId": used}}}
    first = f"{definition}/versions/1.0.0"
    client.put(first, version_body(machine("build-rhel-9"), targetRegions=[target]))
    reply = client.call("PUT", f"{definition}/versions/1.0.1", version_body(of("id", first)))
    assert reply.refusal == (400, "InvalidParameter", f"{STORAGE}.source.id")
    assert reply.message == (
        f"The gallery image version '{first}' is encrypted and cannot be the source of another version."
    )


def test_a_vhd_of_flatcar(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "flatcar")
    blob = {"uri": VHD, "storageAccountId": ACCOUNT}
    found = client.put(f"{definition}/versions/4081.2.0", version_body({"osDiskImage": {"source": blob}}))
    assert found.properties["storageProfile"] == {
        "osDiskImage": {"sizeInGB": 10, "hostCaching": "ReadWrite", "source": blob}
    }


def test_arm64_goes_to_a_definition_of_arm64(client: Client, gallery: str) -> None:
    definition = client.definition(gallery, "arm", architecture="Arm64")
    source = version_body(machine("build-ubuntu-2404-arm64"))
    client.put(f"{definition}/versions/1.0.0", source)
    x64 = client.definition(gallery, "x64")
    reply = client.call("PUT", f"{x64}/versions/1.0.0", source)
    assert reply.refusal == (400, "BadRequest", f"{STORAGE}.source.virtualMachineId")
    assert "has a different architecture ['Arm64']" in reply.message
