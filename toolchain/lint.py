"""All the checks that need no run: `python3 -m toolchain run --no-engine python -m toolchain.lint`.

Every check runs, so that one look shows everything; the exit code is 1 if any of them failed.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_COMPONENTS = ROOT / "components"

CHECKS: tuple[tuple[str, tuple[str, ...], Path], ...] = (
    ("style", ("ruff", "check"), ROOT),
    ("format", ("ruff", "format", "--check"), ROOT),
    ("types", ("pyright",), ROOT),
    ("imports between rooms", ("lint-imports",), ROOT),
    ("dependencies of the project", ("deptry", "."), ROOT),
    # pydantic_core is pydantic's other half: pydantic pins it, and we must not
    (
        "dependencies of the package",
        ("deptry", ".", "--per-rule-ignores", "DEP003=pydantic_core"),
        _COMPONENTS,
    ),
)


def main() -> int:
    """Run all checks. Returns 0 or 1."""
    failed: list[str] = []
    for title, command, folder in CHECKS:
        print(f"== {title}: {' '.join(command)}", flush=True)
        if subprocess.call(command, cwd=folder) != 0:
            failed.append(title)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
