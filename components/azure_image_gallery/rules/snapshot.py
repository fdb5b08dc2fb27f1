"""Rules about snapshots: their names. What they have in common with disks stands with those."""

from collections.abc import Iterator

from azure_image_gallery.azure.limits import SNAPSHOT_NAME
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.spec.resolved import ResolvedSnapshot

NAME = Rule(
    code="DSK008",
    title=f"a snapshot's name is 1 to {SNAPSHOT_NAME} characters that names may have",
    why="Azure takes letters, digits, dots, underscores and hyphens, with no dot or hyphen at the end.",
    fix="begin with a letter or a digit, and end with one or with an underscore",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (NAME,)


def name(subject: ResolvedSnapshot, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, SNAPSHOT_NAME, last=".-")


CHECKS = (Check(ResolvedSnapshot, name),)
