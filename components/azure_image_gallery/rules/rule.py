"""What a rule is, and what a check says when one is broken."""

from dataclasses import dataclass
from enum import StrEnum

from azure_image_gallery.spec.path import Path


class Severity(StrEnum):
    """An `ERROR` is something a source shows that Azure refuses; a `WARNING` is advice, or not yet proved."""

    ERROR = "error"
    WARNING = "warning"


class Evidence(StrEnum):
    """What a rule's fact rests on."""

    SERVER = "server answer"
    DOCUMENTATION = "documentation"
    INFERENCE = "inference"
    OURS = "this project's own grammar"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue. Its code is permanent and never used again for another."""

    code: str
    title: str
    """The rule in one sentence: what is required."""
    why: str
    """Why Azure, or good practice, wants it so."""
    fix: str
    """What to change."""
    docs: str
    """The page that says so."""
    evidence: Evidence
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()
    """Where the facts are declared without which the rule stays undecided, and which nothing else tells:
    `imageVersions.*.source.osState`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule, broken at a place."""

    rule: Rule
    path: Path
    """The value at fault."""
    message: str
    """What is wrong here, with the value given and what is allowed; lower case, no full stop."""
    on_key: bool = False
    """Whether the last key of the path is at fault, rather than what stands under it."""
    fix: str | None = None
    """The change to make here, where it says more than the rule's own."""

    weight: Severity | None = None
    """The severity here, where it is not the rule's own: part of a rule may be less proved than the rest."""

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How much it weighs: as said here, else as the rule does."""
        return self.weight or self.rule.severity

    @property
    def remedy(self) -> str:
        """What to change."""
        return self.fix or self.rule.fix
