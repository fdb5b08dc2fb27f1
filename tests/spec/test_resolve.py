"""What a declaration comes to: regions spread out, defaults filled in, names followed."""

from typing import Any

import pytest

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.resolve import resolve
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown

MACHINE = {
    "virtualMachine": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/m"
}
AT = ("imageVersions", "web", "1.0.0")
EUROPE = [
    {"name": "West Europe", "regionalReplicaCount": 3, "storageAccountType": "Standard_ZRS"},
    {"name": "northeurope", "excludeFromLatest": True},
    {"name": "uksouth"},
]
DEFINITION = {
    "identifier": {"publisher": "p", "offer": "o", "sku": "s"},
    "osState": "Generalized",
    "hyperVGeneration": "V2",
}


def resolved(**parts: Any) -> Resolved:
    gallery = {"name": "g", "resourceGroup": "rg"}
    return resolve(Declaration.model_validate({"gallery": gallery, "regionSets": {"europe": EUROPE}} | parts))


def version(said: dict[str, Any], **parts: Any) -> ResolvedVersion:
    whole = {"location": "westeurope"} | parts
    return resolved(imageVersions={"web": {"1.0.0": {"source": MACHINE} | said}}, **whole).versions[0]


def names(said: dict[str, Any], **parts: Any) -> list[str]:
    return [region.name for region in version(said, **parts).regions]


def test_a_set_with_what_its_entries_say() -> None:
    regions = version({"regionSet": "europe"}).regions
    assert [
        (r.path, r.name, r.regional_replica_count, r.storage_account_type.value, r.exclude_from_latest)
        for r in regions
    ] == [
        (("regionSets", "europe", 0), "westeurope", 3, "Standard_ZRS", None),
        (("regionSets", "europe", 1), "northeurope", 1, "Standard_LRS", True),
        (("regionSets", "europe", 2), "uksouth", 1, "Standard_LRS", None),
    ]


def test_exceptions_are_left_out_in_any_spelling() -> None:
    assert names({"regionSet": "europe", "exceptRegions": ["North Europe"]}) == ["westeurope", "uksouth"]


def test_a_list_stands_after_the_set() -> None:
    said = {"regionSet": "europe", "exceptRegions": ["uksouth"], "targetRegions": [{"name": "East US"}]}
    assert names(said) == ["westeurope", "northeurope", "eastus"]


def test_exceptions_and_overrides_are_of_the_set_alone() -> None:
    said = {
        "targetRegions": [{"name": "eastus"}],
        "exceptRegions": ["eastus"],
        "regionOverrides": {"eastus": {"regionalReplicaCount": 9}},
    }
    regions = version(said).regions
    assert [(region.name, region.regional_replica_count) for region in regions] == [("eastus", 1)]


def test_an_override_wins_and_leaves_the_rest() -> None:
    override = {"regionalReplicaCount": 2, "storageAccountType": "Premium_LRS", "excludeFromLatest": False}
    overrides = {"North Europe": override, "westeurope": {"regionalReplicaCount": 5}}
    first, second, third = version({"regionSet": "europe", "regionOverrides": overrides}).regions
    assert (first.regional_replica_count, first.storage_account_type) == (5, "Standard_ZRS")
    assert (second.regional_replica_count, second.storage_account_type) == (2, "Premium_LRS")
    assert second.exclude_from_latest is False
    assert (third.regional_replica_count, third.storage_account_type) == (1, "Standard_LRS")


def test_silence_means_the_home_region() -> None:
    (home,) = version({"replicaCount": 2, "storageAccountType": "Premium_LRS"}).regions
    assert (home.path, home.name) == ((*AT, "location"), "westeurope")
    assert (home.regional_replica_count, home.storage_account_type) == (2, "Premium_LRS")


@pytest.mark.parametrize("said", [{"targetRegions": []}, {"regionSet": "nowhere"}])
def test_what_is_said_and_leads_nowhere_is_no_silence(said: dict[str, Any]) -> None:
    assert names(said) == []


def test_no_region_at_all_where_home_is_not_known() -> None:
    assert names({}, location=Unknown(("location",))) == []
    assert names({}, location=None) == []


def test_where_a_replica_count_is_said() -> None:
    said = {
        "regionSet": "europe",
        "regionOverrides": {"North Europe": {"regionalReplicaCount": 2}},
        "targetRegions": [{"name": "eastus", "regionalReplicaCount": 7}, {"name": "westus"}],
    }
    counts = {r.name: (r.regional_replica_count, r.count_path) for r in version(said).regions}
    assert counts == {
        "westeurope": (3, ("regionSets", "europe", 0, "regionalReplicaCount")),
        "northeurope": (2, (*AT, "regionOverrides", "North Europe", "regionalReplicaCount")),
        "uksouth": (1, ("regionSets", "europe", 2)),
        "eastus": (7, (*AT, "targetRegions", 0, "regionalReplicaCount")),
        "westus": (1, (*AT, "targetRegions", 1)),
    }
    counts = {
        r.name: (r.regional_replica_count, r.count_path) for r in version(said | {"replicaCount": 4}).regions
    }
    assert counts["uksouth"] == counts["westus"] == (4, (*AT, "replicaCount"))
    assert counts["westeurope"][0] == 3


GROUP = {"rg": {"location": "uksouth"}}


@pytest.mark.parametrize(
    ("parts", "location"),
    [
        ({}, None),
        ({"resourceGroups": GROUP}, "uksouth"),
        ({"resourceGroups": GROUP, "location": "eastus"}, "eastus"),
        (
            {"location": "eastus", "gallery": {"name": "g", "resourceGroup": "rg", "location": "West US"}},
            "westus",
        ),
        ({"resourceGroups": GROUP, "gallery": {"name": "g", "resourceGroup": Unknown(())}}, None),
        ({"resourceGroups": {"other": {"location": "uksouth"}}}, None),
    ],
)
def test_the_gallerys_region(parts: dict[str, Any], location: str | None) -> None:
    assert resolved(**parts).gallery_location == location


def test_regions_are_inherited_from_gallery_to_version() -> None:
    whole = resolved(
        location="westeurope",
        imageDefinitions={"web": DEFINITION, "app": DEFINITION | {"location": "eastus"}},
        imageVersions={
            "web": {"1.0.0": {"source": MACHINE}},
            "app": {"1.0.0": {"source": MACHINE}, "1.0.1": {"source": MACHINE, "location": "uksouth"}},
            "none": {"1.0.0": {"source": MACHINE}},
        },
    )
    assert {d.key: d.location for d in whole.definitions} == {"web": "westeurope", "app": "eastus"}
    assert [(v.definition_key, v.key, v.location) for v in whole.versions] == [
        ("web", "1.0.0", "westeurope"),
        ("app", "1.0.0", "eastus"),
        ("app", "1.0.1", "uksouth"),
        ("none", "1.0.0", "westeurope"),
    ]


def test_a_managed_images_region_is_its_groups_before_the_gallerys() -> None:
    whole = resolved(
        gallery={"name": "g", "resourceGroup": "rg", "location": "westus"},
        resourceGroups=GROUP,
        managedImages={
            "own": {"source": MACHINE, "location": "eastus"},
            "group": {"source": MACHINE},
            "elsewhere": {"source": MACHINE, "resourceGroup": "other"},
        },
    )
    assert {image.key: (image.location, image.resource_group) for image in whole.managed_images} == {
        "own": ("eastus", "rg"),
        "group": ("uksouth", "rg"),
        "elsewhere": ("westus", "other"),
    }


def test_names_are_keys_unless_given() -> None:
    whole = resolved(
        imageDefinitions={"web": DEFINITION, "app": DEFINITION | {"name": "app-v2"}},
        managedImages={"base": {"source": MACHINE}, "old": {"source": MACHINE, "name": "old-v1"}},
    )
    assert [definition.name for definition in whole.definitions] == ["web", "app-v2"]
    assert [image.name for image in whole.managed_images] == ["base", "old-v1"]


def test_names_are_followed_and_lead_nowhere_as_none() -> None:
    whole = resolved(
        imageDefinitions={"web": DEFINITION},
        managedImages={"base": {"source": MACHINE}},
        imageVersions={
            "web": {
                "1.0.0": {"source": {"managedImage": "base"}},
                "1.0.1": {"source": {"managedImage": "x"}},
            },
            "none": {"1.0.0": {"source": {"managedImage": Unknown(())}}},
        },
    )
    first, second, third = whole.versions

    def leads_to(version: ResolvedVersion) -> object:
        only = version.source.only
        return whole.made.get(only.address) if only and only.address else None

    assert (first.definition, leads_to(first)) == (whole.definitions[0], whole.managed_images[0])
    assert (second.definition, leads_to(second)) == (whole.definitions[0], None)
    assert (third.definition, leads_to(third)) == (None, None)


@pytest.mark.parametrize(
    ("said", "generation"),
    [
        ({"hyperVGeneration": "V1", "source": MACHINE | {"hyperVGeneration": "V2"}}, "V1"),
        ({"source": MACHINE | {"hyperVGeneration": "V1"}}, "V1"),
        ({"source": MACHINE}, "V2"),
    ],
)
def test_a_managed_images_generation(said: dict[str, Any], generation: str) -> None:
    assert resolved(managedImages={"base": said}).managed_images[0].hyper_v_generation == generation


def test_an_assignment_for_each_principal_at_each_scope() -> None:
    entry = {"role": "Reader", "principals": ["a", "b"], "scopes": ["gallery", "imageDefinitions/web"]}
    at = ("sharing", "roleAssignments", "readers")
    whole = resolved(sharing={"roleAssignments": {"readers": entry}})
    assert [(a.principal, a.principal_path, a.scope, a.scope_path) for a in whole.assignments] == [
        ("a", (*at, "principals", 0), "gallery", (*at, "scopes", 0)),
        ("a", (*at, "principals", 0), "imageDefinitions/web", (*at, "scopes", 1)),
        ("b", (*at, "principals", 1), "gallery", (*at, "scopes", 0)),
        ("b", (*at, "principals", 1), "imageDefinitions/web", (*at, "scopes", 1)),
    ]
