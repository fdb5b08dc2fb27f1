"""`image-gallery validate`: check stack files and say what was found."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from azure_image_gallery.cli.outcome import Outcome, outcome
from azure_image_gallery.cli.stacks import UsageError, shown_folder, stack_file, this_project

_FINE, _ERRORS, _UNUSABLE = 0, 1, 2


def validate(options: argparse.Namespace) -> int:
    """Check the files and stacks named, or all there are. Returns the exit status."""
    try:
        chosen = _chosen(options.files, options.stack)
    except UsageError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    found = outcome(chosen, now=options.now)
    print(_report(found, options.format, facts=options.facts))
    if not found.is_readable:
        return _UNUSABLE
    return _ERRORS if found.errors else _FINE


def _report(found: Outcome, form: str, *, facts: bool) -> str:
    """The report in a format. Each is imported when it is asked for."""
    if form == "json":
        from azure_image_gallery.cli.formats.json import as_json  # noqa: PLC0415  as said above

        return as_json(found, facts=facts)
    if form == "sarif":
        from azure_image_gallery.cli.formats.sarif import sarif  # noqa: PLC0415

        return sarif(found)
    if form == "github":
        from azure_image_gallery.cli.formats.github import github  # noqa: PLC0415

        return github(found)
    from azure_image_gallery.cli.colour import paint_for  # noqa: PLC0415
    from azure_image_gallery.cli.formats.text import text  # noqa: PLC0415

    return text(found, paint_for(sys.stdout), facts=facts)


def _chosen(files: Sequence[str], stacks: Sequence[str]) -> list[Path]:
    """The files to check, each once, in the order given.

    Raises:
        UsageError: there is no project, no stack, or none of a given name.

    """
    paths = [Path(file) for file in files]
    if stacks or not files:
        project = this_project("; name the files to check")
        paths += [stack_file(project, name) for name in (stacks or project.stacks())]
        if not paths:
            raise UsageError(f"there are no stack files (Pulumi.<stack>.yaml) in {shown_folder(project)}")
    return list({_identity(path): path for path in reversed(paths)}.values())[::-1]


def _identity(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):  # what cannot be followed is read, and refused, as it is
        return str(path)
