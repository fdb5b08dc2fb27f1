"""Going to a value: by its path, in plain data or in a model."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.path import Path


def value_at(root: Model, path: Path) -> object:
    """The value that stands at a path of a declaration. Raises `LookupError` where nothing does."""
    current: object = root
    for segment in path:
        current = _step(current, segment)
    return current


def _step(current: object, segment: str | int) -> object:
    if isinstance(current, Model):
        return getattr(current, _field_name(current, str(segment)))
    return cast("Any", current)[segment]


def _field_name(model: Model, key: str) -> str:
    for name, field in type(model).model_fields.items():
        if key in (name, field.alias):
            return name
    raise KeyError(key)


def replaced(value: object, replacements: Mapping[Path, object], path: Path = ()) -> object:
    """Plain data with the values at some paths replaced; what is untouched is shared, not copied."""
    if path in replacements:
        return replacements[path]
    if not any(known[: len(path)] == path for known in replacements):
        return value
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: replaced(item, replacements, (*path, key)) for key, item in items}
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = cast("Sequence[object]", value)
        return [replaced(item, replacements, (*path, at)) for at, item in enumerate(items)]
    return value
