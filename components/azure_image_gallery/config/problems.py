"""What is wrong with the text of a file, at paths of the declaration."""

from collections.abc import Callable, Iterator

from azure_image_gallery.config.reading import Read
from azure_image_gallery.config.yaml_tree import Problem
from azure_image_gallery.rules.configuration import TEXT_EXPECTED
from azure_image_gallery.spec.path import Path

_DATES = ("endOfLifeDate", "end_of_life_date")


def problems(read: Read, declared: Callable[[Path], Path]) -> Iterator[tuple[Problem, Path]]:
    """Each problem with its path in the declaration, empty where it is outside.

    `declared` turns a path of the file into one of the declaration. An unquoted date is passed over outside,
    and where a date is wanted.
    """
    for problem in read.tree.problems() if read.tree else ():
        path = declared(problem.path)
        if problem.rule is not TEXT_EXPECTED or (path and not _is_date_wanted(path)):
            yield problem, path


def _is_date_wanted(path: Path) -> bool:
    """Whether a date may stand at a path, so that nothing is lost when Pulumi reads one there."""
    return path[-1] in _DATES and "tags" not in path
