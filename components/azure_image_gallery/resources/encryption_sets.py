"""What a `diskEncryptionSet` leads to, as the id that Azure is sent."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pulumi_azure_native import compute as native

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.rules.configuration import MUST_BE_KNOWN
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.encryption_sets import DECLARED_UNDER, name_of_set
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

FindSet: TypeAlias = Callable[..., Any]
"""From a `diskEncryptionSet` as written, and the path of what it encrypts, to an id; `None` where none is given."""


def encryption_sets(
    accepted: Accepted, made: Mapping[str, native.DiskEncryptionSet] | None = None
) -> FindSet:
    """The finder of the ids of sets: those made here, those declared as existing, and any other by its id."""
    here = made or {}

    def find(value: str | Unknown | None, *about: Path) -> Any:  # noqa: ANN401  an input of text
        name = name_of_set(value)
        if name is None:
            written = value.path if isinstance(value, Unknown) else ()
            return accepted.given(
                value, *about, (DECLARED_UNDER,), form=lambda id_: _as_id(accepted, written, id_)
            )
        path = (DECLARED_UNDER, name)
        if name in here:
            return accepted.after_check(here[name].id, *about, path)
        return accepted.given(accepted.resolved.encryption_sets_by_key[name].spec.id, *about, path)

    return find


def _as_id(accepted: Accepted, path: Path, arrived: object) -> object:
    """What arrived, which is an id: a name decides what comes first, and has to be known from the start."""
    if isinstance(arrived, str) and not arrived.startswith("/"):
        message = f"{show(arrived)} arrived, and only an id may come from another resource"
        raise accepted.refuse(Finding(MUST_BE_KNOWN, path, message))
    return arrived
