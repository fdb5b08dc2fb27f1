"""What the engine says of a stack that is locked, in a sentence for a person."""

import re
import subprocess
from pathlib import Path

_LOCKED = ("currently locked", "unexpected end of JSON input")
"""The second is what the engine says of a lock whose holder was killed while writing it."""
_HOLDER = re.compile(r"\(pid (\d+)\)")


def why_locked(stack: str, said: str) -> str | None:
    """Return who holds a stack, and what to do; `None` if `said` speaks of no lock.

    Local stacks are locked by processes of this machine alone.
    """
    if not any(words in said for words in _LOCKED):
        return None
    at_work = [pid for pid in _HOLDER.findall(said) if _is_pulumi(pid)]
    if at_work:
        return f"another run is at work on stack {stack} (process {at_work[0]}); wait until it is done"
    return f"stack {stack} is locked by a run that was killed; `{make_command(stack, 'recover')}` finds the way back"


def make_command(stack: str, target: str) -> str:
    """Return the make command of a target for a stack."""
    return f"make {target}" if stack == "dev" else f"STACK={stack} make {target}"


def _is_pulumi(pid: str) -> bool:
    """Whether a process runs and is the engine: its number may be another's by now.

    A killed one (Z) stays listed until its parent has noticed, in some containers for good.
    """
    command = ["ps", "-o", "stat=,comm=", "-p", pid]
    listed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    state, _, name = listed.stdout.strip().partition(" ")
    return not state.startswith("Z") and Path(name.strip()).name == "pulumi"
