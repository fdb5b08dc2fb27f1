"""What does not fit the models is said in the declaration's own words, all of it at once."""

from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.path import format_path
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import GONE, NOW, changed


def found(values: Any) -> list[tuple[str, str, str]]:
    return [(f.code, format_path(f.path), f.message) for f in check(values, now=NOW).findings]


@pytest.mark.parametrize(
    ("place", "value", "finding"),
    [
        ("gallery/nmae", "x", ("CFG003", "gallery.nmae", "unknown key 'nmae', did you mean 'name'?")),
        ("gallery/tags", "x", ("CFG004", "gallery.tags", "the text 'x' is given, a map is wanted")),
        ("gallery/tags", {"a": 83}, ("CFG007", "gallery.tags.a", "the number 83 is given, text is wanted")),
        ("gallery/tags", {"a": True}, ("CFG007", "gallery.tags.a", "true is given, text is wanted")),
        ("gallery/name", GONE, ("CFG005", "gallery", "missing key 'name', text")),
        (
            "gallery/name",
            Unknown(("gallery", "name")),
            (
                "CFG010",
                "gallery.name",
                "the value comes from another resource or is a secret, and must be known from the start",
            ),
        ),
        (
            "imageDefinitions/web/osState",
            "Specialised",
            (
                "CFG008",
                "imageDefinitions.web.osState",
                "'Specialised' is not allowed, allowed: Generalized or Specialized; did you mean 'Specialized'?",
            ),
        ),
        (
            "imageVersions/web/1.0.0/replicaCount",
            "many",
            (
                "CFG004",
                'imageVersions.web["1.0.0"].replicaCount',
                "the text 'many' is given, a whole number is wanted",
            ),
        ),
    ],
)
def test_one_mistake_is_one_finding(place: str, value: object, finding: tuple[str, str, str]) -> None:
    assert found(changed({place: value})) == [finding]


def test_paths_keep_the_spelling_of_the_user() -> None:
    assert [
        path for _, path, _ in found(changed({"gallery/resource_group": 5, "gallery/resourceGroup": GONE}))
    ] == [
        "gallery.resource_group",
    ]


def test_both_spellings_of_a_key_are_one_key_twice() -> None:
    assert [code for code, *_ in found(changed({"gallery/resource_group": "rg"}))] == ["CFG002"]


@pytest.mark.parametrize("values", [None, [], "text", 5, {}, {"gallery": None}])
def test_what_is_no_declaration_is_an_error(values: Any) -> None:
    assert check(values, now=NOW).resolved is None
    assert found(values)


def test_mistakes_of_structure_and_broken_rules_come_together() -> None:
    values = changed(
        {
            "gallery/name": "has-hyphen",
            "gallery/colour": "red",
            "imageDefinitions/web/identifier/publisher": 5,
            "managedImages/base/source/osState": "Specialized",
        },
    )
    assert [code for code, *_ in found(values)] == ["GAL002", "CFG003", "CFG007", "MIM001"]
    assert check(values, now=NOW).resolved is None
