"""Image versions: the content, where it is kept, and whether it counts as latest."""

from pydantic import Field

from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.replicated import Replicated
from azure_image_gallery.spec.source import ImageVersionSource
from azure_image_gallery.spec.uefi import SecurityProfile
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import EndOfLifeDate, Tags


class SafetyProfile(Model):
    """Guards against deleting what is in use."""

    allow_deletion_of_replicated_locations: bool | None = None
    """Whether a target region may be taken away again."""
    block_deletion_before_end_of_life: bool | None = None
    """Whether Azure refuses to delete the version before its end-of-life date."""


class ImageVersion(Lockable, Replicated):
    """An image version (Microsoft.Compute/galleries/images/versions), keyed by Major.Minor.Patch."""

    source: ImageVersionSource = Field(default_factory=ImageVersionSource)
    """What the version is made from. Fixed: new content is a new version."""
    external: bool = False
    """Whether something else makes the version. It is seen, and never created, changed or deleted; nothing
    else is said about it."""
    end_of_life_date: OrUnknown[EndOfLifeDate] | None = None
    """When the version should no longer be used."""
    replication_mode: ReplicationMode | None = None
    """`Full`, or `Shallow` for tests. Fixed. Left out: Full."""
    safety_profile: SafetyProfile | None = None
    """Guards against deletion."""
    security_profile: SecurityProfile | None = None
    """UEFI keys, for a Trusted Launch definition. Fixed."""
    restore: bool | None = None
    """Whether this number is brought back from soft delete with the content it had, and not made anew."""
    tags: Tags | None = None
    """Tags of the version; they win over its definition's and the gallery's, which it has as well."""
    options: Options | None = None
    """What Pulumi is told about the version."""
