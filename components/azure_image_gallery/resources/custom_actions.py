"""Custom actions of applications and their versions, as inputs."""

from collections.abc import Mapping
from typing import Any

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.spec.custom_action import CustomAction, CustomActionParameter
from azure_image_gallery.spec.path import Path


def custom_actions(
    accepted: Accepted, given: Mapping[str, CustomAction] | None, path: Path
) -> list[Any] | None:
    """The actions of the entry at a path, as Azure's list; `None` where it has none."""
    if given is None:
        return None
    return [
        compact(
            {
                "name": name,
                "script": accepted.given(action.script, path),
                "description": accepted.given(action.description, path),
                "parameters": _parameters(accepted, action.parameters, path),
            }
        )
        for name, action in given.items()
    ]


def _parameters(
    accepted: Accepted, given: Mapping[str, CustomActionParameter] | None, path: Path
) -> list[Any] | None:
    if given is None:
        return None
    return [
        compact(
            {
                "name": name,
                "type": one.type and one.type.value,
                "required": one.required,
                "default_value": accepted.given(one.default_value, path),
                "description": accepted.given(one.description, path),
            }
        )
        for name, one in given.items()
    ]
