"""What is known about a version's source, and where it is said.

A fact stands beside the source. Where it does not, and the source is declared in the same declaration, it
follows from there, through as many entries as there are; a managed image is x64 and generalized always, for
Azure makes no others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from azure_image_gallery.rules.facts import Facts, is_known
from azure_image_gallery.spec.enums import Architecture, OsState
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Made, ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE, ResolvedSource

_Read = Callable[[Made], object]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value about a source."""

    value: object
    path: Path
    """Where it is said, or the name it follows from."""


def only_place(version: ResolvedVersion) -> str | None:
    """The key of the one source that is given as a whole; `None` where there is not exactly one."""
    only = version.source.only
    return only.kind if only else None


def generation(subject: Made, facts: Facts) -> Fact:
    """The source's generation of virtual hardware."""
    return _fact(subject, facts, "hyperVGeneration", subject.source.facts.hyper_v_generation, _generation)


def location(subject: Made, facts: Facts) -> Fact:
    """The source's region; of a version declared beside it none, for it may be in several."""
    return _fact(subject, facts, "location", subject.source.facts.location, _location)


def architecture(subject: Made, facts: Facts) -> Fact:
    """The source's processor."""
    return _fact(subject, facts, "architecture", subject.source.facts.architecture, _architecture)


def os_state(subject: Made, facts: Facts) -> Fact:
    """Whether the source is generalized or specialized."""
    return _fact(subject, facts, "osState", subject.source.facts.os_state, _os_state)


def _fact(subject: Made, facts: Facts, key: str, said: object, read: _Read) -> Fact:
    source = subject.source
    if said is not None:
        return Fact(said, (*source.path, key))
    where = source.only.path if source.only else source.path
    follows = next((value for made in _behind(source, facts) if (value := read(made)) is not None), None)
    if follows is None and key in _OF_MANAGED_IMAGES and _is_managed_image(source):
        follows = _OF_MANAGED_IMAGES[key]
    return Fact(follows, where)


_OF_MANAGED_IMAGES: dict[str, object] = {"architecture": Architecture.X64, "osState": OsState.GENERALIZED}


def _is_managed_image(source: ResolvedSource) -> bool:
    only = source.only
    return only is not None and only.kind == MANAGED_IMAGE and is_known(only.value)


def _behind(source: ResolvedSource, facts: Facts) -> Iterator[Made]:
    """What a source leads to in the same declaration, nearest first; each once, for there may be a circle."""
    seen: set[Path] = set()
    only = source.only
    while only is not None and only.address is not None:
        made = facts.resolved.made.get(only.address)
        if made is None or made.path in seen:
            return
        seen.add(made.path)
        yield made
        only = made.source.only


def _generation(made: Made) -> object:
    if isinstance(made, ResolvedManagedImage):
        return made.hyper_v_generation
    if isinstance(made, ResolvedVersion):
        return made.definition.spec.hyper_v_generation if made.definition else None
    return made.spec.hyper_v_generation or made.source.facts.hyper_v_generation


def _location(made: Made) -> object:
    return None if isinstance(made, ResolvedVersion) else made.location


def _architecture(made: Made) -> object:
    if isinstance(made, ResolvedManagedImage):
        return made.source.facts.architecture or Architecture.X64
    if isinstance(made, ResolvedVersion):
        return made.definition.spec.architecture if made.definition else None
    return made.spec.architecture or made.source.facts.architecture


def _os_state(made: Made) -> object:
    if isinstance(made, ResolvedManagedImage):
        return OsState.GENERALIZED
    if isinstance(made, ResolvedVersion):
        return made.definition.spec.os_state if made.definition else None
    return made.source.facts.os_state
