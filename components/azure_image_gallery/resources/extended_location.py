"""Edge zones as inputs."""

from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.spec.edge_zone import ExtendedLocation
from azure_image_gallery.spec.path import Path


def extended_location(
    accepted: Accepted, spec: ExtendedLocation | None, path: Path
) -> native.ExtendedLocationArgsDict | None:
    """The edge zone of the entry at a path; `None` where it has none."""
    if spec is None:
        return None
    return {"name": accepted.given(spec.name, path), "type": spec.type.value}
