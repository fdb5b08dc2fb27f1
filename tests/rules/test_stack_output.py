"""Outputs of other stacks: where they may stand, and what is said where they may not."""

from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.path import format_path
from tests.rules.declarations import NOW, Changes, changed

OUTPUT = {"stackOutput": "acme/images/dev", "name": "value"}
KNOWN = "another stack's output is given, and the value must be known from the start"


def found(changes: Changes) -> list[tuple[str, str, str]]:
    findings = check(changed(changes), now=NOW).findings
    return [(finding.code, format_path(finding.path), finding.message) for finding in findings]


@pytest.mark.parametrize(
    "place",
    [
        "location",
        "gallery/resourceGroup",
        "imageVersions/app/1.0.0/source/virtualMachine",
        "imageVersions/web/1.0.0/endOfLifeDate",
        "managedImages/base/tags/team",
        "principals/team/principalId",
        "galleries/dev",
    ],
)
def test_where_a_value_comes_from_outside(place: str) -> None:
    assert found({place: OUTPUT}) == []


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("gallery/name", "gallery.name"),
        ("imageDefinitions/web/osState", "imageDefinitions.web.osState"),
        ("imageDefinitions/web/identifier", "imageDefinitions.web.identifier"),
        ("imageDefinitions/web", "imageDefinitions.web"),
        ("imageDefinitions", "imageDefinitions"),
        ("imageVersions/web", "imageVersions.web"),
        ("imageVersions/web/1.0.0/regionSet", 'imageVersions.web["1.0.0"].regionSet'),
        ("imageVersions/web/1.0.0/replicaCount", 'imageVersions.web["1.0.0"].replicaCount'),
        ("imageVersions/app/1.0.0/source", 'imageVersions.app["1.0.0"].source'),
        ("regionSets/europe", "regionSets.europe"),
        ("regionSets/europe/0", "regionSets.europe[0]"),
        ("sharing/roleAssignments/readers/principals/0", "sharing.roleAssignments.readers.principals[0]"),
        ("gallery", "gallery"),
    ],
)
def test_where_a_value_must_be_known(place: str, path: str) -> None:
    assert found({place: OUTPUT}) == [("CFG010", path, KNOWN)]


@pytest.mark.parametrize(
    "stack",
    [
        "dev",
        "images/dev",
        "acme/images/dev/x",
        "acme//dev",
        "",
        " acme/images/dev",
        None,
        ["acme", "images", "dev"],
    ],
)
def test_a_stack_is_named_whole(stack: Any) -> None:
    (code, path, message), *more = found({"gallery/description": OUTPUT | {"stackOutput": stack}})
    assert (code, path, more) == ("CFG021", "gallery.description", [])
    assert message.endswith(" stands as stackOutput, organization/project/stack is wanted")


def test_an_output_may_lie_deep() -> None:
    output = OUTPUT | {"name": 'imageVersionIds["ubuntu-24.04"]["1.0.0"]'}
    assert found({"imageVersions/app/1.0.0/source": {"imageVersion": output}}) == []


def test_at_the_top_it_is_a_key_like_any_other() -> None:
    assert [each[:2] for each in found({"stackOutput": "acme/images/dev"})] == [("CFG003", "stackOutput")]
