"""Rules about what machines made from an image may not have."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, nearest, show
from azure_image_gallery.spec.enums import DiskStorage
from azure_image_gallery.spec.resolved import ResolvedDefinition

_KNOWN_TO_WORK = (DiskStorage.STANDARD_LRS, DiskStorage.PREMIUM_LRS)

DISK_TYPES = Rule(
    code="IMG021",
    title="disallowed disk types are Standard_LRS or Premium_LRS",
    why="These two are in use; Azure's interface takes any text here, and says nothing of what else works.",
    fix="write Standard_LRS or Premium_LRS, or make sure that Azure heeds the other",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
RULES = (DISK_TYPES,)


def disk_types(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Each kind of storage."""
    said = subject.spec.disallowed
    for at, name in enumerate((said.disk_types or ()) if said else ()):
        if name not in _KNOWN_TO_WORK:
            path = (*subject.path, "disallowed", "diskTypes", at)
            yield Finding(DISK_TYPES, path, _message(name))


def _message(name: str) -> str:
    if name in tuple(DiskStorage):
        return f"whether Azure heeds {show(name)} here is not known"
    near = nearest(name, _KNOWN_TO_WORK) or nearest(name, DiskStorage)
    advice = f"did you mean {show(near)}?" if near else f"there is {listed(DiskStorage)}"
    return f"{show(name)} is no kind of disk storage, {advice}"


CHECKS = (Check(ResolvedDefinition, disk_types),)
