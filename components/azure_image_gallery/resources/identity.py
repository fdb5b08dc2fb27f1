"""Managed identities as inputs."""

from typing import Any

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.spec.identity import Identity
from azure_image_gallery.spec.path import Path


def identity(accepted: Accepted, spec: Identity | None, path: Path) -> Any:  # noqa: ANN401  of whichever class
    """The identities of the entry at a path; `None` where nothing is said of them."""
    if spec is None:
        return None
    ids = [accepted.given(one, path) for one in spec.user_assigned_identities or ()]
    return compact({"type": spec.kind.value, "user_assigned_identities": ids or None})
