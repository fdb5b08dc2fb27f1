"""What a version's replicas are encrypted with: a disk encryption set for each disk, in each region."""

from azure_image_gallery.spec.enums import ConfidentialEncryption
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class OsDiskSecurity(Model):
    """How the operating system disk of a confidential machine is encrypted."""

    confidential_vm_encryption_type: ConfidentialEncryption
    """What is encrypted, and with whose key. It has to be the source disk's own."""
    secure_vm_disk_encryption_set: OrUnknown[str] | None = None
    """The set with the key, for `EncryptedWithCmk` alone: a name under `diskEncryptionSets`, or an id. The set is
    of the type ConfidentialVmEncryptedWithCustomerKey."""


class DataDiskEncryption(Model):
    """What a data disk is encrypted with."""

    disk_encryption_set: OrUnknown[str] | None = None
    """A name under `diskEncryptionSets`, or the id of a set, in the replica's region."""


class OsDiskEncryption(DataDiskEncryption):
    """What the operating system disk is encrypted with."""

    security_profile: OsDiskSecurity | None = None
    """For a ConfidentialVM definition alone."""


class Encryption(Model):
    """What the disks of one region's replicas are encrypted with. Fixed once the region has the version."""

    os_disk: OsDiskEncryption | None = None
    """The operating system disk. Left out: Azure's own key."""
    data_disks: dict[str, DataDiskEncryption] | None = None
    """Data disks by logical unit number. Left out: Azure's own key."""
