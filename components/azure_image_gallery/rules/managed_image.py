"""Rules about managed images: what they can be made from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import MANAGED_IMAGE_NAME
from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.names import entry_name
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
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
    needs=("managedImages.*.source.osState",),
)
TRUSTED_LAUNCH = _rule(
    code="MIM003",
    title="a managed image is not made from a Trusted Launch machine",
    why="Azure makes no managed image of a machine with Trusted Launch.",
    fix="publish the machine to a TrustedLaunch image definition",
    docs=f"{_LEARN}/trusted-launch",
    evidence=Evidence.SERVER,
    needs=("managedImages.*.source.securityType",),
)
CONFIDENTIAL = _rule(
    code="MIM004",
    title="a managed image is not made from a confidential machine",
    why="Azure makes no managed image of a confidential machine.",
    fix="publish the machine to a ConfidentialVM image definition",
    needs=("managedImages.*.source.securityType",),
)
ARM64 = _rule(
    code="MIM005",
    title="a managed image is x64",
    why="Azure makes no managed image for Arm64.",
    fix="publish the machine to an Arm64 image definition",
    needs=("managedImages.*.source.architecture",),
)
GENERATION = _rule(
    code="MIM014",
    title="a managed image's generation is its source's",
    why="The disk boots by BIOS (V1) or by UEFI (V2) as the source did.",
    fix="give the source's generation, or leave the image's out",
    needs=("managedImages.*.source.hyperVGeneration",),
)
NAME = _rule(
    code="MIM026",
    title=f"a managed image's name is 1 to {MANAGED_IMAGE_NAME} characters that names may have",
    why="Azure takes letters, digits, dots, underscores and hyphens, with no dot or hyphen at the end.",
    fix="begin with a letter or a digit, and end with one or with an underscore",
    docs="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
)
RULES = (GENERALIZED, TRUSTED_LAUNCH, CONFIDENTIAL, ARM64, GENERATION, NAME)

_UNFIT = {SecurityType.TRUSTED_LAUNCH: TRUSTED_LAUNCH, SecurityType.CONFIDENTIAL_VM: CONFIDENTIAL}


def os_state(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """A generalized source, whether that is said here or where the source is declared."""
    fact = source_facts.os_state(subject, facts)
    if fact.value is OsState.SPECIALIZED:
        message = f"a managed image cannot be made from a specialized source{fact.origin}"
        yield Finding(GENERALIZED, fact.path, message)


def security(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """The security type of the machine behind the source."""
    fact = source_facts.security_type(subject, facts)
    if isinstance(fact.value, SecurityType) and fact.value in _UNFIT:
        message = f"a managed image cannot be made from a {fact.value} machine{fact.origin}"
        yield Finding(_UNFIT[fact.value], fact.path, message)


def architecture(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """The processor."""
    fact = source_facts.architecture(subject, facts)
    if fact.value is Architecture.ARM64:
        yield Finding(ARM64, fact.path, f"a managed image cannot be made for Arm64{fact.origin}")


def generation(subject: ResolvedManagedImage, facts: Facts) -> Iterator[Finding]:
    """BIOS or UEFI, as the source: what is said of the image, and what it is sent where nothing is."""
    sent, fact = subject.hyper_v_generation, source_facts.generation(subject, facts)
    if not differ(fact.value, sent):
        return
    if subject.spec.hyper_v_generation is None:
        message = f"{sent} is sent where the image says nothing, the source is of {fact.value}{fact.origin}"
        fix = f"set the image's hyperVGeneration to {fact.value}"
        yield Finding(GENERATION, fact.path, message, fix=fix)
    else:
        message = f"{sent} is given, the source is of {fact.value}{fact.origin}"
        yield Finding(GENERATION, (*subject.path, "hyperVGeneration"), message)


def name(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """The name in Azure, as said or as the key."""
    return entry_name(NAME, subject, MANAGED_IMAGE_NAME, last=".-")


CHECKS = tuple(
    Check(ResolvedManagedImage, run) for run in (os_state, security, architecture, generation, name)
)
