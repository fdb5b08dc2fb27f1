"""What a place in a source leads to, as the id that Azure is sent."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import pulumi

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.rules.configuration import MUST_BE_KNOWN
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import Made, ResolvedVersion
from azure_image_gallery.spec.source_place import SourcePlace

FindSource: TypeAlias = Callable[[Made, SourcePlace], pulumi.Input[str]]
"""From what is made and a place in its source to the id there."""


def existing_sources(accepted: Accepted) -> FindSource:
    """Sources that exist already: an id as it is given, or the version of the same name in another gallery."""

    def find(made: Made, place: SourcePlace) -> Any:  # noqa: ANN401  an input of text
        if place.gallery is None or not isinstance(made, ResolvedVersion):
            return accepted.given(place.value, made.path, form=partial(_as_id, accepted, place))
        gallery = accepted.resolved.declaration.galleries[place.gallery]
        name = made.definition.name if made.definition else made.definition_key
        below = f"/images/{name}/versions/{made.key}"
        path = ("galleries", place.gallery)
        return accepted.given(gallery, made.path, path, form=lambda gallery_id: f"{gallery_id}{below}")

    return find


def _as_id(accepted: Accepted, place: SourcePlace, arrived: object) -> object:
    """What arrived, which is an id: a name decides what comes first, and has to be known from the start."""
    if isinstance(arrived, str) and not arrived.startswith("/"):
        message = f"{show(arrived)} arrived, and only an id may come from another resource"
        raise accepted.refuse(Finding(MUST_BE_KNOWN, place.path, message))
    return arrived
