"""The file by which what exists comes into a stack."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from azure_image_gallery.adopt.azure_ids import NotKnownError
from azure_image_gallery.adopt.import_file import Import, as_text, import_file
from azure_image_gallery.azure.roles import assignment_guid
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.rule import Severity
from azure_image_gallery.spec.unknown import Unknown

SUB = "eeeeeeee-5000-4000-8000-000000000001"
GROUPS = f"/subscriptions/{SUB}/resourceGroups"
COMPUTE = f"{GROUPS}/rg-linux-images/providers/Microsoft.Compute"
GALLERY = f"{COMPUTE}/galleries/contoso"
ELSEWHERE = (
    "/subscriptions/eeeeeeee-5000-4000-8000-000000000002/resourceGroups/rg-shared"
    "/providers/Microsoft.Compute/galleries/shared"
)
BUILDS = f"{GROUPS}/rg-builds/providers/Microsoft.Compute"
WEB, APP = "eeeeeeee-9000-4000-8000-000000000001", "eeeeeeee-9000-4000-8000-000000000002"
READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
GUID, OTHER = "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"
MACHINE = {"virtualMachine": f"{BUILDS}/virtualMachines/build", "osState": "Generalized"}
HERE = {"name": "contoso", "resourceGroup": "images"}


def definition(sku: str, **more: Any) -> dict[str, Any]:
    identifier = {"publisher": "contoso", "offer": "linux", "sku": sku}
    return {"identifier": identifier, "osState": "Generalized", "hyperVGeneration": "V2", **more}


def version(**more: Any) -> dict[str, Any]:
    return {"source": {"managedImage": "base"}, **more}


def of_every_kind() -> dict[str, Any]:
    return {
        "resourceGroups": {"images": {"name": "rg-linux-images"}, "rg-disks": {}},
        "gallery": HERE,
        "imageDefinitions": {
            "ubuntu": definition("24", name="ubuntu-24.04"),
            "packer": definition("packer", externalVersions=True),
            "theirs": definition("theirs", existing=True),
        },
        "imageVersions": {
            "ubuntu": {"1.0.0": version(), "1.0.1": {"external": True}},
            "packer": {"3.0.0": {}},
            "theirs": {"2.0.0": version()},
        },
        "managedImages": {"base": {"source": MACHINE}},
        "managedDisks": {"data": {"name": "disk-data", "resourceGroup": "rg-disks", "diskSizeGB": 64}},
        "snapshots": {"data": {"resourceGroup": "rg-else", "source": {"disk": "data"}}},
        "principals": {
            "web": {"principalId": WEB, "principalType": "Group"},
            "app": {"principalId": APP, "principalType": "ServicePrincipal"},
        },
        "sharing": {
            "roleAssignments": {
                "readers": {
                    "role": "Reader",
                    "principals": ["web", "app"],
                    "scopes": ["gallery", "imageDefinitions/theirs"],
                    "assignmentNames": {"web/gallery": GUID},
                },
                "one": {"role": "Reader", "principals": ["web"], "scopes": ["imageVersions/ubuntu/1.0.0"]},
            },
        },
    }


def written(declared: dict[str, Any]) -> list[Import]:
    checked = check({"location": "westeurope", **declared}, now=datetime(2026, 11, 1, tzinfo=UTC))
    assert [found.message for found in checked.findings if found.severity is Severity.ERROR] == []
    assert checked.resolved is not None
    return import_file(checked.resolved, "linux-images", SUB, "3.29.0")


def ids(declared: dict[str, Any]) -> dict[str, str]:
    """The ids by logical name, without the component's."""
    return {
        one.get("logicalName", "").removeprefix("linux-images/"): one["id"]
        for one in written(declared)
        if "id" in one
    }


def entry(position: int, token: str, key: str, id_: str) -> Import:
    return {
        "type": f"azure-native:{token}",
        "name": f"resource{position}",
        "logicalName": f"linux-images/{key}",
        "id": id_,
        "parent": "component",
        "version": "3.29.0",
    }


def assignment(scope: str, name: str) -> str:
    return f"{scope}/providers/Microsoft.Authorization/roleAssignments/{name}"


def test_everything_that_is_declared_has_a_line() -> None:
    theirs, one = f"{GALLERY}/images/theirs", f"{GALLERY}/images/ubuntu-24.04/versions/1.0.0"
    role = "authorization:RoleAssignment"
    assert written(of_every_kind()) == [
        entry(1, "resources:ResourceGroup", "images", f"{GROUPS}/rg-linux-images"),
        entry(2, "resources:ResourceGroup", "rg-disks", f"{GROUPS}/rg-disks"),
        entry(3, "compute:Gallery", "contoso", GALLERY),
        entry(4, "compute:GalleryImage", "ubuntu", f"{GALLERY}/images/ubuntu-24.04"),
        entry(5, "compute:GalleryImage", "packer", f"{GALLERY}/images/packer"),
        entry(6, "compute:GalleryImageVersion", "ubuntu/1.0.0", one),
        entry(7, "compute:GalleryImageVersion", "theirs/2.0.0", f"{theirs}/versions/2.0.0"),
        entry(8, "compute:Image", "base", f"{COMPUTE}/images/base"),
        entry(9, "compute:Disk", "data", f"{GROUPS}/rg-disks/providers/Microsoft.Compute/disks/disk-data"),
        entry(10, "compute:Snapshot", "data", f"{GROUPS}/rg-else/providers/Microsoft.Compute/snapshots/data"),
        entry(11, role, "readers/web/gallery", assignment(GALLERY, GUID)),
        entry(
            12,
            role,
            "readers/web/imageDefinitions/theirs",
            assignment(theirs, assignment_guid(theirs, WEB, READER)),
        ),
        entry(13, role, "readers/app/gallery", assignment(GALLERY, assignment_guid(GALLERY, APP, READER))),
        entry(
            14,
            role,
            "readers/app/imageDefinitions/theirs",
            assignment(theirs, assignment_guid(theirs, APP, READER)),
        ),
        entry(
            15,
            role,
            "one/web/imageVersions/ubuntu/1.0.0",
            assignment(one, assignment_guid(one, WEB, READER)),
        ),
        {
            "type": "azure-image-gallery:index:ImageGallery",
            "name": "component",
            "logicalName": "linux-images",
            "component": True,
        },
    ]


def test_a_gallery_that_exists_stays_out_and_is_a_scope() -> None:
    declared = {
        "gallery": {"name": "shared", "resourceGroup": "rg-shared", "existing": True, "id": ELSEWHERE},
        "imageDefinitions": {"theirs": definition("theirs", existing=True)},
        "principals": {"web": {"principalId": WEB, "principalType": "Group"}},
        "sharing": {
            "roleAssignments": {
                "readers": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["gallery", "imageDefinitions/theirs"],
                }
            }
        },
    }
    theirs = f"{ELSEWHERE}/images/theirs"
    assert ids(declared) == {
        "readers/web/gallery": assignment(ELSEWHERE, assignment_guid(ELSEWHERE, WEB, READER)),
        "readers/web/imageDefinitions/theirs": assignment(theirs, assignment_guid(theirs, WEB, READER)),
    }


def test_nothing_of_its_own_is_the_component_alone() -> None:
    declared = {"gallery": {"name": "shared", "resourceGroup": "rg-shared", "existing": True}}
    assert [one.get("component") for one in written(declared)] == [True]


def test_each_line_can_be_taken_out() -> None:
    resources = written(of_every_kind())
    first, *lines, last = as_text(resources).splitlines()
    assert (first, last) == ('{"resources": [', "]}")
    assert len(lines) == len(resources)
    for taken in range(len(lines) - 1):
        left = [*lines[:taken], *lines[taken + 1 :]]
        expected = [*resources[:taken], *resources[taken + 1 :]]
        assert json.loads("\n".join((first, *left, last))) == {"resources": expected}


SECRET = Unknown((), secret=True)
OUTPUT = {"stackOutput": "contoso/network/prod", "name": "group"}


@pytest.mark.parametrize("value", [SECRET, OUTPUT], ids=["a secret", "an output"])
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("gallery", "resourceGroup"), "gallery.resourceGroup"),
        (("managedDisks", "data", "resourceGroup"), "managedDisks.data.resourceGroup"),
    ],
)
def test_an_id_with_a_part_that_is_not_known(place: tuple[str, ...], said: str, value: object) -> None:
    declared = of_every_kind()
    above: Any = declared
    for key in place[:-1]:
        above[key] = above = dict(above[key])
    above[place[-1]] = value
    with pytest.raises(NotKnownError) as refused:
        written(declared)
    assert str(refused.value) == (
        f"{said} is a secret or another stack's output, and a part of an id: "
        "write it in plain text for the time being"
    )


def test_what_lies_in_the_gallerys_group_points_at_the_gallery() -> None:
    declared = {
        "gallery": {"name": "shared", "resourceGroup": SECRET, "existing": True},
        "managedImages": {"base": {"source": MACHINE}},
    }
    with pytest.raises(NotKnownError, match=r"^gallery\.resourceGroup is a secret"):
        written(declared)


def test_an_assignment_whose_principal_is_a_secret_needs_its_name() -> None:
    declared = of_every_kind()
    declared["principals"]["web"]["principalId"] = SECRET
    declared["sharing"]["roleAssignments"].pop("one")
    with pytest.raises(NotKnownError) as refused:
        written(declared)
    assert str(refused.value) == (
        "principals.web.principalId is a secret or another stack's output, and a part of an id: give the "
        "assignment's name under assignmentNames, as web/imageDefinitions/theirs"
    )
    names = declared["sharing"]["roleAssignments"]["readers"]["assignmentNames"]
    names["web/imageDefinitions/theirs"] = OTHER
    theirs = f"{GALLERY}/images/theirs"
    assert ids(declared)["readers/web/imageDefinitions/theirs"] == assignment(theirs, OTHER)
