"""Edge zones: places outside of Azure's regions, each run from one."""

from azure_image_gallery.spec.disk_enums import ExtendedLocationType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class ExtendedLocation(Model):
    """A place outside of the region."""

    name: OrUnknown[str]
    """The edge zone, as `microsoftlosangeles1`."""
    type: ExtendedLocationType = ExtendedLocationType.EDGE_ZONE
    """The kind of place; there is one."""
