"""`image-gallery recover`: settle what a killed run has left open, so that the next `pulumi up` completes.

Talks to a person; what is decided and done is in `recovery/`. Azure is asked by the engine alone.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from azure_image_gallery.cli.stacks import UsageError, this_project
from azure_image_gallery.recovery.engine import Engine, EngineError
from azure_image_gallery.recovery.leftovers import leftovers
from azure_image_gallery.recovery.lock import Lock
from azure_image_gallery.recovery.plan import Planner, Step, Wishes
from azure_image_gallery.recovery.settle import settle
from azure_image_gallery.recovery.sidecars import cut_off
from azure_image_gallery.recovery.state import Entry

_DONE, _FAILED, _UNUSABLE = 0, 1, 2


class RefusedError(Exception):
    """Nothing was done, for the reason given."""


def recover(options: argparse.Namespace) -> int:
    """Settle what is open on a stack. Returns the exit status."""
    wishes = Wishes(dict(options.ids), frozenset(options.clear), options.subscription)
    try:
        this_project("; run this in the project's folder")
        recovery = _Recovery(Engine(options.stack, options.config_file), wishes, options.yes, options.wait)
        recovery.remove_what_was_cut_off()
        recovery.settle_what_is_open()
        if options.adopt:
            recovery.adopt_what_is_forgotten()
    except (RefusedError, UsageError) as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    except EngineError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _FAILED
    print("Next: pulumi up")
    return _DONE


@dataclass(frozen=True)
class _Recovery:
    engine: Engine
    wishes: Wishes
    yes: bool
    patience: float

    def remove_what_was_cut_off(self) -> None:
        """Make a file backend readable again that was killed while it wrote."""
        files = cut_off(self.engine.backend())
        if not files:
            return
        print("The run was killed while it wrote to its backend, which cannot be read now.")
        print(f"To be done: delete what was cut off; it holds nothing: {', '.join(map(str, files))}")
        self._ask()
        for file in files:
            file.unlink(missing_ok=True)

    def settle_what_is_open(self) -> None:
        """Release the lock, and find out what became of what was interrupted."""
        steps, lock = self._planner().interrupted(), self.engine.lock()
        if lock is None and not steps:
            print(f"Stack {self.engine.stack}: nothing is locked, and nothing was interrupted.")
            return
        _show(self.engine.stack, lock, steps)
        _require_decided(steps)
        _require_dead(lock)
        self._ask()
        if lock is not None:
            self.engine.cancel()
            steps = self._planner().interrupted()  # the holder may have gone on until now
            _require_decided(steps)
        if steps:
            found = settle(self.engine, steps, self.patience, _waiting)
            for step in steps:
                if step.ask:
                    print(f"  {step.entry.name}: {_outcome(step, found.get(step.entry.urn))}")

    def adopt_what_is_forgotten(self) -> None:
        """Look in Azure for what the next `up` would create, and take what is there into the state.

        Other ids may follow from what was found: so this goes on until there is nothing new to look for.
        """
        looked_for: set[str] = set()
        while True:
            steps = self._planner().forgotten(self.engine.creates(), looked_for)
            if not steps:
                break
            looked_for.update(step.entry.urn for step in steps)
            self._adopt(steps)
        if not looked_for:
            print("The next `pulumi up` would create nothing that may be in Azure already.")

    def _adopt(self, steps: Sequence[Step]) -> None:
        noun = "resource" if len(steps) == 1 else "resources"
        print(f"The next `pulumi up` would create {len(steps)} {noun} that may be in Azure already.")
        print("To be done: take those into the state that are (pulumi stack import, pulumi refresh)")
        self._ask()
        found = settle(self.engine, steps, self.patience, _waiting)
        for step in steps:
            if step.entry.urn in found:
                print(f"  {step.entry.name}: {_outcome(step, found[step.entry.urn])}")
        print(f"{len(found)} of {len(steps)} were in Azure.")

    def _planner(self) -> Planner:
        return Planner(self.engine.state(), self.wishes, self._default_subscription)

    def _ask(self) -> None:
        if self.yes:
            return
        if not sys.stdin.isatty():
            raise RefusedError("this is no terminal to ask on; say --yes to go on")
        if input("Do it? [y/N] ").strip().lower() not in {"y", "yes"}:
            raise RefusedError("nothing was done")

    def _default_subscription(self) -> str:
        """Where the state does not tell: as azure-native reads it, its configuration before the environment."""
        return (
            self.engine.setting("azure-native:subscriptionId")
            or os.environ.get("ARM_SUBSCRIPTION_ID")
            or os.environ.get("AZURE_SUBSCRIPTION_ID")
            or ""
        )


def _waiting(entries: Sequence[Entry]) -> None:
    print(f"  waiting for Azure to finish {', '.join(entry.name for entry in entries)} …", flush=True)


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
