"""In which order things are made: each after what it is made from."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import cast

from azure_image_gallery.spec.resolved import Resolved
from azure_image_gallery.spec.source_place import Address


def making_order(resolved: Resolved) -> tuple[Address, ...]:
    """Everything that is made from a source, after that source.

    Raises `graphlib.CycleError` where something is made from itself; a rule finds it before.
    """
    return tuple(TopologicalSorter(sources_of(resolved)).static_order())


def circle(resolved: Resolved) -> tuple[Address, ...]:
    """Entries that are made from one another in a circle, each before what is made from it; else none."""
    sorter = TopologicalSorter({k: v for k, v in sources_of(resolved).items() if v})
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(cast("list[Address]", error.args[1])[:-1])
    return ()


def sources_of(resolved: Resolved) -> Mapping[Address, tuple[Address, ...]]:
    """By entry: the entries of the same declaration that it is made from."""
    made = resolved.made
    return {
        address: tuple(p.address for p in part.source.every if p.address is not None and p.address in made)
        for address, part in made.items()
    }
