"""Image definitions: what the versions under one name have in common."""

from azure_image_gallery.spec.enums import Architecture, HyperVGeneration, OsState, SecurityType
from azure_image_gallery.spec.guest import Guest
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.purchase_plan import PurchasePlan
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import EndOfLifeDate, Region, Tags, WholeNumber


class ImageIdentifier(Model):
    """The three names that identify a definition within its gallery, as the marketplace does."""

    publisher: str
    """Up to 128 letters, digits, dots, underscores and hyphens."""
    offer: str
    """Up to 64 of the same."""
    sku: str
    """Up to 64 of the same."""


class ResourceRange(Model):
    """A range of sizes."""

    min: WholeNumber | None = None
    """The least recommended."""
    max: WholeNumber | None = None
    """The most recommended."""


class Recommended(Model):
    """Sizes of machines that suit an image. Azure shows them and enforces nothing."""

    v_cpus: ResourceRange | None = None
    """Virtual processors."""
    memory: ResourceRange | None = None
    """Memory, in GB."""


class Disallowed(Model):
    """What machines made from an image may not have."""

    disk_types: list[str] | None = None
    """Kinds of storage that no disk of such a machine is kept in: `Standard_LRS`, `Premium_LRS`."""


class ImageFeature(Model):
    """A feature of an image definition, as Azure has it."""

    value: str | None = None
    """The feature's value, for one that has no key of its own beside `features`."""
    starts_at_version: str | None = None
    """The first version that has the feature, where it changes: `2.0.0`. It needs `allowUpdateImage`."""


class ImageDefinition(Lockable):
    """An image definition (Microsoft.Compute/galleries/images). Linux only."""

    name: str | None = None
    """The name in Azure. Left out: the key under `imageDefinitions`."""
    identifier: ImageIdentifier
    """Publisher, offer and sku."""
    os_state: OsState
    """Whether the versions are generalized or specialized. Fixed."""
    hyper_v_generation: HyperVGeneration
    """The generation of virtual hardware. Fixed; required, for Azure's default depends on the api-version."""
    architecture: Architecture = Architecture.X64
    """The processor. Fixed."""
    security_type: SecurityType = SecurityType.STANDARD
    """The security type; always sent, for Azure's default depends on the api-version."""
    accelerated_network: bool | None = None
    """The feature `IsAcceleratedNetworkSupported`."""
    hibernation: bool | None = None
    """The feature `IsHibernateSupported`."""
    disk_controller_types: str | None = None
    """The feature `DiskControllerTypes`: `SCSI`, or `SCSI, NVMe`."""
    features: dict[str, ImageFeature] | None = None
    """By Azure's name of a feature: from which version it holds, and the value of one that has no key here. The
    values of `SecurityType`, `IsAcceleratedNetworkSupported`, `IsHibernateSupported` and `DiskControllerTypes` are
    said by the keys above."""
    allow_update_image: bool | None = None
    """Whether features may be changed. Azure refuses to change any without it; it is not kept."""
    location: OrUnknown[Region] | None = None
    """The definition's region. Left out: the gallery's."""
    description: OrUnknown[str] | None = None
    """What the image is."""
    end_of_life_date: OrUnknown[EndOfLifeDate] | None = None
    """When the image should no longer be used. It blocks nothing by itself."""
    eula: OrUnknown[str] | None = None
    """The licence's address. Fixed."""
    privacy_statement_uri: OrUnknown[str] | None = None
    """The privacy statement's address. Fixed."""
    release_note_uri: OrUnknown[str] | None = None
    """The release notes' address."""
    recommended: Recommended | None = None
    """Sizes of machines that suit the image."""
    disallowed: Disallowed | None = None
    """What machines made from the image may not have."""
    purchase_plan: PurchasePlan | None = None
    """The plan of the marketplace image that the versions come from. Fixed; it has to be the source's."""
    tags: Tags | None = None
    """Tags of the definition and of its versions; they win over the gallery's, which it has as well."""
    guest: Guest | None = None
    """What is known about the guest operating system."""
    existing: bool = False
    """Whether the definition exists already: it is looked up, compared with what is declared, never changed."""
    external_versions: bool = False
    """Whether all of its versions are made by something else (Packer, Image Builder, another stack). They are
    seen, and never created, changed or deleted."""
    options: Options | None = None
    """What Pulumi is told about the definition."""
