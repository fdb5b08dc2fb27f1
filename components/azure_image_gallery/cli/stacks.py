"""The stacks of the project that the command is called in."""

from pathlib import Path

from azure_image_gallery.config.project import Project, find_project, read_project
from azure_image_gallery.config.text_file import shown_name


class UsageError(Exception):
    """The command has nothing to work on, for the reason given."""


def this_project(otherwise: str = "") -> Project:
    """The nearest project. Raises UsageError where there is none; `otherwise` says what else can be done."""
    file = find_project(Path())
    if file is None:
        raise UsageError(f"there is no Pulumi.yaml here or in a folder above{otherwise}")
    return read_project(file)


def stack_file(project: Project, name: str) -> Path:
    """The file of a stack. Raises UsageError for one that has none, and tells which have."""
    known = project.stacks()
    if name not in known:
        there = f"there {'are' if len(known) > 1 else 'is'} {', '.join(known) or 'none'}"
        raise UsageError(f"there is no stack {name} in {shown_folder(project)}; {there}")
    return Path(shown_name(project.stack_file(name)))


def shown_folder(project: Project) -> str:
    """The folder of the stacks' files, as a person would name it."""
    return shown_name(project.stack_dir)
