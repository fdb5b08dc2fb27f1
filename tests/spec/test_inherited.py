"""Tags from above: the innermost wins, in whatever case its key is written."""

import pytest

from azure_image_gallery.spec.gallery import Gallery
from azure_image_gallery.spec.image_definition import ImageDefinition
from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.inherited import inherited, version_tags
from azure_image_gallery.spec.values import Tags


@pytest.mark.parametrize(
    ("levels", "tags"),
    [
        ((None, None), None),
        ((None, {}), {}),
        (({"team": "a"}, None), {"team": "a"}),
        (({"team": "a", "cost": "1"}, {"team": "b"}), {"cost": "1", "team": "b"}),
        (({"team": "a"}, {"Team": "b"}), {"Team": "b"}),
        (({"a": "1"}, {"b": "2"}, {"a": "3"}), {"b": "2", "a": "3"}),
    ],
)
def test_inherited(levels: tuple[Tags | None, ...], tags: Tags | None) -> None:
    assert inherited(levels) == tags


@pytest.mark.parametrize(("existing", "tags"), [(False, {"a": "1", "b": "2"}), (True, {"a": "1"})])
def test_what_exists_already_hands_nothing_on(existing: bool, tags: Tags) -> None:
    gallery = Gallery.model_validate({"name": "g", "resourceGroup": "rg", "tags": {"a": "1"}})
    definition = ImageDefinition.model_validate(
        {
            "identifier": {"publisher": "p", "offer": "o", "sku": "s"},
            "osState": "Generalized",
            "hyperVGeneration": "V2",
            "tags": {"b": "2"},
            "existing": existing,
        }
    )
    assert version_tags(gallery, definition, ImageVersion()) == tags
