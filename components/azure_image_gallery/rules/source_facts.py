"""What is known about a source, and where it is said.

A fact stands beside the source. Where it does not, and the source is declared in the same declaration, it
follows from there, through whatever lies between; a managed image is x64 and generalized always, for
Azure makes no others. Facts are about the operating system disk: a data disk tells none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from azure_image_gallery.rules.behind import behind, os_place
from azure_image_gallery.rules.facts import Facts, is_known
from azure_image_gallery.spec.enums import Architecture, OsState, SecurityType
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.resolved import Made, ResolvedDefinition, ResolvedManagedImage, ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE

_GENERATION, _ARCHITECTURE, _OS_STATE, _SECURITY = (
    "hyperVGeneration",
    "architecture",
    "osState",
    "securityType",
)
_OS_TYPE, _PLAN, _IN_GUEST, _CONTROLLER = (
    "osType",
    "purchasePlan",
    "azureDiskEncryption",
    "diskControllerType",
)
_FIELDS: Mapping[str, str] = {
    _GENERATION: "hyper_v_generation",
    _ARCHITECTURE: "architecture",
    _OS_STATE: "os_state",
    _SECURITY: "security_type",
    _OS_TYPE: "os_type",
    _PLAN: "purchase_plan",
    _IN_GUEST: "azure_disk_encryption",
    _CONTROLLER: "disk_controller_type",
}
_OF_MANAGED_IMAGES: Mapping[str, object] = {
    _ARCHITECTURE: Architecture.X64,
    _OS_STATE: OsState.GENERALIZED,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A value about a source."""

    value: object
    path: Path
    """Where it is said, or the name it follows from."""
    said: Path | None = None
    """Where the entry that the name leads to says so."""

    @property
    def origin(self) -> str:
        """What to add to a message: where another entry says so, as far as one does."""
        return f", as {format_path(self.said)} says" if self.said else ""


def generation(subject: Made, facts: Facts) -> Fact:
    """The source's generation of virtual hardware.

    Undecided where it would come to a managed image that says none, and is not what such an image is sent:
    that is told of the image.
    """
    fact = _fact(subject, facts, _GENERATION)
    sent = _sent(subject, facts) if subject.source.facts.hyper_v_generation is None else None
    if sent is None or fact.value == sent:
        return fact
    return Fact(sent if fact.value is None else None, fact.path)


def _sent(subject: Made, facts: Facts) -> object:
    """What the nearest managed image behind a source is sent as its generation; a version has its own."""
    for made in behind(os_place(subject.source), facts):
        if isinstance(made, ResolvedManagedImage):
            return made.hyper_v_generation
        if isinstance(made, ResolvedVersion):
            break
    return None


def architecture(subject: Made, facts: Facts) -> Fact:
    """The source's processor."""
    return _fact(subject, facts, _ARCHITECTURE)


def os_state(subject: Made, facts: Facts) -> Fact:
    """Whether the source is generalized or specialized."""
    return _fact(subject, facts, _OS_STATE)


def security_type(subject: Made, facts: Facts) -> Fact:
    """The source's security type."""
    return _fact(subject, facts, _SECURITY)


def os_type(subject: Made, facts: Facts) -> Fact:
    """The operating system in the source."""
    return _fact(subject, facts, _OS_TYPE)


def purchase_plan(subject: Made, facts: Facts) -> Fact:
    """The plan of the marketplace image that the source comes from."""
    return _fact(subject, facts, _PLAN)


def azure_disk_encryption(subject: Made, facts: Facts) -> Fact:
    """Whether the source is encrypted from within."""
    return _fact(subject, facts, _IN_GUEST)


def disk_controller(subject: Made, facts: Facts) -> Fact:
    """The disk controller of the machine behind the source."""
    return _fact(subject, facts, _CONTROLLER)


def _fact(subject: Made, facts: Facts, key: str) -> Fact:
    source = subject.source
    own = getattr(source.facts, _FIELDS[key])
    place = os_place(source)
    if own is not None or place is None:
        return Fact(own, (*source.path, key))
    last, is_image = place, place.kind == MANAGED_IMAGE
    for made in behind(place, facts):
        is_image = is_image or isinstance(made, ResolvedManagedImage)
        if is_image and key == _OS_STATE:
            break
        value, said = _said(made, key)
        if value is not None or isinstance(made, ResolvedVersion):
            return Fact(value, place.path, said)
        last = os_place(made.source)
    always = _OF_MANAGED_IMAGES.get(key) if is_image and last and is_known(last.value) else None
    return Fact(always, place.path)


def _said(made: Made, key: str) -> tuple[object, Path]:
    """What an entry says, of itself or of its source, and where."""
    field = _FIELDS[key]
    if isinstance(made, ResolvedVersion):
        return _of_definition(made.definition, key) if made.definition else (None, ())
    own = getattr(made.spec, field, None)
    if own is not None:
        return own, (*made.path, key)
    return getattr(made.source.facts, field), (*made.source.path, key)


def _of_definition(definition: ResolvedDefinition, key: str) -> tuple[object, Path]:
    value: object = getattr(definition.spec, _FIELDS[key], None)
    # With these types it is the machine, or the disk, that chooses.
    is_open = isinstance(value, SecurityType) and value.endswith("Supported")
    return None if is_open else value, (*definition.path, key)
