"""Where the plugin finds ARM, and what it refuses."""

from typing import Any

import grpc.aio
import pytest
from google.protobuf import empty_pb2
from pulumi.runtime.proto import provider_pb2

from local_azure.provider.configuration import read_configuration, require_loopback
from local_azure.provider.errors import ConfigurationError
from tests.provider.plugin import Plugin
from tests.provider.scripted_arm import Answer, ScriptedArm

ENVIRONMENT = {
    "ARM_METADATA_HOSTNAME": "127.0.0.1:8443",
    "ARM_SUBSCRIPTION_ID": "s",
    "ARM_TENANT_ID": "t",
    "ARM_CLIENT_ID": "c",
    "ARM_CLIENT_SECRET": "x",
    "ARM_DISABLE_INSTANCE_DISCOVERY": "true",
}


def test_settings_come_from_the_environment() -> None:
    found = read_configuration({}, ENVIRONMENT)
    assert (found.subscription_id, found.tenant_id, found.client_id, found.client_secret) == (
        "s",
        "t",
        "c",
        "x",
    )
    assert found.metadata_url == "https://127.0.0.1:8443/metadata/endpoints?api-version=2022-09-01"


def test_provider_configuration_comes_before_the_environment() -> None:
    found = read_configuration({"azure-native:config:subscriptionId": "mine"}, ENVIRONMENT)
    assert found.subscription_id == "mine"


def test_scheme_of_the_metadata_host_is_honoured() -> None:
    found = read_configuration({"azure-native:config:metadataHost": "http://localhost:1"}, ENVIRONMENT)
    assert found.metadata_url.startswith("http://localhost:1/metadata")


def test_missing_settings_are_named_together() -> None:
    with pytest.raises(ConfigurationError, match=r"azure-native:tenantId \(ARM_TENANT_ID\)") as refused:
        read_configuration({}, {"ARM_METADATA_HOSTNAME": "localhost"})
    assert "azure-native:clientSecret (ARM_CLIENT_SECRET)" in str(refused.value)


def test_instance_discovery_has_to_be_off() -> None:
    with pytest.raises(ConfigurationError, match="disableInstanceDiscovery"):
        read_configuration({}, {**ENVIRONMENT, "ARM_DISABLE_INSTANCE_DISCOVERY": ""})


@pytest.mark.parametrize(
    "host", ["management.azure.com", "10.0.0.1", "localhost.example.com", "127.0.0.1.nip.io"]
)
def test_hosts_that_are_not_this_machine_are_refused(host: str) -> None:
    with pytest.raises(ConfigurationError, match=f"'{host}' is not a loopback host"):
        read_configuration({}, {**ENVIRONMENT, "ARM_METADATA_HOSTNAME": host})


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1:1", "https://127.9.9.9", "https://[::1]:1", "https://localhost"]
)
def test_loopback_hosts_are_taken(url: str) -> None:
    require_loopback(url)


@pytest.mark.parametrize("key", ["resourceManager", "loginEndpoint"])
async def test_metadata_may_not_point_elsewhere(unconfigured: Plugin, arm: ScriptedArm, key: str) -> None:
    document: dict[str, Any] = arm.metadata if key == "resourceManager" else arm.metadata["authentication"]
    document[key] = "https://login.microsoftonline.com"
    with pytest.raises(grpc.aio.AioRpcError, match=r"'login\.microsoftonline\.com' is not a loopback host"):
        await unconfigured.configure()


async def test_metadata_that_lacks_something_is_refused(unconfigured: Plugin, arm: ScriptedArm) -> None:
    del arm.metadata["authentication"]["audiences"]
    with pytest.raises(grpc.aio.AioRpcError, match="has no 'audiences'"):
        await unconfigured.configure()


async def test_metadata_that_cannot_be_read_is_an_error(unconfigured: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", "/metadata/endpoints", Answer(404))
    with pytest.raises(grpc.aio.AioRpcError, match="answers 404 and not with a metadata document"):
        await unconfigured.configure()


async def test_host_that_does_not_answer_is_an_error(unconfigured: Plugin) -> None:
    with pytest.raises(grpc.aio.AioRpcError, match=r"no Azure answers at https://127.0.0.1:1/metadata"):
        await unconfigured.configure(metadataHost="127.0.0.1:1")


async def test_authority_that_is_not_trusted_is_an_error(
    unconfigured: Plugin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(grpc.aio.AioRpcError, match="let SSL_CERT_FILE name its certificate authority"):
        await unconfigured.configure()


async def test_refused_token_is_an_error(plugin: Plugin, arm: ScriptedArm) -> None:
    path = "/eeeeeeee-7000-4000-8000-000000000001/oauth2/v2.0/token"
    arm.script("POST", path, Answer(401, {"error": "invalid_client", "error_description": "AADSTS7000215"}))
    with pytest.raises(grpc.aio.AioRpcError, match=r"gives no token: .*AADSTS7000215"):
        await plugin.invoke("azure-native:resources:getResourceGroup", resourceGroupName="rg")


async def test_token_is_asked_for_with_the_documents_audience(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.resources["/subscriptions/eeeeeeee-5000-4000-8000-000000000001/resourcegroups/rg"] = {"id": "x"}
    await plugin.invoke("azure-native:resources:getResourceGroup", resourceGroupName="rg")
    form = next(seen.body for seen in arm.seen if seen.path.endswith("/token"))
    assert "grant_type=client_credentials" in form
    assert "scope=https%3A%2F%2Fmanagement.azure.com%2F.default" in form


async def test_engine_keeps_secrets_and_gets_previews(unconfigured: Plugin) -> None:
    answer = await unconfigured.configure()
    assert answer.supportsPreview
    assert answer.supports_autonaming_configuration
    accepted = (answer.acceptSecrets, answer.acceptResources, answer.acceptOutputs)
    assert accepted == (False, False, False)


async def test_old_engines_are_refused(unconfigured: Plugin) -> None:
    with pytest.raises(grpc.aio.AioRpcError, match=r"requires Pulumi CLI v3\.74\.0 or later"):
        await unconfigured.stub.Configure(provider_pb2.ConfigureRequest())


async def test_version_is_that_of_the_real_plugin(unconfigured: Plugin) -> None:
    assert (await unconfigured.stub.GetPluginInfo(empty_pb2.Empty())).version == "3.29.0"
