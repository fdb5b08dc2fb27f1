"""What is wrong with inputs, and what changes between two sets of them."""

import pytest

from azure_image_gallery.provider.checking import failures
from azure_image_gallery.provider.difference import Change, changes
from azure_image_gallery.provider.wire import UNKNOWN, decode, encode

GALLERY = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/galleries/g"
A, B = (f"eeeeeeee-1000-4000-8000-00000000000{n}" for n in "ab")
MANY = {str(n): f"eeeeeeee-1000-4000-8000-0000000000{n:02}" for n in range(31)}


@pytest.mark.parametrize(
    ("inputs", "found"),
    [
        ({"subscriptions": {"a": A}, "tenants": {"b": B}, "community": False}, []),
        ({"galleryId": UNKNOWN, "subscriptions": UNKNOWN, "tenants": {"b": UNKNOWN}}, []),
        (
            {"galleryId": f"{GALLERY}/images/i"},
            [("galleryId", f"'{GALLERY}/images/i' is given, the id of a gallery is wanted")],
        ),
        (
            {"galleries": 1},
            [("galleries", "unknown input, allowed: galleryId, subscriptions, tenants, community")],
        ),
        ({"subscriptions": [A]}, [("subscriptions", f"['{A}'] is given, a map from names to ids is wanted")]),
        ({"subscriptions": {"a": "contoso"}}, [("subscriptions.a", "'contoso' is given, a GUID is wanted")]),
        (
            {"tenants": {"a": A, "b": A.upper()}},
            [("tenants.b", f"'{A.upper()}' is given by 'a' already")],
        ),
        ({"subscriptions": MANY}, [("subscriptions", "31 subscriptions are given, at most 30 are allowed")]),
        (
            {"subscriptions": {"a": A}, "community": True},
            [("community", "a gallery is shared with the community, or with subscriptions and tenants")],
        ),
        ({"community": "yes"}, [("community", "'yes' is given, true or false is wanted")]),
    ],
)
def test_inputs_are_checked(inputs: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert list(failures({"galleryId": GALLERY, **inputs})) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({}, {"subscriptions": {"a b": A}}, {'subscriptions["a b"]': Change.GAINED}),
        (
            {"tenants": {"a": A}},
            {"tenants": {"b": B}},
            {"tenants.a": Change.LOST, "tenants.b": Change.GAINED},
        ),
        ({"tenants": {"a": A}}, {"tenants": {"a": B}}, {"tenants.a": Change.CHANGED}),
        ({"tenants": {"a": A}}, {"tenants": {"b": A.upper()}}, {}),
        ({"tenants": {"a": A}}, {"tenants": {"a": UNKNOWN}}, {"tenants.a": Change.CHANGED}),
        ({"tenants": {"a": A}}, {"tenants": UNKNOWN}, {"tenants": Change.CHANGED}),
        ({"community": False}, {"community": True}, {"community": Change.CHANGED}),
        ({"galleryId": GALLERY}, {"galleryId": GALLERY.upper()}, {}),
        ({"galleryId": GALLERY}, {"galleryId": f"{GALLERY}2"}, {"galleryId": Change.REPLACED}),
        ({"galleryId": GALLERY}, {"galleryId": UNKNOWN}, {}),
    ],
)
def test_changes_have_a_place_each(
    old: dict[str, object], new: dict[str, object], found: dict[str, Change]
) -> None:
    assert changes({"galleryId": GALLERY, **old}, {"galleryId": GALLERY, **new}) == found


def test_values_survive_the_wire() -> None:
    values = {"galleryId": GALLERY, "subscriptions": {"a": A}, "community": True}
    assert decode(encode({**values, "__defaults": [], "tenants": None})) == values
