"""Every command of the tutorial, in order, in a copy of the project: what the page shows is what is printed."""

from pathlib import Path

import pytest

from tests.docs.page import Change, Command, File, steps
from tests.docs.shell import Shell

PAGE = Path(__file__).resolve().parents[2] / "docs/tutorial.md"


@pytest.mark.engine
def test_every_command_says_what_the_page_says(clone: Path, shell: Shell, port: int) -> None:
    page = PAGE.read_text(encoding="utf-8").replace("127.0.0.1:8443", f"127.0.0.1:{port}")
    for step in steps(page):
        if isinstance(step, Command):
            answer, code = shell.run(step.line)
            assert step.missing(answer) == [], f"$ {step.line}\n{answer}"
            assert (code != 0) == step.fails, f"$ {step.line}\n{answer}"
        else:
            step.apply(clone)
    assert not (clone / "stacks/Pulumi.first.yaml").exists()


def test_the_page_has_every_part() -> None:
    found = list(steps(PAGE.read_text(encoding="utf-8")))
    commands = [step.line for step in found if isinstance(step, Command)]
    assert [step.line for step in found if isinstance(step, Command) and step.fails] == [
        "make up",
        ".venv/bin/image-gallery validate --stack first",
    ]
    assert {"make preview", "make up", "make destroy", "make down"} <= set(commands)
    assert sum(isinstance(step, File) for step in found) == 1
    assert sum(isinstance(step, Change) for step in found) == 5
