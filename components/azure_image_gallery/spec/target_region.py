"""Target regions: where the replicas of an image version are kept."""

from azure_image_gallery.spec.encryption import Encryption
from azure_image_gallery.spec.enums import StorageAccountType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.values import Region, WholeNumber


class AdditionalReplicaSet(Model):
    """Replicas of a region in a second storage."""

    regional_replica_count: WholeNumber | None = None
    """Replicas, 1-100. Left out: 1."""
    storage_account_type: StorageAccountType
    """Their storage, another than the region's own."""


class RegionOverride(Model):
    """What one version says differently about a region of its set."""

    regional_replica_count: WholeNumber | None = None
    """Replicas in this region, 1-100."""
    storage_account_type: StorageAccountType | None = None
    """The storage of the replicas; fixed once the region has the version."""
    exclude_from_latest: bool | None = None
    """Whether *latest* passes over this version in this region."""
    encryption: Encryption | None = None
    """What the replicas are encrypted with; fixed once the region has the version."""
    additional_replica_sets: list[AdditionalReplicaSet] | None = None
    """Replicas beside those, in another storage."""


class TargetRegion(RegionOverride):
    """A region an image version is replicated to."""

    name: Region
    """The region."""
