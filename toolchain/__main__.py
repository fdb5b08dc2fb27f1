"""The way in: `python3 -m toolchain`. It judges the interpreter first, in words that an old one can read."""

import os
import sys

OLDEST = (3, 11)


def main() -> int:
    """Refuse what cannot work in one sentence, then hand over. The exit code is the command's."""
    found = ".".join(str(part) for part in sys.version_info[:3])
    if tuple(sys.version_info[:2]) < OLDEST:  # an older Python than ruff can imagine
        sys.stderr.write(
            "error: this project needs Python >= 3.11, and %s is %s; name another: make PYTHON=python3.12 …\n"  # noqa: UP031  an old Python reads this
            % (sys.executable, found)
        )
        return 1
    if os.name == "nt":
        sys.stderr.write("error: the tools run on Linux and macOS; on Windows, run make inside WSL\n")
        return 1
    from toolchain.cli import run  # noqa: PLC0415  an old Python must not read it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
