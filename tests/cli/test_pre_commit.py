"""The hooks for pre-commit: which files they take, and that what they call is there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from azure_image_gallery.cli.main import main

HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text()
)
GOOD = "config:\n  azure-native:location: westeurope\n  p:gallery: {name: g, resourceGroup: rg}\n"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_checks_what_it_is_called_for(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Pulumi.yaml").write_text("name: p\nruntime: python\n")
    file = Path("Pulumi.dev.yaml")
    command, *arguments = hook["entry"].split()
    assert command == "image-gallery"
    assert re.search(hook["files"], str(file))
    if hook.get("pass_filenames", True):
        arguments.append(str(file))
    file.write_text(GOOD)
    assert main(arguments) == 0
    file.write_text(GOOD.replace("name: g", "name: g-h"))
    assert main(arguments) == 1


def test_stack_files_and_nothing_else_are_handed_over() -> None:
    taken = re.compile(HOOKS[0]["files"])
    names = [
        "Pulumi.dev.yaml",
        "stacks/Pulumi.a-b.yaml",
        "Pulumi.yaml",
        "images/web.yaml",
        "Pulumi.dev.yaml.orig",
    ]
    assert [name for name in names if taken.search(name)] == names[:2]
