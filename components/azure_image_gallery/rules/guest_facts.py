"""Reading what is declared of a guest: a fact, and the distribution whose rules hold."""

from dataclasses import dataclass

from azure_image_gallery.rules.release import Release, release
from azure_image_gallery.spec.enums import Distribution
from azure_image_gallery.spec.guest import Guest
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedDefinition


def said(guest: Guest | None, *fields: str) -> object:
    """What is declared at some fields below a guest, `None` where nothing is."""
    at: object = guest
    for field in fields:
        at = getattr(at, field, None)
    return at


def where(subject: ResolvedDefinition, *fields: str) -> Path:
    """The path of a fact about the guest of a definition."""
    return (*subject.path, "guest", *map(azure_name, fields))


@dataclass(frozen=True, slots=True)
class Known:
    """The distribution whose rules hold, as far as it is declared."""

    name: Distribution
    release: Release | None
    """`None`: its version is not declared, or is no number."""
    shown: str
    """Name and version, as they are written."""
    name_path: Path
    """Where the name stands."""
    path: Path
    """Where the version stands; the name, where there is none."""


def distribution(subject: ResolvedDefinition) -> Known | None:
    """The distribution of a definition: what it is, or what `other` is like."""
    found = said(subject.spec.guest, "distribution", "name")
    is_other = found is Distribution.OTHER
    keys = ("like", "like_version") if is_other else ("name", "version")
    name, version = (said(subject.spec.guest, "distribution", key) for key in keys)
    if not isinstance(name, Distribution) or name is Distribution.OTHER:
        return None
    numbers = release(version)
    shown = name if numbers is None else f"{name} {version}"
    name_path, version_path = (where(subject, "distribution", key) for key in keys)
    return Known(name, numbers, shown, name_path, name_path if numbers is None else version_path)
