"""In which order things are made: each after what it is made from."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import cast

from azure_image_gallery.spec.latest import version_number
from azure_image_gallery.spec.resolved import Made, Resolved, ResolvedVersion
from azure_image_gallery.spec.source_place import Address


def making_order(resolved: Resolved) -> tuple[Address, ...]:
    """Everything that is made from a source, after that source; versions by their numbers as far as that goes.

    Raises `graphlib.CycleError` where something is made from itself; a rule finds it before.
    """
    made = dict(sorted(resolved.made.items(), key=lambda item: _turn(item[1])))
    return tuple(TopologicalSorter(_sources_of(made)).static_order())


def circle(resolved: Resolved) -> tuple[Address, ...]:
    """Entries that are made from one another in a circle, each before what is made from it; else none."""
    sorter = TopologicalSorter({k: v for k, v in _sources_of(resolved.made).items() if v})
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(cast("list[Address]", error.args[1])[:-1])
    return ()


def _turn(part: Made) -> tuple[int, ...]:
    return (1, *version_number(part)) if isinstance(part, ResolvedVersion) else (0,)


def _sources_of(made: Mapping[Address, Made]) -> Mapping[Address, tuple[Address, ...]]:
    """By entry: the entries of the same declaration that it is made from."""
    return {
        address: tuple(p.address for p in part.source.every if p.address is not None and p.address in made)
        for address, part in made.items()
    }
