"""Tags that an entry has from what it lies in.

Azure hands no tag on. Here a definition or an application has those of its gallery, and a version those of its
definition or application; what is said deeper wins, in whatever case its key is written, for Azure
compares keys without regard to case.
"""

from collections.abc import Iterable, Mapping

from azure_image_gallery.spec.application import Application
from azure_image_gallery.spec.application_version import ApplicationVersion
from azure_image_gallery.spec.gallery import Gallery
from azure_image_gallery.spec.image_definition import ImageDefinition
from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.unknown import Unknown
from azure_image_gallery.spec.values import Tags


def inherited(outermost_first: Iterable[Mapping[str, str | Unknown] | None]) -> Tags | None:
    """The tags of several levels as one map; `None` where no level says anything."""
    tags: Tags | None = None
    for level in outermost_first:
        if level is not None:
            said = {key.casefold() for key in level}
            kept = {key: value for key, value in (tags or {}).items() if key.casefold() not in said}
            tags = {**kept, **level}
    return tags


def definition_tags(gallery: Gallery, definition: ImageDefinition) -> Tags | None:
    """The tags of a definition, with its gallery's."""
    return inherited((gallery.tags, definition.tags))


def version_tags(gallery: Gallery, definition: ImageDefinition | None, version: ImageVersion) -> Tags | None:
    """The tags of a version, with its definition's and its gallery's. What exists already hands nothing on."""
    above = None if definition is None or definition.existing is True else definition.tags
    return inherited((gallery.tags, above, version.tags))


def application_tags(gallery: Gallery, application: Application) -> Tags | None:
    """The tags of an application, with its gallery's."""
    return inherited((gallery.tags, application.tags))


def application_version_tags(
    gallery: Gallery, application: Application | None, version: ApplicationVersion
) -> Tags | None:
    """The tags of a version of an application, with its application's and its gallery's."""
    return inherited((gallery.tags, application and application.tags, version.tags))
