"""Writes `resources/args.py`: the models of `spec/` as typed dictionaries that take `Input` values.

Run `python components/scripts/generate_args.py` after changing a model; a test fails while the file is stale.
The two forms differ because of what Pulumi's schema analyser takes: typed dictionaries without unions or
literals. A value that another resource can make (`OrUnknown` in the model) becomes a `pulumi.Input`.
"""

import types
import typing
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.documentation import documentation
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import FromOutside

TARGET = Path(__file__).parent.parent / "azure_image_gallery" / "resources" / "args.py"
HEADER = '''"""The declaration as typed dictionaries with `Input` values.

Generated from the models in `spec/` by `scripts/generate_args.py`; do not edit.
"""

from typing import NotRequired, TypedDict

import pulumi
'''


def source() -> str:
    """The whole file."""
    return HEADER + "".join(f"\n\n{_class(model)}" for model in _models(Declaration, []))


def class_name(model: type[Model]) -> str:
    """The typed dictionary's name: `GallerySpec` for the model `Gallery`."""
    return "ImageGalleryArgs" if model is Declaration else f"{model.__name__}Spec"


def _models(model: type[Model], seen: list[type[Model]]) -> list[type[Model]]:
    """Every model below one, each after those it uses."""
    for hint in _hints(model).values():
        for inner in _nested(hint):
            if inner not in seen:
                _models(inner, seen)
    if model not in seen:
        seen.append(model)
    return seen


def _hints(model: type[Model]) -> dict[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def _nested(hint: object) -> Iterator[type[Model]]:
    if isinstance(hint, type) and issubclass(hint, Model):
        yield hint
    for part in get_args(hint):
        yield from _nested(part)


def _class(model: type[Model]) -> str:
    hints = _hints(model)
    lines = [f"class {class_name(model)}(TypedDict):", f'    """{model.__doc__}"""', ""]
    for name, field in model.model_fields.items():
        lines += [f"    {name}: {_field(hints[name], field)}", *_description(model, name)]
    return "\n".join(lines) + "\n"


def _description(model: type[Model], name: str) -> Iterator[str]:
    yield f'    """{documentation(model)[name]}"""'


def _field(hint: object, field: FieldInfo) -> str:
    text = _type(_without_none(hint))
    return text if field.is_required() else f"NotRequired[{text}]"


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not types.NoneType)
    return hint


def _type(hint: object) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner = _type(parts[0])
        return f"pulumi.Input[{inner}]" if any(isinstance(part, FromOutside) for part in parts) else inner
    if origin is list:
        return f"list[{_type(parts[0])}]"
    if origin is dict:
        return f"dict[str, {_type(parts[1])}]"
    return _plain(typing.cast("type[object]", hint))


def _plain(kind: type[object]) -> str:
    if issubclass(kind, Model):
        return class_name(kind)
    if issubclass(kind, (Enum, datetime)):
        return "str"
    if kind in (str, int, bool):
        return kind.__name__
    raise TypeError(f"no typed dictionary form for {kind}")


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
