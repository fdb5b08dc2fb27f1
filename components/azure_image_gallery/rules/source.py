"""Rules about what a version is made from: how many sources, and whether they fit the definition."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.source_facts import only_place
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE

_CREATE = "https://learn.microsoft.com/azure/virtual-machines/image-version"
_STATES = (
    "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries"
    "#generalized-and-specialized-images"
)
_IMAGING = "https://learn.microsoft.com/azure/virtual-machines/linux/imaging"
_rule = partial(Rule, docs=_CREATE, evidence=Evidence.SERVER)

ONE = _rule(
    code="SRC002",
    title="a version has exactly one source",
    why="A version is made from one virtual machine, image or disk, or disk by disk.",
    fix="give exactly one of managedImage, virtualMachine, disk, snapshot, imageVersion, communityImage, vhd "
    "and osDisk",
)
REGION = _rule(
    code="SRC009",
    title="a source is in the version's home region",
    why="Azure looks for the source in the region where the version is made, and finds it nowhere else.",
    fix="make the version in the source's region and replicate it from there, or copy the source",
)
OS_STATE = _rule(
    code="SRC012",
    title="the source's OS state is the definition's",
    why="A definition holds either generalized or specialized images, and refuses the other kind.",
    fix="publish to a definition of the source's OS state",
    docs=_STATES,
)
MANAGED_IMAGE_STATE = _rule(
    code="SRC013",
    title="a managed image goes into a Generalized definition only",
    why="A managed image holds a generalized operating system always.",
    fix="set the definition's osState to Generalized, or name the machine or a snapshot as the source",
    docs=_IMAGING,
    evidence=Evidence.DOCUMENTATION,
)
GENERATION = _rule(
    code="SRC014",
    title="the source's generation is the definition's",
    why="A disk is laid out to boot by BIOS (V1) or by UEFI (V2), and a definition says which.",
    fix="publish to a definition of the source's generation",
)
ARCHITECTURE = _rule(
    code="IMG013",
    title="the source's architecture is the definition's",
    why="A definition holds images for one processor architecture.",
    fix="publish to a definition of the source's architecture",
    evidence=Evidence.DOCUMENTATION,
)
SPECIALIZED = _rule(
    code="SRC037",
    title="a specialized source never goes through a managed image",
    why="A managed image holds a generalized operating system only, so it cannot be a specialized source.",
    fix="name the machine or a snapshot as the source of a Specialized definition, or correct osState",
    docs=_IMAGING,
    evidence=Evidence.DOCUMENTATION,
)
_PLACES = "managedImage, virtualMachine, disk, snapshot, imageVersion, communityImage, vhd, osDisk"
RULES = (ONE, REGION, OS_STATE, MANAGED_IMAGE_STATE, GENERATION, ARCHITECTURE, SPECIALIZED)


def one(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """One source, not none and not two."""
    source = subject.source
    given = [place.kind for place in source.places]
    if facts.is_whole(*source.path) and (len(given) > 1 or not (given or source.disks)):
        message = f"{' and '.join(given)} are given" if given else "no source is given"
        yield Finding(ONE, source.path, f"{message}, exactly one of {_PLACES} is wanted")


def region(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The source beside the version."""
    fact = source_facts.location(subject, facts)
    if differ(fact.value, subject.location):
        message = f"the source is in {show(fact.value)}, the version is made in {show(subject.location)}"
        yield Finding(REGION, fact.path, message)


def os_state(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The OS state, for each kind of source."""
    if subject.definition is None:
        return
    wanted = subject.definition.spec.os_state
    kind = only_place(subject)
    said = subject.source.facts.os_state
    if kind == MANAGED_IMAGE and wanted is OsState.SPECIALIZED:
        message = f"a managed image is generalized, {show(subject.definition_key)} is Specialized"
        yield Finding(MANAGED_IMAGE_STATE, (*subject.source.path, MANAGED_IMAGE), message)
    elif kind == MANAGED_IMAGE and said is OsState.SPECIALIZED:
        yield Finding(SPECIALIZED, (*subject.source.path, "osState"), "a managed image is never Specialized")
    elif kind != MANAGED_IMAGE:
        fact = source_facts.os_state(subject, facts)
        if differ(fact.value, wanted):
            message = f"the source is {fact.value}, the definition {show(subject.definition_key)} is {wanted}"
            yield Finding(OS_STATE, fact.path, message)


def generation(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """BIOS or UEFI."""
    fact = source_facts.generation(subject, facts)
    if subject.definition and differ(fact.value, subject.definition.spec.hyper_v_generation):
        wanted = subject.definition.spec.hyper_v_generation
        message = f"the source is of {fact.value}, the definition {show(subject.definition_key)} of {wanted}"
        yield Finding(GENERATION, fact.path, message)


def architecture(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The processor."""
    fact = source_facts.architecture(subject, facts)
    if subject.definition and differ(fact.value, subject.definition.spec.architecture):
        wanted = subject.definition.spec.architecture
        message = (
            f"the source is for {fact.value}, the definition {show(subject.definition_key)} for {wanted}"
        )
        yield Finding(ARCHITECTURE, fact.path, message)


CHECKS = tuple(Check(ResolvedVersion, run) for run in (one, region, os_state, generation, architecture))
