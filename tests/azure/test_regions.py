"""What is known of regions: that the facts agree with each other, and what is said of a region that is not there."""

import pytest

from azure_image_gallery.azure.region_facts import EVERY, WITHOUT_CUSTOM_UEFI, Cloud
from azure_image_gallery.azure.regions import (
    cloud_of,
    lacks_custom_uefi,
    lacks_zones,
    region_facts,
    region_names,
)


def test_no_region_stands_twice_and_every_pair_is_known() -> None:
    assert len(region_names()) == len(EVERY)
    assert [one.name for one in EVERY if one.pair and region_facts(one.pair) is None] == []
    assert [one.name for one in EVERY if one.pair and cloud_of(one.pair) is not one.cloud] == []
    assert [name for name in WITHOUT_CUSTOM_UEFI if region_facts(name) is None] == []


@pytest.mark.parametrize(
    ("region", "cloud"),
    [
        ("westeurope", Cloud.PUBLIC),
        ("West Europe", Cloud.PUBLIC),
        ("usgovvirginia", Cloud.GOVERNMENT),
        ("China North 3", Cloud.CHINA),
        ("atlantis", None),
    ],
)
def test_the_cloud_of_a_region(region: str, cloud: Cloud | None) -> None:
    assert cloud_of(region) is cloud


def test_what_is_not_known_lacks_nothing() -> None:
    assert (lacks_zones("westus"), lacks_zones("westeurope"), lacks_zones("atlantis")) == (True, False, False)
    assert (lacks_custom_uefi("ukwest"), lacks_custom_uefi("usgovvirginia")) == (True, True)
    assert (lacks_custom_uefi("uksouth"), lacks_custom_uefi("atlantis")) == (False, False)
