"""Rules about whether a definition's features suit the machine that a version is made from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.behind import os_kind
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import DiskController
from azure_image_gallery.spec.resolved import ResolvedDefinition, ResolvedVersion
from azure_image_gallery.spec.source import CaptureFacts
from azure_image_gallery.spec.source_place import VIRTUAL_MACHINE

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(
    Rule, docs=f"{_LEARN}/shared-image-galleries#image-definitions", evidence=Evidence.DOCUMENTATION
)

NVME = _rule(
    code="SEC017",
    title="an NVMe machine or disk goes into a definition with NVMe",
    why="Azure captures such a source only where diskControllerTypes names NVMe.",
    fix='set the definition\'s diskControllerTypes to "SCSI, NVMe"',
    needs=("imageVersions.*.*.source.diskControllerType",),
)
NETWORK = _rule(
    code="SEC019",
    title="a definition with accelerated networking takes machines that have it",
    why="A machine without accelerated networking cannot be captured into such a definition.",
    fix="turn it on for the machine, or set the definition's acceleratedNetwork to false",
    needs=("imageVersions.*.*.source.acceleratedNetwork",),
)
HIBERNATION = _rule(
    code="SEC021",
    title="a machine that can hibernate goes into a definition with hibernation",
    why="A machine can hibernate only if the definition that it is made from says so.",
    fix="set the definition's hibernation to true, if machines made from it are to hibernate",
    docs=f"{_LEARN}/hibernate-resume",
    severity=Severity.WARNING,
    needs=("imageVersions.*.*.source.hibernation",),
)
RULES = (NVME, NETWORK, HIBERNATION)


def nvme(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The disk controller of the source."""
    fact, definition = source_facts.disk_controller(subject, facts), subject.definition
    if definition is not None and fact.value is DiskController.NVME and not _may_have_nvme(definition):
        message = f"the source uses NVMe{fact.origin}, the definition {show(subject.definition_key)} does not"
        yield Finding(NVME, fact.path, message)


def _may_have_nvme(definition: ResolvedDefinition) -> bool:
    said: object = definition.spec.disk_controller_types
    return said is not None and "nvme" in (text(said) or "nvme").casefold()


def machine(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """What a machine has, and the definition does or does not."""
    said, definition = subject.source.facts, subject.definition
    if definition is None or os_kind(subject.source) != VIRTUAL_MACHINE or not isinstance(said, CaptureFacts):
        return
    name = show(subject.definition_key)
    if said.accelerated_network is False and definition.spec.accelerated_network is True:
        message = f"the machine has no accelerated networking, the definition {name} asks for it"
        yield Finding(NETWORK, (*subject.source.path, "acceleratedNetwork"), message)
    if said.hibernation is True and definition.spec.hibernation in (None, False):
        message = f"the machine can hibernate, machines made from {name} cannot"
        yield Finding(HIBERNATION, (*subject.source.path, "hibernation"), message)


CHECKS = (Check(ResolvedVersion, nvme), Check(ResolvedVersion, machine))
