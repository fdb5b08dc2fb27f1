"""The steps of the way back that change something: the state is rewritten, and Azure is asked by the engine."""

import time
from collections.abc import Callable, Iterable, Sequence

from azure_image_gallery.recovery.engine import Engine
from azure_image_gallery.recovery.plan import Step
from azure_image_gallery.recovery.rewrite import adopted, settled
from azure_image_gallery.recovery.state import Entry

POLL_SECONDS = 5.0

Waiting = Callable[[Sequence[Entry]], None]
"""Told what Azure is still at work on, each time before it is waited for."""


def settle(engine: Engine, steps: Iterable[Step], patience: float, waiting: Waiting) -> dict[str, Entry]:
    """Take what was being created into the state, let Azure be asked, and keep what it has.

    Returns what was found, by URN. `patience` is how many seconds Azure may go on with what it had begun.
    Stopped half-way, it can be begun again: what Azure was not asked about yet carries a mark.
    """
    steps = tuple(steps)
    engine.replace_state(adopted(engine.state(), steps))
    urns = list(dict.fromkeys(step.entry.urn for step in steps if step.ask))
    found = _look(engine, urns, patience, waiting) if urns else {}
    declared = {step.entry.urn: step.entry.inputs for step in steps if step.adopt and step.entry.urn in found}
    if declared:
        engine.replace_state(settled(engine.state(), declared))
    return found


def _look(engine: Engine, urns: Sequence[str], patience: float, waiting: Waiting) -> dict[str, Entry]:
    """Return what Azure has of these, once it is at work on none of them, or patience is over."""
    end = time.monotonic() + patience
    moving = urns
    while True:
        engine.refresh(moving)
        state = engine.state()
        found = {urn: entry for urn in urns if (entry := state.find(urn))}
        moving = [urn for urn, entry in found.items() if entry.is_moving]
        left = end - time.monotonic()
        if not moving or left <= 0:
            return found
        waiting([found[urn] for urn in moving])
        time.sleep(min(POLL_SECONDS, left))
