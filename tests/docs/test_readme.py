"""What the README shows of `make up` and of a finding is what is printed."""

from pathlib import Path

import pytest

from tests.docs.page import Command, commands
from tests.docs.shell import Shell

README = Path(__file__).resolve().parents[2] / "README.md"


def command(line: str, port: int) -> Command:
    """The first time that the README runs a command."""
    page = README.read_text(encoding="utf-8").replace("127.0.0.1:8443", f"127.0.0.1:{port}")
    return next(step for step in commands(page) if step.line == line)


@pytest.mark.engine
def test_make_up(shell: Shell, port: int) -> None:
    shown = command("make up", port)
    answer, code = shell.run(shown.line)
    assert (shown.missing(answer), code) == ([], 0), answer


def test_a_finding(clone: Path, shell: Shell, port: int) -> None:
    shown = command(".venv/bin/image-gallery validate", port)
    file = clone / "stacks/Pulumi.dev.yaml"
    head, state, tail = file.read_text(encoding="utf-8").rpartition("osState: Generalized")
    assert state
    file.write_text(f"{head}osState: Specialized{tail}", encoding="utf-8")
    answer, code = shell.run(shown.line)
    assert (shown.missing(answer), code) == ([], 1), answer
