"""Who comes after whom, where the order is long.

Pulumi looks for a circle whenever a resource depends on another, and walks everything that lies behind the
other for it, one call inside the other: a row of some 900 resources ends in a RecursionError, and one of 300
takes seconds. A row that we make holds no circle, so the one before is named by its URN alone.
"""

import pulumi
from pulumi.resource import DependencyResource


def in_a_row(before: pulumi.Resource) -> pulumi.Output[pulumi.Resource]:
    """What a resource is given as `depends_on` to come after one that comes after others, and so on."""

    async def by_urn() -> pulumi.Resource:
        return DependencyResource(await before.urn.future() or "")

    return pulumi.Output.from_input(by_urn())
