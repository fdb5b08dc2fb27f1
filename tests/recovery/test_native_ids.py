from typing import Any

import pytest

from azure_image_gallery.azure.native_ids import UnknownIdError, azure_id, parts_of_id
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.resources import RESOURCE_TYPES
from tests.recovery.states import DEFINITION, GALLERY, SUB

NAMES = {"resourceGroupName": "rg", "galleryName": "g", "galleryImageName": "ubuntu"}


def test_an_id_is_told_from_inputs() -> None:
    assert azure_id("azure-native:compute:GalleryImage", NAMES, SUB) == DEFINITION


@pytest.mark.parametrize(
    "token",
    [
        "azure-native:compute:Gallery",
        "azure-native:compute/v20240303:Gallery",
        "azure_native_compute_v20240303:compute:Gallery",
    ],
)
def test_an_api_version_in_the_type_changes_nothing(token: str) -> None:
    assert azure_id(token, NAMES, SUB) == GALLERY


def test_an_assignments_id_begins_with_its_scope() -> None:
    inputs = {"scope": f"{GALLERY}/", "roleAssignmentName": "4711"}
    expected = f"{GALLERY}/providers/Microsoft.Authorization/roleAssignments/4711"
    assert azure_id("azure-native:authorization:RoleAssignment", inputs, "") == expected


@pytest.mark.parametrize(
    ("token", "inputs", "subscription", "reason"),
    [
        ("azure-native:network:Subnet", NAMES, SUB, "how azure-native:network:Subnet forms its ids is not"),
        ("random:index:RandomId", NAMES, SUB, "how random:index:RandomId forms its ids is not known here"),
        ("azure-native:compute:Gallery", {}, SUB, "resourceGroupName is a part of its id, and is not known"),
        ("azure-native:compute:Gallery", {**NAMES, "galleryName": {"4dabf": "1"}}, SUB, "galleryName is a"),
        ("azure-native:compute:Gallery", NAMES, "", "subscriptionId is a part of its id, and is not known"),
    ],
)
def test_what_cannot_be_told(token: str, inputs: dict[str, object], subscription: str, reason: str) -> None:
    with pytest.raises(UnknownIdError, match=f"^{reason}"):
        azure_id(token, inputs, subscription)


@pytest.mark.parametrize("kind", RESOURCE_TYPES, ids=lambda kind: kind.pulumi_type)
def test_the_stand_in_gives_the_same_ids(kind: ResourceType) -> None:
    names: dict[str, Any] = {name: f"the-{name}" for name in kind.path_parameters}
    assert azure_id(kind.pulumi_type, names, SUB) == kind.resource_id(SUB, names)
    assert set(parts_of_id(kind.pulumi_type)) - {"subscriptionId"} == set(names)
