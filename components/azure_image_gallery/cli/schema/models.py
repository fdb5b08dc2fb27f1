"""The models of a declaration as definitions of a JSON Schema, draft 7.

Draft 7 is what editors' YAML support reads best. Azure's spelling of a key is what an editor offers; Python's is
accepted too. A value that may come from outside may be a secret or another stack's output.
"""

import typing
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, cast, get_args, get_origin

from azure_image_gallery.rules.shape import Field, fields, is_model
from azure_image_gallery.spec.documentation import documentation
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import FromOutside

Schema: TypeAlias = dict[str, Any]
SECRET, STACK_OUTPUT = "secret", "stackOutput"
_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "description": "A date such as 2028-04-30.",
    },
}
_SHORTEST = {"string": "minLength", "array": "minItems", "object": "minProperties"}


class Definitions:
    """Definitions by name, as they come to be used."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {SECRET: _secret(), STACK_OUTPUT: _stack_output()}

    def fields_of(self, model: type[Model]) -> Iterator[tuple[Field, Schema]]:
        """Each field of a model with its schema, documentation and default included."""
        hints = typing.get_type_hints(model, include_extras=True)
        for field in _each(model):
            schema = self.of(hints[field.name])
            for bound in field.info.metadata:
                _bound(schema, bound)
            yield field, self._described(schema, field, documentation(model)[field.name])

    def of(self, annotation: Any) -> Schema:  # noqa: ANN401  annotations are objects of many classes
        """The schema of a type."""
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(parts[0], parts[1:])
        if origin in (Union, UnionType):
            return self.of(next(part for part in parts if part is not NoneType))
        if origin is list:
            return {"type": "array", "items": self.of(parts[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if isinstance(annotation, type) and (is_model(annotation) or issubclass(annotation, StrEnum)):
            return self._reference(annotation)
        return dict(_SCALARS[annotation])

    def _annotated(self, inner: object, marks: tuple[object, ...]) -> Schema:
        schema = self.of(inner)
        for mark in marks:
            for each in getattr(mark, "metadata", (mark,)):
                _bound(schema, each)
        if any(isinstance(mark, FromOutside) for mark in marks):
            return {"anyOf": [schema, reference(SECRET), reference(STACK_OUTPUT)]}
        return schema

    def _reference(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self.made:
            self.made[name] = {}  # one that holds itself refers to itself
            is_enum = issubclass(kind, StrEnum)
            self.made[name] = enumeration(kind) if is_enum else self.model(cast("type[Model]", kind))
        return reference(name)

    def model(self, model: type[Model]) -> Schema:
        """A model as an object that takes its keys and no others."""
        every = {field.key: (field, schema) for field, schema in self.fields_of(model)}
        properties = {key: schema for key, (_, schema) in every.items()}
        two_words = [field for field, _ in every.values() if field.name != field.key]
        schema: Schema = {
            "type": "object",
            "description": model.__doc__,
            "properties": properties,
            "patternProperties": {f"^{field.name}$": properties[field.key] for field in two_words},
            "additionalProperties": False,
            "dependencies": {field.name: {"not": {"required": [field.key]}} for field in two_words},
            "allOf": [_required(field) for field, _ in every.values() if field.info.is_required()],
        }
        return {key: value for key, value in schema.items() if value or value is False}

    def _described(self, schema: Schema, field: Field, text: str) -> Schema:
        if "$ref" in schema:  # what stands beside a reference is not read
            schema = {"allOf": [schema]}
        schema["description"] = text
        default = field.info.get_default()
        if default is not None and isinstance(default, str | int):
            schema["default"] = default if isinstance(default, bool | int) else str(default)
        return schema


def reference(name: str) -> Schema:
    """What refers to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def enumeration(kind: type[StrEnum]) -> Schema:
    """A closed set of values: an editor offers Azure's spelling, and any case is taken."""
    values = [str(member) for member in kind]
    return {
        "description": kind.__doc__,
        "anyOf": [
            {"enum": values},
            {"type": "string", "pattern": f"^({'|'.join(map(_any_case, values))})$"},
        ],
    }


def _any_case(text: str) -> str:
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else c for c in text)


def _each(model: type[Model]) -> Iterator[Field]:
    return iter(dict.fromkeys(fields(model)[name] for name in model.model_fields))


def _bound(schema: Schema, bound: object) -> None:
    shortest = getattr(bound, "min_length", None)
    if shortest is not None and schema.get("type") in _SHORTEST:
        schema[_SHORTEST[schema["type"]]] = shortest


def _required(field: Field) -> Schema:
    if field.name == field.key:
        return {"required": [field.key]}
    return {"anyOf": [{"required": [field.key]}, {"required": [field.name]}]}


def _secret() -> Schema:
    return {
        "type": "object",
        "description": "A value that Pulumi has encrypted: `pulumi config set --secret --path …`.",
        "properties": {"secure": {"type": "string"}},
        "required": ["secure"],
        "additionalProperties": False,
    }


def _stack_output() -> Schema:
    stack = {"type": "string", "pattern": "^[^/]+/[^/]+/[^/]+$", "description": "organization/project/stack"}
    name = {"type": "string", "minLength": 1, "description": "The output, or a path into it."}
    return {
        "type": "object",
        "description": "An output of another stack, which is read when the program runs.",
        "properties": {"stackOutput": stack, "name": name},
        "patternProperties": {"^stack_output$": stack},
        "allOf": [
            {"required": ["name"]},
            {"anyOf": [{"required": ["stackOutput"]}, {"required": ["stack_output"]}]},
        ],
        "additionalProperties": False,
    }
