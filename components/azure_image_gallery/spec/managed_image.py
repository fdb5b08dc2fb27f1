"""Managed images: generalized only, one region, one subscription."""

from pydantic import Field

from azure_image_gallery.spec.edge_zone import ExtendedLocation
from azure_image_gallery.spec.enums import DiskStorage, HostCaching, HyperVGeneration
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.source import CaptureFacts, DiskPlace, Vhd
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags, WholeNumber


class ManagedImageDisk(DiskPlace):
    """One disk of a managed image."""

    caching: HostCaching | None = None
    """Caching on the host of a machine made from the image. Left out: None."""
    storage_account_type: DiskStorage | None = None
    """The storage of disks made from the image. Left out: Standard_LRS."""
    disk_size_gb: WholeNumber | None = None
    """The size of disks made from the image, in GiB. Left out: the source's."""
    disk_encryption_set: OrUnknown[str] | None = None
    """A disk encryption set declared here, or the id of one, that encrypts the image and what is made from it;
    in the image's region and subscription."""


class ManagedImageSource(CaptureFacts):
    """What a managed image is made from: exactly one."""

    virtual_machine: OrUnknown[str] | None = None
    """The id of a virtual machine, deallocated and generalized; its data disks come along."""
    disk: OrUnknown[str] | None = None
    """A generalized operating system disk: a managed disk declared here, or the id of one."""
    snapshot: OrUnknown[str] | None = None
    """A snapshot of a generalized operating system disk: one declared here, or the id of one."""
    vhd: Vhd | None = None
    """A VHD of a generalized operating system disk."""
    os_disk: ManagedImageDisk | None = None
    """The operating system disk, where each disk is given by itself."""
    data_disks: dict[str, ManagedImageDisk] | None = None
    """Data disks by logical unit number, beside `osDisk`."""


class ManagedImageUse(Model):
    """How many machines an image is for, at the most."""

    machines_at_once: WholeNumber | None = None
    """Machines that are made from the image at the same time."""
    scale_set_instances: WholeNumber | None = None
    """Instances of the largest scale set that is made from the image."""


class ManagedImage(Lockable):
    """A managed image (Microsoft.Compute/images)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `managedImages`."""
    source: ManagedImageSource = Field(default_factory=ManagedImageSource)
    """What the image is made from."""
    resource_group: OrUnknown[str] | None = None
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: OrUnknown[Region] | None = None
    """The image's region, which is its source's. Left out: the declaration's."""
    extended_location: ExtendedLocation | None = None
    """The edge zone the image is in. Fixed."""
    hyper_v_generation: HyperVGeneration | None = None
    """The generation of virtual hardware. Left out: the source's, where that is declared, else V2."""
    zone_resilient: bool | None = None
    """Whether the image is kept in zone-redundant storage. Fixed."""
    use: ManagedImageUse | None = None
    """How many machines the image is for. Nothing is sent of it; what it says is judged."""
    tags: Tags | None = None
    """Tags of the image."""
    options: Options | None = None
    """What Pulumi is told about the image."""
