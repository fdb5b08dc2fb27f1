"""The effective declaration of a stack: what `pulumi up` would see, with a place for each value.

`load_stack` reads it from the files alone; `load_engine` takes the values the engine handed over and only
looks up places in the files. Both know the values of Pulumi's own `environment:` not at all: those come from
Pulumi ESC at run time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path as FilePath
from typing import cast

from azure_image_gallery.config import yaml_nodes
from azure_image_gallery.config.agreement import agree, without_empty
from azure_image_gallery.config.engine_values import parse_value
from azure_image_gallery.config.go_scalars import Moment, json_text
from azure_image_gallery.config.places import Places
from azure_image_gallery.config.project import Default, Project, find_project, fits, read_project
from azure_image_gallery.config.reading import Found, Read, read_yaml
from azure_image_gallery.config.text_file import shown_name
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import Entry, YamlTree, meaning_of
from azure_image_gallery.rules.configuration import (
    DUPLICATE_KEY,
    KEY_LOST,
    MISSING_KEY,
    NO_DECLARATION,
    SYNTAX,
    TEXT_EXPECTED,
    UNKNOWN_KEY,
    UNREADABLE_FILE,
    WRONG_TYPE,
)
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

_CONFIG = "config"
_LOCATION = "location"
_AZURE_LOCATION = "azure-native:location"
_DATES = ("endOfLifeDate", "end_of_life_date")


@dataclass(frozen=True)
class LoadedDeclaration:
    """A declaration as it was read. Bad input never raises; it is in `findings`."""

    values: Mapping[str, object]
    """The effective declaration without the namespace: `{"gallery": {...}, "location": "westeurope"}`.
    A secret that was not decrypted is an `Unknown`."""
    located: tuple[Found, ...] = ()
    """What was found while reading, each with its place."""
    places: Places = field(default_factory=Places)
    secret_paths: frozenset[Path] = frozenset()
    """Where the files hold a secret: these leaves are never printed."""
    complete: bool = True
    """Whether there is a declaration to check; if not, `findings` says why."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found while reading."""
        return tuple(finding for finding, _ in self.located)


def load_stack(stack_file: FilePath) -> LoadedDeclaration:
    """Read a stack's file together with the Pulumi.yaml it belongs to."""
    stack = read_yaml(stack_file)
    if stack.found:
        return LoadedDeclaration({}, stack.found, complete=False)
    project_file = find_project(stack_file.parent)
    if project_file is None:
        message = f"no Pulumi.yaml stands beside {shown_name(stack_file)} or in a folder above it"
        finding = Finding(UNREADABLE_FILE, (), message, fix="put the file into a Pulumi project")
        return LoadedDeclaration({}, ((finding, None),), complete=False)
    project = read_project(project_file)
    if project.name is None:
        return LoadedDeclaration({}, project.found, complete=False)
    return _Stack(project, project.name, stack).load()


def load_engine(values: Mapping[str, object], *, project_file: FilePath, stack: str) -> LoadedDeclaration:
    """Take the engine's values for the truth, and the files for places.

    `values` are those of the project's namespace, objects parsed (`parse_value`), with `location` from
    `azure-native:location` where the declaration has none of its own. A value has a place where the file says
    the same, none where it was set in another way. Of what is wrong with the files, only a lost key is left
    to report: the engine has read them already.
    """
    values = without_empty(values)
    project = read_project(project_file)
    stack_file = read_yaml(project.stack_file(stack))
    if project.name is None or stack_file.tree is None:
        return LoadedDeclaration(values)
    loaded = _Stack(project, project.name, stack_file).load()

    def holds(path: Path) -> bool:
        return agree(loaded.values, values, path)

    places = Places(loaded.places.roots, loaded.places.around, holds)
    lost = ((finding, place) for finding, place in loaded.located if finding.rule is KEY_LOST)
    kept = tuple((finding, place) for finding, place in lost if holds(finding.path))
    return LoadedDeclaration(values, kept, places, loaded.secret_paths)


@dataclass(frozen=True)
class _Stack:
    """A stack file and its project, on the way to a declaration."""

    project: Project
    namespace: str
    read: Read

    def load(self) -> LoadedDeclaration:
        found = [*self.project.found]
        own, foreign = self._from_stack(found)
        roots = {**self._from_project(own, found), **own}
        if _LOCATION not in roots and _AZURE_LOCATION in roots:
            roots[_LOCATION] = roots[_AZURE_LOCATION]
        roots = {key: root for key, root in roots.items() if ":" not in key}
        values = without_empty({key: self._value(key, *root) for key, root in roots.items()})
        complete = any(key != _LOCATION for key in roots)
        if not complete:
            found.append(self._nothing_declared(foreign))
        found.extend(self._problems(self.read, self.namespace))
        found.extend(self._problems(self.project.read, self.namespace))
        places = Places(roots, self._around())
        return LoadedDeclaration(values, tuple(found), places, frozenset(_secrets(values)), complete)

    def _from_stack(self, found: list[Found]) -> tuple[dict[str, tuple[YamlTree, Entry]], list[str]]:
        """The stack's own entries by name, other namespaces' by full key, and the keys that are not ours."""
        roots: dict[str, tuple[YamlTree, Entry]] = {}
        foreign: list[str] = []
        tree = self.read.tree
        config = self._config()
        if tree is None or config is None:
            return roots, foreign
        if not isinstance(config.node, yaml_nodes.Mapping):
            if not _is_empty(config.node):
                finding = Finding(WRONG_TYPE, (), "config holds a map of keys", fix="give each key on a line")
                found.append((finding, tree.file.place(config.node.start, config.node.end)))
            return roots, foreign
        for key, entry in tree.entries(config.node).items():
            name = _name_of(key, self.namespace)
            if name is None or not _is_text(entry.key_node):
                found.append(_no_key(tree, key, entry, self.namespace))
            elif name in roots:
                message = f"{key} is given twice: with its namespace and without"
                finding = Finding(DUPLICATE_KEY, (name,), message, on_key=True)
                found.append((finding, tree.file.place(entry.key_node.start, entry.key_node.end)))
            else:
                roots[name] = (tree, entry)
                foreign += [key] if ":" in name else []
        return roots, foreign

    def _from_project(
        self,
        own: Mapping[str, tuple[YamlTree, Entry]],
        found: list[Found],
    ) -> dict[str, tuple[YamlTree, Entry]]:
        """Defaults of Pulumi.yaml for what the stack does not give; a stack's value replaces one whole."""
        roots: dict[str, tuple[YamlTree, Entry]] = {}
        tree = self.project.read.tree
        if tree is None:
            return roots
        for default in self.project.defaults:
            name = _name_of(default.key, self.namespace)
            if name is None:
                found.append(_no_key(tree, default.key, default.entry, self.namespace))
            elif name in own:
                found.extend(_misfit(default, *own[name], (name,)))
            elif default.node is not None:
                roots[name] = (tree, Entry(default.entry.key_node, default.node))
            elif ":" not in name:
                message = f"Pulumi.yaml asks every stack for {name}, and this one gives none"
                found.append((Finding(MISSING_KEY, (name,), message), self._around()))
        return roots

    def _value(self, key: str, tree: YamlTree, entry: Entry) -> object:
        """What the program receives for an entry right under `config:`, where every scalar becomes text."""
        node = entry.node
        from_project = tree is self.project.read.tree
        if not isinstance(node, Scalar):
            return tree.value(node, (key,), iso_dates=from_project)
        return parse_value(_text_of(node, iso_dates=from_project))

    def _problems(self, read: Read, namespace: str) -> Iterator[Found]:
        for problem in read.tree.problems() if read.tree else ():
            path = _declared(problem.path, namespace)
            if read is self.project.read and path[1:2] in {("default",), ("value",)}:
                path = (path[0], *path[2:])
            if problem.rule is TEXT_EXPECTED and (not path or _is_date_wanted(path)):
                continue
            if problem.rule is not KEY_LOST or len(path) > 1:
                yield read.located(problem, path)
            elif len(problem.path) == 1:
                message = f"the key {problem.path[0]} is not text, and Pulumi refuses the file for it"
                place = read.tree.file.place(problem.start, problem.end) if read.tree else None
                yield Finding(SYNTAX, (), message, fix="put the key in quotes"), place

    def _config(self) -> Entry | None:
        tree = self.read.tree
        if tree is None or not isinstance(tree.root, yaml_nodes.Mapping):
            return None
        return tree.entries(tree.root).get(_CONFIG)

    def _around(self) -> Place | None:
        config = self._config()
        file = self.read.file
        if file is None:
            return None
        return file.place(config.key_node.start, config.key_node.end) if config else file.place(0, 0)

    def _nothing_declared(self, foreign: list[str]) -> Found:
        message = f"nothing is declared under {self.namespace}:"
        others = sorted({key.split(":")[0] for key in foreign} - {"azure-native"})
        if self._config() is None:
            message += ", for the file has no `config:`"
        elif others:
            message += f"; the keys here belong to {', '.join(others)}"
        fix = f"declare at least `{self.namespace}:gallery` under `config:`"
        return Finding(NO_DECLARATION, (), message, fix=fix), self._around()


def _name_of(key: str, namespace: str) -> str | None:
    """A configuration key without our namespace; another's whole; `None` for what is no key.

    `<namespace>:config:<name>` is an older spelling that Pulumi still takes.
    """
    parts = key.split(":")
    if len(parts) == 3 and parts[1] == _CONFIG:  # noqa: PLR2004  namespace, `config`, name
        parts = [parts[0], parts[2]]
    if len(parts) == 1:
        return key
    if len(parts) > 2:  # noqa: PLR2004  namespace and name
        return None
    return parts[1] if parts[0] == namespace else ":".join(parts)


def _declared(path: Path, namespace: str) -> Path:
    """A path of the file as one of the declaration; empty where it is not part of that."""
    if len(path) < 2 or path[0] != _CONFIG or not isinstance(path[1], str):  # noqa: PLR2004  `config` and a key
        return ()
    if path[1] == _AZURE_LOCATION:
        return (_LOCATION,)
    name = _name_of(path[1], namespace)
    return () if name is None or ":" in name else (name, *path[2:])


def _is_date_wanted(path: Path) -> bool:
    """Whether a date may stand at a path, so that nothing is lost when Pulumi reads one there."""
    return path[-1] in _DATES and "tags" not in path


def _no_key(tree: YamlTree, key: str, entry: Entry, namespace: str) -> Found:
    message = f"{key} is not a configuration key: those are text, and have one colon at most"
    finding = Finding(UNKNOWN_KEY, (), message, on_key=True, fix=f"write it as `{namespace}:<name>`")
    return finding, tree.file.place(entry.key_node.start, entry.key_node.end)


def _misfit(default: Default, tree: YamlTree, entry: Entry, path: Path) -> Iterator[Found]:
    if default.type and not tree.is_secret(entry.node) and not fits(default.type, entry.node):
        message = f"Pulumi.yaml says that {default.key} is of type {default.type}, which this is not"
        node = entry.node if isinstance(entry.node, Scalar) and entry.node.text else entry.key_node
        yield Finding(WRONG_TYPE, path, message), tree.file.place(node.start, node.end)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and isinstance(meaning_of(node), str)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and meaning_of(node) is None


def _text_of(node: Scalar, *, iso_dates: bool) -> str:
    meaning = meaning_of(node)
    if meaning is None:
        return ""
    if isinstance(meaning, bool):
        return "true" if meaning else "false"
    if isinstance(meaning, int | float):
        return json_text(meaning) if isfinite(meaning) else node.text
    if isinstance(meaning, Moment):
        return meaning.iso if iso_dates else meaning.text
    return meaning


def _secrets(value: object) -> Iterator[Path]:
    if isinstance(value, Unknown):
        yield value.path
    elif isinstance(value, dict):
        for item in cast("dict[str, object]", value).values():
            yield from _secrets(item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _secrets(item)
