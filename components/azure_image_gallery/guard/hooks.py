"""Hooks of our own, with names that no two instances share.

Hooks run in previews too, so that a preview stops where `pulumi up` would. There are none for deletion: with
one in the state, a plain `pulumi destroy` fails.
"""

from collections.abc import Callable
from itertools import count

import pulumi
from pulumi.runtime.proto import resource_pb2
from pulumi.runtime.proto.resource_pb2_grpc import ResourceMonitorStub
from pulumi.runtime.settings import get_monitor, monitor_supports_feature

_INSTANCES = count(1)
Refuse = Callable[[pulumi.ResourceHookArgs], None]


def before_create(logical_name: str, subject: str, refuse: Refuse) -> pulumi.ResourceHookBinding | None:
    """A hook that runs where the state does not hold the resource, and raises what forbids it.

    `None` where nothing would call it, in a program's unit tests with mocks or under an engine without hooks.
    """
    if not _are_called():
        return None
    name = f"azure-image-gallery:{logical_name}:{subject}:{next(_INSTANCES)}"
    hook = pulumi.ResourceHook(name, refuse, pulumi.ResourceHookOptions(on_dry_run=True))
    return pulumi.ResourceHookBinding(before_create=[hook])


def _are_called() -> bool:
    """Whether an engine is at work, and one that knows of hooks: Pulumi's mocks say that they do, and fail."""
    is_engine = isinstance(get_monitor(), ResourceMonitorStub)
    return is_engine and monitor_supports_feature(resource_pb2.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS)
