"""Resource groups that the stack makes. One that is only named elsewhere exists already and is left alone."""

from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags


class ResourceGroup(Lockable):
    """A resource group (Microsoft.Resources/resourceGroups)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `resourceGroups`."""
    location: OrUnknown[Region] | None = None
    """The group's region. Left out: the declaration's."""
    managed_by: OrUnknown[str] | None = None
    """The id of the resource that manages the group."""
    tags: Tags | None = None
    """Tags of the group itself; Azure does not hand them on to what is inside."""
    options: Options | None = None
    """What Pulumi is told about the group."""
