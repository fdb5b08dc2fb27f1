"""Azure tags as inputs."""

from collections.abc import Mapping
from typing import Any

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown


def tags(accepted: Accepted, given: Mapping[str, str | Unknown] | None, path: Path) -> dict[str, Any] | None:
    """The tags of the entry at a path; `None` where it has none."""
    if given is None:
        return None
    return {key: accepted.given(value, path) for key, value in given.items()}
