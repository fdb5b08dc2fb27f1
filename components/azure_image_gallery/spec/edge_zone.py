"""Edge zones: places of a region near its users, which hold replicas of their own."""

from azure_image_gallery.spec.encryption import Encryption
from azure_image_gallery.spec.enums import EdgeZoneStorage, ExtendedLocationType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.values import Region, WholeNumber


class ExtendedLocation(Model):
    """An edge zone by its name."""

    name: str
    """The zone, as Azure names it: `losangeles`."""
    type: ExtendedLocationType = ExtendedLocationType.EDGE_ZONE
    """What kind of place it is: `EdgeZone`."""


class TargetExtendedLocation(Model):
    """An edge zone that an image version is replicated to."""

    name: Region
    """The region that the zone belongs to."""
    extended_location: ExtendedLocation
    """The zone."""
    extended_location_replica_count: WholeNumber | None = None
    """Replicas in the zone, 1-100. Left out: 1."""
    storage_account_type: EdgeZoneStorage | None = None
    """The storage of the replicas. Fixed. Left out: Standard_LRS."""
    encryption: Encryption | None = None
    """What the replicas in the zone are encrypted with. Fixed."""
