"""What all resources of a gallery share: the gallery's name, its resource group, and who comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pulumi

from azure_image_gallery.resources.compact import compact
from azure_image_gallery.spec.model import azure_name


def component_type(name: str) -> str:
    """A component's type token, part of every URN below it."""
    return f"azure-image-gallery:index:{name}"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where children of a component go."""

    parent: pulumi.Resource
    prefix: str
    """The component's name; children are `<prefix>/<key>`."""
    gallery_name: str
    resource_group_name: pulumi.Input[str]
    after: Sequence[pulumi.Resource] = ()
    """Resources that exist before and are deleted after."""

    def options(self, *after: pulumi.Resource, **more: object) -> pulumi.ResourceOptions:
        """A child's options."""
        depends_on = [*self.after, *after]
        return pulumi.ResourceOptions(parent=self.parent, depends_on=depends_on or None, **more)  # pyright: ignore[reportArgumentType]  more are the constructor's own keywords

    def logical_name(self, *keys: str) -> str:
        """A child's logical name, from the user's own keys; none of them can hold a slash."""
        return "/".join((self.prefix, *keys))


def gallery_above(values: dict[str, Any]) -> dict[str, Any]:
    """The gallery that a part's own arguments name, taken out of them; it lies where the part does."""
    return compact(
        {
            "name": take(values, "gallery_name"),
            "resource_group": take(values, "resource_group"),
            "location": values.get("location"),
        },
    )


def take(values: dict[str, Any], name: str) -> Any:  # noqa: ANN401  an argument of any type
    """An argument in either spelling, taken out; `None` where it is not given."""
    return values.pop(name, None) or values.pop(azure_name(name), None)
