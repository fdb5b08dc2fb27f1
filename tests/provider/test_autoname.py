"""Names that the program leaves out."""

import re
import uuid
from typing import Any

import grpc.aio
import pytest
from pulumi.runtime.proto import provider_pb2

from local_azure.provider.values import Values
from tests.provider.plugin import Plugin, urn

Options = provider_pb2.CheckRequest.AutonamingOptions
GIVEN: dict[str, Any] = {
    "resourceGroupName": "rg",
    "location": "x",
    "galleryName": "g",
    "galleryImageName": "i",
    "scope": "/subscriptions/s",
}


async def named(plugin: Plugin, kind: str, key: str, **request: Any) -> tuple[Any, Any]:
    news = {name: value for name, value in GIVEN.items() if name != key}
    inputs, _ = await plugin.check(urn(kind, "gal"), news, **request)
    return inputs.get(key), inputs.get("__createBeforeDelete")


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("resources:ResourceGroup", "resourceGroupName"),
        ("compute:Gallery", "galleryName"),
        ("compute:Image", "imageName"),
        ("compute:Disk", "diskName"),
        ("compute:Snapshot", "snapshotName"),
    ],
)
async def test_name_is_the_logical_name_and_eight_hexadecimal_digits(
    plugin: Plugin, kind: str, key: str
) -> None:
    name, create_before_delete = await named(plugin, kind, key)
    assert re.fullmatch("gal[0-9a-f]{8}", name)
    assert create_before_delete is True


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("compute:GalleryImage", "galleryImageName"),
        ("compute:GalleryImageVersion", "galleryImageVersionName"),
    ],
)
async def test_name_of_a_nested_resource_is_the_logical_name(plugin: Plugin, kind: str, key: str) -> None:
    assert await named(plugin, kind, key) == ("gal", None)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("RoleAssignment", "roleAssignmentName"), ("RoleDefinition", "roleDefinitionId")],
)
async def test_name_of_a_role_resource_is_a_uuid_from_the_seed(plugin: Plugin, kind: str, key: str) -> None:
    first = await named(plugin, f"authorization:{kind}", key)
    second = await named(plugin, f"authorization:{kind}", key)
    assert str(uuid.UUID(first[0])) == first[0]
    assert first == second


async def test_gallery_with_a_hyphen_passes(plugin: Plugin) -> None:
    inputs, failures = await plugin.check(
        urn("compute:Gallery", "my-gallery"), {**GIVEN, "galleryName": "a-b"}
    )
    assert (inputs["galleryName"], failures) == ("a-b", [])


async def test_given_names_stay(plugin: Plugin) -> None:
    inputs, _ = await plugin.check(urn("compute:Gallery"), {**GIVEN, "galleryName": "mine"})
    assert inputs["galleryName"] == "mine"
    assert "__createBeforeDelete" not in inputs


async def test_old_names_stay_with_their_mark(plugin: Plugin) -> None:
    olds: Values = {"galleryName": "old1234", "__createBeforeDelete": True}
    news = {"resourceGroupName": "rg", "location": "x"}
    inputs, _ = await plugin.check(urn("compute:Gallery"), news, olds)
    assert (inputs["galleryName"], inputs["__createBeforeDelete"]) == ("old1234", True)
    inputs, _ = await plugin.check(urn("compute:Gallery"), news, {"galleryName": "old"})
    assert (inputs["galleryName"], inputs.get("__createBeforeDelete")) == ("old", None)


async def test_names_that_the_project_wishes_for_are_taken(plugin: Plugin) -> None:
    wish = Options(proposed_name="wished", mode=Options.PROPOSE)
    assert await named(plugin, "compute:Gallery", "galleryName", autonaming=wish) == ("wished", True)
    assert await named(plugin, "compute:GalleryImage", "galleryImageName", autonaming=wish) == (
        "wished",
        True,
    )
    name, _ = await named(plugin, "authorization:RoleAssignment", "roleAssignmentName", autonaming=wish)
    assert uuid.UUID(name)
    order = Options(proposed_name="ordered", mode=Options.ENFORCE)
    taken = await named(plugin, "authorization:RoleAssignment", "roleAssignmentName", autonaming=order)
    assert taken == ("ordered", True)


async def test_no_name_is_made_where_the_project_forbids_it(plugin: Plugin) -> None:
    forbidden = Options(mode=Options.DISABLE)
    _, failures = await plugin.check(
        urn("compute:Gallery"), {"resourceGroupName": "rg", "location": "x"}, autonaming=forbidden
    )
    assert failures == ["missing required property 'galleryName'"]


async def test_types_that_are_not_served_are_named(plugin: Plugin) -> None:
    with pytest.raises(
        grpc.aio.AioRpcError, match="serves no resource type azure-native:web:Site; it serves"
    ):
        await plugin.check(urn("web:Site"), {})
