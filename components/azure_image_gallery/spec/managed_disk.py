"""Managed disks: each serves one machine, and is where a specialized image lives outside a gallery."""

from pydantic import Field

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
from azure_image_gallery.spec.source import DiskPlace, SourceFacts
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags, WholeNumber


class ManagedDiskSource(DiskPlace, SourceFacts):
    """What a managed disk is made from: at most one. A disk without a source is empty."""

    image_version: OrUnknown[str] | None = None
    """An image version: `imageVersions/<definition>/<version>` of this declaration, or the id of one."""
    community_image: OrUnknown[str] | None = None
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    lun: WholeNumber | None = None
    """Which data disk of the image. Left out: the operating system disk."""
    restore_point: OrUnknown[str] | None = None
    """A disk in a backup: the id of a disk restore point."""


class ManagedDisk(Lockable):
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
