"""Which version *latest* is: the highest number that is not excluded, whole or per region.

Source: https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions: the highest
major, then minor, then patch number counts, not the date of publication.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from azure_image_gallery.spec.resolved import ResolvedRegion, ResolvedVersion
from azure_image_gallery.spec.seen import SeenRegion, SeenVersion

Candidate: TypeAlias = ResolvedVersion | SeenVersion
"""A version, declared here or seen in Azure."""
V = TypeVar("V", bound=Candidate)


@dataclass(frozen=True, slots=True)
class Latest(Generic[V]):
    """The latest version of a definition, and of each region."""

    version: V | None
    """`None`: every version is excluded."""
    regions: dict[str, V]
    """By region: a machine there gets this one."""


def latest(versions: Iterable[V]) -> Latest[V]:
    """The latest among the versions of one definition."""
    ascending = sorted(versions, key=version_number)
    regions = {
        region.name: version
        for version in ascending
        for region in version.regions
        if not is_excluded(version, region)
    }
    included = [version for version in ascending if not version.exclude_from_latest]
    return Latest(included[-1] if included else None, regions)


def version_number(version: Candidate) -> tuple[int, ...]:
    """Major, minor and patch, to be compared as numbers."""
    return tuple(int(part) for part in version.key.split("."))


def is_excluded(version: Candidate, region: ResolvedRegion | SeenRegion) -> bool:
    """Whether *latest* passes over a version in a region, whose own word wins over the version's."""
    said = region.exclude_from_latest
    return (version.exclude_from_latest if said is None else said) is True
