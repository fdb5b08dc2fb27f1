"""What the plugin knows of one resource type: a table, no behaviour of its own beyond reading that table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from urllib.parse import quote, unquote

from local_azure.provider.properties import Members, Property
from local_azure.provider.values import Value, text


class Autoname(Enum):
    """How a name is made that the program does not give."""

    RANDOM = "logical name and eight hexadecimal digits"
    COPY = "logical name"
    UUID = "UUID"


@dataclass(frozen=True)
class PathLimits:
    """Length of a path parameter, in characters."""

    shortest: int = 0
    longest: int | None = None


@dataclass(frozen=True)
class ResourceType:
    """One type of azure-native.

    - `path`: the id's template. Its last parameter is the name. `scope` stands for a whole path.
    - `envelope`: properties at the top level of the body; `properties`: those under the body's `properties`.
    - `long_running`: the methods that the API description calls long-running operations.
    - `pulumi_type`: the type as programs name it.
    - `lookup`: the function that reads one, with the names of its query arguments by wire name.
    """

    pulumi_type: str
    path: str
    api_version: str
    autoname: Autoname
    envelope: Members
    properties: Members
    lookup: str
    long_running: frozenset[str] = frozenset({"PUT", "DELETE"})
    lookup_query: Mapping[str, str] = field(default_factory=dict[str, str])
    path_limits: Mapping[str, PathLimits] = field(
        default_factory=lambda: {"resourceGroupName": PathLimits(shortest=1, longest=90)}
    )

    @property
    def path_parameters(self) -> tuple[str, ...]:
        """Names of the inputs that make the id, in the id's order."""
        return tuple(name for name in _PARAMETER.findall(self.path) if name != "subscriptionId")

    @property
    def name_parameter(self) -> str:
        """The path parameter that is the resource's name."""
        return self.path_parameters[-1]

    @property
    def body(self) -> dict[str, Property]:
        """Every property that travels in a body, by its Pulumi name."""
        return {**self.envelope, **self.properties}

    @property
    def located(self) -> bool:
        """Whether a body has a location."""
        return "location" in self.envelope

    def at(self, api_version: str) -> "ResourceType":
        """Return the same type in another api-version, with the same properties."""
        return replace(self, api_version=api_version)

    def resource_id(self, subscription: str, inputs: Mapping[str, Value]) -> str:
        """Return the id that the inputs make. Raises ValueError when a part of it is not known text."""

        def part(match: re.Match[str]) -> str:
            name = match[1]
            if name == "subscriptionId":
                return subscription
            value = text(inputs, name)
            if value is None:
                raise ValueError(f"{self.pulumi_type}: '{name}' is a part of the id and has to be known text")
            return value.strip("/") if name == "scope" else quote(value, safe=_UNESCAPED)

        return _PARAMETER.sub(part, self.path)

    def parse_id(self, resource_id: str) -> dict[str, str]:
        """Path parameters that an id holds, a scope with its slash. Raises ValueError for another type's id.

        Source: https://github.com/pulumi/pulumi-azure-native/pull/4818, of August 2026. Before that, the slash
        was lost, and what had been imported was to be replaced.
        """
        template = re.escape(self.path).replace(r"\{", "{").replace(r"\}", "}")
        # A scope is a whole id, and its slash the path's own.
        pattern = _PARAMETER.sub(r"(?P<\1>[^/]+)", template.replace("/{scope}", "(?P<scope>/.+)"))
        match = re.fullmatch(pattern, resource_id, re.IGNORECASE)
        if not match:
            raise ValueError(f"'{resource_id}' is not an id of {self.pulumi_type}: expected {self.path}")
        return {name: unquote(value) for name, value in match.groupdict().items() if name != "subscriptionId"}


IN_RESOURCE_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
COMPUTE = IN_RESOURCE_GROUP + "/providers/Microsoft.Compute"

_UNESCAPED = "$&+:=@"  # what Go's url.PathEscape leaves alone beside letters, digits and -._~
_PARAMETER = re.compile(r"\{(\w+)\}")
