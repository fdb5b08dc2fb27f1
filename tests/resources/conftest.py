"""Runs a program with Pulumi's mocks and shows what it registered."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pulumi
import pytest

from tests.resources.mocks import Deploy, Deployment, Recorder
from tests.resources.requests import Run
from tests.resources.requests import run as run_and_keep_requests


@pytest.fixture(autouse=True)
def event_loop_of_pulumi() -> Iterator[None]:
    """Pulumi's mocks run programs on the thread's current event loop, and expect that there is one."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()
    gc.collect()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pulumi's mocks leave event loops of their own open in every thread; that is not for us to mend."""
    left_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(left_open)


@pytest.fixture
def deploy() -> Deploy:
    def run(program: Callable[[], object], *, preview: bool = False) -> Deployment:
        recorder, results = Recorder(), list[object]()
        pulumi.runtime.set_mocks(recorder, project="linux-images", stack="dev", preview=preview)

        @pulumi.runtime.test
        def under_mocks() -> pulumi.Output[None]:
            return pulumi.Output.from_input(program()).apply(results.append)  # type: ignore[arg-type]

        under_mocks()
        return Deployment(recorder.registered, results[0] if results else None)

    return run


@pytest.fixture
def requests() -> Run:
    return run_and_keep_requests
