"""The command `image-gallery`: its arguments, and how it ends.

Each subcommand lives in a module of its own, imported when it is called: `--help` answers at once, and
nothing here ever imports Pulumi.
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence

from azure_image_gallery.cli.arguments import parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status."""
    _speak_utf8()
    try:
        status = _run(parser().parse_args(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has gone. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return status


def _run(options: argparse.Namespace) -> int:
    return _COMMANDS[options.command](options)


def _validate(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.validate import validate  # noqa: PLC0415  --help answers without it

    return validate(options)


def _recover(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.recover import recover  # noqa: PLC0415  as above

    return recover(options)


def _adopt(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.adopt import adopt  # noqa: PLC0415  as above

    return adopt(options.stack, subscription=options.subscription, output=options.output)


def _rules(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.rules.command import rules  # noqa: PLC0415  as above

    return rules(options)


def _schema(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.schema.command import schema  # noqa: PLC0415  as above

    return schema(options)


def _advise(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.advise.command import advise  # noqa: PLC0415  as above

    return advise(options)


def _completion(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.completion import completion  # noqa: PLC0415  as above

    return completion(options)


_COMMANDS = {
    "validate": _validate,
    "rules": _rules,
    "schema": _schema,
    "advise": _advise,
    "recover": _recover,
    "adopt": _adopt,
    "completion": _completion,
}


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a file name that is none is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
