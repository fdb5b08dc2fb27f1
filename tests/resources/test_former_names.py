"""What an entry was called before: it is looked for there, and taken over as it is."""

from typing import Any

from azure_image_gallery import ImageGallery
from tests.resources.requests import Run

VERSIONED = "azure-native:compute/v20230703:Gallery"


def declaration(**options: Any) -> Any:
    gallery = {"name": "contoso_linux", "resource_group": "rg", "options": options}
    return {"location": "westeurope", "gallery": gallery}


def sent(requests: Run, **options: Any) -> Any:
    return requests(lambda: ImageGallery("images", declaration(**options))).sent["images/contoso_linux"]


def test_a_former_name_is_looked_for_under_every_type_without_a_parent(requests: Run) -> None:
    request = sent(requests, aliases=["gallery"])
    former = [(one.spec.type, one.spec.noParent) for one in request.aliases if one.spec.name == "gallery"]
    assert ("azure-native:compute:Gallery", True) in former
    assert (VERSIONED, True) in former
    (sibling,) = [one.spec for one in request.aliases if one.spec.name == "images/gallery"]
    assert (sibling.noParent, sibling.type) == (False, "")
    assert len(former) == len(request.aliases) - len(former)


def test_what_is_taken_over_keeps_its_version_of_the_interface(requests: Run) -> None:
    request = sent(requests, aliases=["gallery"], ignoreChanges=["tags"])
    assert list(request.ignoreChanges) == ["tags", "azureApiVersion"]
    assert list(sent(requests, ignoreChanges=["tags"]).ignoreChanges) == ["tags"]
