"""The declaration of the stack that is being deployed: the engine's values, with places from the files.

Inside `pulumi up` and `pulumi preview` the engine's values are the truth. The stack's file and `Pulumi.yaml`
only tell where a value stands, and which leaf of it is a secret: Pulumi marks the whole key as one. What the
two include, the engine does not know: those files are read here.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import cast

import pulumi
import pulumi.runtime

from azure_image_gallery.config.declaration import LoadedDeclaration, load_engine
from azure_image_gallery.config.engine_values import parse_value
from azure_image_gallery.config.locate import locate
from azure_image_gallery.config.namespace import AZURE_LOCATION
from azure_image_gallery.config.project import find_project
from azure_image_gallery.resources.args import ImageGalleryArgs
from azure_image_gallery.resources.errors import DeclarationError, Located
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.walk import replaced


class StackDeclaration(dict[str, object]):
    """A stack's declaration, as arguments, that knows where its values stand."""

    def __init__(self, values: Mapping[str, object], loaded: LoadedDeclaration) -> None:
        super().__init__(values)
        self.reading: Sequence[Located] = loaded.located
        """What was found while the files were read."""
        self._loaded = loaded

    def locate(self, findings: Sequence[Finding]) -> list[Located]:
        """Each finding with the place of its value in the files."""
        return locate(self._loaded, findings)


def stack_declaration() -> ImageGalleryArgs:
    """What the stack declares, as arguments of `ImageGallery`.

    Values that stand encrypted in the stack's file are secret outputs. For a declaration at fault nothing is
    raised here: `ImageGallery` reports all there is at once. Only where an included file cannot be read, so that
    the declaration has holes, a `DeclarationError` says that and no more.
    """
    project_file = find_project(FilePath.cwd())
    if project_file is None:
        raise pulumi.RunError("there is no Pulumi.yaml here or in a folder above, though a project is run")
    loaded = load_engine(_configuration(), project_file=project_file, stack=pulumi.get_stack())
    if not loaded.complete:
        raise DeclarationError(loaded.located)
    secrets = {path: pulumi.Output.secret(value) for path, value in _leaves(loaded).items()}
    values = cast("Mapping[str, object]", replaced(loaded.values, secrets))
    return cast("ImageGalleryArgs", StackDeclaration(values, loaded))


def _configuration() -> dict[str, object]:
    """What the engine handed over for the project's namespace, and azure-native's location."""
    namespace = f"{pulumi.get_project()}:"
    given = cast("dict[str, str]", pulumi.runtime.get_config_env())
    values = {
        key.removeprefix(namespace): parse_value(value)
        for key, value in given.items()
        if key.startswith(namespace)
    }
    location = given.get(AZURE_LOCATION)
    return values if location is None else {AZURE_LOCATION: location, **values}


def _leaves(loaded: LoadedDeclaration) -> dict[Path, object]:
    found: dict[Path, object] = {}
    for path in loaded.secret_paths:
        current: object = loaded.values
        for segment in path:
            current = cast("Mapping[str | int, object]", current)[segment]
        found[path] = current
    return found
