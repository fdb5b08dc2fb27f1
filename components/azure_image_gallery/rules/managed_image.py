"""Rules about managed images: what they can be made from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import MANAGED_IMAGE_NAME
from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import Architecture, OsState, SecurityType
from azure_image_gallery.spec.resolved import ResolvedManagedImage

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_CAPTURE = f"{_LEARN}/capture-image-resource"
_rule = partial(Rule, docs=_CAPTURE, evidence=Evidence.DOCUMENTATION)

GENERALIZED = _rule(
    code="MIM001",
    title="a managed image is made from a generalized source",
    why="A managed image holds a generalized operating system only.",
    fix="publish the machine to a Specialized image definition, or keep its disk as a managed disk",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.SERVER,
)
TRUSTED_LAUNCH = _rule(
    code="MIM003",
    title="a managed image is not made from a Trusted Launch machine",
    why="Azure makes no managed image of a machine with Trusted Launch.",
    fix="publish the machine to a TrustedLaunch image definition",
    docs=f"{_LEARN}/trusted-launch",
    evidence=Evidence.SERVER,
)
CONFIDENTIAL = _rule(
    code="MIM004",
    title="a managed image is not made from a confidential machine",
    why="Azure makes no managed image of a confidential machine.",
    fix="publish the machine to a ConfidentialVM image definition",
)
ARM64 = _rule(
    code="MIM005",
    title="a managed image is x64",
    why="Azure makes no managed image for Arm64.",
    fix="publish the machine to an Arm64 image definition",
)
SOURCE = _rule(
    code="MIM007",
    title="a managed image has exactly one source",
    why="A managed image is made from one virtual machine or disk, or disk by disk.",
    fix="give exactly one of virtualMachine, disk, snapshot, vhd and osDisk",
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
)
REGION = _rule(
    code="MIM011",
    title="a managed image is in its source's region",
    why="Azure makes a managed image beside its source only.",
    fix="set the image's location to the source's region",
    docs=f"{_LEARN}/linux/imaging",
)
GENERATION = _rule(
    code="MIM014",
    title="a managed image's generation is its source's",
    why="The disk boots by BIOS (V1) or by UEFI (V2) as the source did.",
    fix="give the source's generation, or leave the image's out",
)
NAME = _rule(
    code="MIM026",
    title=f"a managed image's name is 1 to {MANAGED_IMAGE_NAME} characters that names may have",
    why="Azure takes letters, digits, dots, underscores and hyphens, with no dot or hyphen at the end.",
    fix="begin with a letter or a digit, and end with one or with an underscore",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
)
RULES = (GENERALIZED, TRUSTED_LAUNCH, CONFIDENTIAL, ARM64, SOURCE, REGION, GENERATION, NAME)

_PLACES = "virtualMachine, disk, snapshot, vhd, osDisk"
_UNFIT = {SecurityType.TRUSTED_LAUNCH: TRUSTED_LAUNCH, SecurityType.CONFIDENTIAL_VM: CONFIDENTIAL}


def source(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """That there is one source."""
    source = subject.source
    given = [place.kind for place in source.places]
    if facts.is_whole(*source.path) and (len(given) > 1 or not (given or source.disks)):
        message = f"{' and '.join(given)} are given" if given else "no source is given"
        yield Finding(SOURCE, source.path, f"{message}, exactly one of {_PLACES} is wanted")


def os_state(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """A generalized source, whether that is said here or where the source is declared."""
    fact = source_facts.os_state(subject, facts)
    if fact.value is OsState.SPECIALIZED:
        yield Finding(GENERALIZED, fact.path, "a managed image cannot be made from a specialized source")


def machine(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """What is declared of the machine behind the source."""
    said = subject.source.facts.security_type
    if said is not None and said in _UNFIT:
        message = f"a managed image cannot be made from a {said.value} machine"
        yield Finding(_UNFIT[said], (*subject.source.path, "securityType"), message)
    fact = source_facts.architecture(subject, facts)
    if fact.value is Architecture.ARM64:
        yield Finding(ARM64, fact.path, "a managed image cannot be made for Arm64")


def region(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """The source beside the image."""
    fact = source_facts.location(subject, facts)
    if differ(fact.value, subject.location):
        message = f"the source is in {show(fact.value)}, the image is made in {show(subject.location)}"
        yield Finding(REGION, fact.path, message)


def generation(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """BIOS or UEFI, as the source."""
    own, source_s = subject.spec.hyper_v_generation, source_facts.generation(subject, facts).value
    if differ(own, source_s):
        message = f"{own} is given, the source is of {source_s}"
        yield Finding(GENERATION, (*subject.path, "hyperVGeneration"), message)


def name(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, MANAGED_IMAGE_NAME, last=".-")


CHECKS = tuple(
    Check(ResolvedManagedImage, run) for run in (source, os_state, machine, region, generation, name)
)
