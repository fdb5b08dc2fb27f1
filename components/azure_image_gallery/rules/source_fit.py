"""Rules about whether what a version is made from fits its definition."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.behind import os_place
from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState, SourceOsType
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE

_IMAGES = "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries"
_IMAGING = "https://learn.microsoft.com/azure/virtual-machines/linux/imaging"
_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    evidence=Evidence.SERVER,
)

OS_STATE = _rule(
    code="SRC012",
    title="the source's OS state is the definition's",
    why="A definition holds either generalized or specialized images, and refuses the other kind.",
    fix="publish to a definition of the source's OS state",
    needs=("imageVersions.*.*.source.osState",),
    docs=f"{_IMAGES}#generalized-and-specialized-images",
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
    needs=("imageVersions.*.*.source.hyperVGeneration",),
)
ARCHITECTURE = _rule(
    code="IMG013",
    title="the source's architecture is the definition's",
    why="A definition holds images for one processor architecture.",
    fix="publish to a definition of the source's architecture",
    needs=("imageVersions.*.*.source.architecture",),
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
OS_TYPE = _rule(
    code="SRC015",
    title="the source's operating system is the definition's, Linux",
    why="A definition holds images of one operating system, and all of them are Linux here.",
    fix="name a source with Linux, or correct osType",
    needs=("imageVersions.*.*.source.osType",),
)
RULES = (OS_STATE, MANAGED_IMAGE_STATE, GENERATION, ARCHITECTURE, SPECIALIZED, OS_TYPE)


def os_state(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The OS state, where the source is no managed image."""
    place = os_place(subject.source)
    if subject.definition is None or place is None or place.kind == MANAGED_IMAGE:
        return
    fact, wanted = source_facts.os_state(subject, facts), subject.definition.spec.os_state
    if differ(fact.value, wanted):
        what = f"the source is {fact.value}{fact.origin}"
        yield Finding(
            OS_STATE, fact.path, f"{what}, the definition {show(subject.definition_key)} is {wanted}"
        )


def managed_image(subject: ResolvedVersion, _: Facts) -> Iterator[Finding]:
    """A managed image, which is generalized whatever is said of it."""
    place = os_place(subject.source)
    if subject.definition is None or place is None or place.kind != MANAGED_IMAGE:
        return
    if subject.definition.spec.os_state is OsState.SPECIALIZED:
        message = f"a managed image is generalized, {show(subject.definition_key)} is Specialized"
        yield Finding(MANAGED_IMAGE_STATE, place.path, message)
    elif subject.source.facts.os_state is OsState.SPECIALIZED:
        path = (*subject.source.path, "osState")
        yield Finding(SPECIALIZED, path, "a managed image is never Specialized")


def generation(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """BIOS or UEFI."""
    if subject.definition is None:
        return
    fact, wanted = source_facts.generation(subject, facts), subject.definition.spec.hyper_v_generation
    if differ(fact.value, wanted):
        what = f"the source is of {fact.value}{fact.origin}"
        yield Finding(
            GENERATION, fact.path, f"{what}, the definition {show(subject.definition_key)} of {wanted}"
        )


def architecture(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The processor."""
    if subject.definition is None:
        return
    fact, wanted = source_facts.architecture(subject, facts), subject.definition.spec.architecture
    if differ(fact.value, wanted):
        what = f"the source is for {fact.value}{fact.origin}"
        yield Finding(
            ARCHITECTURE, fact.path, f"{what}, the definition {show(subject.definition_key)} for {wanted}"
        )


def os_type(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Linux, as every definition here."""
    fact = source_facts.os_type(subject, facts)
    if subject.definition is not None and fact.value is SourceOsType.WINDOWS:
        what = f"the source has {fact.value}{fact.origin}"
        yield Finding(OS_TYPE, fact.path, f"{what}, the definition {show(subject.definition_key)} Linux")


CHECKS = tuple(
    Check(ResolvedVersion, run) for run in (os_state, managed_image, generation, architecture, os_type)
)
