"""The gallery: one a declaration."""

from azure_image_gallery.spec.identity import Identity
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags


class Gallery(Lockable):
    """A compute gallery (Microsoft.Compute/galleries)."""

    name: str
    """The name in Azure: 1-80 letters, digits, dots and underscores, unique in the subscription."""
    resource_group: OrUnknown[str]
    """A resource group declared here, or one that exists."""
    location: OrUnknown[Region] | None = None
    """The gallery's region, which its definitions and versions share unless they say otherwise."""
    description: OrUnknown[str] | None = None
    """What the gallery is for."""
    tags: Tags | None = None
    """Tags of the gallery, and of every definition and version in it that does not say otherwise."""
    identity: Identity | None = None
    """The gallery's managed identities."""
    soft_delete: bool | None = None
    """Whether a deleted version can be restored for seven days (`softDeletePolicy`; a preview of Azure's). While
    it is on, neither a definition nor the gallery can be deleted as long as a deleted version is kept."""
    existing: bool = False
    """Whether the gallery exists already: it is looked up, compared with what is declared, never changed."""
    id: OrUnknown[str] | None = None
    """The id of an existing gallery, where it is not this subscription's."""
    tenant_id: OrUnknown[str] | None = None
    """A fact: the tenant that the gallery is in, a GUID. Principals and sources of others are compared with it."""
    options: Options | None = None
    """What Pulumi is told about the gallery."""
