"""A page of documentation as what a reader does: files to write, changes to make, commands to run.

A block says which file it is by its first line: `# stacks/Pulumi.first.yaml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\(\d+(?:\.\d+)?s\)")
_PROMPT = "$ "
_ANYTHING = "…"


@dataclass(frozen=True)
class Command:
    """A line to type, and what the page shows of the answer."""

    line: str
    shown: tuple[str, ...]

    @property
    def fails(self) -> bool:
        """Whether the page shows an error."""
        return any(re.match(r"\s*error\[", line) for line in self.shown)

    def missing(self, answer: str) -> list[str]:
        """The lines that the page shows and the answer has not. Durations do not count."""
        lines = {_plain(line) for line in answer.splitlines()}
        return [line for line in self.shown if not any(_pattern(line).fullmatch(said) for said in lines)]


@dataclass(frozen=True)
class File:
    """A file to write."""

    name: str
    text: str

    def apply(self, folder: Path) -> None:
        (folder / self.name).write_text(self.text, encoding="utf-8")


@dataclass(frozen=True)
class Change:
    """Lines of a file, before and after."""

    name: str
    before: str
    after: str

    def apply(self, folder: Path) -> None:
        """Make the change at the last place where it fits."""
        file = folder / self.name
        head, found, tail = file.read_text(encoding="utf-8").rpartition(self.before)
        assert found, f"{self.name} has no\n{self.before}"
        file.write_text(f"{head}{self.after}{tail}", encoding="utf-8")


def steps(page: str) -> Iterator[Command | File | Change]:
    """What a reader does, in order."""
    for kind, text in _BLOCK.findall(page):
        if kind == "console":
            yield from _commands(text)
        elif kind == "yaml":
            yield File(_name(text), text)
        elif kind == "diff":
            yield _change(text)


def commands(page: str) -> Iterator[Command]:
    """The commands alone, of a page whose other blocks need not name files."""
    for kind, text in _BLOCK.findall(page):
        if kind == "console":
            yield from _commands(text)


def _commands(text: str) -> Iterator[Command]:
    for part in re.split(rf"^{re.escape(_PROMPT)}", text, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        yield Command(line, tuple(one for one in shown if one.strip() not in ("", _ANYTHING)))


def _change(text: str) -> Change:
    lines = text.splitlines(keepends=True)[1:]
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    return Change(_name(text), before, after)


def _name(text: str) -> str:
    first = text.partition("\n")[0]
    assert first.startswith("# "), f"the block that begins with {first!r} names no file"
    return first.removeprefix("# ")


def _plain(line: str) -> str:
    return _SECONDS.sub("(1s)", line).rstrip()


def _pattern(line: str) -> re.Pattern[str]:
    return re.compile(re.escape(_plain(line)).replace(re.escape(_ANYTHING), ".*"))
