"""`image-gallery adopt`: write the file by which `pulumi import` takes what exists into a stack."""

import os
import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from azure_image_gallery.adopt.azure_ids import NotKnownError
from azure_image_gallery.adopt.import_file import Import, as_text, import_file
from azure_image_gallery.cli.stacks import UsageError, stack_file, this_project
from azure_image_gallery.config.declaration import load_stack
from azure_image_gallery.config.examine import Examined, examine
from azure_image_gallery.config.project import Project
from azure_image_gallery.config.setting import setting
from azure_image_gallery.rules.report import render, sort_by_place
from azure_image_gallery.rules.rule import Severity
from azure_image_gallery.spec.resolved import Resolved

_FINE, _ERRORS, _UNUSABLE = 0, 1, 2
_TERMINAL = "-"


def adopt(stack: str, *, subscription: str, output: str) -> int:
    """Write the file for a stack, to `output` or to the terminal. Returns the exit status."""
    try:
        project = this_project()
        examined = examine(load_stack(stack_file(project, stack)), now=datetime.now(UTC))
        if examined.resolved is None or _has_errors(examined):
            print(render(sort_by_place(examined.located)).strip("\n"), file=sys.stderr)
            return _ERRORS
        resources = _resources(examined.resolved, project, subscription or _subscription(project, stack))
        _write(as_text(resources), output)
    except (UsageError, NotKnownError) as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    if output != _TERMINAL:
        print(_next(len(resources) - 1, stack, output))
    return _FINE


def _has_errors(examined: Examined) -> bool:
    return any(finding.severity is Severity.ERROR for finding, _ in examined.located)


def _resources(resolved: Resolved, project: Project, subscription: str) -> Sequence[Import]:
    resources = import_file(resolved, project.name or "", subscription, version("pulumi-azure-native"))
    if len(resources) == 1:
        raise UsageError("there is nothing to take over: the stack makes nothing of what it declares")
    return resources


def _subscription(project: Project, stack: str) -> str:
    """Where azure-native works: as it reads it, its configuration before the environment."""
    found = (
        setting(project, stack, "azure-native:subscriptionId")
        or os.environ.get("ARM_SUBSCRIPTION_ID")
        or os.environ.get("AZURE_SUBSCRIPTION_ID")
    )
    if not found:
        raise UsageError(
            f"the subscription that the ids lie in is not known: name it with --subscription, or as "
            f"azure-native:subscriptionId of stack {stack}, or as ARM_SUBSCRIPTION_ID"
        )
    return found


def _write(text: str, output: str) -> None:
    if output == _TERMINAL:
        print(text, end="")
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from None


def _next(count: int, stack: str, output: str) -> str:
    named = "1 resource is" if count == 1 else f"{count} resources are"
    file, to = shlex.quote(output), shlex.quote(stack)
    return (
        f"{named} named in {output}. Take out the lines of what is not in Azure. Next:\n"
        f"  pulumi import --file {file} --stack {to} --generate-code=false --protect=false\n"
        f"  pulumi preview --stack {to}"
    )
