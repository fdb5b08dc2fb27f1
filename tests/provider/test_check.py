"""What Check demands and fills in."""

from typing import Any

import pytest

from local_azure.provider.values import UNKNOWN
from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GROUP, Answer, ScriptedArm

GALLERY_URN = urn("compute:Gallery")
IN_GROUP: dict[str, Any] = {"resourceGroupName": "rg"}
MISSING_LOCATION = (
    "missing required property 'location'. Either set it explicitly or configure it with "
    "'pulumi config set azure-native:location <value>'."
)


async def test_required_properties_are_missed(plugin: Plugin) -> None:
    news = {**IN_GROUP, "galleryName": "g", "location": "x", "identifier": {"publisher": "p"}}
    _, failures = await plugin.check(urn("compute:GalleryImage"), news)
    assert sorted(failures) == [
        "missing required property 'identifier.offer'",
        "missing required property 'identifier.sku'",
        "missing required property 'osState'",
        "missing required property 'osType'",
    ]


async def test_required_path_parameters_are_missed(plugin: Plugin) -> None:
    _, failures = await plugin.check(GALLERY_URN, {"location": "x"})
    assert failures == ["missing required property 'resourceGroupName'"]


@pytest.mark.parametrize(
    ("properties", "failure"),
    [
        ({"description": 5}, "'description' should be of type 'string' but got a number"),
        ({"description": ["a"]}, "'description' should be of type 'string' but got an array"),
        (
            {"softDeletePolicy": {"isSoftDeleteEnabled": "yes"}},
            "'softDeletePolicy.isSoftDeleteEnabled' should be of type 'boolean' but got a string",
        ),
        ({"resourceGroupName": 7}, "'resourceGroupName' should be of type 'string' but got a number"),
    ],
)
async def test_types_are_checked(plugin: Plugin, properties: dict[str, Any], failure: str) -> None:
    _, failures = await plugin.check(GALLERY_URN, {**IN_GROUP, "location": "x", **properties})
    assert failures == [failure]


async def test_integers_are_whole_and_list_items_are_checked(plugin: Plugin) -> None:
    regions = [{"name": "a"}, {"name": "b", "regionalReplicaCount": 1.5}, {}]
    news = {
        **IN_GROUP,
        "galleryName": "g",
        "galleryImageName": "i",
        "location": "x",
        "storageProfile": {},
        "publishingProfile": {"targetRegions": regions},
    }
    _, failures = await plugin.check(urn("compute:GalleryImageVersion"), news)
    at = "publishingProfile.targetRegions"
    assert failures == [
        f"'{at}[1].regionalReplicaCount' must be an integer but got 1.500000",
        f"missing required property '{at}[2].name'",
    ]


async def test_enumerations_are_not_checked(plugin: Plugin) -> None:
    sharing = {"permissions": "Nonsense"}
    _, failures = await plugin.check(GALLERY_URN, {**IN_GROUP, "location": "x", "sharingProfile": sharing})
    assert failures == []


async def test_patterns_that_go_cannot_compile_are_not_checked(plugin: Plugin) -> None:
    _, failures = await plugin.check(GALLERY_URN, {**IN_GROUP, "location": "x", "galleryName": "-bad-"})
    assert failures == []


async def test_length_of_a_path_parameter_is_checked(plugin: Plugin) -> None:
    _, failures = await plugin.check(GALLERY_URN, {"resourceGroupName": "r" * 91, "location": "x"})
    assert failures == ["'resourceGroupName' is too long (91): at most 90 characters allowed"]
    _, failures = await plugin.check(GALLERY_URN, {"resourceGroupName": "", "location": "x"})
    assert failures == ["'resourceGroupName' is too short (0): at least 1 characters required"]


async def test_unknown_values_pass(plugin: Plugin) -> None:
    news = {"resourceGroupName": UNKNOWN, "location": UNKNOWN, "sharingProfile": UNKNOWN}
    inputs, failures = await plugin.check(GALLERY_URN, news)
    assert (failures, inputs["resourceGroupName"]) == ([], UNKNOWN)


async def test_missing_location_says_how_to_set_it(plugin: Plugin) -> None:
    _, failures = await plugin.check(GALLERY_URN, IN_GROUP)
    assert failures == [MISSING_LOCATION]


async def test_location_comes_from_the_old_inputs_first(unconfigured: Plugin) -> None:
    await unconfigured.configure(location="configured")
    inputs, _ = await unconfigured.check(GALLERY_URN, IN_GROUP, {"location": "old"})
    assert inputs["location"] == "old"


async def test_location_comes_from_the_configuration_second(unconfigured: Plugin, arm: ScriptedArm) -> None:
    await unconfigured.configure(location="configured")
    inputs, _ = await unconfigured.check(GALLERY_URN, IN_GROUP)
    assert inputs["location"] == "configured"
    assert not arm.calls()


async def test_location_comes_from_the_resource_group_third_and_is_read_once(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("GET", GROUP, Answer(body={"location": "West Europe"}))
    for _ in range(2):
        inputs, failures = await plugin.check(GALLERY_URN, IN_GROUP)
        assert (inputs["location"], failures) == ("West Europe", [])
    assert [(call.path, call.query["api-version"]) for call in arm.calls()] == [(GROUP, "2020-10-01")]


async def test_location_is_unknown_while_the_resource_group_is(plugin: Plugin) -> None:
    inputs, failures = await plugin.check(GALLERY_URN, {"resourceGroupName": UNKNOWN})
    assert (inputs["location"], failures) == (UNKNOWN, [])


async def test_role_assignments_have_no_location(plugin: Plugin) -> None:
    news = {"scope": "/subscriptions/s", "principalId": "p", "roleDefinitionId": "r"}
    inputs, failures = await plugin.check(urn("authorization:RoleAssignment"), news)
    assert ("location" in inputs, failures) == (False, [])


async def test_api_version_is_added(plugin: Plugin) -> None:
    inputs, _ = await plugin.check(GALLERY_URN, {**IN_GROUP, "location": "x"})
    assert inputs["azureApiVersion"] == "2024-03-03"


async def test_versioned_token_speaks_its_own_api_version(plugin: Plugin) -> None:
    token = urn("compute/v20230703:Gallery")
    inputs, _ = await plugin.check(token, {**IN_GROUP, "location": "x"})
    assert inputs["azureApiVersion"] == "2023-07-03"
    inputs, _ = await plugin.check(urn("authorization/v20220501preview:RoleDefinition"), {"scope": "/"})
    assert inputs["azureApiVersion"] == "2022-05-01-preview"
