"""What a program sends to the engine, word for word."""

from collections.abc import Callable
from typing import Any

import pulumi
from pulumi.runtime.mocks import MockMonitor

from tests.resources.mocks import Recorder


class Requests(MockMonitor):
    """Keeps every request for a resource as it was sent, by logical name."""

    def __init__(self) -> None:
        super().__init__(Recorder())
        self.sent: dict[str, Any] = {}

    def RegisterResource(self, request: Any) -> Any:  # noqa: N802  gRPC's name
        self.sent[request.name] = request
        return super().RegisterResource(request)


Run = Callable[[Callable[[], object]], Requests]
"""Runs a program with Pulumi's mocks, and returns what it sent."""


def run(program: Callable[[], object], monitor: Requests | None = None) -> Requests:
    monitor = monitor or Requests()
    pulumi.runtime.set_mocks(monitor.mocks, project="linux-images", stack="dev", monitor=monitor)
    pulumi.runtime.test(program)()
    return monitor
