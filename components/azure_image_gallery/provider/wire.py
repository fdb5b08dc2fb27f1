"""Values between Pulumi's wire (protobuf structs) and Python.

Secrets are the engine's business: the plugin does not accept them, so the engine takes the marks off before a call
and puts them back on outputs of the same name.
"""

from collections.abc import Mapping
from typing import Any

from google.protobuf import json_format, struct_pb2

Values = dict[str, Any]
"""What JSON knows; a text that is not there before the update is `UNKNOWN`."""

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
"""How Pulumi writes a value that only an update will tell."""


def decode(struct: struct_pb2.Struct) -> Values:
    """The values of a struct, without what is null and without the engine's own keys."""
    values = json_format.MessageToDict(struct)
    return {key: value for key, value in values.items() if value is not None and not key.startswith("__")}


def encode(values: Mapping[str, Any]) -> struct_pb2.Struct:
    """A struct of values."""
    return json_format.ParseDict(dict(values), struct_pb2.Struct())
