"""What `image-gallery advise` takes: each question as an option, and the form of the answer."""

import argparse
import re

from azure_image_gallery.cli.advise.answers import (
    distribution_of,
    generation_of,
    made_from_of,
    needs_of,
    regions_of,
    storage_of,
    whole,
    yes,
)
from azure_image_gallery.cli.advise.situation import MadeFrom, Need, Storage

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]|[A-Za-z0-9]")


def add_questions(command: argparse.ArgumentParser) -> None:
    """Add them all."""
    _add_image(command)
    _add_use(command)
    _add_answer(command)


def _add_image(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--configured", type=yes, metavar="YES|NO", help="are name, accounts and keys set at first boot?"
    )
    command.add_argument(
        "--from", dest="source", type=made_from_of, metavar="KIND", help=f"made from: {', '.join(MadeFrom)}"
    )
    command.add_argument(
        "--deprovisioned", type=yes, metavar="YES|NO", help="was that made ready for first boot?"
    )
    command.add_argument("--generation", type=generation_of, metavar="V1|V2", help="default: V2")
    command.add_argument("--needs", type=needs_of, metavar="LIST", help=f"needs: {', '.join(Need)}")
    command.add_argument(
        "--distribution", type=distribution_of, metavar="NAME", help="ubuntu, rhel, debian …"
    )


def _add_use(command: argparse.ArgumentParser) -> None:
    command.add_argument("--machines", type=whole, metavar="N", help="made from the image; default: 1")
    command.add_argument(
        "--regions", type=regions_of, metavar="LIST", help="the source's first; default: westeurope"
    )
    command.add_argument("--subscriptions", type=whole, metavar="N", help="that use it; default: 1")
    command.add_argument("--tenants", type=whole, metavar="N", help="that use it; default: 1")


def _add_answer(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--storage", type=storage_of, metavar="PLACE", help=f"preferred: {', '.join(Storage)}"
    )
    command.add_argument("--name", type=_name, default="image", metavar="NAME", help="default: image")
    command.add_argument("--id", default="", metavar="ID", help="of what it is made from; a VHD's address")
    command.add_argument("--storage-account", default="", metavar="ID", help="of the account of a VHD")
    command.add_argument(
        "--project", default="", metavar="NAME", help="default: that of the nearest Pulumi.yaml"
    )
    command.add_argument("--format", choices=("text", "yaml", "json"), default="text", help="default: text")


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not letters, digits and hyphens, at most 60")
    return text
