"""What runs on this machine."""

import subprocess


def listed(*arguments: str) -> str:
    """Return what `ps` answers, empty where there is no `ps`, or nothing to list."""
    try:
        done = subprocess.run(["ps", *arguments], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout
