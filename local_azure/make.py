"""What the Makefile's targets do: `python -m local_azure.make up|preview|refresh|destroy|recover|cancel|…`.

STACK names the stack (dev unless it is set), LOCAL_AZURE_PORT where local Azure listens (8443), and
LOCAL_AZURE_NESTED_DELETE_LAG for how many seconds a parent refuses to be deleted after its last child is
gone, as on Azure (0). Exit codes are those of what was started: the engine's, or local Azure's; 2 if
something is missing before either can start, 130 after Ctrl-C.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from local_azure import before
from local_azure.stack_lock import make_command
from local_azure.workspace import PORT, Workspace, WorkspaceError

ROOT = Path(__file__).resolve().parent.parent
_MISSING = 2
_INTERRUPTED = 130
_NUMBER = re.compile(r"\d+(\.\d+)?")
_NOTICE = """\
Stack {stack}, on this machine: local Azure at 127.0.0.1:{port}, and a stand-in for the azure-native plugin.
No Azure account is used, and nothing outside this folder is changed."""


def up(workspace: Workspace, stack: str) -> int:
    """Bring the stack up, then show its outputs, and what local Azure holds.

    The outputs are shown here, for the engine cuts long ones, ids among them, short.
    """
    code = _ready(workspace, stack) or _up(workspace, stack)
    if code == 0:
        _say(f"Outputs: {json.dumps(workspace.outputs(stack), indent=2)}\n")
        _say_if_unchanged(workspace, stack)
        code = _local_azure("status", "--without-seeds")
    return code


def preview(workspace: Workspace, stack: str) -> int:
    """Show what `up` would do."""
    code = _ready(workspace, stack)
    if code == 0:
        before.require_sources(workspace, stack)
        code = workspace.preview(stack, *_again(workspace, stack))
    return code


def refresh(workspace: Workspace, stack: str) -> int:
    """Show what was changed in local Azure behind the stack's back, and take it into the state."""
    code = _ready(workspace, stack)
    if code == 0:
        before.require_no_interruption(workspace, stack)
        code = workspace.refresh(stack, "--skip-preview", "--suppress-outputs", "--diff")
    if code == 0:
        _say(f"The state says what is there. To bring back what is declared: {make_command(stack, 'up')}")
    return code


def destroy(workspace: Workspace, stack: str) -> int:
    """Remove the stack's resources from local Azure. The stack's file stays."""
    code = _ready(workspace, stack)
    if code == 0:
        before.require_no_interruption(workspace, stack)
        before.require_unprotected(workspace, stack)
        code = workspace.destroy(stack)
    return code


def recover(workspace: Workspace, stack: str) -> int:
    """Settle what a killed run has left open: the lock, and operations nobody saw the end of."""
    adopt = ["--adopt"] if os.environ.get("ADOPT") else []
    code = _start_all(workspace, stack) or workspace.recover(stack, "--yes", *adopt)
    if code == 0:
        more = "" if adopt else f" (if that finds things in Azure: {make_command(stack, 'recover')} ADOPT=1)"
        _say(f"On local Azure: {make_command(stack, 'up')}{more}")
    return code


def down(_workspace: Workspace, _stack: str) -> int:
    """Stop local Azure. Its state stays for the next start."""
    return _local_azure("stop")


def cancel(workspace: Workspace, stack: str) -> int:
    """Release the lock that a killed run has left on the stack, and nothing else."""
    return workspace.run("cancel", "--yes", "--stack", stack)


def env(workspace: Workspace, _stack: str) -> int:
    """Print what a shell needs to run `pulumi` against local Azure by hand."""
    wanted = workspace.environment()
    for name in sorted(workspace.inherited.keys() - wanted.keys()):
        _say(f"unset {name}")
    for name, value in sorted(wanted.items()):
        if workspace.inherited.get(name) != value:
            _say(f"export {name}={shlex.quote(value)}")
    return 0


_TARGETS: dict[str, Callable[[Workspace, str], int]] = {
    function.__name__: function for function in (up, preview, refresh, destroy, recover, down, cancel, env)
}


def _ready(workspace: Workspace, stack: str) -> int:
    """Everything that must be there before the engine runs. Returns 0, or the code of what failed."""
    code = _start_all(workspace, stack)
    if code == 0:
        workspace.make_stack(stack)
    return code


def _start_all(workspace: Workspace, stack: str) -> int:
    workspace.stack_file(stack)
    _say(_NOTICE.format(stack=stack, port=workspace.port))
    code = _start(workspace)
    if code == 0:
        workspace.install_stand_in(ROOT)
    return code


def _up(workspace: Workspace, stack: str) -> int:
    """Bring the stack up, and those that it takes outputs of before it, if they are not up yet."""
    for source in before.sources_to_bring_up(workspace, stack):
        _say(f"Stack {source} comes first: it is not up yet, and stack {stack} needs its outputs.")
        workspace.make_stack(source)
        if code := _up_alone(workspace, source):
            return code
    return _up_alone(workspace, stack)


def _up_alone(workspace: Workspace, stack: str) -> int:
    code = workspace.up(stack, "--skip-preview", "--suppress-outputs", *_again(workspace, stack))
    if code != 0:
        workspace.require_unlocked(stack)
    return code


def _again(workspace: Workspace, stack: str) -> list[str]:
    """Return the options for a stack, some of whose resources local Azure has lost: they are made again."""
    before.require_no_interruption(workspace, stack)
    lost = before.lost(workspace, stack)
    if lost:
        _say(before.describe_lost(stack, lost))
    return ["--refresh"] if lost else []


def _start(workspace: Workspace) -> int:
    """Start local Azure unless it runs. The variables it prints are left out; the engine has them already."""
    command = [sys.executable, "-m", "local_azure", "start", "--port", str(workspace.port), *_lag()]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    for line in done.stdout.splitlines():
        if not line.startswith("export "):
            _say(line)
    return done.returncode


def _port() -> int:
    given = os.environ.get("LOCAL_AZURE_PORT") or str(PORT)
    if not given.isdecimal():
        raise WorkspaceError(f"LOCAL_AZURE_PORT is a port number, not {given!r}")
    return int(given)


def _lag() -> list[str]:
    """Return the option for the lag; none if it is not set, so that a service that runs is left as it is."""
    given = os.environ.get("LOCAL_AZURE_NESTED_DELETE_LAG")
    if not given:
        return []
    if not _NUMBER.fullmatch(given):
        raise WorkspaceError(f"LOCAL_AZURE_NESTED_DELETE_LAG is a number of seconds, not {given!r}")
    return ["--nested-delete-lag", given]


def _say(text: str) -> None:
    """Write a line now, before a program that we start writes its own."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _local_azure(*arguments: str) -> int:
    return subprocess.call([sys.executable, "-m", "local_azure", *arguments], cwd=ROOT)


def _say_if_unchanged(workspace: Workspace, stack: str) -> None:
    done = workspace.capture("stack", "history", "--json", "--page-size", "1", "--stack", stack)
    updates: list[dict[str, Any]] = json.loads(done.stdout) if done.returncode == 0 else []
    counts: dict[str, int] = updates[0].get("resourceChanges", {}) if updates else {}
    if set(counts) == {"same"}:
        _say(f"Nothing was changed: all {counts['same']} resources are as declared.\n")


def main() -> int:
    """Do what a target names."""
    parser = argparse.ArgumentParser(
        prog="python -m local_azure.make", description="Pulumi against local Azure."
    )
    parser.add_argument("target", choices=sorted(_TARGETS))
    target = parser.parse_args().target
    try:
        workspace = Workspace.of(ROOT, port=_port())
        code = _TARGETS[target](workspace, os.environ.get("STACK") or "dev")
    except WorkspaceError as error:
        sys.stderr.write(f"error: {error}\n")
        return _MISSING
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return _INTERRUPTED
    return 128 - code if code < 0 else code


if __name__ == "__main__":
    sys.exit(main())
