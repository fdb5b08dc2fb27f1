"""What managed disks and snapshots are made from.

Source: https://learn.microsoft.com/rest/api/compute/disks/create-or-update, `CreationData`.
"""

from azure_image_gallery.spec.disk_enums import CopySpeed
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.source import DiskPlace, SourceFacts
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import WholeNumber


class Upload(Model):
    """An upload that follows: Azure makes room for it, and something else writes it."""

    size_bytes: WholeNumber
    """The file's size with its 512 bytes of footer: 20972032 (20 MiB) to 35183298347520 (32 TiB)."""
    secure: bool | None = None
    """Whether the guest state of a Trusted Launch or confidential machine is uploaded too
    (`UploadPreparedSecure`)."""


class DiskSource(DiskPlace, SourceFacts):
    """Where the content of a disk or a snapshot comes from."""

    image_version: OrUnknown[str] | None = None
    """An image version: `imageVersions/<definition>/<version>` of this declaration, or the id of one."""
    community_image: OrUnknown[str] | None = None
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    shared_image: OrUnknown[str] | None = None
    """A version of a gallery that is shared directly:
    `/SharedGalleries/<unique name>/Images/<name>/Versions/<version>`."""
    platform_image: OrUnknown[str] | None = None
    """The id of an image of the marketplace:
    `/subscriptions/…/Locations/…/Publishers/…/ArtifactTypes/VMImage/Offers/…/Skus/…/Versions/…`."""
    lun: WholeNumber | None = None
    """Which data disk of the image. Left out: the operating system disk."""
    elastic_san_snapshot: OrUnknown[str] | None = None
    """The id of a snapshot of an Elastic SAN's volume."""
    upload: Upload | None = None
    """An upload that follows."""
    security_data_uri: OrUnknown[str] | None = None
    """Beside a `vhd` of a Trusted Launch or confidential machine: the address of its guest state's blob
    (`ImportSecure`)."""
    copy_start: bool | None = None
    """Whether a disk or a snapshot is copied in the background (`CopyStart`): to another region, for one."""
    provisioned_bandwidth_copy_speed: CopySpeed | None = None
    """How fast a copy to another region is, for a price. Left out: None."""
