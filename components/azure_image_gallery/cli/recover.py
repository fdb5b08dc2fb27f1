"""`image-gallery recover`: settle what a killed run has left open, so that the next `pulumi up` completes.

Talks to a person; what is decided is decided in `recovery/`. Azure is asked by the engine alone.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence

from azure_image_gallery.recovery.engine import Engine, EngineError
from azure_image_gallery.recovery.leftovers import leftovers
from azure_image_gallery.recovery.lock import Lock
from azure_image_gallery.recovery.plan import Step, Wishes, plan
from azure_image_gallery.recovery.rewrite import adopted, settled
from azure_image_gallery.recovery.state import Entry

_DONE, _FAILED, _UNUSABLE = 0, 1, 2
_POLL_SECONDS = 5.0

Open = tuple[Lock | None, tuple[Step, ...]]
"""What keeps a stack from its next `up`: a lock, and operations that never ended."""


class RefusedError(Exception):
    """Nothing was done, for the reason given."""


def recover(options: argparse.Namespace) -> int:
    """Settle what is open on a stack. Returns the exit status."""
    wishes = Wishes(dict(options.ids), frozenset(options.clear), options.subscription)
    try:
        engine = Engine(options.stack, options.config_file)
        return _recover(engine, wishes, yes=options.yes, patience=options.wait)
    except RefusedError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    except EngineError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _FAILED


def _recover(engine: Engine, wishes: Wishes, *, yes: bool, patience: float) -> int:
    lock, steps = _what_is_open(engine, wishes)
    if lock is None and not steps:
        print(f"Stack {engine.stack}: nothing is locked, and nothing was interrupted.")
        return _DONE
    _show(engine.stack, lock, steps)
    _require_decided(steps)
    _require_dead(lock)
    if not yes:
        _ask()
    if lock is not None:
        engine.cancel()
        steps = plan(engine.state(), wishes, _subscription(engine))
        _require_decided(steps)
    if steps:
        _settle(engine, steps, patience)
    print("Next: pulumi up")
    return _DONE


def _what_is_open(engine: Engine, wishes: Wishes) -> Open:
    state = engine.state()
    return engine.lock(), plan(state, wishes, _subscription(engine))


def _settle(engine: Engine, steps: Sequence[Step], patience: float) -> None:
    """Take what was being created into the state, let Azure be asked, and keep what it has."""
    engine.replace_state(adopted(engine.state(), steps))
    urns = list(dict.fromkeys(step.entry.urn for step in steps if step.ask))
    found = _look(engine, urns, patience) if urns else {}
    declared = {step.entry.urn: step.entry.inputs for step in steps if step.adopt and step.entry.urn in found}
    if declared:
        engine.replace_state(settled(engine.state(), declared))
    for step in steps:
        if step.ask:
            print(f"  {step.entry.name}: {_outcome(step, found.get(step.entry.urn))}")


def _look(engine: Engine, urns: Sequence[str], patience: float) -> dict[str, Entry]:
    """Return what Azure has of these resources, once it is at work on none of them, or patience is over."""
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
        print(f"  waiting for Azure to finish {', '.join(found[urn].name for urn in moving)} …", flush=True)
        time.sleep(min(_POLL_SECONDS, left))


def _outcome(step: Step, entry: Entry | None) -> str:
    if entry is None:
        return "is not in Azure"
    if entry.has_failed:
        return "Azure gave up on it; the next `pulumi up` sends it again"
    if entry.is_moving:
        word = entry.provisioning.lower()
        return f"Azure is still {word} it; run `pulumi up` when that has ended, or this again"
    return "is in Azure, and in the state" if step.operation.kind == "creating" else "was read from Azure"


def _show(stack: str, lock: Lock | None, steps: Sequence[Step]) -> None:
    print(f"Stack {stack}" + (f" is {lock}." if lock else " is not locked."))
    for step in steps:
        place = step.adopt or step.entry.id
        print(f"  {step.operation.kind} {step.entry.name} was interrupted{place and ': '}{place}")
    print("To be done:")
    if lock:
        print("  release the lock (pulumi cancel)")
    if any(step.adopt for step in steps):
        print("  take what was being created into the state under its id (pulumi stack import)")
    if any(step.ask for step in steps):
        print("  ask Azure about it, and drop what Azure does not have (pulumi refresh)")
    if steps and not any(step.ask for step in steps):
        print("  forget these operations: they were about nothing in Azure (pulumi stack import)")
    sys.stdout.flush()


def _require_decided(steps: Sequence[Step]) -> None:
    for step in steps:
        if step.trouble:
            raise RefusedError(
                f"{step.entry.name} was being created and {step.trouble}; say which it is with --subscription "
                f"or --import '{step.entry.urn}=ID', or with --clear '{step.entry.urn}' that Azure does not have it"
            )


def _require_dead(lock: Lock | None) -> None:
    """Refuse while something of the killed run is still there to write."""
    if lock and (holder := lock.at_work()):
        raise RefusedError(
            f"the run that holds the lock is still at work (process {holder.pid}); wait for it or end it"
        )
    if pids := leftovers():
        which = " ".join(map(str, pids))
        raise RefusedError(
            f"a plugin outlived the run that started it and may still write to Azure; end it with "
            f"`kill {which}`, or try again in five minutes, when it has noticed by itself"
        )


def _ask() -> None:
    if not sys.stdin.isatty():
        raise RefusedError("this is no terminal to ask on; say --yes to go on")
    if input("Do it? [y/N] ").strip().lower() not in {"y", "yes"}:
        raise RefusedError("nothing was done")


def _subscription(engine: Engine) -> Callable[[], str]:
    """Where the state does not tell: as azure-native reads it, its configuration before the environment."""
    return lambda: (
        engine.setting("azure-native:subscriptionId")
        or os.environ.get("ARM_SUBSCRIPTION_ID")
        or os.environ.get("AZURE_SUBSCRIPTION_ID")
        or ""
    )
