"""What the models say about a place in a declaration: which keys it takes, and what kind of value.

Read off the annotations of `spec`, so that a message can never name another set of keys than is checked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from azure_image_gallery.rules.words import listed
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.model import azure_name

_WORDS: dict[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    datetime: "a date such as 2028-04-30",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model."""

    name: str
    """In Python's spelling."""
    key: str
    """In Azure's spelling."""
    kind: object
    """The type of its value, without `Optional` and `Annotated`."""
    info: FieldInfo


@dataclass(frozen=True, slots=True)
class Step:
    """One segment of a location, and what it leads to."""

    segment: str | int
    canonical: str | int
    """The segment in Azure's spelling, where it is a key of a model."""
    kind: object
    """The type of what stands there, without `Optional` and `Annotated`."""
    field: Field | None
    """The model's field; `None` for an entry of a map or list."""
    in_list: bool


def kind_of(annotation: Any) -> Any:  # noqa: ANN401  annotations are objects of many classes
    """The type inside `Optional` and `Annotated`."""
    while True:
        origin: Any = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(arm for arm in get_args(annotation) if arm is not NoneType)
        else:
            return annotation


@cache
def fields(model: type[BaseModel]) -> dict[str, Field]:
    """The fields of a model by both of their spellings."""
    every = [Field(n, azure_name(n), kind_of(f.annotation), f) for n, f in model.model_fields.items()]
    return {field.name: field for field in every} | {field.key: field for field in every}


@cache
def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model in Azure's spelling, in the order of the model."""
    return tuple(azure_name(name) for name in model.model_fields)


def is_model(kind: object) -> bool:
    """Whether a kind is one of the declaration's models."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def is_scalar(kind: object) -> bool:
    """Whether a kind holds one value, and not a map or a list."""
    return not is_model(kind) and get_origin(kind) not in (dict, list)


def walk(location: Sequence[object]) -> Iterator[Step]:
    """Follow a location from the declaration down, as far as the models know it."""
    kind: Any = Declaration
    for segment in location:
        if not isinstance(segment, str | int):
            return
        field: Field | None = None
        canonical: str | int = segment
        in_list = get_origin(kind) is list
        if is_model(kind):
            field = fields(kind).get(str(segment))
            if field is None:
                return
            canonical, kind = field.key, field.kind
        elif is_scalar(kind):
            return
        else:
            kind = kind_of(get_args(kind)[-1])
        yield Step(segment, canonical, kind, field, in_list)


def kind_at(location: Sequence[object]) -> Any:  # noqa: ANN401  see `kind_of`
    """The kind of value at a location; `None` where the models know no such place."""
    steps = list(walk(location))
    if len(steps) < len(location):
        return None
    return steps[-1].kind if steps else Declaration


def wanted(kind: object) -> str:
    """A kind in a user's words: `text`, `a whole number`, `one of V1 or V2`, `a map`."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"one of {listed(kind)}"
    if get_origin(kind) is list:
        return "a list"
    return next((words for scalar, words in _WORDS.items() if kind is scalar), "a map")
