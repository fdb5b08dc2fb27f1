"""Names that a resource stands behind.

A name is known from the start, and is given as such, so that a preview can be read. That the resource of the
name comes first is not all there is to it: Azure deletes no gallery with definitions in it, and Pulumi deletes
what depends on a replaced resource before that only if one of its inputs comes from there.
"""

import pulumi


def following(name: pulumi.Input[str], resource: pulumi.Resource | None) -> pulumi.Input[str]:
    """The name, as an input that comes from the resource: what is given it is replaced with the resource."""
    if resource is None or not isinstance(name, str):
        return name
    return resource.urn.apply(lambda _: name)
