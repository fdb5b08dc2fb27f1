"""Functions of the provider."""

from typing import Any

import grpc.aio
import pytest

from local_azure.provider.resources import RESOURCE_TYPES
from tests.provider.plugin import Plugin
from tests.provider.scripted_arm import GALLERY, GROUP, JWT, Answer, ScriptedArm, resource

NAMES: dict[str, Any] = {
    "resourceGroupName": "rg",
    "galleryName": "g",
    "galleryImageName": "i",
    "galleryImageVersionName": "1.0.0",
    "galleryApplicationName": "a",
    "galleryApplicationVersionName": "1.0.0",
    "diskEncryptionSetName": "e",
    "lockName": "l",
    "imageName": "im",
    "diskName": "d",
    "snapshotName": "s",
    "scope": GROUP,
    "roleAssignmentName": "n",
    "roleDefinitionId": "r",
}


@pytest.mark.parametrize("kind", RESOURCE_TYPES, ids=lambda kind: kind.lookup)
async def test_every_type_can_be_looked_up(plugin: Plugin, arm: ScriptedArm, kind: Any) -> None:
    resource_id = kind.resource_id("eeeeeeee-5000-4000-8000-000000000001", NAMES)
    arm.resources[resource_id.lower()] = resource(resource_id, {"location": "x"})
    found = await plugin.invoke(kind.lookup, **{name: NAMES[name] for name in kind.path_parameters})
    assert (found["id"], found["azureApiVersion"]) == (resource_id, kind.api_version)
    assert [(call.method, dict(call.query)) for call in arm.calls()] == [
        ("GET", {"api-version": kind.api_version})
    ]


async def test_get_gallery_passes_expand_and_select(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.resources[GALLERY.lower()] = resource(GALLERY, {})
    given = {"resourceGroupName": "rg", "galleryName": "g"}
    await plugin.invoke(
        "azure-native:compute:getGallery", **given, expand="SharingProfile/Groups", select="Permissions"
    )
    query = {"$expand": "SharingProfile/Groups", "$select": "Permissions", "api-version": "2024-03-03"}
    assert arm.calls()[0].query == query


async def test_get_gallery_image_version_passes_expand(plugin: Plugin, arm: ScriptedArm) -> None:
    path = f"{GALLERY}/images/i/versions/1.0.0"
    status = {"aggregatedState": "Completed", "summary": [{"region": "East US", "progress": 100}]}
    arm.script("GET", path, Answer(body={"id": path, "properties": {"replicationStatus": status}}))
    names = ("resourceGroupName", "galleryName", "galleryImageName", "galleryImageVersionName")
    found = await plugin.invoke(
        "azure-native:compute:getGalleryImageVersion",
        **{name: NAMES[name] for name in names},
        expand="ReplicationStatus",
    )
    assert arm.calls()[0].query["$expand"] == "ReplicationStatus"
    assert found["replicationStatus"] == status


@pytest.mark.parametrize("status", [201, 204, 404])
async def test_only_200_is_an_answer(plugin: Plugin, arm: ScriptedArm, status: int) -> None:
    arm.script("GET", GALLERY, Answer(status, {"error": {"code": "C", "message": "m"}}))
    with pytest.raises(grpc.aio.AioRpcError, match=f"request failed {GALLERY}: Status={status}"):
        await plugin.invoke("azure-native:compute:getGallery", resourceGroupName="rg", galleryName="g")


async def test_get_client_config_reads_the_object_id_from_the_token(plugin: Plugin) -> None:
    assert await plugin.invoke("azure-native:authorization:getClientConfig") == {
        "clientId": "the-client",
        "objectId": "the-object-id",
        "subscriptionId": "eeeeeeee-5000-4000-8000-000000000001",
        "tenantId": "eeeeeeee-7000-4000-8000-000000000001",
    }


async def test_get_client_token_asks_for_arm_or_for_the_endpoint(plugin: Plugin, arm: ScriptedArm) -> None:
    token = "azure-native:authorization:getClientToken"
    assert await plugin.invoke(token) == {"token": JWT}
    await plugin.invoke(token, endpoint="https://vault.azure.net")
    scopes = [seen.body for seen in arm.seen if seen.path.endswith("/token")]
    assert f"{arm.address.replace(':', '%3A').replace('/', '%2F')}%2F%2F.default" in scopes[0]
    assert "https%3A%2F%2Fvault.azure.net%2F.default" in scopes[1]


async def test_function_that_is_not_served_is_named(plugin: Plugin) -> None:
    with pytest.raises(
        grpc.aio.AioRpcError, match="serves no function azure-native:compute:getSshKey; it serves"
    ):
        await plugin.invoke("azure-native:compute:getSshKey")
