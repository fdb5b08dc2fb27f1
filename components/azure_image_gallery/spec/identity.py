"""Managed identities: what a resource logs in to other services as."""

from azure_image_gallery.spec.enums import IdentityType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class Identity(Model):
    """The managed identities of a resource."""

    type: IdentityType
    """Whether Azure makes an identity of the resource's own, existing ones are used, or both."""
    user_assigned_identities: list[OrUnknown[str]] | None = None
    """The ids of existing identities (Microsoft.ManagedIdentity/userAssignedIdentities)."""
