"""`image-gallery completion`: print what a shell completes the command by.

The script knows the whole command: the shell starts no Python while somebody types.
"""

import argparse
from collections.abc import Mapping
from typing import Any, cast

import shtab

from azure_image_gallery.cli.arguments import parser


def completion(options: argparse.Namespace) -> int:
    """Print the script for a shell. Returns the exit status."""
    print(shtab.complete(_with_files(parser()), options.shell))
    return 0


def _with_files(whole: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser, with what takes a file's name marked as such."""
    commands = next(action for action in whole._actions if isinstance(action.choices, Mapping))  # noqa: SLF001  argparse tells its arguments in no other way
    for command in cast("Mapping[str, argparse.ArgumentParser]", commands.choices).values():
        for action in command._actions:  # noqa: SLF001  as above
            if action.metavar == "FILE":
                cast("Any", action).complete = shtab.FILE
    return whole
