"""Pulumi's engine, as far as the way back needs it: the `pulumi` on PATH, started as a command."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from azure_image_gallery.recovery.lock import Lock, read_lock
from azure_image_gallery.recovery.state import Entry, State

_ERROR = re.compile(r"^.*?\berror: (.+)$", re.MULTILINE)
_SUMMARY = re.compile(r"(update|refresh|destroy) failed$")
_ENDED_ALREADY = "already completed"


class EngineError(Exception):
    """What the engine could not do, in a sentence."""


class Engine:
    """One stack, in the current folder's project."""

    def __init__(self, stack: str, config_file: str = "") -> None:
        found = shutil.which("pulumi")
        if found is None:
            raise EngineError("there is no pulumi on PATH; see https://www.pulumi.com/docs/install/")
        self.stack = stack
        self._pulumi = found
        self._config_file = ["--config-file", config_file] if config_file else []

    def backend(self) -> str:
        """Return where the stack is kept: `https://…` (Pulumi Cloud), `azblob://…`, `file://…`."""
        return json.loads(self._do("whoami", "--json", of_stack=False))["url"]

    def state(self) -> State:
        """Return what the stack holds. A lock does not matter to it."""
        return State(json.loads(self._do("stack", "export")))

    def lock(self) -> Lock | None:
        """Return who holds the stack, if anybody does. Changes nothing.

        A backend in files or a bucket is asked to rename the stack to its own name: that takes the lock, and
        fails. Pulumi Cloud says in its list whether an update is under way.
        """
        if self.backend().startswith("http"):
            return Lock() if self._is_updating() else None
        done = self._run("stack", "rename", self.stack)
        if "already exists" in done.stderr:
            return None
        lock = read_lock(done.stderr)
        if lock is None:
            raise EngineError(sentence(done))
        return lock

    def cancel(self) -> None:
        """Release the lock. One that is gone already is fine."""
        done = self._run("cancel", "--yes")
        if done.returncode != 0 and _ENDED_ALREADY not in done.stderr:
            raise EngineError(sentence(done))

    def replace_state(self, state: State) -> None:
        """Give the stack another state. The engine checks that it hangs together."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "state.json"
            file.write_text(json.dumps(state.document), encoding="utf-8")
            self._do("stack", "import", "--file", str(file))

    def refresh(self, urns: Sequence[str]) -> None:
        """Ask Azure about some resources; what it has not leaves the state."""
        targets = [word for urn in urns for word in ("--target", urn)]
        self._do("refresh", "--yes", "--skip-preview", "--suppress-outputs", *self._config_file, *targets)

    def creates(self) -> tuple[Entry, ...]:
        """Return what the next `up` would create, in the order in which the program registers it."""
        done = self._run("preview", "--json", *self._config_file)
        try:
            digest: dict[str, Any] = json.loads(done.stdout)
        except ValueError:
            raise EngineError(sentence(done)) from None
        if done.returncode != 0:
            errors = (one for one in digest.get("diagnostics", []) if one.get("severity") == "error")
            text = next((one.get("message", "") for one in errors), "the preview failed")
            raise EngineError(text.strip().splitlines()[0])
        steps: list[dict[str, Any]] = digest.get("steps", [])
        return tuple(Entry(step["newState"]) for step in steps if step["op"] == "create")

    def setting(self, key: str) -> str:
        """Return a value of the stack's configuration, empty if there is none."""
        done = self._run("config", "get", key, *self._config_file)
        return done.stdout.strip() if done.returncode == 0 else ""

    def _is_updating(self) -> bool:
        stacks: list[dict[str, Any]] = json.loads(self._do("stack", "ls", "--json", of_stack=False))
        name = self.stack.rsplit("/", 1)[-1]
        return any(one["name"].rsplit("/", 1)[-1] == name and one.get("updateInProgress") for one in stacks)

    def _do(self, *arguments: str, of_stack: bool = True) -> str:
        done = self._run(*arguments, of_stack=of_stack)
        if done.returncode != 0:
            raise EngineError(sentence(done))
        return done.stdout

    def _run(self, *arguments: str, of_stack: bool = True) -> "subprocess.CompletedProcess[str]":
        stack = ["--stack", self.stack] if of_stack else []
        return subprocess.run(
            [self._pulumi, *arguments, *stack, "--non-interactive", "--color", "never"],
            env={**os.environ, "PULUMI_SKIP_UPDATE_CHECK": "true"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def sentence(done: "subprocess.CompletedProcess[str]") -> str:
    """Return the first thing that the engine names as an error, else the last line that it wrote."""
    said = f"{done.stderr}\n{done.stdout}"
    errors = [text for text in dict.fromkeys(_ERROR.findall(said)) if not _SUMMARY.search(text)]
    lines = [line for line in said.splitlines() if line.strip()]
    text = errors[0] if errors else lines[-1] if lines else f"it ended with code {done.returncode}"
    return text.strip()
