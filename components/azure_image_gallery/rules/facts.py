"""What a check may ask: the declaration followed to its ends, with the indexes that keep checks linear."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar

from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import hint
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    Resolved,
    ResolvedApplicationVersion,
    ResolvedRegion,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import Address
from azure_image_gallery.spec.unknown import Unknown

S = TypeVar("S")
_COMPARISONS = 10_000


@dataclass(frozen=True)
class Facts:
    """A declaration to be judged, and when."""

    resolved: Resolved
    now: datetime
    """Aware of its time zone."""
    lost: frozenset[Path] = frozenset()
    """What was cut out because it did not fit the models; nothing may be said about its absence."""
    ways: dict[Address, tuple[Made, ...]] = field(default_factory=dict[Address, tuple[Made, ...]])
    """What an entry leads to, as far as that was asked for; kept by `behind`."""
    _hints: dict[tuple[Path, str], str] = field(default_factory=dict[tuple[Path, str], str])

    @cached_property
    def _external(self) -> dict[Address, ResolvedVersion]:
        versions = self.resolved.external_versions
        return {tuple(map(str, version.path)): version for version in versions}

    def made(self, address: Address) -> Made | None:
        """What is declared at an address and made from a source, here or by something else."""
        return self.resolved.made.get(address) or self._external.get(address)

    @cached_property
    def _around_lost(self) -> frozenset[Path]:
        return frozenset(path[:length] for path in self.lost for length in range(len(path) + 1))

    @cached_property
    def _lost_keys(self) -> dict[Path, list[str]]:
        """The last keys of what was cut out, by what they stood in: they are names all the same."""
        keys: dict[Path, list[str]] = {}
        for path in self.lost:
            keys.setdefault(path[:-1], []).append(str(path[-1]))
        return keys

    def is_whole(self, *path: str | int) -> bool:
        """Whether nothing was cut out at a path or below it, nor the path itself with what is around it."""
        if not self.lost:
            return True
        if path in self._around_lost:
            return False
        return not any(path[:length] in self.lost for length in range(1, len(path)))

    def hint(self, name: str, where: Path, names: Collection[str]) -> str:
        """What to say after a name that is not declared at a path.

        Each name is compared once, and none any more when thousands have been: an answer in time is worth
        more than the last suggestion.
        """
        key = (where, name)
        if key not in self._hints:
            in_time = len(self._hints) * len(names) < _COMPARISONS
            cut = self._lost_keys.get(where, ())
            self._hints[key] = hint(name, [*names, *cut]) if in_time else f"there are {len(names) + len(cut)}"
        return self._hints[key]

    @property
    def versions(self) -> Iterable[ResolvedVersion]:
        """The versions that are made here, without those of which that is not known."""
        return filter(_is_decided, self.resolved.versions) if self.lost else self.resolved.versions

    def is_ours(self, version: ResolvedVersion) -> bool:
        """Whether it is certain that nothing else makes a version; what was cut out may have said so."""
        return version.definition is not None or self.is_whole("imageDefinitions", version.definition_key)

    def regions(
        self, version: ResolvedVersion | ResolvedApplicationVersion
    ) -> tuple[ResolvedRegion, ...] | None:
        """A version's target regions; `None` where they are not all known."""
        name = version.spec.region_set
        if name is not None and name not in self.resolved.declaration.region_sets:
            return None
        if self.lost and not self._has_whole_regions(version):
            return None
        return version.regions

    def _has_whole_regions(self, version: ResolvedVersion | ResolvedApplicationVersion) -> bool:
        of_its_own = ("targetRegions", "regionSet", "exceptRegions", "regionOverrides")
        return all(self.is_whole(*version.path, key) for key in of_its_own) and (
            version.spec.region_set is None or self.is_whole("regionSets", version.spec.region_set)
        )


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """A function that judges each subject of one type. What it cannot decide, it passes over."""

    subject: type[S]
    """`ResolvedDefinition`, `ResolvedVersion` … or `Resolved` for the declaration as a whole."""
    run: Callable[[S, Facts], Iterable[Finding]]


def _is_decided(version: ResolvedVersion) -> bool:
    above: object = version.definition.spec.external_versions if version.definition else False
    return is_known(version.spec.external) and is_known(above)


def differ(one: object, other: object) -> bool:
    """Whether two values are both known, and not the same."""
    return is_known(one) and is_known(other) and one != other


def number(value: object) -> int | None:
    """A value as a whole number; `None` where it is undeclared or not there yet."""
    return value if isinstance(value, int) else None


def text(value: object) -> str | None:
    """A value as text; `None` where it is undeclared or not there yet."""
    return value if isinstance(value, str) else None


def is_known(value: object) -> bool:
    """Whether a value is declared and there."""
    return value is not None and not isinstance(value, Unknown)
