"""The process as an engine starts it: its port on the first line, an answer at once, an end when it is told."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from inspect import isclass
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf import empty_pb2
from pulumi import ComponentResource
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc

import azure_image_gallery

PLUGIN = Path(sys.executable).parent / "pulumi-resource-azure-image-gallery"
URN = "urn:pulumi:s::p::azure-image-gallery:index:{}::name"


@pytest.fixture
def plugin() -> Iterator[tuple[Any, subprocess.Popen[str]]]:
    with subprocess.Popen([PLUGIN], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            yield provider_pb2_grpc.ResourceProviderStub(channel), process
        process.kill()


def test_it_says_its_version_and_ends_when_told(plugin: tuple[Any, subprocess.Popen[str]]) -> None:
    stub, process = plugin
    assert stub.GetPluginInfo(empty_pb2.Empty()).version == version("azure-image-gallery")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0


def test_wrong_inputs_are_failures_and_another_type_is_an_error(
    plugin: tuple[Any, subprocess.Popen[str]],
) -> None:
    stub, _ = plugin
    request = provider_pb2.CheckRequest(urn=URN.format("GallerySharing"))
    request.news.update({"galleryId": "x", "subscriptions": {"web": "contoso"}})
    found = stub.Check(request).failures
    assert [failure.property for failure in found] == ["galleryId", "subscriptions.web"]
    with pytest.raises(grpc.RpcError) as caught:
        stub.Check(provider_pb2.CheckRequest(urn=URN.format("Other")))
    assert "there is no resource azure-image-gallery:index:Other in this package" in str(caught.value)


def test_it_describes_every_component(plugin: tuple[Any, subprocess.Popen[str]]) -> None:
    schema = json.loads(plugin[0].GetSchema(provider_pb2.GetSchemaRequest()).schema)
    public = {name: getattr(azure_image_gallery, name) for name in azure_image_gallery.__all__}
    made = {name for name, one in public.items() if isclass(one) and issubclass(one, ComponentResource)}
    assert schema["name"] == "azure-image-gallery"
    assert {*schema["resources"]} == {f"azure-image-gallery:index:{name}" for name in made}
    version = schema["resources"]["azure-image-gallery:index:ImageVersion"]
    assert {"galleryName", "imageDefinition", "resourceGroup", "version"} <= {*version["requiredInputs"]}
    assert "imageVersionId" in version["properties"]


def test_azures_clients_are_not_loaded_before_they_are_needed() -> None:
    code = (
        "import sys, azure_image_gallery.provider.main\n"
        "print([name for name in ('azure.identity', 'azure.mgmt', 'azure.core') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
