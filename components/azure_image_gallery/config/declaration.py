"""The effective declaration of a stack: what `pulumi up` would see, with a place for each value.

`load_stack` reads it from the files alone; `load_engine` takes the values the engine handed over and only
looks up places in the files. What is included the engine does not know: both read it here. Neither knows the
values of Pulumi's own `environment:`: those come from Pulumi ESC at run time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import TypeVar, cast

from azure_image_gallery.config.agreement import agree, without_empty
from azure_image_gallery.config.base import Base, read_base
from azure_image_gallery.config.include import read_include
from azure_image_gallery.config.merge import merge
from azure_image_gallery.config.namespace import AZURE_LOCATION, INCLUDE, LOCATION
from azure_image_gallery.config.places import Places
from azure_image_gallery.config.project import find_project, read_project
from azure_image_gallery.config.reading import Found, read_yaml
from azure_image_gallery.config.text_file import shown_name
from azure_image_gallery.rules.configuration import KEY_LOST, UNREADABLE_FILE
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown
from azure_image_gallery.spec.walk import replaced

T = TypeVar("T")


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
    """Where the stack's file holds a secret: these leaves are never printed."""
    complete: bool = True
    """Whether there is a whole declaration to check; if not, `findings` says why."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found while reading."""
        return tuple(finding for finding, _ in self.located)


def load_stack(stack_file: FilePath) -> LoadedDeclaration:
    """Read a stack's file together with the Pulumi.yaml it belongs to, and what they include."""
    stack = read_yaml(stack_file)
    if stack.found:
        return LoadedDeclaration({}, stack.found, complete=False)
    project_file = find_project(stack_file.parent)
    if project_file is None:
        message = f"no Pulumi.yaml stands beside {shown_name(stack_file)} or in a folder above it"
        finding = Finding(UNREADABLE_FILE, (), message, fix="put the file into a Pulumi project")
        return LoadedDeclaration({}, ((finding, None),), complete=False)
    base = read_base(read_project(project_file), stack)
    if base.nothing is None:
        return LoadedDeclaration({}, base.found, complete=False)
    loaded = _whole(base, base.values, project_file.parent)
    is_empty = loaded.complete and not loaded.values.keys() - {LOCATION}
    found = (*base.found, *loaded.located, *((base.nothing,) if is_empty else ()))
    return replace(loaded, located=found, complete=loaded.complete and not is_empty)


def load_engine(values: Mapping[str, object], *, project_file: FilePath, stack: str) -> LoadedDeclaration:
    """Take the engine's values for the truth, and the files for places.

    `values` are those of the project's namespace, objects parsed (`parse_value`), and azure-native's location
    under its whole key. A value has a place where the file says the same, none where it was set in another
    way. Of what is wrong with the files that the engine has read, only a lost key is left to report.
    """
    values = without_empty(values)
    project = read_project(project_file)
    base = read_base(project, read_yaml(project.stack_file(stack)))

    def agrees(path: Path) -> bool:
        is_azures = path == (LOCATION,) and LOCATION not in values
        return agree(base.values, values, (AZURE_LOCATION,) if is_azures else path)

    loaded = _whole(base, values, project_file.parent, agrees)
    lost = tuple(found for found in base.found if found[0].rule is KEY_LOST and agrees(found[0].path))
    return replace(loaded, located=(*lost, *loaded.located))


def _whole(
    base: Base,
    values: Mapping[str, object],
    folder: FilePath,
    agrees: Callable[[Path], bool] = lambda _: True,
) -> LoadedDeclaration:
    """The declaration with what it includes, and what was found in the included files.

    `values` are those in use: the base's own, but in `pulumi up` the engine's. `agrees` tells where both are
    the same.
    """
    secrets = frozenset(_secrets(base.values))
    places = Places({(): base.roots}, base.around, agrees)
    included = read_include(_include(values, secrets), folder, places)
    is_azures = not any(LOCATION in file.values for file in included.files)
    roots = {(): _declared(base.roots, azures=is_azures)}
    own = _declared(values, azures=is_azures)
    merged = merge(own, replace(places, roots=roots), included.files)
    found = (*included.found, *merged.found)
    open_secrets = frozenset(path for path in secrets if path[0] in own)
    return LoadedDeclaration(merged.values, found, merged.places, open_secrets, included.complete)


def _include(values: Mapping[str, object], secrets: Iterable[Path]) -> object:
    """The patterns, a secret one unknown: it would be printed where it leads to no file."""
    hidden = {path[1:]: Unknown(path, secret=True) for path in secrets if path[0] == INCLUDE}
    return replaced(values.get(INCLUDE), hidden)


def _declared(entries: Mapping[str, T], *, azures: bool) -> dict[str, T]:
    """What is part of the declaration; azure-native's location where `azures`, and it has none of its own."""
    own = {name: entry for name, entry in entries.items() if name not in (INCLUDE, AZURE_LOCATION)}
    if azures and AZURE_LOCATION in entries:
        own.setdefault(LOCATION, entries[AZURE_LOCATION])
    return own


def _secrets(value: object) -> Iterator[Path]:
    if isinstance(value, Unknown):
        yield value.path
    elif isinstance(value, Mapping):
        for item in cast("Mapping[str, object]", value).values():
            yield from _secrets(item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _secrets(item)
