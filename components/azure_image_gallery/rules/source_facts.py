"""What is known about a version's source, and where it is said.

A fact stands beside the source. Where it does not, and the source is a managed image of the same declaration,
the image's own declaration says it; a managed image is x64 always, for Azure makes no others.
"""

from dataclasses import dataclass

from azure_image_gallery.rules.facts import is_known
from azure_image_gallery.spec.enums import Architecture
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolve import ResolvedVersion
from azure_image_gallery.spec.source import ImageVersionSource

MANAGED_IMAGE = "managedImage"
VIRTUAL_MACHINE = "virtualMachine"
SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value about a source."""

    value: object
    path: Path
    """Where it is said, or the name it follows from."""


def places(source: ImageVersionSource) -> dict[str, object]:
    """What is given as a source, by key: one entry, if the source is right."""
    given = {
        MANAGED_IMAGE: source.managed_image,
        VIRTUAL_MACHINE: source.virtual_machine,
        SNAPSHOT: source.snapshot,
    }
    return {key: value for key, value in given.items() if value is not None}


def only_place(version: ResolvedVersion) -> str | None:
    """The key of the one source that is given; `None` where there is not exactly one."""
    given = places(version.spec.source)
    return next(iter(given)) if len(given) == 1 else None


def generation(version: ResolvedVersion) -> Fact:
    """The source's generation of virtual hardware."""
    image = version.managed_image
    return _fact(
        version,
        "hyperVGeneration",
        version.spec.source.hyper_v_generation,
        image.hyper_v_generation if image else None,
    )


def location(version: ResolvedVersion) -> Fact:
    """The source's region."""
    image = version.managed_image
    return _fact(version, "location", version.spec.source.location, image.location if image else None)


def architecture(version: ResolvedVersion) -> Fact:
    """The source's processor."""
    follows: object = None
    if version.managed_image:
        follows = version.managed_image.spec.source.architecture or Architecture.X64
    elif only_place(version) == MANAGED_IMAGE and is_known(version.spec.source.managed_image):
        follows = Architecture.X64
    return _fact(version, "architecture", version.spec.source.architecture, follows)


def _fact(version: ResolvedVersion, key: str, said: object, follows: object) -> Fact:
    if said is not None:
        return Fact(said, (*version.path, "source", key))
    return Fact(follows, (*version.path, "source", MANAGED_IMAGE))
