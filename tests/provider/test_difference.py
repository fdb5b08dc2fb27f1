"""What a change of inputs means."""

from collections.abc import Sequence
from typing import Any

import pytest
from pulumi.runtime.proto import provider_pb2

from local_azure.provider.comparison import Change
from local_azure.provider.difference import Difference, PropertyChange, apply_drift, difference
from local_azure.provider.resources import resource_type
from local_azure.provider.values import UNKNOWN, Values, encode
from tests.provider.plugin import Json, Plugin, urn

BASE: Json = {"resourceGroupName": "rg", "galleryName": "g", "location": "westeurope"}
VERSION, REGIONS = "compute:GalleryImageVersion", "publishingProfile.targetRegions"
IN_GROUP = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute"
IN_GROUP_SHOUTED = "/subscriptions/s/resourcegroups/RG/providers/MICROSOFT.COMPUTE"
TRACKED = ["Gallery", "GalleryImage", "GalleryImageVersion", "Image", "Disk", "Snapshot"]


def compare(kind: str, old: Json, new: Json, outputs: Json | None = None) -> Difference:
    return difference(resource_type(f"azure-native:{kind}"), old, new, outputs or {})


def changes(kind: str, old: Json, new: Json, outputs: Json | None = None) -> dict[str, tuple[str, bool]]:
    found = compare(kind, old, new, outputs)
    return {path: (change.change.value, change.replaces) for path, change in found.properties.items()}


def nested(path: Sequence[str], value: Any) -> Json:
    for name in reversed(path):
        value = {name: value}
    return value


def version(*regions: Any) -> Json:
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


def test_order_of_regions_does_not_matter() -> None:
    a, b = {"name": "a", "regionalReplicaCount": 2}, {"name": "b"}
    assert changes(VERSION, version(a, b), version(b, a)) == {}


def test_regions_are_compared_by_name() -> None:
    a, b, c = ({"name": name, "regionalReplicaCount": 1} for name in "abc")
    assert changes(VERSION, version(a, b), version(a, c, b | {"regionalReplicaCount": 2})) == {
        f"{REGIONS}[1]": ("add", False),
        f"{REGIONS}[2].regionalReplicaCount": ("update", False),
    }
    assert changes(VERSION, version(a, b), version(b)) == {f"{REGIONS}[0]": ("delete", False)}


@pytest.mark.parametrize(
    ("kind", "path", "key"),
    [
        ("compute:GalleryImage", ("features",), "name"),
        ("compute:GalleryImageVersion", ("publishingProfile", "targetRegions"), "name"),
        ("compute:GalleryImageVersion", ("storageProfile", "dataDiskImages"), "lun"),
        ("compute:Image", ("storageProfile", "dataDisks"), "lun"),
    ],
)
def test_these_lists_have_keys(kind: str, path: tuple[str, ...], key: str) -> None:
    first, second = {key: 0, "value": "x"}, {key: 1, "value": "x"}
    assert changes(kind, nested(path, [first, second]), nested(path, [second, first])) == {}
    changed = {**first, "value": "y"}
    assert changes(kind, nested(path, [first, second]), nested(path, [second, changed])) == {
        f"{'.'.join(path)}[1].value": ("update", False)
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([{"name": "a"}, {"name": "a"}], [{"name": "b"}, {"name": "a"}]),
        ([{"name": "a"}, {}], [{"name": "b"}, {}]),
        (["a"], [{"name": "b"}]),
    ],
    ids=["the same key twice", "no key", "no object"],
)
def test_by_position_where_keys_tell_nothing(old: list[Json], new: list[Json]) -> None:
    found = changes(VERSION, version(*old), version(*new))
    assert set(found) <= {f"{REGIONS}[0]", f"{REGIONS}[0].name"}
    assert [change for change, _ in found.values()] == ["update"]


def test_lists_without_keys_are_compared_by_position() -> None:
    old, new = {"zones": ["1", "2"]}, {"zones": ["2", "1", "3"]}
    assert changes("compute:Disk", old, new) == {
        "zones[0]": ("update", False),
        "zones[1]": ("update", False),
        "zones[2]": ("add", False),
    }


def test_lists_below_lists_are_compared_by_position() -> None:
    def encrypted(*luns: int) -> Json:
        disks = [{"lun": lun} for lun in luns]
        return version({"name": "a", "encryption": {"dataDiskImages": disks}})

    where = f"{REGIONS}[0].encryption.dataDiskImages"
    assert changes(VERSION, encrypted(0, 1), encrypted(1, 0)) == {
        f"{where}[0].lun": ("update", False),
        f"{where}[1].lun": ("update", False),
    }


def test_location_ignores_case_and_spaces_at_top_level() -> None:
    assert changes("compute:Gallery", BASE, {**BASE, "location": "West Europe"}) == {}


def test_location_in_target_regions_does_not() -> None:
    old, new = version({"name": "westeurope"}), version({"name": "West Europe"})
    # One is gone and another was added, at the same place; one path cannot tell of both.
    assert changes(VERSION, old, new) == {f"{REGIONS}[0]": ("delete", False)}


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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"{IN_GROUP}/images/a", f"{IN_GROUP_SHOUTED}/images/a", {}),
        (f"{IN_GROUP}/images/a", f"{IN_GROUP}/images/A", {"scope": ("update", True)}),
        (
            "/subscriptions/s/resourceGroups/rg",
            "/subscriptions/s/resourceGroups/RG",
            {"scope": ("update", True)},
        ),
        (IN_GROUP, IN_GROUP.strip("/"), {"scope": ("update", True)}),
    ],
    ids=["up to the provider", "the rest", "no provider", "a slash"],
)
def test_case_in_ids(old: str, new: str, expected: dict[str, tuple[str, bool]]) -> None:
    assert changes("authorization:RoleAssignment", {"scope": old}, {"scope": new}) == expected


def test_case_in_ids_does_not_matter_anywhere_in_the_inputs() -> None:
    def from_image(above: str) -> Json:
        return {"storageProfile": {"source": {"id": f"{above}/images/a"}}}

    assert changes(VERSION, from_image(IN_GROUP), from_image(IN_GROUP_SHOUTED)) == {}


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
    where = path.split(".")
    assert changes(kind, nested(where, "a"), nested(where, "b")) == {path: ("update", False)}


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


def test_inputs_without_an_api_version_have_that_of_the_outputs() -> None:
    kind, new = "compute:Gallery", {**BASE, "azureApiVersion": "2024-03-03"}
    assert changes(kind, BASE, new, {"azureApiVersion": "2024-03-03"}) == {}
    assert changes(kind, BASE, new) == {"azureApiVersion": ("add", False)}
    older = compare(kind, BASE, new, {"azureApiVersion": "2023-07-03"})
    assert older.properties == {
        "azureApiVersion": PropertyChange(Change.UPDATE, replaces=False, of_inputs=False)
    }
    said = compare(kind, {**BASE, "azureApiVersion": "2023-07-03"}, new, {"azureApiVersion": "2024-03-03"})
    assert said.properties == {"azureApiVersion": PropertyChange(Change.UPDATE, replaces=False)}


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


async def test_engine_is_told_what_is_no_change_of_inputs(plugin: Plugin) -> None:
    new: Json = {**BASE, "azureApiVersion": "2024-03-03"}
    outputs: Json = {"azureApiVersion": "2023-07-03"}
    request = provider_pb2.DiffRequest(
        urn=urn("compute:Gallery"), old_inputs=encode(BASE), news=encode(new), olds=encode(outputs)
    )
    assert not (await plugin.stub.Diff(request)).detailedDiff["azureApiVersion"].inputDiff


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
