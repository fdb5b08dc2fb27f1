"""Which stacks have to be up before another: those whose outputs it takes.

A stack's file, Pulumi.yaml and the files that either includes may say `{stackOutput: …, name: …}`. What
cannot be read as YAML is passed over: the program says what is wrong with it, and where.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import yaml

_OUTPUT = ("stackOutput", "stack_output")
_INCLUDE = "include"
_PARTS = 3


def needed(project: Path, stack_file: Path) -> list[str]:
    """Return the stacks as they are named there, each once: `organization/linux-images/staging`."""
    found: dict[str, None] = {}
    for file in _files(project, stack_file):
        for key, value in _entries(_read(file)):
            if key in _OUTPUT and isinstance(value, yaml.ScalarNode):
                found[value.value] = None
    return list(found)


def own_stack(reference: str, project_name: str) -> str | None:
    """Return the stack's plain name if it is one of this project, else `None`.

    The local backend knows `organization` alone; Pulumi's references are `organization/project/stack`.
    """
    parts = reference.split("/")
    return parts[-1] if len(parts) < _PARTS or parts[-2] == project_name else None


def _files(project: Path, stack_file: Path) -> Iterator[Path]:
    """The files of a declaration. Patterns are relative to the folder of Pulumi.yaml."""
    for file in (project / "Pulumi.yaml", stack_file):
        yield file
        for key, value in _entries(_read(file)):
            if key.rsplit(":", 1)[-1] == _INCLUDE:
                for pattern in _texts(value):
                    yield from _matches(project, pattern)


def _matches(project: Path, pattern: str) -> list[Path]:
    try:
        return sorted(project.glob(pattern))
    except (NotImplementedError, ValueError):  # absolute or empty; the program says so
        return []


def _read(file: Path) -> yaml.Node | None:
    try:
        text = file.read_text(encoding="utf-8")
        return cast("yaml.Node | None", yaml.compose(text, Loader=yaml.SafeLoader))  # pyright: ignore[reportUnknownMemberType]  the library is typed in part
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return None


def _entries(root: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Every key that is text, and its value, at any depth; what an alias repeats comes once."""
    for node in _nodes(root):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    yield key.value, value


def _texts(root: yaml.Node) -> list[str]:
    return [node.value for node in _nodes(root) if isinstance(node, yaml.ScalarNode)]


def _nodes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """All values at any depth, keys left out."""
    seen: set[int] = set()
    left = [root] if root else []
    while left:
        node = left.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            left += [value for _, value in reversed(node.value)]
        elif isinstance(node, yaml.SequenceNode):
            left += reversed(node.value)
