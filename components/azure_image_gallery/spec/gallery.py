"""The gallery: one a declaration."""

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
    """Tags of the gallery."""
    existing: bool = False
    """Whether the gallery exists already: it is looked up, compared with what is declared, never changed."""
    id: OrUnknown[str] | None = None
    """The id of an existing gallery, where it is not this subscription's."""
    options: Options | None = None
    """What Pulumi is told about the gallery."""
