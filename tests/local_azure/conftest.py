"""A local Azure a module, and a client for it."""

from collections.abc import Generator

import pytest

from local_azure.in_process import LocalAzure, running
from tests.local_azure.azure_client import Client


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalAzure]:
    with running(tmp_path_factory.mktemp("azure")) as found:
        yield found


@pytest.fixture
def client(azure: LocalAzure) -> Generator[Client]:
    found = Client(azure)
    yield found
    found.close()
