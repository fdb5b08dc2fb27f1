"""Resource ids of Azure Resource Manager: their form and their type.

Source: https://learn.microsoft.com/azure/azure-resource-manager/management/overview, and what the compute
service answers to an id that is not whole: "Expect fully qualified resource Id".
"""

import re

_ID = re.compile(
    r"/subscriptions/[^/\s]+/resourceGroups/[^/\s]+/providers/(?P<space>[^/\s]+)(?P<rest>(?:/[^/\s]+/[^/\s]+)+)",
    re.IGNORECASE,
)


def resource_type(text: str) -> str | None:
    """`Microsoft.Compute/images` of a whole id, `None` of any other text. Spelt as in the id."""
    match = _ID.fullmatch(text)
    if match is None:
        return None
    return "/".join((match["space"], *match["rest"].split("/")[1::2]))
