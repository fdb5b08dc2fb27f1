"""Managed images: generalized only, one region, one subscription."""

from azure_image_gallery.spec.enums import HyperVGeneration
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.source import ManagedImageSource
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags


class ManagedImage(Model):
    """A managed image (Microsoft.Compute/images)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `managedImages`."""
    source: ManagedImageSource
    """What the image is made from."""
    resource_group: OrUnknown[str] | None = None
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: OrUnknown[Region] | None = None
    """The image's region, which is its source's. Left out: the declaration's."""
    hyper_v_generation: HyperVGeneration | None = None
    """The generation of virtual hardware. Left out: the source's, where that is declared, else V2."""
    zone_resilient: bool | None = None
    """Whether the image is kept in zone-redundant storage. Fixed."""
    tags: Tags | None = None
    """Tags of the image."""
