"""What a change of inputs means."""

from typing import Any

import pytest
from pulumi.runtime.proto import provider_pb2

from local_azure.provider.difference import Change, Difference, PropertyChange, apply_drift, difference
from local_azure.provider.resources import resource_type
from local_azure.provider.values import UNKNOWN, Values, encode
from tests.provider.plugin import Json, Plugin, urn

BASE: Json = {"resourceGroupName": "rg", "galleryName": "g", "location": "westeurope"}
TRACKED = ["Gallery", "GalleryImage", "GalleryImageVersion", "Image", "Disk", "Snapshot"]


def compare(kind: str, old: Json, new: Json, outputs: Json | None = None) -> Difference:
    return difference(resource_type(f"azure-native:{kind}"), old, new, outputs or {})


def changes(kind: str, old: Json, new: Json, outputs: Json | None = None) -> dict[str, tuple[str, bool]]:
    found = compare(kind, old, new, outputs)
    return {path: (change.change.value, change.replaces) for path, change in found.properties.items()}


def version(*regions: Json) -> Json:
    return {"publishingProfile": {"targetRegions": list(regions)}}


def test_inputs_are_compared_with_inputs_not_with_live_state() -> None:
    assert changes("compute:Gallery", BASE, BASE, {"location": "eastus", "description": "by hand"}) == {}


def test_each_property_has_its_path() -> None:
    old = {
        **BASE,
        "description": "a",
        "tags": {"x": "1", "y": "2"},
        "sharingProfile": {"permissions": "Private"},
    }
    new = {**BASE, "tags": {"x": "3", "z": "4"}, "sharingProfile": {"permissions": "Groups"}}
    assert changes("compute:Gallery", old, new) == {
        "description": ("delete", False),
        "sharingProfile.permissions": ("update", False),
        "tags.x": ("update", False),
        "tags.y": ("delete", False),
        "tags.z": ("add", False),
    }


def test_lists_are_compared_by_index() -> None:
    a, b, c = ({"name": name} for name in "abc")
    where = "publishingProfile.targetRegions"
    kind = "compute:GalleryImageVersion"
    assert changes(kind, version(a, b), version(b)) == {
        f"{where}[0].name": ("update", False),
        f"{where}[1]": ("delete", False),
    }
    assert changes(kind, version(a), version(a, c)) == {f"{where}[1]": ("add", False)}


def test_location_ignores_case_and_spaces_at_top_level() -> None:
    assert changes("compute:Gallery", BASE, {**BASE, "location": "West Europe"}) == {}


def test_location_in_target_regions_does_not() -> None:
    old, new = version({"name": "westeurope"}), version({"name": "West Europe"})
    expected = {"publishingProfile.targetRegions[0].name": ("update", False)}
    assert changes("compute:GalleryImageVersion", old, new) == expected


def test_case_of_the_resource_group_does_not_matter() -> None:
    assert changes("compute:Gallery", BASE, {**BASE, "resourceGroupName": "RG"}) == {}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("resources:ResourceGroup", "resourceGroupName"),
        ("compute:Gallery", "galleryName"),
        ("compute:Gallery", "resourceGroupName"),
        ("compute:GalleryImage", "galleryName"),
        ("compute:GalleryImageVersion", "galleryImageName"),
        ("compute:GalleryImageVersion", "galleryImageVersionName"),
        ("authorization:RoleAssignment", "scope"),
        ("authorization:RoleAssignment", "roleAssignmentName"),
        ("authorization:RoleDefinition", "roleDefinitionId"),
    ],
)
def test_path_parameters_force_a_replacement(kind: str, name: str) -> None:
    assert changes(kind, {name: "old"}, {name: "new"}) == {name: ("update", True)}


@pytest.mark.parametrize("name", TRACKED)
def test_location_forces_a_replacement_of_tracked_resources(name: str) -> None:
    assert changes(f"compute:{name}", {"location": "a"}, {"location": "b"}) == {"location": ("update", True)}


def test_role_assignment_and_resource_group_replace_by_their_own_list() -> None:
    role = changes("authorization:RoleAssignment", {"principalId": "a"}, {"principalId": "b"})
    assert role == {"principalId": ("update", True)}
    group = changes("resources:ResourceGroup", {"location": "a"}, {"location": "b"})
    assert group == {"location": ("update", True)}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("compute:GalleryImage", "osType"),
        ("compute:GalleryImage", "osState"),
        ("compute:GalleryImage", "hyperVGeneration"),
        ("compute:GalleryImage", "eula"),
        ("compute:GalleryImage", "identifier.offer"),
        ("compute:GalleryImageVersion", "storageProfile.source.id"),
        ("compute:Disk", "creationData.createOption"),
        ("authorization:RoleAssignment", "roleDefinitionId"),
    ],
)
def test_everything_else_is_an_update_even_where_azure_refuses_it(kind: str, path: str) -> None:
    def nested(value: str) -> Json:
        result: Any = value
        for name in reversed(path.split(".")):
            result = {name: result}
        return result

    assert changes(kind, nested("a"), nested("b")) == {path: ("update", False)}


def test_unknown_path_parameters_force_a_replacement() -> None:
    assert changes("compute:Gallery", BASE, {**BASE, "galleryName": UNKNOWN}) == {
        "galleryName": ("update", True)
    }


@pytest.mark.parametrize(("autonamed", "deleted_first"), [(True, False), (False, True)])
def test_replacement_deletes_first_unless_the_name_was_made_up(autonamed: bool, deleted_first: bool) -> None:
    old: Json = {**BASE, **({"__createBeforeDelete": True} if autonamed else {})}
    found = compare("compute:Gallery", old, {**BASE, "location": "eastus"})
    assert (found.replaces, found.delete_before_replace) == (["location"], deleted_first)


def test_updates_never_delete_first() -> None:
    assert not compare("compute:Gallery", BASE, {**BASE, "description": "x"}).delete_before_replace


def test_added_default_is_hidden() -> None:
    kind = "authorization:RoleAssignment"
    assert changes(kind, {}, {"principalType": "User"}) == {}
    assert changes(kind, {}, {"principalType": "Group"}) == {"principalType": ("add", False)}


def test_added_property_that_azure_reports_already_does_not_replace() -> None:
    assert changes("compute:Gallery", {}, {"location": "a"}, {"location": "a"}) == {
        "location": ("add", False)
    }
    assert changes("compute:Gallery", {}, {"location": "a"}, {"location": "b"}) == {"location": ("add", True)}


def test_marks_of_the_plugin_are_no_difference() -> None:
    assert changes("compute:Gallery", {"__createBeforeDelete": True, "__defaults": []}, {}) == {}


def test_booleans_are_not_numbers() -> None:
    assert changes("compute:Snapshot", {"incremental": True}, {"incremental": 1}) != {}


async def test_engine_gets_the_kinds_and_the_paths(plugin: Plugin) -> None:
    old: Json = {**BASE, "description": "a"}
    new: Json = {**BASE, "location": "eastus", "tags": {"a": "b"}}
    answer = await plugin.stub.Diff(
        provider_pb2.DiffRequest(urn=urn("compute:Gallery"), old_inputs=encode(old), news=encode(new))
    )
    kinds = {path: change.kind for path, change in answer.detailedDiff.items()}
    assert kinds == {
        "description": provider_pb2.PropertyDiff.DELETE,
        "location": provider_pb2.PropertyDiff.UPDATE_REPLACE,
        "tags": provider_pb2.PropertyDiff.ADD,
    }
    assert all(change.inputDiff for change in answer.detailedDiff.values())
    assert (list(answer.replaces), answer.deleteBeforeReplace) == (["location"], True)
    assert list(answer.diffs) == ["description", "location", "tags"]
    assert answer.changes == provider_pb2.DiffResponse.DIFF_SOME


async def test_engine_is_told_that_nothing_changed(plugin: Plugin) -> None:
    request = provider_pb2.DiffRequest(urn=urn("compute:Gallery"), old_inputs=encode(BASE), news=encode(BASE))
    assert (await plugin.stub.Diff(request)).changes == provider_pb2.DiffResponse.DIFF_NONE


@pytest.mark.parametrize(
    ("inputs", "old", "new", "expected"),
    [
        ({"a": 1}, {"a": 1}, {"a": 1}, {"a": 1}),
        ({"a": "East US"}, {"a": "eastus"}, {"a": "eastus"}, {"a": "East US"}),
        ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {"a": 1}, {}, {}),
        ({"a": 1}, {}, {}, {"a": 1}),
        ({}, {"default": 1}, {"default": 1}, {}),
        ({}, {"default": 1}, {"default": 2}, {"default": 2}),
        ({}, {}, {"new": 1}, {"new": 1}),
        ({"l": [{"a": 1}]}, {"l": [{"a": 1, "d": 0}]}, {"l": [{"a": 2, "d": 0}]}, {"l": [{"a": 2}]}),
        ({"l": ["a"]}, {"l": ["a"]}, {"l": ["a", "b"]}, {"l": ["a", "b"]}),
        ({"l": ["a", "b"]}, {"l": ["a", "b"]}, {"l": ["a"]}, {"l": ["a"]}),
    ],
)
def test_drift_is_applied_to_the_inputs(inputs: Values, old: Values, new: Values, expected: Values) -> None:
    assert apply_drift(inputs, old, new) == expected


def test_a_change_says_whether_it_replaces() -> None:
    found = compare("compute:Gallery", BASE, {**BASE, "galleryName": "h"})
    assert found.properties == {"galleryName": PropertyChange(Change.UPDATE, replaces=True)}
