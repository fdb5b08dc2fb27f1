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
from datetime import UTC, datetime
from typing import NoReturn

_DESCRIPTION = """\
Golden Linux images on Azure, declared once.

Checks what your Pulumi stacks declare - a compute gallery, its image definitions and
versions, who may use them - against everything Azure is known to refuse, before any
call is made. Needs no Azure account, no Pulumi engine and no network."""

_EXAMPLES = """\
examples:
  image-gallery validate                       every stack of this project
  image-gallery validate --stack prod          one of them
  image-gallery validate stacks/Pulumi.*.yaml  the files you name
  image-gallery validate --format json         for another program

`image-gallery <command> --help` tells more about a command."""

_VALIDATE = """\
Reads each stack's file together with its Pulumi.yaml, exactly as `pulumi up` would, and
reports everything that is wrong at once, with file, line and column.

Without FILE or --stack, every stack file of the nearest Pulumi project is checked.
Encrypted values are never decrypted: what depends on them is left open here, and
checked by `pulumi up`."""

_VALIDATE_END = """\
exit status:
  0  no errors (there may be warnings)
  1  errors were found
  2  a file could not be read, or the command was called wrongly

Rules that compare dates take today's; --now 2027-01-31 asks what will be said then."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status."""
    _speak_utf8()
    try:
        status = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has gone. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return status


def _run(options: argparse.Namespace) -> int:
    from azure_image_gallery.cli.validate import validate  # noqa: PLC0415  --help answers without it

    return validate(options.files, stacks=options.stack, output=options.format, now=options.now)


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "image-gallery",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=raw,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="<command>", required=True)
    check = commands.add_parser(
        "validate",
        help="check what the stacks declare",
        description=_VALIDATE,
        epilog=_VALIDATE_END,
        formatter_class=raw,
    )
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="a stack's file, such as stacks/Pulumi.dev.yaml"
    )
    check.add_argument("--stack", action="append", default=[], metavar="NAME", help="a stack of this project")
    check.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    check.add_argument(
        "--now", type=_moment, default=datetime.now(UTC), metavar="DATE", help="default: today"
    )
    return parser


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2027-01-31") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415  slow, and rarely asked for

        print("image-gallery", version("azure-image-gallery"))
        parser.exit()


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a file name that is none is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
