"""Versions of gallery applications: the package, how it is installed, and where it is kept."""

from azure_image_gallery.spec.any_case import AnyCase
from azure_image_gallery.spec.custom_action import CustomAction
from azure_image_gallery.spec.enums import ReplicationMode
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.replicated import Replicated
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import EndOfLifeDate, Tags, WholeNumber


class RebootBehavior(AnyCase):
    """What happens to an installation that a reboot interrupts."""

    NONE = "None"
    RERUN = "Rerun"


class ApplicationSource(Model):
    """The files of an application version, in a storage account. Nothing is uploaded from here."""

    media_link: OrUnknown[str]
    """The address of the package's blob, with a token where it is not public."""
    default_configuration_link: OrUnknown[str] | None = None
    """The address of a configuration file's blob, for machines that name none of their own."""
    media_size_bytes: WholeNumber | None = None
    """The package's size in bytes, a fact for the rules: Azure takes 2 GB at most."""
    configuration_size_bytes: WholeNumber | None = None
    """The configuration file's size in bytes, a fact for the rules: Azure takes 1 GB at most."""


class ManageActions(Model):
    """The commands that manage the application on a machine, each of at most 4,096 characters. Fixed."""

    install: OrUnknown[str]
    """The command that installs it."""
    remove: OrUnknown[str]
    """The command that removes it."""
    update: OrUnknown[str] | None = None
    """The command that updates it. Left out: remove, then install."""


class ApplicationSettings(Model):
    """How the files arrive on a machine. Fixed."""

    package_file_name: OrUnknown[str] | None = None
    """The package's file name there. Left out: the application's name."""
    config_file_name: OrUnknown[str] | None = None
    """The configuration's file name there. Left out: the application's name with `_config`."""
    script_behavior_after_reboot: RebootBehavior | None = None
    """Whether a command that a reboot interrupts is run again. Left out: None."""


class ApplicationSafety(Model):
    """A guard against deleting what is in use."""

    allow_deletion_of_replicated_locations: bool | None = None
    """Whether a target region may be taken away again."""


class ApplicationVersion(Lockable, Replicated):
    """A version of an application (Microsoft.Compute/galleries/applications/versions)."""

    source: ApplicationSource
    """The package. Fixed, but for the token in its address."""
    manage_actions: ManageActions
    """The commands that install, update and remove it."""
    settings: ApplicationSettings | None = None
    """How the files arrive on a machine."""
    advanced_settings: dict[str, OrUnknown[str]] | None = None
    """What Azure's extension for applications is told beside that."""
    custom_actions: dict[str, CustomAction] | None = None
    """Scripts of this version, by name."""
    enable_health_check: bool | None = None
    """Whether the application reports its health."""
    end_of_life_date: OrUnknown[EndOfLifeDate] | None = None
    """When the version should no longer be used."""
    replication_mode: ReplicationMode | None = None
    """How it is replicated. Fixed. Left out: Full."""
    safety_profile: ApplicationSafety | None = None
    """A guard against deletion."""
    tags: Tags | None = None
    """Tags of the version."""
    options: Options | None = None
    """What Pulumi is told about the version."""
