"""Managed identities of a resource."""

from azure_image_gallery.spec.enums import IdentityType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class Identity(Model):
    """Which managed identities a resource has."""

    type: IdentityType | None = None
    """`SystemAssigned`, `UserAssigned`, `SystemAssigned, UserAssigned` or `None`. Left out: `UserAssigned` where
    identities are named, else `SystemAssigned`."""
    user_assigned_identities: list[OrUnknown[str]] | None = None
    """Ids of user-assigned identities."""

    @property
    def kind(self) -> IdentityType:
        """The type sent to Azure."""
        named = IdentityType.USER_ASSIGNED if self.user_assigned_identities else IdentityType.SYSTEM_ASSIGNED
        return self.type or named
