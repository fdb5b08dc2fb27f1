"""Managed disks: each serves one machine, and is where a specialized image lives outside a gallery."""

from pydantic import Field

from azure_image_gallery.spec.disk_settings import DiskSettings
from azure_image_gallery.spec.disk_source import DiskSource
from azure_image_gallery.spec.enums import (
    Architecture,
    DiskStorage,
    HyperVGeneration,
    NetworkAccessPolicy,
    OsType,
    PublicNetworkAccess,
)
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags, WholeNumber


class ManagedDiskSource(DiskSource):
    """What a managed disk is made from: at most one. A disk without a source is empty."""

    restore_point: OrUnknown[str] | None = None
    """A disk in a backup: the id of a disk restore point."""


class ManagedDisk(Lockable, DiskSettings):
    """A managed disk (Microsoft.Compute/disks)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `managedDisks`."""
    source: ManagedDiskSource = Field(default_factory=ManagedDiskSource)
    """What the disk is made from. Fixed. Left out: it is empty, and has a `diskSizeGB`."""
    resource_group: OrUnknown[str] | None = None
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: OrUnknown[Region] | None = None
    """The disk's region. Left out: the declaration's."""
    storage_account_type: DiskStorage = DiskStorage.STANDARD_LRS
    """The disk's storage (`sku.name`)."""
    disk_size_gb: WholeNumber | None = None
    """The size, in GiB; it can only grow. Left out: the source's."""
    os_type: OsType | None = None
    """`Linux` for an operating system disk from a VHD; a disk that is made from another takes over its own."""
    hyper_v_generation: HyperVGeneration | None = None
    """The generation of virtual hardware, for an operating system disk from a VHD. Fixed."""
    architecture: Architecture | None = None
    """The processor, for an operating system disk from a VHD."""
    zones: list[str] | None = None
    """The availability zone, as text: ["1"]. Fixed."""
    tier: str | None = None
    """The performance tier, as P30, where it is another than the size's own; Premium SSD only."""
    bursting_enabled: bool | None = None
    """Whether the disk may go beyond its performance on demand, for a price; Premium SSD above 512 GiB."""
    max_shares: WholeNumber | None = None
    """How many machines may attach the disk at once. Left out: one."""
    disk_iops_read_write: WholeNumber | None = None
    """Input and output operations a second; Ultra and Premium SSD v2 only. Left out: Azure's own."""
    disk_m_bps_read_write: WholeNumber | None = None
    """Throughput in MB (powers of ten) a second; Ultra and Premium SSD v2 only. Left out: Azure's own."""
    disk_iops_read_only: WholeNumber | None = None
    """Operations a second over all machines that share an Ultra disk or a Premium SSD v2 for reading."""
    disk_m_bps_read_only: WholeNumber | None = None
    """Throughput in MB a second over all machines that share the disk for reading."""
    optimized_for_frequent_attach: bool | None = None
    """Whether the disk is detached and attached often, more than five times a day. It then stays apart from
    its machine's fault domain."""
    network_access_policy: NetworkAccessPolicy | None = None
    """Who may export the disk over the network. Left out: AllowAll."""
    disk_access_id: OrUnknown[str] | None = None
    """The id of the disk access resource, which AllowPrivate needs."""
    public_network_access: PublicNetworkAccess | None = None
    """Whether the disk can be exported from the public network. Left out: Enabled."""
    tags: Tags | None = None
    """Tags of the disk."""
    options: Options | None = None
    """What Pulumi is told about the disk."""
