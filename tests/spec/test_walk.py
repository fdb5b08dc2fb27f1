"""Going to a value by its path, and putting another in its place."""

import pytest

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.walk import replaced, value_at

DECLARATION = Declaration.model_validate(
    {
        "gallery": {"name": "g", "resourceGroup": "rg"},
        "regionSets": {"eu": [{"name": "West Europe"}]},
    },
)


def test_value_at_takes_either_spelling() -> None:
    assert value_at(DECLARATION, ("gallery", "resourceGroup")) == "rg"
    assert value_at(DECLARATION, ("gallery", "resource_group")) == "rg"


def test_value_at_goes_through_maps_and_lists() -> None:
    assert value_at(DECLARATION, ("regionSets", "eu", 0, "name")) == "westeurope"


def test_value_at_raises_where_nothing_stands() -> None:
    with pytest.raises(LookupError):
        value_at(DECLARATION, ("gallery", "colour"))


def test_replaced_leaves_the_rest_alone() -> None:
    data = {"a": [1, {"b": 2}], "c": {"d": 3}}
    assert replaced(data, {("a", 1, "b"): 9}) == {"a": [1, {"b": 9}], "c": {"d": 3}}
    assert data["a"] == [1, {"b": 2}]


def test_replaced_shares_what_is_untouched() -> None:
    data = {"a": {"b": 1}, "c": {"d": 3}}
    changed = replaced(data, {("a", "b"): 2})
    assert isinstance(changed, dict)
    assert changed["c"] is data["c"]
