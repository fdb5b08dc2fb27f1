"""Every command of the page about sharing, in order, in a copy of the project, and every part of a file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from azure_image_gallery.rules.check import check
from tests.docs.page import Command, File, steps
from tests.docs.shell import Shell

PAGE = Path(__file__).resolve().parents[2] / "docs/sharing.md"


@pytest.mark.engine
def test_every_command_says_what_the_page_says(clone: Path, shell: Shell) -> None:
    done, _, _ = PAGE.read_text(encoding="utf-8").partition("## A community gallery")
    for step in steps(done):
        if isinstance(step, Command):
            answer, code = shell.run(step.line)
            assert (step.missing(answer), code) == ([], 0), f"$ {step.line}\n{answer}"
        else:
            step.apply(clone)


def test_the_parts_of_files_say_what_they_should() -> None:
    files = [step for step in steps(PAGE.read_text(encoding="utf-8")) if isinstance(step, File)]
    parts = {file.name: yaml.safe_load(file.text) for file in files if file.name.startswith("part ")}
    declared: dict[str, Any] = {
        "location": "westeurope",
        "gallery": {"name": "public", "resourceGroup": "rg-public"},
        "sharing": parts["part of stacks/Pulumi.public.yaml"]["linux-images:sharing"],
    }
    assert check(declared, now=datetime(2026, 11, 1, tzinfo=UTC)).findings == ()
    (provider,) = parts["part of Pulumi.yaml"]["plugins"]["providers"]
    assert provider == {"name": "azure-image-gallery", "path": ".venv/bin"}


def test_the_page_is_found() -> None:
    assert "(docs/sharing.md)" in (PAGE.parents[1] / "README.md").read_text(encoding="utf-8")
