"""What image versions and application versions say alike: where they are kept, and how often."""

from azure_image_gallery.spec.edge_zone import TargetExtendedLocation
from azure_image_gallery.spec.enums import StorageAccountType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.target_region import RegionOverride, TargetRegion
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, WholeNumber


class Replicated(Model):
    """A version in a gallery, with the regions that hold it."""

    location: OrUnknown[Region] | None = None
    """The version's home region, where its source is. Left out: the gallery's."""
    target_regions: list[TargetRegion] | None = None
    """Regions with replicas; beside a `regionSet` they are added to it."""
    region_set: str | None = None
    """The name of a list of regions under `regionSets`."""
    region_overrides: dict[str, RegionOverride] | None = None
    """By region of the set: what this version says differently."""
    except_regions: list[Region] | None = None
    """Regions of the set that this version leaves out."""
    target_extended_locations: list[TargetExtendedLocation] | None = None
    """Edge zones with replicas."""
    replica_count: WholeNumber | None = None
    """Replicas in each region that gives no count of its own, 1-100 (of an application 1-10). Left out: 1."""
    storage_account_type: StorageAccountType | None = None
    """The storage in each region that gives none of its own. Left out: Standard_LRS."""
    exclude_from_latest: bool | None = None
    """Whether *latest* passes over this version in every region."""
