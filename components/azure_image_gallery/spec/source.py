"""Sources: what an image is made from, and the facts about it that an id cannot tell.

Exactly one of the places is given. A value that begins with `/subscriptions/` is something that exists; a
name is declared in the same declaration.
"""

from azure_image_gallery.spec.enums import Architecture, HyperVGeneration, OsState, SecurityType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region


class SourceFacts(Model):
    """Facts about a source. What is left out is not known, and the rules about it stay undecided."""

    os_state: OsState | None = None
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: HyperVGeneration | None = None
    """The source's generation of virtual hardware."""
    architecture: Architecture | None = None
    """The source's processor."""
    security_type: SecurityType | None = None
    """The source's security type."""
    location: OrUnknown[Region] | None = None
    """The source's region."""


class ManagedImageSource(SourceFacts):
    """What a managed image is made from."""

    virtual_machine: OrUnknown[str] | None = None
    """The id of a virtual machine, deallocated and generalized."""


class ImageVersionSource(SourceFacts):
    """What an image version is made from: exactly one."""

    managed_image: OrUnknown[str] | None = None
    """A managed image declared here, or the id of one."""
    virtual_machine: OrUnknown[str] | None = None
    """The id of a virtual machine."""
    snapshot: OrUnknown[str] | None = None
    """The id of a snapshot of an operating system disk."""
