"""What a value is judged with when it arrives: its own version and those that are named, and no other."""

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from azure_image_gallery.resources.excerpt import excerpt, named_versions
from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.resolve import resolve

NOW = datetime(2026, 1, 1, tzinfo=UTC)
IMAGE = "/subscriptions/eeeeeeee-5000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/images/base"


def declaration(key: str = "imageVersions") -> dict[str, Any]:
    source = {"source": {"managedImage": IMAGE}}
    return {
        "location": "westeurope",
        "gallery": {"name": "contoso", "resourceGroup": "rg"},
        "imageDefinitions": {
            "linux": {
                "identifier": {"publisher": "contoso", "offer": "linux", "sku": "1"},
                "osState": "Generalized",
                "hyperVGeneration": "V2",
            },
        },
        key: {
            "linux": {
                "1.0.0": source | {"excludeFromLatest": True},
                "1.0.1": source,
                "1.0.2": {"source": {"imageVersion": "imageVersions/linux/1.0.1"}},
                "1.0.3": source,
            },
        },
        "principals": {
            "web": {"principalId": "eeeeeeee-9000-4000-8000-000000000001", "principalType": "Group"},
        },
        "sharing": {
            "roleAssignments": {
                "web": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["imageVersions/linux/1.0.3"],
                },
            },
        },
    }


@pytest.mark.parametrize("key", ["imageVersions", "image_versions"])
def test_versions_that_are_concerned_or_named_are_kept(key: str) -> None:
    values = declaration(key)
    named = named_versions(resolve(Declaration.model_validate(values)))
    assert named == {("imageVersions", "linux", "1.0.1"), ("imageVersions", "linux", "1.0.3")}
    some, lost = excerpt(values, [("imageVersions", "linux", "1.0.0", "source", "managedImage")], named)
    assert some == {
        **values,
        key: {"linux": {n: values[key]["linux"][n] for n in ("1.0.0", "1.0.1", "1.0.3")}},
    }
    assert lost == {("imageVersions", "linux", "1.0.2")}


def test_nothing_is_said_about_what_was_left_out() -> None:
    values = declaration()
    values["sharing"] = {}
    del values["imageVersions"]["linux"]["1.0.2"]
    some, lost = excerpt(values, [("imageVersions", "linux", "1.0.0")], frozenset())
    assert list(cast("Any", some)["imageVersions"]["linux"]) == ["1.0.0"]
    assert check(some, now=NOW, left_out=lost).findings == ()
    assert [f.code for f in check(some, now=NOW).findings] == ["VER009"]


def test_without_versions_there_is_nothing_to_leave_out() -> None:
    values = {"gallery": {}}
    assert excerpt(values, [("gallery",)], frozenset()) == (values, frozenset())
