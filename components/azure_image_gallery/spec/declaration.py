"""The whole declaration: what stands under a project's name in a stack's configuration."""

from pydantic import Field

from azure_image_gallery.spec.application import Application
from azure_image_gallery.spec.application_version import ApplicationVersion
from azure_image_gallery.spec.disk_encryption_set import DiskEncryptionSet
from azure_image_gallery.spec.gallery import Gallery
from azure_image_gallery.spec.image_definition import ImageDefinition
from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.managed_disk import ManagedDisk
from azure_image_gallery.spec.managed_image import ManagedImage
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import StackOptions
from azure_image_gallery.spec.resource_group import ResourceGroup
from azure_image_gallery.spec.rule_settings import RuleSetting
from azure_image_gallery.spec.sharing import Principal, Sharing
from azure_image_gallery.spec.snapshot import Snapshot
from azure_image_gallery.spec.target_region import TargetRegion
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region


class Declaration(Model):
    """A gallery and everything around it, as sibling maps keyed by name."""

    location: OrUnknown[Region] | None = None
    """The region of everything that names none. Left out: `azure-native:location`."""
    resource_groups: dict[str, ResourceGroup] = Field(default_factory=dict[str, ResourceGroup])
    """The resource groups this stack makes."""
    gallery: Gallery
    """The gallery."""
    region_sets: dict[str, list[TargetRegion]] = Field(default_factory=dict[str, list[TargetRegion]])
    """Named lists of target regions."""
    image_definitions: dict[str, ImageDefinition] = Field(default_factory=dict[str, ImageDefinition])
    """Image definitions, by name."""
    image_versions: dict[str, dict[str, ImageVersion]] = Field(
        default_factory=dict[str, dict[str, ImageVersion]],
    )
    """Image versions, by definition and then by version number."""
    managed_images: dict[str, ManagedImage] = Field(default_factory=dict[str, ManagedImage])
    """Managed images, by name."""
    managed_disks: dict[str, ManagedDisk] = Field(default_factory=dict[str, ManagedDisk])
    """Managed disks, by name."""
    snapshots: dict[str, Snapshot] = Field(default_factory=dict[str, Snapshot])
    """Snapshots, by name."""
    disk_encryption_sets: dict[str, DiskEncryptionSet] = Field(default_factory=dict[str, DiskEncryptionSet])
    """Disk encryption sets, by name."""
    applications: dict[str, Application] = Field(default_factory=dict[str, Application])
    """Gallery applications, by name."""
    application_versions: dict[str, dict[str, ApplicationVersion]] = Field(
        default_factory=dict[str, dict[str, ApplicationVersion]],
    )
    """Versions of applications, by application and then by version number."""
    galleries: dict[str, OrUnknown[str]] = Field(default_factory=dict[str, OrUnknown[str]])
    """Names for the ids of other galleries, which versions are promoted from."""
    principals: dict[str, Principal] = Field(default_factory=dict[str, Principal])
    """Names for object ids."""
    sharing: Sharing = Field(default_factory=Sharing)
    """Who may use the gallery."""
    options: StackOptions = Field(default_factory=StackOptions)
    """What Pulumi is told about every entry that does not say otherwise."""
    rules: dict[str, RuleSetting] = Field(default_factory=dict[str, RuleSetting])
    """By code of a rule: where it is overridden and why, and whether a warning is an error here."""
