"""Gallery applications: what the versions under one name have in common."""

from azure_image_gallery.spec.custom_action import CustomAction
from azure_image_gallery.spec.enums import OsType
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import EndOfLifeDate, Region, Tags


class Application(Lockable):
    """A gallery application (Microsoft.Compute/galleries/applications). Linux only."""

    name: str | None = None
    """The name in Azure. Left out: the key under `applications`."""
    location: OrUnknown[Region] | None = None
    """The application's region. Left out: the gallery's."""
    supported_os_type: OsType = OsType.LINUX
    """The operating system it is for. Fixed."""
    description: OrUnknown[str] | None = None
    """What the application is."""
    end_of_life_date: OrUnknown[EndOfLifeDate] | None = None
    """When the application should no longer be used. It blocks nothing by itself."""
    eula: OrUnknown[str] | None = None
    """The licence, or its address."""
    privacy_statement_uri: OrUnknown[str] | None = None
    """The privacy statement's address."""
    release_note_uri: OrUnknown[str] | None = None
    """The release notes' address."""
    custom_actions: dict[str, CustomAction] | None = None
    """Scripts that hold for all versions, by name."""
    tags: Tags | None = None
    """Tags of the application."""
    options: Options | None = None
    """What Pulumi is told about the application."""
