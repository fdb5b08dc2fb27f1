"""A machine of our own: a temporary folder for the project, and a PATH that holds fakes alone."""

import io
from dataclasses import dataclass
from pathlib import Path

from toolchain.layout import Layout
from toolchain.progress import Progress

PULUMI = "echo v3.259.0"
HOST = "echo 4711; exec /bin/sleep 60"


def go(then: str) -> str:
    """A Go that writes what it is asked to build as a script in "$2", and does `then` with it."""
    return f"""
case "$1" in
  env) echo go1.26.8 ;;
  list) echo "$PWD/sdk" ;;
  build) while [ "$1" != -o ]; do shift; done
    case "$2" in *pulumi) answer='{PULUMI}' ;; *) answer='{HOST}' ;; esac
    printf '#!/bin/sh\\n%s\\n' "$answer" > "$2"
    {then} ;;
esac"""


GO = go('/bin/chmod +x "$2"')


@dataclass
class Machine:
    layout: Layout
    bin: Path
    said: io.StringIO
    progress: Progress

    def program(self, name: str, script: str, folder: Path | None = None) -> Path:
        file = (folder or self.bin) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
        return file

    def engine(self, folder: Path | None = None, pulumi: str = PULUMI, host: str = HOST) -> Path:
        self.program("pulumi-language-python", host, folder)
        self.program("pulumi-language-python-exec", "true", folder)
        return self.program("pulumi", pulumi, folder)
