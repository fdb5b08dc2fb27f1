"""`include`: from patterns to the files they name.

Patterns are relative to the folder of Pulumi.yaml, whichever of its stacks they stand in: `images/*.yaml`,
`**` for folders of any depth. A file that several patterns name is included once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob
from pathlib import Path as FilePath
from typing import cast

from azure_image_gallery.config.included_file import IncludedFile, read_included
from azure_image_gallery.config.namespace import INCLUDE
from azure_image_gallery.config.places import Places
from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.text_file import shown_name
from azure_image_gallery.rules.configuration import MUST_BE_KNOWN, UNREADABLE_FILE, WRONG_TYPE
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import given
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

_FIX = 'give a list of patterns, such as ["images/*.yaml"]'


@dataclass(frozen=True)
class Included:
    """What came of `include`."""

    files: tuple[IncludedFile, ...] = ()
    found: tuple[Found, ...] = ()
    """What is wrong with the patterns, and with the files by themselves."""
    complete: bool = True
    """Whether every file was found and read; if not, `found` says why, and the declaration has holes."""


def read_include(value: object, folder: FilePath, places: Places) -> Included:
    """Read the files that an `include` names. `value` is `None` where there is none."""
    found: list[Found] = []
    files: dict[FilePath, IncludedFile] = {}
    for file, path in _files(value, folder, places, found):
        if file.resolve() not in files:
            files[file.resolve()] = read_included(file, path, places.find(path))
    complete = not found and all(file.complete for file in files.values())
    for file in files.values():
        found += file.found
    return Included(tuple(files.values()), tuple(found), complete)


def _files(
    value: object, folder: FilePath, places: Places, found: list[Found]
) -> Iterator[tuple[FilePath, Path]]:
    """The files, each with the path of the pattern that names it."""
    for pattern, path in _patterns(value, places, found):
        files = _matches(pattern, folder)
        if not files:
            finding = Finding(UNREADABLE_FILE, path, _no_match(pattern, folder), fix="correct the pattern")
            found.append((finding, places.find(path)))
        yield from ((file, path) for file in files)


def _matches(pattern: str, folder: FilePath) -> list[FilePath]:
    if FilePath(pattern).is_absolute():
        return []
    try:
        names = glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207  as a shell, past hidden files
    except (OSError, ValueError):  # a zero byte, or more characters than a file system takes
        return []
    return sorted(folder / name for name in names if not (folder / name).is_dir())


def _no_match(pattern: str, folder: FilePath) -> str:
    if FilePath(pattern).is_absolute():
        return f"{pattern} is absolute; a pattern is relative to the folder of Pulumi.yaml"
    return f"{pattern} matches no file; it is relative to the folder of {shown_name(folder / 'Pulumi.yaml')}"


def _patterns(value: object, places: Places, found: list[Found]) -> Iterator[tuple[str, Path]]:
    items = cast("Sequence[object]", value) if isinstance(value, list) else ()
    if value is not None and not isinstance(value, list):
        found.append(_no_pattern(value, (INCLUDE,), "a list of patterns", places))
    for at, item in enumerate(items):
        if isinstance(item, str) and item:
            yield item, (INCLUDE, at)
        else:
            found.append(_no_pattern(item, (INCLUDE, at), "a pattern of file names", places))


def _no_pattern(value: object, path: Path, wanted: str, places: Places) -> Found:
    if isinstance(value, Unknown):
        return Finding(MUST_BE_KNOWN, path, "a secret stands for the name of a file"), places.find(path)
    finding = Finding(WRONG_TYPE, path, f"{given(value)} is given, {wanted} is wanted", fix=_FIX)
    return finding, places.find(path)
