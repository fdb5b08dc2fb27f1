"""Properties of a resource, as the azure-native schema describes them.

The tables in `resources/` are made of these: what a property is, and what sets it apart. Enumerations are not
listed: the azure-native plugin does not check them either, the service does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a value of a property looks like. The names are those of the plugin's messages."""

    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    ARRAY = "array"
    OBJECT = "object"
    MAP = "map"
    SET = "set"  # a list of text to Pulumi, an object with these keys to ARM


@dataclass(frozen=True, slots=True)
class Property:
    """One property, by its Pulumi name.

    `items` belongs to an array, a map and a set (of what ARM answers under each key), `members` to an object.
    `wire` is ARM's name where it is another. `default` is the schema's default, which the SDK fills in. `keys`
    names what tells the items of an array apart.
    """

    kind: Kind
    items: "Property | None" = None
    members: Mapping[str, "Property"] | None = None
    required: bool = False
    read_only: bool = False
    force_new: bool = False
    default: str | None = None
    wire: str = ""
    keys: tuple[str, ...] = ()


Members = Mapping[str, Property]

STRING = Property(Kind.STRING)
BOOLEAN = Property(Kind.BOOLEAN)
INTEGER = Property(Kind.INTEGER)
NUMBER = Property(Kind.NUMBER)


def array(items: Property) -> Property:
    """Make a list."""
    return Property(Kind.ARRAY, items=items)


def keyed(items: Property, *keys: str) -> Property:
    """Make a list whose items have a key; their order says nothing (`x-ms-identifiers` of the description)."""
    return Property(Kind.ARRAY, items=items, keys=keys)


def mapping(items: Property) -> Property:
    """Make an object with keys of the user's own."""
    return Property(Kind.MAP, items=items)


def string_set(items: Property) -> Property:
    """Make a list of text that ARM writes as an object: each text a key, `items` the answer under it."""
    return Property(Kind.SET, items=items)


def obj(members: Members) -> Property:
    """Make an object with known members."""
    return Property(Kind.OBJECT, members=members)


def required(prop: Property) -> Property:
    """Mark what has to be given."""
    return replace(prop, required=True)


def read_only(prop: Property) -> Property:
    """Mark what Azure alone writes: an output, never an input."""
    return replace(prop, read_only=True)


def force_new(prop: Property) -> Property:
    """Mark what makes another resource when it changes."""
    return replace(prop, force_new=True)


def default(prop: Property, value: str) -> Property:
    """Say that the SDK sends `value` where the user gives none."""
    return replace(prop, default=value)


def wire(prop: Property, name: str) -> Property:
    """Say that ARM calls the property `name`."""
    return replace(prop, wire=name)


LOCATION = required(force_new(STRING))
"""`location` of a tracked resource: create-only in the API description, filled in by the plugin."""

TAGS = mapping(STRING)

EXTENDED_LOCATION = obj({"name": STRING, "type": STRING})

SYSTEM_DATA = read_only(
    obj(
        {
            "createdAt": STRING,
            "createdBy": STRING,
            "createdByType": STRING,
            "lastModifiedAt": STRING,
            "lastModifiedBy": STRING,
            "lastModifiedByType": STRING,
        }
    )
)

TRACKED: Members = {
    "location": LOCATION,
    "name": read_only(STRING),
    "systemData": SYSTEM_DATA,
    "tags": TAGS,
    "type": read_only(STRING),
}
"""What stands at the top level of the body of every tracked resource."""
