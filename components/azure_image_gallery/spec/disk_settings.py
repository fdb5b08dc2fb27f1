"""What managed disks and snapshots can be set to alike."""

from azure_image_gallery.spec.disk_enums import DataAccessAuthMode, DiskEncryptionType, DiskSecurityType
from azure_image_gallery.spec.edge_zone import ExtendedLocation
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import WholeNumber


class DiskEncryption(Model):
    """How a disk or a snapshot is encrypted at rest."""

    type: DiskEncryptionType | None = None
    """Whose key it is. Left out: the customer's beside a `diskEncryptionSet`, else Azure's own."""
    disk_encryption_set: OrUnknown[str] | None = None
    """A disk encryption set declared here, or the id of one, in the disk's region."""


class DiskSecurity(Model):
    """The security of an operating system disk."""

    security_type: DiskSecurityType | None = None
    """Trusted Launch, or what of a confidential machine is encrypted, and with whose key. Fixed."""
    disk_encryption_set: OrUnknown[str] | None = None
    """For `ConfidentialVM_DiskEncryptedWithCustomerKey`: a disk encryption set declared here, or the id of one
    (`secureVMDiskEncryptionSetId`)."""


class DiskPurchasePlan(Model):
    """The plan of the marketplace under which an operating system disk was bought. Machines repeat it."""

    name: OrUnknown[str]
    """The plan."""
    publisher: OrUnknown[str]
    """The publisher."""
    product: OrUnknown[str]
    """The product: the offer of the marketplace's image."""
    promotion_code: OrUnknown[str] | None = None
    """A code of the offer's promotion."""


class DiskSettings(Model):
    """What is said of a disk or of a snapshot, whatever its content."""

    encryption: DiskEncryption | None = None
    """How it is encrypted at rest. Left out: with Azure's own key."""
    security_profile: DiskSecurity | None = None
    """The security of an operating system disk."""
    purchase_plan: DiskPurchasePlan | None = None
    """The plan of the marketplace's image that it comes from. Fixed."""
    accelerated_network: bool | None = None
    """Whether the operating system on it has the drivers for accelerated networking."""
    disk_controller_types: str | None = None
    """The disk controllers that the operating system on it boots from: `SCSI`, or `SCSI, NVMe`."""
    supports_hibernation: bool | None = None
    """Whether the operating system on it can hibernate."""
    data_access_auth_mode: DataAccessAuthMode | None = None
    """Whether an export or an upload asks for a token of Microsoft Entra too. Left out: None."""
    extended_location: ExtendedLocation | None = None
    """The edge zone it is in. Fixed."""
    logical_sector_size: WholeNumber | None = None
    """Bytes of a sector, 512 or 4096; Ultra and Premium SSD v2 only. Fixed. Left out: 4096."""
    performance_plus: bool | None = None
    """Whether the disk has more performance than its size alone gives; 513 GiB or more. Fixed."""
