"""Values between Pulumi's wire (protobuf structs) and Python.

A value is what JSON knows, plus `UNKNOWN`: something that only an update will tell. Nulls inside objects are
dropped, as the azure-native plugin drops them: to it, a property that is null is a property that is not
there.

Secrets are the engine's business. The plugin answers `Configure` without `acceptSecrets`, so the engine takes
the marks off before a call and puts them back on the outputs of the same name. A mark that arrives all the
same is taken off here.
"""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from google.protobuf import struct_pb2


class Unknown(Enum):
    """The type of the one value that stands for "not known before the update"."""

    UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


UNKNOWN = Unknown.UNKNOWN

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | Unknown | None"
Values: TypeAlias = dict[str, Value]

_SIGNATURE = "4dabf18193072939515e22adb298388d"
_SECRET = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105  a signature that Pulumi publishes, not a password
_OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4"


def decode(struct: struct_pb2.Struct) -> Values:
    """Python values of a struct; whole numbers become `int`, so that ARM is sent 1 and not 1.0."""
    return _fields(struct)


def encode(values: Mapping[str, Value]) -> struct_pb2.Struct:
    """Return a struct of Python values; `UNKNOWN` becomes the text that Pulumi reads as unknown."""
    struct = struct_pb2.Struct()
    for name, value in values.items():
        struct.fields[name].CopyFrom(_encode(value))
    return struct


def known(value: Value) -> bool:
    """Whether nothing in the value is unknown."""
    if isinstance(value, dict):
        return all(known(item) for item in value.values())
    if isinstance(value, list):
        return all(known(item) for item in value)
    return value is not UNKNOWN


def same(left: Value, right: Value) -> bool:
    """Equality as JSON means it: `True` is not 1, and 1 is 1.0."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def text(values: Mapping[str, Value], key: str) -> str | None:
    """Return the value under `key` if it is text, else None (absent, unknown, or of another type)."""
    value = values.get(key)
    return value if isinstance(value, str) else None


def _fields(struct: struct_pb2.Struct) -> Values:
    # protobuf gives the fields in an order of its own that changes from run to run.
    decoded = {name: _decode(struct.fields[name]) for name in sorted(struct.fields)}
    return {name: value for name, value in decoded.items() if value is not None}


def _decode(value: struct_pb2.Value) -> Value:
    match value.WhichOneof("kind"):
        case "struct_value":
            return _decode_object(value.struct_value)
        case "list_value":
            return [_decode(item) for item in value.list_value.values]
        case "string_value":
            return UNKNOWN if value.string_value == UNKNOWN.value else value.string_value
        case "number_value":
            number = value.number_value
            return int(number) if number.is_integer() else number
        case "bool_value":
            return value.bool_value
        case _:
            return None


def _decode_object(struct: struct_pb2.Struct) -> Value:
    match struct.fields[_SIGNATURE].string_value if _SIGNATURE in struct.fields else None:
        case None:
            return _fields(struct)
        case signature if signature == _SECRET:
            return _decode(struct.fields["value"])
        case signature if signature == _OUTPUT:
            return _decode(struct.fields["value"]) if "value" in struct.fields else UNKNOWN
        case signature:
            raise ValueError(
                f"a value of a kind that no Azure resource takes (Pulumi signature {signature}): pass text, "
                "numbers, booleans, lists and objects, not assets, archives or resources"
            )


def _encode(value: Value) -> struct_pb2.Value:
    match value:
        case None:
            wire = struct_pb2.Value(null_value=struct_pb2.NULL_VALUE)
        case Unknown():
            wire = struct_pb2.Value(string_value=value.value)
        case bool():
            wire = struct_pb2.Value(bool_value=value)
        case str():
            wire = struct_pb2.Value(string_value=value)
        case int() | float():
            wire = struct_pb2.Value(number_value=value)
        case list():
            wire = struct_pb2.Value(list_value=struct_pb2.ListValue(values=[_encode(item) for item in value]))
        case dict():
            wire = struct_pb2.Value(struct_value=encode(value))
    return wire
