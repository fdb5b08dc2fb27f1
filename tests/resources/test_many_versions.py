"""Galleries so large that the way they are registered matters."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pulumi.runtime.settings import _get_rpc_manager

from azure_image_gallery import ImageGallery
from tests.resources.mocks import SUBSCRIPTION
from tests.resources.requests import Run

VM = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/build"
ROW = 320


@pytest.fixture
def few_calls_inside_one_another() -> Iterator[None]:
    """Fewer than the row is long; Python's own limit is 1000, and a row of so many takes long."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(ROW)
    yield
    sys.setrecursionlimit(limit)


def declaration(versions: int) -> Any:
    return {
        "location": "westeurope",
        "gallery": {"name": "contoso_linux", "resource_group": "rg"},
        "image_definitions": {
            "ubuntu": {
                "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
                "os_state": "Generalized",
                "hyper_v_generation": "V2",
                "security_type": "TrustedLaunchSupported",
            },
        },
        "image_versions": {
            "ubuntu": {
                f"1.0.{number}": {
                    "source": {"managed_image": "base"},
                    "target_regions": [{"name": "westeurope"}],
                }
                for number in range(versions)
            },
        },
        "managed_images": {"base": {"source": {"virtual_machine": VM, "os_state": "Generalized"}}},
    }


def _short(urns: Iterable[str]) -> set[str]:
    return {urn.rsplit("$", 1)[-1].removeprefix("azure-native:compute:") for urn in urns}


@pytest.mark.usefixtures("few_calls_inside_one_another")
def test_a_long_row_of_versions_of_one_managed_image_comes_one_after_another(requests: Run) -> None:
    sent = requests(lambda: ImageGallery("images", declaration(ROW))).sent
    before = [_short(sent[f"images/ubuntu/1.0.{number}"].dependencies) for number in range(ROW)]
    always = {"Gallery::images/contoso_linux", "GalleryImage::images/ubuntu", "Image::images/base"}
    assert before[0] == always
    assert before[1:] == [
        always | {f"GalleryImageVersion::images/ubuntu/1.0.{number}"} for number in range(ROW - 1)
    ]


def test_a_request_has_begun_when_the_component_is_there(requests: Run) -> None:
    begun: list[int] = []

    def program() -> None:
        ImageGallery("images", declaration(1))
        begun.append(len(_get_rpc_manager().rpcs))

    requests(program)
    assert begun[0] > 0
