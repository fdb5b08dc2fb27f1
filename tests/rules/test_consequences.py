"""A fault is told once, with nothing that only follows from it, in its turn, and in time."""

from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.path import format_path
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import GONE, MACHINE, NOW, changed, sound

KNOWN = "the value comes from another resource or is a secret, and must be known from the start"


def found(values: Any) -> list[tuple[str, str, str]]:
    findings = check(values, now=NOW).findings
    return [(finding.code, format_path(finding.path), finding.message) for finding in findings]


def test_structure_and_rules_are_told_together_in_the_order_written() -> None:
    values = changed(
        {
            "gallery/name": "a-b",
            "imageDefinitions/web/zzz": 1,
            "imageDefinitions/web/identifier/sku": "s" * 65,
            "imageVersions/web/latest": {"source": {"managedImage": "base"}, "regionSet": "europe"},
            "managedImages/base/source/osState": "Frozen",
            "principals/team/principalId": "me",
        },
    )
    assert [(code, path) for code, path, _ in found(values)] == [
        ("GAL002", "gallery.name"),
        ("IMG004", "imageDefinitions.web.identifier.sku"),
        ("CFG003", "imageDefinitions.web.zzz"),
        ("VER004", "imageVersions.web.latest"),
        ("CFG008", "managedImages.base.source.osState"),
        ("RBA006", "principals.team.principalId"),
    ]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"managedImages/base/source": []}, "managedImages.base.source", "CFG004"),
        ({"regionSets/europe": {}}, "regionSets.europe", "CFG004"),
        ({"imageDefinitions/web/identifier": GONE}, "imageDefinitions.web", "CFG005"),
        ({"principals": []}, "principals", "CFG004"),
        (
            {"imageVersions/web/1.0.0/source": {"managedimage": "base"}},
            'imageVersions.web["1.0.0"].source.managedimage',
            "CFG003",
        ),
        (
            {"imageVersions/web/1.0.0/source": {"blob": "base"}},
            'imageVersions.web["1.0.0"].source.blob',
            "CFG003",
        ),
        (
            {"managedImages/base/source": {"virtualMachin": MACHINE}},
            "managedImages.base.source.virtualMachin",
            "CFG003",
        ),
        ({"location": GONE, "loction": "westeurope"}, "loction", "CFG003"),
        ({"imageVersions/web/1.0.0/regionSet": ["europe"]}, 'imageVersions.web["1.0.0"].regionSet', "CFG004"),
        ({"imageVersions/web/1.0.0": []}, 'imageVersions.web["1.0.0"]', "CFG004"),
        ({"resourceGroups/rg-images": []}, 'resourceGroups["rg-images"]', "CFG004"),
    ],
)
def test_what_follows_from_a_fault_is_not_told(changes: dict[str, Any], path: str, code: str) -> None:
    assert [(each[0], each[1]) for each in found(changed(changes))] == [(code, path)]


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("gallery/name", "gallery.name"),
        ("imageDefinitions/web/osState", "imageDefinitions.web.osState"),
        ("imageDefinitions", "imageDefinitions"),
        ("imageVersions/web/1.0.0/regionSet", 'imageVersions.web["1.0.0"].regionSet'),
        ("regionSets/europe/0/name", "regionSets.europe[0].name"),
        ("regionSets/europe", "regionSets.europe"),
    ],
)
def test_names_and_structure_are_known(place: str, path: str) -> None:
    values = changed({place: Unknown(("somewhere",), secret=True)})
    assert found(values) == [("CFG010", path, KNOWN)]


@pytest.mark.parametrize(
    "place",
    [
        "location",
        "gallery/resourceGroup",
        "gallery/location",
        "imageDefinitions/web/endOfLifeDate",
        "imageVersions/web/1.0.0/source/managedImage",
        "imageVersions/app/1.0.0/source/virtualMachine",
        "managedImages/base/source/virtualMachine",
        "principals/team/principalId",
    ],
)
def test_what_comes_from_outside_may_be_unknown(place: str) -> None:
    checked = check(changed({place: Unknown(("somewhere",))}), now=NOW)
    assert checked.findings == ()
    assert checked.resolved is not None


def test_keys_that_are_no_text() -> None:
    values = sound()
    values["gallery"][5] = "x"
    values["principals"][None] = values["principals"]["team"]
    assert found(values) == [
        ("CFG004", 'gallery["5"]', "the number 5 stands as a key, text is wanted"),
        ("CFG004", "principals.None", "nothing stands as a key, text is wanted"),
    ]


def test_the_values_given_are_left_as_they_are() -> None:
    changes = {"imageDefinitions/web/zzz": 1, "regionSets/europe/0/name": 5, "gallery": []}
    values = changed(changes)
    check(values, now=NOW)
    assert values == changed(changes)


def test_a_leaf_nested_without_end() -> None:
    deep: Any = []
    for _ in range(50_000):
        deep = [deep]
    assert [code for code, _, _ in found(changed({}) | {"gallery": {"name": deep}})] == ["CFG005", "CFG004"]
    while deep:  # taken apart by hand, for Python would do so by recursion
        deep = deep.pop()
