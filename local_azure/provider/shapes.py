"""From inputs to an ARM body, from an ARM body to outputs, and from outputs back to inputs.

All four directions walk the tables of `resources/`; none of them talks to Azure.
"""

from collections.abc import Callable, Mapping

from local_azure.provider.properties import Kind, Members, Property
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.values import UNKNOWN, Value, Values

_CONTAINER = "properties"
_Convert = Callable[[Property, Value], Value]


def to_body(kind: ResourceType, inputs: Mapping[str, Value]) -> Values:
    """Return the body of a PUT: what the program says, shaped as ARM wants it, without read-only values."""
    body = _members_to_wire(kind.envelope, inputs)
    inner = _members_to_wire(kind.properties, inputs)
    if inner or any(prop.required for prop in kind.properties.values()):
        body[_CONTAINER] = inner
    return body


def to_outputs(kind: ResourceType, body: Mapping[str, Value]) -> Values:
    """Return the outputs that an answer of ARM holds; nulls and what the schema lacks are left out."""
    inner = body.get(_CONTAINER)
    outputs = _members_from_wire(kind.envelope, body)
    outputs |= _members_from_wire(kind.properties, inner if isinstance(inner, dict) else {})
    outputs["azureApiVersion"] = kind.api_version
    return outputs


def outputs_as_inputs(kind: ResourceType, outputs: Mapping[str, Value]) -> Values:
    """Project outputs on inputs: body properties without the read-only ones."""
    return _writable_members(kind.body, outputs)


def imported_inputs(kind: ResourceType, resource_id: str, outputs: Mapping[str, Value]) -> Values:
    """Return inputs that would make what Azure holds, from the id and the body's writable properties.

    Read-only values and empty collections are left out; what Azure filled in by itself is not.

    Source: https://github.com/pulumi/pulumi-azure-native, `provider/pkg/convert/responseToSdkInputs.go`.
    """
    path: Values = dict(kind.parse_id(resource_id))
    kept = outputs_as_inputs(kind, outputs)
    trimmed = {name: _without_empty(value) for name, value in kept.items()}
    return path | {name: value for name, value in trimmed.items() if value is not None}


def preview_outputs(kind: ResourceType, inputs: Mapping[str, Value]) -> Values:
    """Return the outputs that an update would have: what the inputs tell, and unknown for the rest."""
    outputs = _preview_members(kind.body, inputs)
    outputs["azureApiVersion"] = inputs.get("azureApiVersion", kind.api_version)
    return outputs


def _members_to_wire(members: Members, values: Mapping[str, Value]) -> Values:
    return {
        prop.wire or name: _to_wire(prop, values[name])
        for name, prop in members.items()
        if name in values and not prop.read_only
    }


def _to_wire(prop: Property, value: Value) -> Value:
    if prop.kind is Kind.SET and isinstance(value, list):
        return {item: {} for item in value if isinstance(item, str)}
    if prop.members is not None and isinstance(value, dict):
        return _members_to_wire(prop.members, value)
    return _each_item(prop, value, _to_wire)


def _members_from_wire(members: Members, values: Mapping[str, Value]) -> Values:
    found = ((name, prop, values.get(prop.wire or name)) for name, prop in members.items())
    return {name: _from_wire(prop, value) for name, prop, value in found if value is not None}


def _from_wire(prop: Property, value: Value) -> Value:
    if prop.members is not None and isinstance(value, dict):
        return _members_from_wire(prop.members, value)
    return _each_item(prop, value, _from_wire)


def _writable_members(members: Members, values: Mapping[str, Value]) -> Values:
    return {
        name: _writable(prop, values[name])
        for name, prop in members.items()
        if name in values and not prop.read_only
    }


def _writable(prop: Property, value: Value) -> Value:
    if prop.kind is Kind.SET and isinstance(value, dict):
        return [*sorted(value)]  # two reads must not differ by the order of keys
    if prop.members is not None and isinstance(value, dict):
        return _writable_members(prop.members, value)
    return _each_item(prop, value, _writable)


def _preview_members(members: Members, values: Mapping[str, Value]) -> Values:
    return {
        name: _preview(prop, values[name]) if name in values else UNKNOWN for name, prop in members.items()
    }


def _preview(prop: Property, value: Value) -> Value:
    if prop.kind is Kind.SET:
        return UNKNOWN  # an object with members that only Azure knows
    if prop.members is not None and isinstance(value, dict):
        return _preview_members(prop.members, value)
    return _each_item(prop, value, _preview)


def _each_item(prop: Property, value: Value, convert: _Convert) -> Value:
    if prop.items is not None and isinstance(value, list):
        return [convert(prop.items, item) for item in value]
    if prop.items is not None and isinstance(value, dict):
        return {key: convert(prop.items, item) for key, item in value.items()}
    return value


def _without_empty(value: Value) -> Value:
    """Return the value without empty lists and objects anywhere in it; None if nothing is left."""
    if isinstance(value, dict):
        members = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in members.items() if item is not None} or None
    if isinstance(value, list):
        items = [_without_empty(item) for item in value]
        return [item for item in items if item is not None] or None
    return value
