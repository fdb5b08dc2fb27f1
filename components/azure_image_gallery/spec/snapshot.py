"""Snapshots: the content of a disk at a moment, whole or as the difference to the snapshot before."""

from pydantic import Field

from azure_image_gallery.spec.disk_settings import DiskSettings
from azure_image_gallery.spec.disk_source import DiskSource
from azure_image_gallery.spec.enums import (
    Architecture,
    HyperVGeneration,
    NetworkAccessPolicy,
    OsType,
    PublicNetworkAccess,
    SnapshotStorage,
)
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags, WholeNumber


class SnapshotSource(DiskSource):
    """What a snapshot is made of: exactly one."""


class Snapshot(Lockable, DiskSettings):
    """A snapshot (Microsoft.Compute/snapshots)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `snapshots`."""
    source: SnapshotSource = Field(default_factory=SnapshotSource)
    """What the snapshot is made of. Fixed."""
    incremental: bool = False
    """Whether only the difference to the disk's snapshot before is kept. Fixed."""
    resource_group: OrUnknown[str] | None = None
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: OrUnknown[Region] | None = None
    """The snapshot's region, which is its source's. Left out: the declaration's."""
    storage_account_type: SnapshotStorage = SnapshotStorage.STANDARD_LRS
    """The snapshot's storage (`sku.name`)."""
    disk_size_gb: WholeNumber | None = None
    """The size, in GiB. Left out: the source's."""
    os_type: OsType | None = None
    """`Linux` for an operating system disk from a VHD; a copy takes over its source's."""
    hyper_v_generation: HyperVGeneration | None = None
    """The generation of virtual hardware, for an operating system disk from a VHD. Fixed."""
    architecture: Architecture | None = None
    """The processor, for an operating system disk from a VHD."""
    network_access_policy: NetworkAccessPolicy | None = None
    """Who may export the snapshot over the network. Left out: AllowAll."""
    disk_access_id: OrUnknown[str] | None = None
    """The id of the disk access resource, which AllowPrivate needs."""
    public_network_access: PublicNetworkAccess | None = None
    """Whether the snapshot can be exported from the public network. Left out: Enabled."""
    tags: Tags | None = None
    """Tags of the snapshot."""
    options: Options | None = None
    """What Pulumi is told about the snapshot."""
