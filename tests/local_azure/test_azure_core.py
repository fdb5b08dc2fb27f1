"""The Azure SDK's own pipeline and poller against local Azure: they have to be content with every answer."""

from collections.abc import Callable, Generator
from typing import Any

import pytest
from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError
from azure.core.pipeline import PipelineResponse
from azure.core.pipeline.policies import RequestIdPolicy
from azure.core.polling import LROPoller
from azure.core.rest import HttpRequest
from azure.mgmt.core import ARMPipelineClient
from azure.mgmt.core.policies import ARMChallengeAuthenticationPolicy, ARMHttpLoggingPolicy
from azure.mgmt.core.polling.arm_polling import ARMPolling

from local_azure.cloud import Manners
from local_azure.in_process import LocalAzure, running
from tests.local_azure.azure_client import BUILDS, SUB, Client, definition_body, machine, version_body

GROUP = f"{SUB}/resourceGroups/rg-sdk"
GALLERY = f"{GROUP}/providers/Microsoft.Compute/galleries/sdk"

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalAzure]:
    """Without whole seconds of waiting: `Retry-After: 0` leaves the delay to the poller."""
    with running(tmp_path_factory.mktemp("azure"), manners=Manners(retry_after=0)) as found:
        yield found


class Credential:
    def __init__(self, client: Client) -> None:
        self._client = client

    def get_token(self, *scopes: str, **_: object) -> AccessToken:
        answer = self._client.token(scope=scopes[0]).json
        return AccessToken(answer["access_token"], 2**40)


@pytest.fixture
def run(client: Client) -> Generator[Run]:
    """Send a request, poll until it is done, and return the resource."""
    policy = ARMChallengeAuthenticationPolicy(Credential(client), "https://management.azure.com/.default")
    pipeline: ARMPipelineClient[Any, Any] = ARMPipelineClient(
        base_url=client.azure.url,
        policies=[RequestIdPolicy(), policy, ARMHttpLoggingPolicy()],
        connection_verify=str(client.azure.authority),
    )

    def deserialize(response: PipelineResponse[Any, Any]) -> Any:
        return response.http_response.json() if response.http_response.text() else None

    def call(method: str, path: str, body: object = None, version: str = "2024-03-03") -> Any:
        request = HttpRequest(method, f"{path}?api-version={version}", json=body)
        request.url = pipeline.format_url(request.url)
        response = pipeline._pipeline.run(request)  # pyright: ignore[reportPrivateUsage]  as the SDKs' own code does
        if response.http_response.status_code >= 400:
            raise HttpResponseError(response=response.http_response)
        poller: LROPoller[Any] = LROPoller(pipeline, response, deserialize, ARMPolling(0.02))
        return poller.result(10)

    with pipeline:
        yield call


def test_every_kind_of_operation(run: Run) -> None:
    group = run("PUT", GROUP, {"location": "westeurope"}, "2024-03-01")
    assert group["properties"]["provisioningState"] == "Succeeded"

    gallery = run("PUT", GALLERY, {"location": "westeurope"})
    assert gallery["properties"]["provisioningState"] == "Succeeded"
    patched = run("PATCH", GALLERY, {"tags": {"a": "b"}})
    assert patched["tags"] == {"a": "b"}

    definition = f"{GALLERY}/images/d"
    assert run("PUT", definition, definition_body("d"))["properties"]["provisioningState"] == "Succeeded"
    version = run("PUT", f"{definition}/versions/1.0.0", version_body(machine("build-ubuntu-2404")))
    assert version["properties"]["storageProfile"]["osDiskImage"]["sizeInGB"] == 30

    compute = f"{GROUP}/providers/Microsoft.Compute"
    source = {"sourceVirtualMachine": {"id": f"{BUILDS}/virtualMachines/build-rhel-9"}}
    image = run("PUT", f"{compute}/images/i", {"location": "westeurope", "properties": source}, "2024-11-01")
    assert image["properties"]["storageProfile"]["osDisk"]["diskSizeGB"] == 30

    creation = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/build-rhel-9-os"}
    for kind in ("disks", "snapshots"):
        body = {"location": "westeurope", "properties": {"creationData": creation}}
        disk = run("PUT", f"{compute}/{kind}/d", body, "2024-03-02")
        assert disk["properties"]["diskSizeGB"] == 30
        assert run("DELETE", f"{compute}/{kind}/d")["status"] == "Succeeded"

    assert run("POST", f"{BUILDS}/virtualMachines/app-server-01/deallocate") is None
    for path in (f"{definition}/versions/1.0.0", definition, GALLERY, f"{compute}/images/i"):
        assert run("DELETE", path)["status"] == "Succeeded"
    assert run("DELETE", GROUP, version="2024-03-01") is None
    with pytest.raises(HttpResponseError) as missing:
        run("GET", GROUP, version="2024-03-01")
    assert missing.value.status_code == 404
    assert missing.value.error is not None
    assert missing.value.error.code == "ResourceGroupNotFound"


def test_the_sdk_reads_code_and_target(run: Run) -> None:
    run("PUT", GROUP, {"location": "westeurope"}, "2024-03-01")
    with pytest.raises(HttpResponseError) as refused:
        run("PUT", f"{GROUP}/providers/Microsoft.Compute/galleries/a-b", {"location": "westeurope"})
    assert refused.value.error is not None
    assert (refused.value.error.code, refused.value.error.target) == ("InvalidParameter", "gallery.name")
