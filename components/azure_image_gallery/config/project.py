"""The Pulumi project around a stack file: its name, where its stacks stand, what it gives by default.

Only what a declaration depends on is read; that the rest of Pulumi.yaml is in order is Pulumi's to say.
Sources: github.com/pulumi/pulumi sdk/v3 v3.259.0 go/common/workspace/project.go, pkg/v3 workspace/config.go.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from azure_image_gallery.config.reading import Found, Read, read_yaml
from azure_image_gallery.config.yaml_nodes import Mapping, Node, Scalar, Sequence
from azure_image_gallery.config.yaml_tree import Entry, YamlTree, keys_that_are_no_text, kind_of, meaning_of
from azure_image_gallery.rules.configuration import MISSING_KEY, SYNTAX, UNKNOWN_KEY, WRONG_TYPE
from azure_image_gallery.rules.rule import Finding

_FILES = ("Pulumi.yaml", "Pulumi.yml")
_ATTRIBUTES = ("type", "items", "description", "secret", "default", "value")
_TYPES = {"object": Mapping, "array": Sequence}


@dataclass(frozen=True)
class Project:
    """A Pulumi.yaml, as far as it was read."""

    file: Path
    read: Read
    name: str | None = None
    """The namespace of the project's configuration; `None` where it could not be read."""
    stack_dir: Path = Path()
    defaults: "tuple[Default, ...]" = ()
    found: tuple[Found, ...] = ()

    def stack_file(self, stack: str) -> Path:
        """The file of a stack, whether it is there or not."""
        return self.stack_dir / f"Pulumi.{stack.replace('/', '-')}{self.file.suffix}"

    def stacks(self) -> list[str]:
        """The stacks that have a file, sorted by name."""
        suffix = self.file.suffix
        files = (path for path in self.stack_dir.glob(f"Pulumi.*{suffix}") if path.is_file())
        return sorted(path.name.removeprefix("Pulumi.").removesuffix(suffix) for path in files)


@dataclass(frozen=True)
class Default:
    """A configuration key that Pulumi.yaml declares."""

    key: str
    """As written, with its namespace or without."""
    entry: Entry
    node: Node | None
    """The value. `None`: every stack has to give one."""
    type: str | None = None


def find_project(start: Path) -> Path | None:
    """The nearest Pulumi.yaml in a folder or above it."""
    try:
        folder = start.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    for above in (folder, *folder.parents):
        for name in _FILES:
            if (above / name).is_file():
                return above / name
    return None


def read_project(file: Path) -> Project:
    """Read a Pulumi.yaml. What is wrong with it is in `found`."""
    read = read_yaml(file)
    tree = read.tree
    if tree is None or not isinstance(tree.root, Mapping):
        return Project(file, read, stack_dir=file.parent, found=read.found)
    top = tree.entries(tree.root)
    name = _text(top, "name")
    config = top.get("config")
    old_style = _text(top, "config")  # `config: folder`, the former spelling of stackConfigDir
    folder = _text(top, "stackConfigDir") or old_style or ""
    found = [*read.found]
    if not name:
        message = f"{tree.file.name} gives the project no name"
        found.append((Finding(MISSING_KEY, (), message, fix="add `name:`"), tree.file.place(0, 1)))
    defaults: list[Default] = []
    if config and isinstance(config.node, Mapping):
        for key, entry in tree.entries(config.node).items():
            defaults.append(_default(tree, key, entry))
            found.extend(_complaints(tree, key, entry))
        found.extend(_other_keys(tree, config.node))
    return Project(file, read, name or None, file.parent / folder, tuple(defaults), tuple(found))


def _text(entries: dict[str, Entry], key: str) -> str | None:
    entry = entries.get(key)
    meaning = meaning_of(entry.node) if entry and isinstance(entry.node, Scalar) else None
    return meaning if isinstance(meaning, str) else None


def _default(tree: YamlTree, key: str, entry: Entry) -> Default:
    """A value stands in short form (no map), under `default`, or under `value`; null is none."""
    if not isinstance(entry.node, Mapping):
        return Default(key, entry, entry.node if _is_given(entry.node) else None)
    attributes = tree.entries(entry.node)
    given = (attributes[name].node for name in ("default", "value") if name in attributes)
    value = next((node for node in given if _is_given(node)), None)
    return Default(key, entry, value, _text(attributes, "type"))


def _is_given(node: Node) -> bool:
    return not (isinstance(node, Scalar) and meaning_of(node) is None)


def _complaints(tree: YamlTree, key: str, entry: Entry) -> Iterator[Found]:
    """What makes Pulumi refuse a key's declaration."""
    if not isinstance(entry.node, Mapping):
        return
    attributes = tree.entries(entry.node)
    for name, attribute in attributes.items():
        if name not in _ATTRIBUTES:
            node = attribute.key_node
            message = (
                f"Pulumi.yaml knows no {name} for a configuration key; it takes {', '.join(_ATTRIBUTES)}"
            )
            fix = f"put the whole value of {key} under `default:`"
            yield (
                Finding(UNKNOWN_KEY, (), message, on_key=True, fix=fix),
                tree.file.place(node.start, node.end),
            )
    if "default" in attributes and "value" in attributes:
        node = attributes["value"].key_node
        message = f"{key} has both a default and a value"
        fix = "keep one of the two"
        yield Finding(WRONG_TYPE, (), message, on_key=True, fix=fix), tree.file.place(node.start, node.end)


def _other_keys(tree: YamlTree, config: Node) -> Iterator[Found]:
    """Pulumi takes a key that is a number in a stack's file, and refuses it in Pulumi.yaml."""
    for key in dict.fromkeys(keys_that_are_no_text(config)):
        message = (
            f"the key {key.text} is read as {kind_of(meaning_of(key))}; in Pulumi.yaml every key is text"
        )
        fix = f'write "{key.text}" in quotes'
        yield Finding(SYNTAX, (), message, on_key=True, fix=fix), tree.file.place(key.start, key.end)


def fits(type_name: str, node: Node) -> bool:
    """Whether a value has the type that Pulumi.yaml gives its key."""
    if type_name in _TYPES:
        return isinstance(node, _TYPES[type_name])
    if not isinstance(node, Scalar):
        return False
    meaning = meaning_of(node)
    if type_name == "boolean":
        return isinstance(meaning, bool) or meaning in ("true", "false")
    if type_name == "integer":
        whole = isinstance(meaning, int) or (isinstance(meaning, float) and meaning.is_integer())
        return (whole and not isinstance(meaning, bool)) or (
            isinstance(meaning, str) and _is_integer(meaning)
        )
    return True  # a scalar under a configuration key is text by the time its type is asked


def _is_integer(text: str) -> bool:
    return text.lstrip("+-").isdecimal() and text.isascii()
