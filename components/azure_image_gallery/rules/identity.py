"""Rules about managed identities. That the type is one of Azure's is said where closed sets are."""

from collections.abc import Iterator

from azure_image_gallery.azure.resource_id import resource_type
from azure_image_gallery.rules.enumerated import IDENTITY
from azure_image_gallery.rules.facts import Check, Facts, is_known
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import IdentityType
from azure_image_gallery.spec.identity import Identity
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities"
_NAMED = (IdentityType.USER_ASSIGNED, IdentityType.BOTH)


def gallery(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """The gallery's identities."""
    said = subject.declaration.gallery.identity
    if said is not None and facts.is_whole("gallery", "identity"):
        yield from _identity(("gallery", "identity"), said)


def _identity(path: Path, said: Identity) -> Iterator[Finding]:
    ids = said.user_assigned_identities
    if said.type is not None and said.type in _NAMED and not ids:
        message = f"{show(said.type)} is given, and no userAssignedIdentities"
        yield Finding(IDENTITY, (*path, "type"), message, fix="name the ids of the identities to be used")
    elif ids and is_known(said.type) and said.type not in _NAMED:
        message = f"ids are given, and the type is {show(said.type)}"
        fix = f"write type: {IdentityType.USER_ASSIGNED}, or remove the ids"
        yield Finding(IDENTITY, (*path, "userAssignedIdentities"), message, on_key=True, fix=fix)
    for position, value in enumerate(ids or ()):
        if isinstance(value, str) and (resource_type(value) or "").casefold() != _TYPE.casefold():
            message = f"{show(value)} is not the id of a {_TYPE}"
            where = (*path, "userAssignedIdentities", position)
            yield Finding(IDENTITY, where, message, fix=f"give the id as /subscriptions/…/{_TYPE}/<name>")


CHECKS = (Check(Resolved, gallery),)
