"""Resource ids of Azure Resource Manager: their form and their type.

Source: https://learn.microsoft.com/azure/azure-resource-manager/management/overview, and what the compute
service answers to an id that is not whole: "Expect fully qualified resource Id".
"""

import re
from dataclasses import dataclass

_ID = re.compile(
    r"/subscriptions/(?P<subscription>[^/\s]+)/resourceGroups/(?P<group>[^/\s]+)"
    r"/providers/(?P<space>[^/\s]+)(?P<rest>(?:/[^/\s]+/[^/\s]+)+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ResourceId:
    """The parts of a whole id, each spelt as in the id; Azure compares them without regard to case."""

    subscription: str
    resource_group: str
    type: str
    """`Microsoft.Compute/galleries/images`."""
    name: str
    """The last name."""


def parse_id(text: str) -> ResourceId | None:
    """The parts of a whole id, `None` of any other text."""
    match = _ID.fullmatch(text)
    if match is None:
        return None
    pairs = match["rest"].split("/")[1:]
    kind = "/".join((match["space"], *pairs[::2]))
    return ResourceId(match["subscription"], match["group"], kind, pairs[-1])


def resource_type(text: str) -> str | None:
    """`Microsoft.Compute/images` of a whole id, `None` of any other text. Spelt as in the id."""
    found = parse_id(text)
    return found.type if found else None


def gallery_id(text: str) -> ResourceId | None:
    """The parts of a gallery's id, `None` of any other text."""
    found = parse_id(text)
    return found if found and found.type.casefold() == "microsoft.compute/galleries" else None
