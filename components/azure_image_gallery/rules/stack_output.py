"""What is wrong with a map that was meant as an output of another stack."""

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

from azure_image_gallery.rules.configuration import MUST_BE_KNOWN
from azure_image_gallery.rules.grammar import STACK_OUTPUT
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.shape import fields, is_model, is_scalar, kind_at
from azure_image_gallery.rules.words import given, show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import FromOutside, Unknown, is_stack_name

STACK_KEYS = ("stackOutput", "stack_output")
NOT_KNOWN = "the value comes from another resource or is a secret, and must be known from the start"
_KNOWN = "another stack's output is given, and the value must be known from the start"
_FORM = "organization/project/stack"


def is_meant(value: object) -> bool:
    """Whether a value looks like an output of another stack."""
    return isinstance(value, Mapping) and any(
        key in cast("Mapping[object, object]", value) for key in STACK_KEYS
    )


def holders(errors: Sequence[Any]) -> dict[Path, None]:
    """Maps in which pydantic found the key of an output, where none may stand; in the order of its errors."""
    return {
        location[:-1]: None
        for location in (entry["loc"] for entry in errors)
        if len(location) > 1 and location[-1] in STACK_KEYS and not _is_key_of(location)
    }


def _is_key_of(location: Path) -> bool:
    kind = kind_at(location[:-1])
    return is_model(kind) and str(location[-1]) in fields(kind)


def must_be_known(location: Path) -> Finding:
    """What is said of an output where only a known value may stand."""
    return Finding(MUST_BE_KNOWN, location, _KNOWN)


def wrong_form(location: Path, value: object) -> Finding:
    """What is wrong with an output that did not pass for one."""
    if not _may_be_unknown(location):
        return must_be_known(location)
    said = cast("Mapping[object, object]", value)
    unknown = next((key for key, part in said.items() if isinstance(part, Unknown)), None)
    if unknown is not None:
        return Finding(MUST_BE_KNOWN, (*location, str(unknown)), NOT_KNOWN)
    return Finding(STACK_OUTPUT, location, next(_wrong(said), _KNOWN))


def _wrong(said: Mapping[object, object]) -> Iterator[str]:
    key = next(key for key in STACK_KEYS if key in said)
    stack, name = said[key], said.get("name")
    if not isinstance(stack, str) or not is_stack_name(stack):
        yield f"{given(stack)} stands as {key}, {_FORM} is wanted"
    if "name" not in said:
        yield f"a {key} is given without the name of the output"
    elif not isinstance(name, str) or not name:
        yield f"{given(name)} stands as name, the name of an output is wanted"
    more = [str(other) for other in said if other not in (key, "name")]
    if more:
        yield f"{show(more[0])} stands beside {key} and name, which stand alone"


def _may_be_unknown(location: Path) -> bool:
    """Whether another resource may make the value at a place."""
    kind = kind_at(location[:-1])
    if not is_model(kind):
        return kind is not None and not is_scalar(kind) and _is_marked(get_args(kind)[-1])
    field = fields(kind).get(str(location[-1]))
    return field is not None and (_has_mark(field.info.metadata) or _is_marked(field.info.annotation))


def _has_mark(marks: Sequence[object]) -> bool:
    return any(isinstance(mark, FromOutside) for mark in marks)


def _is_marked(annotation: Any) -> bool:  # noqa: ANN401  annotations are objects of many classes
    origin: Any = get_origin(annotation)
    if origin is Annotated:
        first, *marks = get_args(annotation)
        return _has_mark(marks) or _is_marked(first)
    return origin in (Union, UnionType) and any(_is_marked(arm) for arm in get_args(annotation))
