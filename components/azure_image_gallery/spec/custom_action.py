"""Custom actions: scripts of a gallery application beside install, update and remove."""

from azure_image_gallery.spec.any_case import AnyCase
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class CustomActionParameterType(AnyCase):
    """What a parameter of a custom action takes."""

    STRING = "String"
    CONFIGURATION_DATA_BLOB = "ConfigurationDataBlob"
    LOG_OUTPUT_BLOB = "LogOutputBlob"


class CustomActionParameter(Model):
    """A parameter of a custom action."""

    type: CustomActionParameterType | None = None
    """Text, the address of a blob to read, or of one to write. Left out: Azure's own, String."""
    required: bool | None = None
    """Whether whoever runs the action has to give it."""
    default_value: OrUnknown[str] | None = None
    """What holds where it is not given; for a string only."""
    description: OrUnknown[str] | None = None
    """What it is for."""


class CustomAction(Model):
    """A script that can be run on a machine that has the application."""

    script: OrUnknown[str]
    """The script."""
    description: OrUnknown[str] | None = None
    """What it does."""
    parameters: dict[str, CustomActionParameter] | None = None
    """Its parameters, by name."""
