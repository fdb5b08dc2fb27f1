"""A YAML file read whole: its tree, or the finding that says why there is none."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from azure_image_gallery.config.text_file import TextFile, UnreadableFileError, read_text
from azure_image_gallery.config.yaml_nodes import Mapping, Scalar, Sequence, SyntaxFaultError, compose
from azure_image_gallery.config.yaml_tree import Problem, YamlTree, meaning_of
from azure_image_gallery.rules.configuration import SYNTAX, UNREADABLE_FILE, WRONG_TYPE
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding

Found: TypeAlias = tuple[Finding, Place | None]
"""A finding about a file, with its place there."""


@dataclass(frozen=True)
class Read:
    """What came of reading a file."""

    file: TextFile | None
    """`None`: it could not be read."""
    tree: YamlTree | None
    """`None`: there is no text, or no YAML, or not a map at the top."""
    found: tuple[Found, ...] = ()
    """Why there is no tree. An empty file is none, and no finding."""

    def located(self, problem: Problem, path: tuple[str | int, ...]) -> Found:
        """A problem of this file as a finding at a path of the declaration."""
        finding = Finding(problem.rule, path, problem.message, problem.on_key and path != (), problem.fix)
        return finding, self.file.place(problem.start, problem.end) if self.file else None


def read_yaml(path: Path) -> Read:
    """Read a file as one YAML map. Never raises for what is in the file or where it is."""
    try:
        file = read_text(path)
    except UnreadableFileError as error:
        return Read(None, None, ((Finding(UNREADABLE_FILE, (), str(error)), None),))
    try:
        root = compose(file.text)
    except SyntaxFaultError as fault:
        place = file.place(fault.start, fault.end)
        return Read(file, None, ((Finding(SYNTAX, (), fault.message), place),))
    if root is None or (isinstance(root, Scalar) and meaning_of(root) is None):
        return Read(file, None)
    if not isinstance(root, Mapping):
        kind = "a list" if isinstance(root, Sequence) else "text"
        finding = Finding(WRONG_TYPE, (), f"the file holds {kind}, where a map is expected")
        return Read(file, None, ((finding, file.place(root.start, root.end)),))
    return Read(file, YamlTree(file, root))
