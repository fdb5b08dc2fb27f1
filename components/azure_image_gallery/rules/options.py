"""Rules about options: that Pulumi can read them."""

import re
from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import OPTION
from azure_image_gallery.rules.optioned import optioned
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

# https://pkg.go.dev/time#ParseDuration, without a sign: Pulumi waits for no negative time
_DURATION = re.compile(r"(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+")
_DIGIT = re.compile("[1-9]")
# https://www.pulumi.com/docs/iac/concepts/miscellaneous/property-paths/
_NAME = r"(?:[^.\[\]\"\s]+)"
_INDEX = r"\[(?:[0-9]+|\*|\"(?:[^\"\\]|\\.)*\")\]"
_PROPERTY_PATH = re.compile(rf"(?:{_NAME}|{_INDEX})(?:\.{_NAME}|{_INDEX})*")
_EXAMPLE = "tags or publishingProfile.targetRegions[0]"
_URN = re.compile(r"urn:pulumi:[^:]+::[^:]+::[^\s]+::\S.*")


def options(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The options of every entry that has some."""
    for entry in optioned(subject):
        said = entry.options
        if said is not None:
            path = (*entry.path, "options")
            yield from _timeouts(path, said)
            yield from _ignored(path, said)
            yield from _aliases(path, said)


def _timeouts(path: Path, said: Options) -> Iterator[Finding]:
    if said.timeouts is None:
        return
    for key in ("create", "update", "delete"):
        value: object = getattr(said.timeouts, key)
        if isinstance(value, str) and not (_DURATION.fullmatch(value) and _DIGIT.search(value)):
            message = f"{show(value)} is no time to wait, one such as 45m or 2h30m is wanted"
            yield Finding(OPTION, (*path, "timeouts", key), message)


def _ignored(path: Path, said: Options) -> Iterator[Finding]:
    for at, value in enumerate(said.ignore_changes or ()):
        if not _PROPERTY_PATH.fullmatch(value):
            message = f"{show(value)} is no property path, one such as {_EXAMPLE} is wanted"
            yield Finding(OPTION, (*path, "ignoreChanges", at), message)


def _aliases(path: Path, said: Options) -> Iterator[Finding]:
    for at, value in enumerate(said.aliases or ()):
        if not value.strip():
            message = "an empty text is given, a URN or a logical name is wanted"
            yield Finding(OPTION, (*path, "aliases", at), message)
        elif value.startswith("urn:") and not _URN.fullmatch(value):
            message = (
                f"{show(value)} is no whole URN, urn:pulumi:<stack>::<project>::<type>::<name> is wanted"
            )
            yield Finding(OPTION, (*path, "aliases", at), message)


CHECKS = (Check(Resolved, options),)
