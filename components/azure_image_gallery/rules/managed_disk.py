"""Rules about managed disks: their names, and the image version that one may be made from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import DISK_NAME, GREATEST_LUN
from azure_image_gallery.rules.facts import Check, Facts, number, text
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.luns import luns_of
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedVersion
from azure_image_gallery.spec.source_place import IMAGES

_rule = partial(Rule, evidence=Evidence.DOCUMENTATION)

NAME = _rule(
    code="DSK009",
    title=f"a disk's name is 1 to {DISK_NAME} letters, digits, underscores and hyphens",
    why="Azure's pages allow these characters; whether it takes a dot is not known.",
    fix=f"use letters, digits, underscores and hyphens, at most {DISK_NAME}, beginning with a letter or a digit",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
)
LUN = _rule(
    code="DSK016",
    title="a disk from an image version names a data disk that the version has",
    why="Azure refuses a number that no data disk of the image has.",
    fix="give the number of one of the version's data disks; leave lun out for the operating system disk",
    docs="https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
RULES = (NAME, LUN)


def name(subject: ResolvedManagedDisk, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key. Pages disagree about dots, so one is a warning."""
    said, named = subject.spec.name, text(subject.name)
    wrong = list(entry_name(NAME, subject, DISK_NAME, last=".-"))
    yield from wrong
    if not wrong and named is not None and "." in named:
        path = subject.path if said is None else (*subject.path, "name")
        message = f"{show(named)} has a dot, which may be refused"
        yield Finding(NAME, path, message, on_key=said is None, weight=Severity.WARNING)


def lun(subject: ResolvedManagedDisk, facts: Facts) -> Iterator[Finding]:
    """Which data disk of an image is copied."""
    given, only = subject.spec.source.lun, subject.source.only
    path = (*subject.source.path, "lun")
    if given is None or not facts.is_whole(*subject.source.path):
        return
    if only is None or only.kind not in IMAGES:
        message = "'lun' is given, and no imageVersion or communityImage whose data disk it could be"
        yield Finding(MEANINGLESS, path, message, on_key=True)
        return
    wanted = number(given)
    made = facts.made(only.address) if only.address is not None else None
    there = luns_of(made, facts) if isinstance(made, ResolvedVersion) else None
    if wanted is None:
        return
    if not 0 <= wanted <= GREATEST_LUN:
        yield Finding(LUN, path, f"{show(wanted)} is given, 0 to {GREATEST_LUN} are allowed")
    elif there is not None and wanted not in there:
        names = f"it has {listed(map(str, sorted(there)))}" if there else "it has none"
        yield Finding(LUN, path, f"{show(only.value)} has no data disk {wanted}, {names}")


CHECKS = (Check(ResolvedManagedDisk, name), Check(ResolvedManagedDisk, lun))
