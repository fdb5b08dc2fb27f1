"""What an entry of the catalogue is that no declaration decides.

Azure alone, a comparison with what exists, or the machine that uses an image decides it; or it is advice that
holds whatever is declared. Each says what this program does about it, so that nothing is silently left out.
"""

from dataclasses import dataclass
from enum import StrEnum

from azure_image_gallery.rules.rule import Evidence


class Decides(StrEnum):
    """What decides a rule, where it is not the declaration."""

    AZURE = "Azure alone"
    """Quotas, permissions, what a region offers, what is asynchronous."""
    CHANGE = "what exists already"
    """A comparison of the declaration with what was there before."""
    MACHINE = "the machine that uses the image"
    """A virtual machine or a scale set, which another declaration makes."""
    FORM = "the form of the declaration"
    """What cannot be declared otherwise: there is no key for it, or the program always sends it."""
    RULE = "another rule"
    """One of the catalogue that says the same of more."""
    NOTHING = "nothing: it is advice"
    """It holds whatever is declared."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """An entry of the catalogue that no declaration decides. Its code is permanent, as a rule's is."""

    code: str
    title: str
    """The rule in one sentence: what is required, or what is so."""
    why: str
    """Why Azure wants it so."""
    program: str
    """What this program does about it: waits, tries again, shows Azure's message, sends a value, nothing."""
    docs: str
    """The page that says so."""
    evidence: Evidence
    decides: Decides
