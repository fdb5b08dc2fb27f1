"""Rules about managed images: what they can be made from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import MANAGED_IMAGE_NAME
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import Architecture, OsState, SecurityType
from azure_image_gallery.spec.resolve import ResolvedManagedImage

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
    title="a managed image has a source",
    why="A managed image is made from a virtual machine.",
    fix="give the machine's id as virtualMachine",
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

_UNFIT = {SecurityType.TRUSTED_LAUNCH: TRUSTED_LAUNCH, SecurityType.CONFIDENTIAL_VM: CONFIDENTIAL}


def source(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """What is declared of the source, and that there is one."""
    said, path = subject.spec.source, (*subject.path, "source")
    if said.virtual_machine is None and facts.is_whole(*path):
        yield Finding(SOURCE, path, "no source is given, virtualMachine is wanted")
    if said.os_state is OsState.SPECIALIZED:
        message = "a managed image cannot be made from a specialized source"
        yield Finding(GENERALIZED, (*path, "osState"), message)
    if said.security_type is not None and said.security_type in _UNFIT:
        message = f"a managed image cannot be made from a {said.security_type} machine"
        yield Finding(_UNFIT[said.security_type], (*path, "securityType"), message)
    if said.architecture is Architecture.ARM64:
        yield Finding(ARM64, (*path, "architecture"), "a managed image cannot be made for Arm64")


def region(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The source beside the image."""
    said = subject.spec.source.location
    if differ(said, subject.location):
        message = f"the source is in {show(said)}, the image is made in {show(subject.location)}"
        yield Finding(REGION, (*subject.path, "source", "location"), message)


def generation(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """BIOS or UEFI, as the source."""
    own, source_s = subject.spec.hyper_v_generation, subject.spec.source.hyper_v_generation
    if differ(own, source_s):
        message = f"{own} is given, the source is of {source_s}"
        yield Finding(GENERATION, (*subject.path, "hyperVGeneration"), message)


def name(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, MANAGED_IMAGE_NAME, last=".-")


CHECKS = tuple(Check(ResolvedManagedImage, run) for run in (source, region, generation, name))
