"""What all resources of a gallery share: the gallery's name, its resource group, and who comes first."""

from dataclasses import dataclass
from typing import Any

import pulumi

from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.options import Surroundings
from azure_image_gallery.spec.model import azure_name


def component_type(name: str) -> str:
    """A component's type token, part of every URN below it."""
    return f"azure-image-gallery:index:{name}"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a resource goes: into a gallery, or beside it into a resource group."""

    around: Surroundings
    prefix: str
    """The component's name; children are `<prefix>/<key>`."""
    resource_group_name: pulumi.Input[str]
    gallery_name: pulumi.Input[str] = ""
    """Empty for what lies in no gallery."""

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


def gallery_beside(args: Any) -> dict[str, Any]:  # noqa: ANN401  the arguments of a component
    """A gallery for the form's sake, for what lies in none: a declaration has one, and its group is asked."""
    group = args.get("resource_group") or args.get("resourceGroup")
    return compact({"name": "none", "resource_group": group})


def take(values: dict[str, Any], name: str) -> Any:  # noqa: ANN401  an argument of any type
    """An argument in either spelling, taken out; `None` where it is not given."""
    return values.pop(name, None) or values.pop(azure_name(name), None)
