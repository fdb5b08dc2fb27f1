"""The outcome of checking a declaration."""

from dataclasses import dataclass

from azure_image_gallery.rules.rule import Finding, Severity
from azure_image_gallery.spec.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Overridden:
    """What a rule found, and the declaration does not heed at that place."""

    finding: Finding
    because: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a declaration comes to, and everything that was found about it."""

    resolved: Resolved | None
    """`None` where there is an error in the structure: then nothing may be built from it."""
    findings: tuple[Finding, ...]
    """All of them, sorted by path, without what is overridden."""
    overridden: tuple[Overridden, ...] = ()
    """What is overridden, sorted by path. Every report shows it."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those that Azure would refuse."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Those that are advice, or not yet proved."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)
