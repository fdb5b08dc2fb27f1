"""What came of checking files: every finding once, with the file it was first met in, and what is left open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from azure_image_gallery.config.declaration import load_stack
from azure_image_gallery.config.examine import Examined, examine
from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.text_file import shown_name
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.configuration import UNREADABLE_FILE
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import sort_by_place
from azure_image_gallery.rules.rule import Severity
from azure_image_gallery.rules.undeclared import Undeclared, undeclared


@dataclass
class Outcome:
    """Everything there is to say about some files."""

    findings: dict[Found, str] = field(default_factory=dict[Found, str])
    """In order, each with the file it was first met in."""
    overridden: dict[tuple[Overridden, Place | None], str] = field(
        default_factory=dict[tuple[Overridden, Place | None], str]
    )
    """What rules found and the declaration overrides; the same."""
    undeclared: dict[str, Undeclared] = field(default_factory=dict[str, Undeclared])
    """By file, the facts that rules wait for. They are counted where there is no error left to mend."""
    files: int = 0

    def add(self, file: Path, *, now: datetime) -> None:
        """Check one more stack's file."""
        name = shown_name(file)
        examined = examine(load_stack(file), now=now)
        for found in sort_by_place(examined.located):
            self.findings.setdefault(found, name)
        for each in examined.overridden:
            self.overridden.setdefault(each, name)
        self._ask(name, examined)
        self.files += 1

    def _ask(self, name: str, examined: Examined) -> None:
        has_errors = any(finding.severity is Severity.ERROR for finding, _ in examined.located)
        if examined.resolved is not None and not has_errors:
            self.undeclared[name] = undeclared(examined.resolved, RULES)

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding, _ in self.findings)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self.count(Severity.WARNING)

    @property
    def facts(self) -> int:
        """How many facts are not declared; one that is missing in several stacks counts once."""
        return len({path for each in self.undeclared.values() for path in each.facts})

    @property
    def undecided(self) -> Sequence[str]:
        """The codes of the rules that stay undecided somewhere, sorted."""
        return sorted({code for each in self.undeclared.values() for code in each.rules})

    @property
    def is_readable(self) -> bool:
        """Whether every file could be read."""
        return not any(finding.rule is UNREADABLE_FILE for finding, _ in self.findings)


def outcome(files: Iterable[Path], *, now: datetime) -> Outcome:
    """Check stack files, one after the other."""
    whole = Outcome()
    for file in files:
        whole.add(file, now=now)
    return whole
