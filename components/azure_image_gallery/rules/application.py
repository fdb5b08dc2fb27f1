"""Rules about gallery applications: their names, their dates, and the scripts that can be run beside."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import APPLICATION_NAME
from azure_image_gallery.rules.dates import passed
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.resolved import Resolved, ResolvedApplication, ResolvedApplicationVersion

_DOCS = "https://learn.microsoft.com/azure/virtual-machines/vm-applications"
_rule = partial(Rule, docs=_DOCS, evidence=Evidence.DOCUMENTATION)

NAME = _rule(
    code="APP001",
    title=f"an application's name is 1 to {APPLICATION_NAME} characters that names may have",
    why="Azure takes letters, digits, dots, underscores and hyphens, with no dot at the end.",
    fix=f"use at most {APPLICATION_NAME} of these characters, and no dot at the end",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
)
DATE = _rule(
    code="APP014",
    title="an end-of-life date of an application or its version is an ISO 8601 date, in the future when it is set",
    why="Azure reads the date as ISO 8601, and is not known to take one that has passed.",
    fix="write it in quotes as 2028-04-30, or with a time as 2028-04-30T12:00:00Z",
)
SHARED = _rule(
    code="APP013",
    title="applications are shared by roles alone",
    why="Sharing directly or with the community is about images; whoever it reaches gets no application.",
    fix="give whoever needs the applications a role, or keep them in a gallery of their own",
    severity=Severity.WARNING,
)
RULES = (NAME, DATE, SHARED)


def name(subject: ResolvedApplication, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, APPLICATION_NAME, first="", last=".")


def date(subject: ResolvedApplication | ResolvedApplicationVersion, facts: Facts) -> Iterator[Finding]:
    """The date has not passed. A warning: what has it may exist already."""
    given = subject.spec.end_of_life_date
    yield from passed(DATE, subject.path, given, facts.now, Severity.WARNING)


def shared(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Applications in a gallery that is shared beyond the directory."""
    sharing = subject.declaration.sharing
    for key, given in (("direct", sharing.direct), ("community", sharing.community)):
        if given is not None and subject.applications:
            message = "the gallery is shared so, and its applications are not"
            yield Finding(SHARED, ("sharing", key), message, on_key=True)


CHECKS = (
    Check(Resolved, shared),
    Check(ResolvedApplication, name),
    Check(ResolvedApplication, date),
    Check(ResolvedApplicationVersion, date),
)
