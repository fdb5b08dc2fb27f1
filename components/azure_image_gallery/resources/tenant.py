"""The tenant that a gallery is in, asked for before anything else is.

Asked at once, and not as an output, for a second reason. A program that ends while none of its requests has
begun is waited for by Pulumi in another way than usual: for every output of every resource at once, and all
over again after each that arrives (`wait_for_rpcs` in pulumi/runtime/stack.py). That grows with the square of
the resources: a thousand versions, each made after the one before it, were previewed in seven minutes instead
of twenty seconds. One request that has had its answer before the program ends is enough.
"""

import pulumi
from pulumi_azure_native import authorization


def tenant_id(parent: pulumi.Resource) -> pulumi.Output[str]:
    """The tenant that the provider of a resource is logged in to."""
    client = authorization.get_client_config(opts=pulumi.InvokeOptions(parent=parent))
    return pulumi.Output.from_input(client.tenant_id)
