"""What a declaration of thousands of entries exceeds alone: found once, one entry below the limit not at all."""

from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.path import format_path
from tests.rules.declarations import NOW, TEAM, sound


def definitions(count: int) -> dict[str, Any]:
    values = sound()
    for number in range(count - len(values["imageDefinitions"])):
        identifier = {"publisher": "contoso", "offer": "linux", "sku": f"more-{number}"}
        more = {"identifier": identifier, "osState": "Generalized", "hyperVGeneration": "V2"}
        values["imageDefinitions"][f"more-{number}"] = more
    return values


def versions(count: int) -> dict[str, Any]:
    values = sound()
    for number in range(count - 2):
        values["imageVersions"]["web"][f"2.0.{number}"] = {"external": True}
    return values


def assignments(count: int) -> dict[str, Any]:
    values = sound()
    names = [f"p{number}" for number in range(count)]
    tail = TEAM[:-12]
    for number, name in enumerate(names):
        values["principals"][name] = {"principalId": f"{tail}{number:012}", "principalType": "User"}
    entry = {"role": "Reader", "principals": names, "scopes": ["gallery"]}
    values["sharing"] = {"roleAssignments": {"readers": entry}}
    return values


def found(values: Any) -> list[tuple[str, str, str]]:
    findings = check(values, now=NOW).findings
    return [(finding.code, format_path(finding.path), finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        pytest.param(
            definitions(1_001),
            (
                "QTA002",
                "imageDefinitions",
                "1001 are declared in 'westeurope', at most 1000 fit into a subscription",
            ),
            id="definitions",
        ),
        pytest.param(
            versions(10_001),
            (
                "QTA003",
                "imageVersions",
                "10001 are declared in 'westeurope', at most 10000 fit into a subscription",
            ),
            id="versions",
        ),
        pytest.param(
            assignments(4_001),
            (
                "RBA015",
                "sharing.roleAssignments",
                "4001 role assignments come of this, at most 4000 fit into a subscription",
            ),
            id="assignments",
        ),
    ],
)
def test_one_too_many(values: Any, finding: tuple[str, str, str]) -> None:
    assert found(values) == [finding]


@pytest.mark.parametrize(
    "values",
    [definitions(1_000), versions(10_000), assignments(4_000)],
    ids=["definitions", "versions", "assignments"],
)
def test_as_many_as_there_may_be(values: Any) -> None:
    assert found(values) == []
