"""`image-gallery schema`: print the JSON Schema of a stack's file."""

import argparse
import json
import sys

from azure_image_gallery.cli.schema.stack_file import included_schema, stack_schema
from azure_image_gallery.cli.stacks import UsageError, this_project

_FINE, _UNUSABLE = 0, 2


def schema(options: argparse.Namespace) -> int:
    """Print it. Returns the exit status."""
    try:
        found = included_schema() if options.included else stack_schema(options.project or _project())
    except UsageError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return _FINE


def _project() -> str:
    name = this_project("; name the project with --project").name
    if name is None:
        raise UsageError("Pulumi.yaml gives the project no name; name it with --project")
    return name
