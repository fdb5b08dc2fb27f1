"""`image-gallery adopt`: write the file by which `pulumi import` takes what exists into a stack."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from azure_image_gallery.adopt.import_file import NotKnownError, import_file
from azure_image_gallery.config.declaration import load_stack
from azure_image_gallery.config.examine import Examined, examine
from azure_image_gallery.config.project import find_project, read_project
from azure_image_gallery.rules.report import render, sort_by_place
from azure_image_gallery.rules.rule import Severity

_FINE, _ERRORS, _UNUSABLE = 0, 1, 2


def adopt(stack: str, *, subscription: str, output: str) -> int:
    """Write the file for a stack, to `output` or to the terminal. Returns the exit status."""
    project_file = find_project(Path())
    project = read_project(project_file) if project_file else None
    if project is None or project.name is None:
        return _refuse("there is no Pulumi.yaml here or in a folder above")
    if not subscription:
        return _refuse(
            "the ids lie in a subscription: name it with --subscription, or as ARM_SUBSCRIPTION_ID"
        )
    examined = examine(load_stack(project.stack_file(stack)), now=datetime.now(UTC))
    if examined.resolved is None or _has_errors(examined):
        print(render(sort_by_place(examined.located)).strip("\n"), file=sys.stderr)
        return _ERRORS
    try:
        resources = import_file(examined.resolved, project.name, subscription)
    except NotKnownError as error:
        return _refuse(str(error))
    text = json.dumps({"resources": resources}, indent=2) + "\n"
    if output == "-":
        print(text, end="")
        return _FINE
    Path(output).write_text(text, encoding="utf-8")
    print(
        f"{len(resources) - 1} resources are named in {output}. What is not in Azure is to be taken out of it. Next:\n"
        f"  pulumi import --file {output} --stack {stack} --generate-code=false --protect=false"
    )
    return _FINE


def _has_errors(examined: Examined) -> bool:
    return any(finding.severity is Severity.ERROR for finding, _ in examined.located)


def _refuse(reason: str) -> int:
    print(f"image-gallery: {reason}", file=sys.stderr)
    return _UNUSABLE
