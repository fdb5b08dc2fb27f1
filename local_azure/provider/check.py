"""Check of the inputs of one resource: names and location filled in, required properties and types looked at.

Values are not judged beyond type and length; a wrong one is the service's to refuse, as with azure-native.
"""

import hashlib
import uuid
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from local_azure.provider.difference import API_VERSION, CREATE_BEFORE_DELETE
from local_azure.provider.properties import Kind, Members, Property
from local_azure.provider.resource_type import Autoname, PathLimits, ResourceType
from local_azure.provider.values import UNKNOWN, Value, Values, known

LocationOf = Callable[[str], Awaitable[str | None]]
"""Location of the resource group of a name, or None when it cannot be told."""

_RANDOM_DIGITS = 8


@dataclass(frozen=True)
class Naming:
    """What the engine says about made-up names: the logical name, a seed, and the project's own wish.

    With `proposed`, that name is taken; `binding` says that it replaces UUIDs as well. `disabled` makes no
    name at all.
    """

    logical_name: str
    seed: bytes
    proposed: str = ""
    binding: bool = False
    disabled: bool = False


async def fill_in(
    kind: ResourceType,
    old: Values,
    new: Values,
    naming: Naming,
    configured_location: str,
    location_of: LocationOf,
) -> Values:
    """Return the inputs with the name, the location and the api-version that the program left out."""
    filled = dict(new)
    if kind.name_parameter not in new:
        filled |= _name(kind, old, naming)
    if kind.located and "location" not in new:
        location = await _location(old, new, configured_location, location_of)
        filled |= {} if location is None else {"location": location}
    filled.setdefault(API_VERSION, kind.api_version)
    return filled


def failures(kind: ResourceType, inputs: Values) -> list[str]:
    """Return what is wrong with the inputs, in the words of azure-native."""
    return [*_member_failures(kind.body, inputs, ""), *_path_failures(kind, inputs)]


def _name(kind: ResourceType, old: Values, naming: Naming) -> Values:
    key = kind.name_parameter
    if key in old:
        return {name: old[name] for name in (key, CREATE_BEFORE_DELETE) if name in old}
    if naming.disabled:
        return {}
    if naming.proposed and (naming.binding or kind.autoname is not Autoname.UUID):
        return {key: naming.proposed, CREATE_BEFORE_DELETE: True}
    digits = hashlib.blake2b(naming.seed, person=b"autoname").hexdigest()
    match kind.autoname:
        case Autoname.COPY:
            return {key: naming.logical_name}
        case Autoname.UUID:
            return {key: str(uuid.UUID(digits[:32])), CREATE_BEFORE_DELETE: True}
        case Autoname.RANDOM:
            return {key: naming.logical_name + digits[:_RANDOM_DIGITS], CREATE_BEFORE_DELETE: True}


async def _location(old: Values, new: Values, configured: str, location_of: LocationOf) -> Value:
    if "location" in old:
        return old["location"]
    if configured:
        return configured
    group = new.get("resourceGroupName")
    if group is None or isinstance(group, str):
        return await location_of(group) if group else None
    return UNKNOWN if not known(group) else None


def _path_failures(kind: ResourceType, inputs: Values) -> Iterator[str]:
    for name in kind.path_parameters:
        if name not in inputs:
            yield f"missing required property '{name}'"
            continue
        value = inputs[name]
        yield from _value_failures(_TEXT, value, name)
        if isinstance(value, str):
            yield from _length_failures(kind.path_limits.get(name, _ANY_LENGTH), value, name)


def _length_failures(limits: PathLimits, value: str, name: str) -> Iterator[str]:
    if len(value) < limits.shortest:
        yield f"'{name}' is too short ({len(value)}): at least {limits.shortest} characters required"
    if limits.longest is not None and len(value) > limits.longest:
        yield f"'{name}' is too long ({len(value)}): at most {limits.longest} characters allowed"


def _member_failures(members: Members, values: Values, base: str) -> Iterator[str]:
    for name, prop in members.items():
        where = f"{base}.{name}" if base else name
        if name in values and not prop.read_only:
            yield from _value_failures(prop, values[name], where)
        elif prop.required and name not in values:
            yield f"missing required property '{where}'{_LOCATION_HINT if where == 'location' else ''}"


def _value_failures(prop: Property, value: Value, where: str) -> Iterator[str]:
    if value is UNKNOWN:
        return
    if isinstance(value, dict) and prop.members is not None:
        yield from _member_failures(prop.members, value, where)
    elif isinstance(value, list) and prop.kind is Kind.ARRAY and prop.items is not None:
        for at, item in enumerate(value):
            yield from _value_failures(prop.items, item, f"{where}[{at}]")
    elif (given := _GIVEN.get(type(value))) and prop.kind not in given[1]:
        yield f"'{where}' should be of type '{prop.kind}' but got {given[0]}"
    elif prop.kind is Kind.INTEGER and isinstance(value, float):
        yield f"'{where}' must be an integer but got {value:f}"


_TEXT = Property(Kind.STRING)
_ANY_LENGTH = PathLimits()
_LOCATION_HINT = (
    ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'."
)
# azure-native looks at these types of value; it lets a boolean or an object pass where another type belongs.
_GIVEN: dict[type, tuple[str, frozenset[Kind]]] = {
    list: ("an array", frozenset({Kind.ARRAY, Kind.SET})),
    str: ("a string", frozenset({Kind.STRING})),
    int: ("a number", frozenset({Kind.INTEGER, Kind.NUMBER})),
    float: ("a number", frozenset({Kind.INTEGER, Kind.NUMBER})),
}
