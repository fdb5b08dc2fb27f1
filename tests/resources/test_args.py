"""The typed dictionaries say what the models say, in a form that Pulumi's schema analyser takes."""

import runpy
from pathlib import Path

import pytest
from pulumi import ComponentResource
from pulumi.provider.experimental.component import ComponentProvider

import azure_image_gallery

COMPONENTS = Path(azure_image_gallery.__file__).parents[1]


def test_the_generated_file_is_fresh() -> None:
    generator = runpy.run_path(str(COMPONENTS / "scripts" / "generate_args.py"))
    committed = (COMPONENTS / "azure_image_gallery" / "resources" / "args.py").read_text(encoding="utf-8")
    assert committed == generator["source"](), "run: python components/scripts/generate_args.py"


@pytest.mark.parametrize(
    "component",
    [
        azure_image_gallery.Application,
        azure_image_gallery.ApplicationVersion,
        azure_image_gallery.Gallery,
        azure_image_gallery.GalleryAccess,
        azure_image_gallery.ImageDefinition,
        azure_image_gallery.ImageGallery,
        azure_image_gallery.ImageVersion,
        azure_image_gallery.ManagedImage,
    ],
    ids=lambda component: component.__name__,
)
def test_pulumis_analyser_takes_every_component(component: type[ComponentResource]) -> None:
    schema = ComponentProvider([component], "azure-image-gallery", None, "0.1.0").schema or ""
    assert f"azure-image-gallery:index:{component.__name__}" in schema


def test_the_package_exports_what_it_says() -> None:
    assert azure_image_gallery.__all__ == sorted(azure_image_gallery.__all__)
    for name in azure_image_gallery.__all__:
        assert getattr(azure_image_gallery, name).__name__ == name
