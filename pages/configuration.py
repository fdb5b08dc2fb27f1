"""`docs/configuration.md`: every key of a declaration, from the models."""

import typing
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from azure_image_gallery.rules.shape import Field, fields, is_model
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.documentation import documentation
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import FromOutside
from pages.markdown import GENERATED, anchor, joined, prose, table

_HEAD = """\
# Configuration

Every key of a declaration. In a stack's file the keys at the top stand under `config:` with the project's name
before them, `linux-images:gallery`; an [included file](#include) and a Python program use them as they are. Keys may be
written as here or in snake_case, `resource_group`.

°: the value may come from outside: a secret (`{secure: …}`), an output of another stack
(`{stackOutput: organization/project/stack, name: output}`), in a program any `pulumi.Output`. All other values name
or shape things, and are written out.

An editor that reads `# yaml-language-server: $schema=…` completes the keys and shows these texts, by
`image-gallery schema`.

<a id="include"></a>
## include

`include` is a key of files alone: a list of patterns relative to the folder of Pulumi.yaml, `["images/*.yaml"]`. The
files hold the same keys without a namespace. Maps of names are put together; a name that stands in two files is an
error.
"""
_WORDS: dict[object, str] = {str: "text", int: "whole number", bool: "true or false", datetime: "date"}


def page() -> str:
    """The whole page."""
    models = _models(Declaration, "", {})
    return joined(
        (GENERATED, _HEAD, *(line for each in models.items() for line in _model(*each)), *_enums(models))
    )


def _models(
    model: type[Model], place: str, found: dict[type[Model], list[str]]
) -> dict[type[Model], list[str]]:
    """Every model with the places it stands at, each after the one that it first stands in."""
    places = found.setdefault(model, [])
    places.append(place)
    if len(places) == 1:
        for field, hint in _hints(model):
            for inner, below in _inner(hint, f"{place}.{field.key}" if place else field.key):
                _models(inner, below, found)
    return found


def _hints(model: type[Model]) -> Iterator[tuple[Field, Any]]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        yield fields(model)[name], hints[name]


def _inner(hint: Any, place: str) -> Iterator[tuple[type[Model], str]]:  # noqa: ANN401  annotations are objects of many classes
    if isinstance(hint, type) and is_model(hint):
        yield typing.cast("type[Model]", hint), place
    names = {dict: f"{place}.<name>", list: f"{place}[]"}
    for part in get_args(hint):
        yield from _inner(part, names.get(typing.cast("Any", get_origin(hint)), place))


def _model(model: type[Model], places: list[str]) -> Iterator[str]:
    yield anchor(_anchor(model))
    yield f"## {prose(places[0])}" if places[0] else "## The declaration"
    yield ""
    yield prose(" ".join((model.__doc__ or "").split()))
    yield ""
    if len(places) > 1:
        others = [f"`{place}`" for place in dict.fromkeys(places[1:])]
        yield f"Also at {', '.join(others)}."
        yield ""
    texts = documentation(model)
    rows = [
        (f"`{field.key}`", _type(hint), _default(field), _text(texts[field.name]))
        for field, hint in _hints(model)
    ]
    yield from table(("key", "value", "left out", "what it is"), rows)


def _anchor(kind: type) -> str:
    return kind.__name__.lower()


def _text(text: str) -> str:
    return prose(" ".join(text.split()))


def _default(field: Field) -> str:
    if field.info.is_required():
        return "**required**"
    default = field.info.get_default()
    if default is None or field.info.default_factory is not None:
        return ""
    return f"`{str(default).lower()}`" if isinstance(default, bool) else f"`{default}`"


def _type(hint: Any) -> str:  # noqa: ANN401  annotations are objects of many classes
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        outside = any(isinstance(mark, FromOutside) for mark in parts[1:])
        return _type(parts[0]) + (" °" if outside else "")
    if origin in (Union, UnionType):
        return _type(next(part for part in parts if part is not NoneType))
    if origin is list:
        return f"list of {_type(parts[0])}"
    if origin is dict:
        return f"by name: {_type(parts[1])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum) and len(hint) == 1:
        return f"`{next(iter(hint))}`"
    return _WORDS.get(hint) or f"[{_name(hint)}](#{_anchor(hint)})"


def _name(kind: type) -> str:
    """A model's or a set's name as words: `ImageVersionSource` is `image version source`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind.__name__).strip()


def _enums(models: dict[type[Model], list[str]]) -> Iterator[str]:
    found: dict[type[StrEnum], None] = {}
    for model in models:
        for _, hint in _hints(model):
            found |= dict.fromkeys(_sets(hint))
    yield "## Closed sets of values"
    yield ""
    yield "Case does not matter when one is read; what is sent to Azure is spelt as here."
    yield ""
    for kind in sorted(found, key=_name):
        yield anchor(_anchor(kind))
        yield f"**{_name(kind)}**: {prose(' '.join((kind.__doc__ or '').split()))}  "
        yield " · ".join(f"`{member}`" for member in kind)
        yield ""


def _sets(hint: Any) -> Iterator[type[StrEnum]]:  # noqa: ANN401  annotations are objects of many classes
    if isinstance(hint, type) and issubclass(hint, StrEnum) and len(hint) > 1:
        yield hint
    for part in get_args(hint):
        yield from _sets(part)
