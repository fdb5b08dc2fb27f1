"""What a declaration comes to."""

from typing import Any

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.resolve import Resolved, ResolvedVersion, resolve

EUROPE = [
    {"name": "West Europe", "regionalReplicaCount": 3, "storageAccountType": "Standard_ZRS"},
    {"name": "northeurope"},
]


def resolved(**more: Any) -> Resolved:
    return resolve(
        Declaration.model_validate(
            {
                "location": "westeurope",
                "gallery": {"name": "g", "resourceGroup": "rg"},
                "regionSets": {"europe": EUROPE},
                **more,
            },
        ),
    )


def version(**more: Any) -> ResolvedVersion:
    (found,) = resolved(imageVersions={"ubuntu": {"1.0.0": {"source": {}, **more}}}).versions
    return found


def regions(found: ResolvedVersion) -> list[tuple[str, int, str]]:
    return [(r.name, r.regional_replica_count, r.storage_account_type.value) for r in found.regions]


def test_without_regions_the_home_region_is_the_target() -> None:
    found = version()
    assert regions(found) == [("westeurope", 1, "Standard_LRS")]
    assert found.regions[0].path == ("imageVersions", "ubuntu", "1.0.0", "location")


def test_a_region_set() -> None:
    assert regions(version(regionSet="europe")) == [
        ("westeurope", 3, "Standard_ZRS"),
        ("northeurope", 1, "Standard_LRS"),
    ]


def test_overrides_exceptions_and_a_list_of_its_own() -> None:
    found = version(
        regionSet="europe",
        regionOverrides={"West Europe": {"regionalReplicaCount": 5}},
        exceptRegions=["North Europe"],
        targetRegions=[{"name": "uksouth", "storageAccountType": "Premium_LRS"}],
    )
    assert regions(found) == [("westeurope", 5, "Standard_ZRS"), ("uksouth", 1, "Premium_LRS")]
    assert [region.path for region in found.regions] == [
        ("regionSets", "europe", 0),
        ("imageVersions", "ubuntu", "1.0.0", "targetRegions", 0),
    ]
    assert found.regions[0].count_path == (
        "imageVersions",
        "ubuntu",
        "1.0.0",
        "regionOverrides",
        "West Europe",
        "regionalReplicaCount",
    )


def test_the_versions_own_count_and_storage_fill_in() -> None:
    found = version(regionSet="europe", replicaCount=4, storageAccountType="Premium_LRS")
    assert regions(found) == [("westeurope", 3, "Standard_ZRS"), ("northeurope", 4, "Premium_LRS")]
    assert found.regions[1].count_path == ("imageVersions", "ubuntu", "1.0.0", "replicaCount")


def test_a_set_that_is_not_there_gives_no_regions() -> None:
    assert regions(version(regionSet="asia")) == []


def test_locations_are_inherited() -> None:
    definitions = {
        "ubuntu": {
            "identifier": {"publisher": "p", "offer": "o", "sku": "s"},
            "osState": "Generalized",
            "hyperVGeneration": "V2",
            "location": "uksouth",
        },
    }
    found = resolved(imageDefinitions=definitions, imageVersions={"ubuntu": {"1.0.0": {"source": {}}}})
    assert (found.gallery_location, found.versions[0].location) == ("westeurope", "uksouth")


def test_a_declared_resource_group_gives_the_gallery_its_region() -> None:
    found = resolved(location=None, resourceGroups={"rg": {"location": "North Europe"}})
    assert found.gallery_location == "northeurope"


def test_a_managed_image_lies_beside_the_gallery() -> None:
    (image,) = resolved(managedImages={"base": {"source": {"hyperVGeneration": "V1"}}}).managed_images
    assert (image.name, image.resource_group, image.location) == ("base", "rg", "westeurope")
    assert image.hyper_v_generation.value == "V1"


def test_one_assignment_for_each_principal_and_scope() -> None:
    entry = {"role": "Reader", "principals": ["a", "b"], "scopes": ["gallery", "imageDefinitions/x"]}
    found = resolved(sharing={"roleAssignments": {"readers": entry}})
    assert [(each.principal, each.scope, each.scope_path[-1]) for each in found.assignments] == [
        ("a", "gallery", 0),
        ("a", "imageDefinitions/x", 1),
        ("b", "gallery", 0),
        ("b", "imageDefinitions/x", 1),
    ]
