"""Rules about the virtual machine that an image is captured from, as far as facts about it are declared."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.behind import os_kind
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.source_fit import OS_STATE
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState, PowerState, ScaleSetMode
from azure_image_gallery.spec.resolved import ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source import CaptureFacts
from azure_image_gallery.spec.source_place import VIRTUAL_MACHINE

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_TROUBLE = f"{_LEARN}/troubleshooting-shared-images"
_OF_VERSION, _OF_IMAGE = "imageVersions.*.*.source.", "managedImages.*.source."
_seen = partial(Rule, docs=_TROUBLE, evidence=Evidence.SERVER)
_documented = partial(Rule, evidence=Evidence.DOCUMENTATION)

MARKED = _seen(
    code="SRC017",
    title="a machine for a Generalized definition is marked generalized in Azure",
    why="A machine that was deprovisioned and not marked still counts as specialized.",
    fix="run `az vm deallocate` and `az vm generalize` once it is deprovisioned",
    docs=f"{_LEARN}/generalize",
    needs=(f"{_OF_VERSION}generalizedInAzure",),
)
STOPPED = _documented(
    code="SRC018",
    title="a machine is stopped while a version is made from it",
    why="What a running machine has not yet written to its disks is not in the image.",
    fix="deallocate the machine first",
    docs=f"{_LEARN}/image-version",
    severity=Severity.WARNING,
    needs=(f"{_OF_VERSION}powerState",),
)
EPHEMERAL = _seen(
    code="SRC027",
    title="a version is not made from a machine with an ephemeral operating system disk",
    why="Such a disk lives on the host alone, and Azure makes no image of it.",
    fix="build on a machine whose operating system disk is a managed disk",
    needs=(f"{_OF_VERSION}ephemeralOsDisk",),
)
MANAGED_DISKS = _seen(
    code="SRC030",
    title="a version is made from a machine with managed disks",
    why="Azure makes no version of a machine whose disks are page blobs.",
    fix="convert the machine to managed disks, or name the blob as a vhd",
    needs=(f"{_OF_VERSION}managedDisks",),
)
SCALE_SET = _documented(
    code="SRC031",
    title="a version is not made from an instance of a Uniform scale set",
    why="Such an instance is no virtual machine of its own, so it cannot be captured.",
    fix="build on a virtual machine, or on an instance of a Flexible scale set",
    docs="https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-design-overview",
    needs=(f"{_OF_VERSION}scaleSetMode",),
)
IMAGE_MACHINE = _documented(
    code="MIM002",
    title="a managed image is made from a machine that is deallocated and marked generalized",
    why="Azure makes a managed image of nothing else.",
    fix="run `az vm deallocate` and `az vm generalize` once the machine is deprovisioned",
    docs=f"{_LEARN}/capture-image-resource",
    needs=(f"{_OF_IMAGE}generalizedInAzure", f"{_OF_IMAGE}powerState"),
)
IMAGE_HIBERNATION = _documented(
    code="MIM006",
    title="a managed image is not made from a machine that can hibernate",
    why="Machines with hibernation are not supported as managed images.",
    fix="publish the machine to an image definition with hibernation",
    docs=f"{_LEARN}/hibernate-resume",
    needs=(f"{_OF_IMAGE}hibernation",),
)
RULES = (MARKED, STOPPED, EPHEMERAL, MANAGED_DISKS, SCALE_SET, IMAGE_MACHINE, IMAGE_HIBERNATION)


def _machine(subject: ResolvedVersion | ResolvedManagedImage) -> CaptureFacts | None:
    """What is said of the virtual machine that something is made from; `None` where it is from something else."""
    said = subject.source.facts
    return said if isinstance(said, CaptureFacts) and os_kind(subject.source) == VIRTUAL_MACHINE else None


def marked(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """Marked generalized, exactly where the definition is; what `osState` says is another rule's."""
    said, definition = _machine(subject), subject.definition
    if said is None or definition is None or not isinstance(said.generalized_in_azure, bool):
        return
    state, is_marked = definition.spec.os_state, said.generalized_in_azure
    if is_marked is (state is OsState.GENERALIZED) or said.os_state not in (None, state):
        return
    what = "marked generalized" if is_marked else "not marked generalized"
    message = f"the machine is {what}, the definition {show(subject.definition_key)} is {state}"
    rule = OS_STATE if is_marked else MARKED
    yield Finding(rule, (*subject.source.path, "generalizedInAzure"), message)


def captured(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """What a version cannot be made from, or better is not."""
    said, path = _machine(subject), subject.source.path
    if said is None:
        return
    if said.ephemeral_os_disk is True:
        message = "a version cannot be made from an ephemeral operating system disk"
        yield Finding(EPHEMERAL, (*path, "ephemeralOsDisk"), message)
    if said.managed_disks is False:
        message = "a version cannot be made from a machine without managed disks"
        yield Finding(MANAGED_DISKS, (*path, "managedDisks"), message)
    if said.scale_set_mode is ScaleSetMode.UNIFORM:
        message = "a version cannot be made from an instance of a Uniform scale set"
        yield Finding(SCALE_SET, (*path, "scaleSetMode"), message)
    if said.power_state is PowerState.RUNNING:
        message = "the machine is running, what it has not written yet is not in the version"
        yield Finding(STOPPED, (*path, "powerState"), message)


def for_managed_image(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """A machine of which a managed image can be made."""
    said, path = _machine(subject), subject.source.path
    if said is None:
        return
    if said.generalized_in_azure is False and said.os_state is not OsState.SPECIALIZED:
        yield Finding(IMAGE_MACHINE, (*path, "generalizedInAzure"), "the machine is not marked generalized")
    if said.power_state in (PowerState.RUNNING, PowerState.STOPPED):
        message = f"the machine is {said.power_state}, Deallocated is wanted"
        yield Finding(IMAGE_MACHINE, (*path, "powerState"), message)
    if said.hibernation is True:
        message = "a managed image cannot be made from a machine that can hibernate"
        yield Finding(IMAGE_HIBERNATION, (*path, "hibernation"), message)


CHECKS = (
    Check(ResolvedVersion, marked),
    Check(ResolvedVersion, captured),
    Check(ResolvedManagedImage, for_managed_image),
)
