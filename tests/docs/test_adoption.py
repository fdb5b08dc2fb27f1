"""Every command of the page about adoption, in order, in a copy of the project, and every part of a file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from azure_image_gallery.rules.check import check
from tests.docs.page import Command, File, steps
from tests.docs.shell import Shell

PAGE = Path(__file__).resolve().parents[2] / "docs/adoption.md"


@pytest.mark.engine
def test_every_command_says_what_the_page_says(clone: Path, shell: Shell) -> None:
    done, _, _ = PAGE.read_text(encoding="utf-8").partition("## Write what Azure says")
    for step in steps(done):
        if isinstance(step, Command):
            answer, code = shell.run(step.line)
            assert (step.missing(answer), code) == ([], 0), f"$ {step.line}\n{answer}"
        else:
            step.apply(clone)


def test_the_part_of_a_file_is_a_declaration() -> None:
    files = [step for step in steps(PAGE.read_text(encoding="utf-8")) if isinstance(step, File)]
    part = next(file for file in files if file.name.startswith("part "))
    declared = {key.removeprefix("linux-images:"): value for key, value in yaml.safe_load(part.text).items()}
    around = {
        "location": "westeurope",
        "gallery": {"name": "taken_gallery", "resourceGroup": "rg-taken"},
        "principals": {
            "web-team": {"principalId": "eeeeeeee-9000-4000-8000-000000000001", "principalType": "Group"}
        },
    }
    checked = check({**around, **declared}, now=datetime(2026, 11, 1, tzinfo=UTC))
    assert checked.findings == ()


def test_the_page_is_found() -> None:
    assert "(docs/adoption.md)" in (PAGE.parents[1] / "README.md").read_text(encoding="utf-8")
