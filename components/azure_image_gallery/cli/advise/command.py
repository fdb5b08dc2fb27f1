"""`image-gallery advise`: ask, judge, answer."""

import argparse
import sys
from datetime import UTC, datetime

from azure_image_gallery.cli.advise.advice import Advice, advise_on
from azure_image_gallery.cli.advise.questions import Ask, situation
from azure_image_gallery.cli.advise.show import as_json, as_text, as_yaml
from azure_image_gallery.cli.stacks import UsageError, this_project

_FINE, _UNUSABLE = 0, 2
_NO_PROJECT = "linux-images"
"""The namespace of a declaration that is for no project yet."""


def advise(options: argparse.Namespace) -> int:
    """Answer on the terminal. Returns the exit status: 2 where nothing will do."""
    try:
        asked = situation(options, _ask if sys.stdin.isatty() else None)
    except UsageError as error:
        print(f"image-gallery: {error}", file=sys.stderr)
        return _UNUSABLE
    advice = advise_on(asked, now=datetime.now(UTC), storage=options.storage)
    if options.format == "yaml" and not advice.possible:
        print(as_text(advice, _NO_PROJECT), file=sys.stderr)
        return _UNUSABLE
    print(_shown(advice, options))
    return _FINE if advice.possible else _UNUSABLE


def _shown(advice: Advice, options: argparse.Namespace) -> str:
    if options.format == "json":
        return as_json(advice)
    namespace = options.project or _project()
    return as_yaml(advice, namespace).rstrip() if options.format == "yaml" else as_text(advice, namespace)


def _project() -> str:
    try:
        return this_project().name or _NO_PROJECT
    except UsageError:
        return _NO_PROJECT


_ask: Ask = input
