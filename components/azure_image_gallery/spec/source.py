"""Sources: what something is made from, and the facts about it that an id cannot tell.

Exactly one of the places is given. A value that begins with `/subscriptions/` is something that exists; a
name is declared in the same declaration.
"""

from azure_image_gallery.spec.enums import (
    Architecture,
    ConfidentialEncryption,
    DiskController,
    DiskStorage,
    HostCaching,
    HyperVGeneration,
    OsState,
    PowerState,
    ScaleSetMode,
    SecurityType,
    SourceOsType,
    VhdFormat,
)
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.purchase_plan import PurchasePlan
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, WholeNumber


class SourceFacts(Model):
    """Facts about a source. What is left out is not known, and the rules about it stay undecided."""

    os_state: OsState | None = None
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: HyperVGeneration | None = None
    """The source's generation of virtual hardware."""
    architecture: Architecture | None = None
    """The source's processor."""
    security_type: SecurityType | None = None
    """The source's security type."""
    location: OrUnknown[Region] | None = None
    """The source's region."""
    disk_size_gb: WholeNumber | None = None
    """The size of the source's operating system disk, in GiB."""
    encrypted: bool | None = None
    """Whether the source is encrypted with a customer's key."""
    confidential_vm_encryption_type: ConfidentialEncryption | None = None
    """How the disk of a confidential source is encrypted."""
    os_type: SourceOsType | None = None
    """The operating system in the source, as Azure has it: Linux or Windows."""
    purchase_plan: PurchasePlan | None = None
    """The plan of the marketplace image that the source comes from. Left out: not known, rather than none."""
    azure_disk_encryption: bool | None = None
    """Whether the source is encrypted from within, by Azure Disk Encryption."""
    disk_controller_type: DiskController | None = None
    """The controller by which the source's machine reaches its disks."""


class CaptureFacts(SourceFacts):
    """Facts about what an image is captured from. All but `diskStorage` are about a virtual machine."""

    generalized_in_azure: bool | None = None
    """Whether the machine is marked generalized (`az vm generalize`); deprovisioning it does not do that."""
    power_state: PowerState | None = None
    """Whether the machine is running, stopped, or deallocated, as it has to be for a managed image."""
    ephemeral_os_disk: bool | None = None
    """Whether the machine's operating system disk is ephemeral."""
    managed_disks: bool | None = None
    """Whether the machine's disks are managed disks; very old machines have page blobs."""
    disk_storage: list[DiskStorage] | None = None
    """The storage of the disks of the machine, or of the disk."""
    scale_set_mode: ScaleSetMode | None = None
    """How the scale set that the machine belongs to is orchestrated."""
    accelerated_network: bool | None = None
    """Whether the machine has accelerated networking."""
    hibernation: bool | None = None
    """Whether the machine can hibernate."""


class Vhd(Model):
    """A VHD in a storage account. Nothing is uploaded from here."""

    uri: OrUnknown[str]
    """The blob's address, without a token: `https://<account>.blob.core.windows.net/<container>/<name>.vhd`."""
    storage_account_id: OrUnknown[str] | None = None
    """The storage account's id. Required, but for a managed image, which takes none."""
    format: VhdFormat | None = None
    """The file's form, which an address does not tell."""
    virtual_size_bytes: WholeNumber | None = None
    """The size of the disk in the file, in bytes, as `qemu-img info` shows it; a fixed VHD is 512 bytes longer."""


class DiskPlace(Model):
    """Where one disk comes from: exactly one."""

    disk: OrUnknown[str] | None = None
    """A managed disk declared here, or the id of one."""
    snapshot: OrUnknown[str] | None = None
    """A snapshot declared here, or the id of one."""
    vhd: Vhd | None = None
    """A VHD in a storage account."""


class ImageDisk(DiskPlace):
    """One disk of an image version."""

    host_caching: HostCaching | None = None
    """Caching on the host of a machine made from the version. Left out: Azure's own, ReadWrite or None."""


class ImageVersionSource(CaptureFacts):
    """What an image version is made from: exactly one."""

    managed_image: OrUnknown[str] | None = None
    """A managed image declared here, or the id of one."""
    virtual_machine: OrUnknown[str] | None = None
    """The id of a virtual machine."""
    disk: OrUnknown[str] | None = None
    """An operating system disk: a managed disk declared here, or the id of one."""
    snapshot: OrUnknown[str] | None = None
    """A snapshot of an operating system disk: one declared here, or the id of one."""
    image_version: OrUnknown[str] | None = None
    """Another version: `imageVersions/<definition>/<version>` of this declaration, the id of one, or a name
    under `galleries`: the same definition and version there."""
    tenant_id: OrUnknown[str] | None = None
    """A fact about a version elsewhere: the tenant that its gallery is in, a GUID."""
    replicated_in: list[Region] | None = None
    """A fact about a version elsewhere: the regions it is replicated to."""
    community_image: OrUnknown[str] | None = None
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    vhd: Vhd | None = None
    """A VHD of an operating system disk."""
    os_disk: ImageDisk | None = None
    """The operating system disk, where each disk is given by itself."""
    data_disks: dict[str, ImageDisk] | None = None
    """Data disks by logical unit number, beside `osDisk`."""
