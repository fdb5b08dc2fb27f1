"""One included file: the keys of a declaration, without a namespace, and what may not stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import cast

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.namespace import AZURE_LOCATION, CONFIG, INCLUDE, LOCATION
from azure_image_gallery.config.places import Places, Root, Roots
from azure_image_gallery.config.problems import problems
from azure_image_gallery.config.reading import Found, read_yaml
from azure_image_gallery.config.yaml_tree import YamlTree
from azure_image_gallery.rules.configuration import SECRET_INCLUDED, UNKNOWN_KEY
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown


@dataclass(frozen=True)
class IncludedFile:
    """A part of a declaration. Bad input never raises; it is in `found`."""

    values: Mapping[str, object] = field(default_factory=dict[str, object])
    roots: Roots = field(default_factory=dict[str, Root])
    found: tuple[Found, ...] = ()
    complete: bool = True
    """Whether the file could be read."""


def read_included(file: FilePath, path: Path, place: Place | None) -> IncludedFile:
    """Read a file that `include` names.

    `path` and `place` are those of the pattern, where a file that cannot be opened is reported.
    """
    read = read_yaml(file)
    if read.tree is None:
        unopened = ((Finding(f.rule, path, f.message), place) for f, _ in read.found)
        return IncludedFile(found=read.found if read.file else tuple(unopened), complete=not read.found)
    found = [read.located(problem, at) for problem, at in problems(read, lambda at: at)]
    roots = dict(_roots(read.tree, found))
    values = {name: root.tree.value(root.entry.node, (name,)) for name, root in roots.items()}
    given = {name: value for name, value in values.items() if value is not None}
    found += _secrets(given, (), Places({(): roots}))
    return IncludedFile(given, roots, tuple(found))


def _roots(tree: YamlTree, found: list[Found]) -> Iterator[tuple[str, Root]]:
    """The entries of the declaration; what is none of it is found."""
    if not isinstance(tree.root, yaml_nodes.Mapping):
        return
    for key, entry in tree.entries(tree.root).items():
        root = Root(tree, entry, included=True)
        refused = _refused(key)
        if refused is None:
            yield key, root
        else:
            message, fix = refused
            found.append((Finding(UNKNOWN_KEY, (key,), message, on_key=True, fix=fix), root.key_place))


def _refused(key: str) -> tuple[str, str] | None:
    """Why a key may not stand at the top of an included file, and what to do; `None` where it may."""
    if key == INCLUDE:
        return (
            "an included file includes no other",
            "list the file under `include` in the stack's file, or in Pulumi.yaml",
        )
    if key == CONFIG:
        return (
            "an included file holds the keys of the declaration at its top, without `config:`",
            "move what stands under `config:` to the top, without the namespace",
        )
    if ":" in key:
        name = LOCATION if key == AZURE_LOCATION else key.rpartition(":")[2]
        return f"{key} has a namespace, and the keys of an included file have none", f"write `{name}:`"
    return None


def _secrets(value: object, path: Path, places: Places) -> Iterator[Found]:
    if isinstance(value, Unknown):
        message = "a secret stands in an included file, which Pulumi does not decrypt"
        yield Finding(SECRET_INCLUDED, path, message), places.find(path)
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield from _secrets(item, (*path, key), places)
    elif isinstance(value, list):
        for at, item in enumerate(cast("list[object]", value)):
            yield from _secrets(item, (*path, at), places)
