"""Rules about versions of gallery applications: their numbers, commands and files."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import (
    APPLICATION_COMMAND,
    APPLICATION_CONFIGURATION,
    APPLICATION_FILE_NAME,
    APPLICATION_PACKAGE,
    VERSION_PART,
)
from azure_image_gallery.rules.facts import Check, Facts, number, text
from azure_image_gallery.rules.image_version import parts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedApplicationVersion

_DOCS = "https://learn.microsoft.com/azure/virtual-machines/vm-applications"
_REST = "https://learn.microsoft.com/rest/api/compute/gallery-application-versions/create-or-update"
_SOURCE = "applicationVersions.*.*.source"
_rule = partial(Rule, docs=_DOCS, evidence=Evidence.DOCUMENTATION)

NUMBER = _rule(
    code="APP003",
    title=f"a version of an application is three whole numbers of at most {VERSION_PART}, each version once",
    why="Azure orders versions by three numbers of 32 bits, and takes no other name.",
    fix="give three whole numbers with dots between them, such as 1.0.0",
    evidence=Evidence.SERVER,
)
COMMAND = _rule(
    code="APP004",
    title=f"an application has a package and commands to install and remove it, of up to {APPLICATION_COMMAND} "
    "characters",
    why="Azure runs the commands on the machine; without one to remove it, no machine gets rid of it.",
    fix="give source.mediaLink, manageActions.install and manageActions.remove; call a script of the package "
    "where a command is long",
)
SIZE = _rule(
    code="APP008",
    title="an application's package has up to 2 GB, its configuration up to 1 GB",
    why="Azure copies no larger file to machines; an error text still says 1 GB of both.",
    fix="make the package smaller, or download the rest in the install command",
    severity=Severity.WARNING,
    needs=(f"{_SOURCE}.mediaSizeBytes", f"{_SOURCE}.configurationSizeBytes"),
)
FILE_NAME = _rule(
    code="APP012",
    title=f"the names of an application's files have at most {APPLICATION_FILE_NAME} characters",
    why="Azure takes no longer name for the package or the configuration on a machine.",
    fix="give a shorter name",
    docs=_REST,
)
RULES = (NUMBER, SIZE)  # the other two stand with what has to be there, in `enumerated`

_BOUND = str(VERSION_PART)


def numbers(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The form and the bounds of each version's number, and that it stands once under its application."""
    seen: dict[tuple[str, tuple[str, str, str]], str] = {}
    for version in subject.application_versions:
        three = parts(version.key)
        if three is None:
            message = f"{show(version.key)} is not three whole numbers"
        elif any((len(part), part) > (len(_BOUND), _BOUND) for part in three):
            message = f"{show(version.key)} has a number above {VERSION_PART}"
        else:
            first = seen.setdefault((version.application_key, three), version.key)
            message = f"{show(version.key)} is the same version as {show(first)}"
            if first == version.key:
                continue
        yield Finding(NUMBER, version.path, message, on_key=True)


def commands(subject: ResolvedApplicationVersion, _: Facts) -> Iterator[Finding]:
    """That each command says something, and is not too long."""
    actions = subject.spec.manage_actions
    for key in ("install", "remove", "update"):
        path, given = (*subject.path, "manageActions", key), text(getattr(actions, key))
        if given is not None and not given.strip():
            yield Finding(COMMAND, path, "an empty text is given, a command is wanted")
        elif given is not None:
            yield from _long(COMMAND, path, given, APPLICATION_COMMAND)


def file_names(subject: ResolvedApplicationVersion, _: Facts) -> Iterator[Finding]:
    """The names of the files on a machine."""
    settings = subject.spec.settings
    if settings is not None:
        for key, value in (
            ("packageFileName", settings.package_file_name),
            ("configFileName", settings.config_file_name),
        ):
            yield from _long(FILE_NAME, (*subject.path, "settings", key), value, APPLICATION_FILE_NAME)


def _long(rule: Rule, path: Path, value: object, limit: int) -> Iterator[Finding]:
    given = text(value)
    if given is not None and len(given) > limit:
        yield Finding(rule, path, f"{len(given)} characters are given, at most {limit} are allowed")


def sizes(subject: ResolvedApplicationVersion, _: Facts) -> Iterator[Finding]:
    """The declared sizes of the two files."""
    source = subject.spec.source
    for key, value, limit in (
        ("mediaSizeBytes", source.media_size_bytes, APPLICATION_PACKAGE),
        ("configurationSizeBytes", source.configuration_size_bytes, APPLICATION_CONFIGURATION),
    ):
        given = number(value)
        if given is not None and given > limit:
            message = f"the file has {show(given)} bytes, at most {limit} are documented"
            yield Finding(SIZE, (*subject.path, "source", key), message)


CHECKS = (
    Check(Resolved, numbers),
    *(Check(ResolvedApplicationVersion, run) for run in (commands, file_names, sizes)),
)
