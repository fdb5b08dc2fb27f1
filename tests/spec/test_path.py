"""Paths are written as Pulumi writes them."""

import pytest

from azure_image_gallery.spec.path import Path, format_path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("gallery", "name"), "gallery.name"),
        (
            ("imageVersions", "ubuntu-24.04", "1.0.0", "targetRegions", 1, "name"),
            'imageVersions["ubuntu-24.04"]["1.0.0"].targetRegions[1].name',
        ),
        (("tags", 'say "hi"'), 'tags["say \\"hi\\""]'),
        (("1.0.0",), '["1.0.0"]'),
    ],
)
def test_format(path: Path, text: str) -> None:
    assert format_path(path) == text
