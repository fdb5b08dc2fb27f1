"""A configured provider: its settings, its cloud, and what it remembers between calls."""

from dataclasses import dataclass, field, replace

from azure.core import AsyncPipelineClient
from azure.core.pipeline.transport import AioHttpTransport

from local_azure.provider.arm import Arm
from local_azure.provider.cloud import Client, ClientSecretCredential, Cloud, find_cloud
from local_azure.provider.configuration import Configuration
from local_azure.provider.errors import ProviderError
from local_azure.provider.pipeline import Pace, common_policies, transport
from local_azure.provider.values import text

_LOCATION_API_VERSION = "2020-10-01"


@dataclass(frozen=True)
class Connection:
    """Everything that `Configure` sets up."""

    configuration: Configuration
    cloud: Cloud
    credential: ClientSecretCredential
    arm: Arm
    sender: AioHttpTransport
    _locations: dict[str, str] = field(default_factory=dict[str, str])

    async def location_of(self, resource_group: str) -> str | None:
        """Return a resource group's location as ARM writes it, or None if it cannot be read; asked once."""
        if resource_group not in self._locations:
            path = f"/subscriptions/{self.configuration.subscription_id}/resourceGroups/{resource_group}"
            try:
                location = text(await self.arm.get(path, _LOCATION_API_VERSION), "location")
            except ProviderError:
                return None  # Check then says that the location is missing
            if location is None:
                return None
            self._locations[resource_group] = location
        return self._locations[resource_group]

    async def close(self) -> None:
        """Close all connections to the cloud."""
        await _close(self.sender)


async def connect(configuration: Configuration, pace: Pace) -> Connection:
    """Find the cloud of a configuration. Raises ConfigurationError."""
    sender = transport()
    plain: Client = AsyncPipelineClient(
        base_url="", policies=common_policies(pace, configuration.user_agent), transport=sender
    )
    try:
        cloud = await find_cloud(plain, configuration)
    except ProviderError:
        await _close(sender)
        raise
    credential = ClientSecretCredential(plain, cloud, configuration)
    others = [
        ClientSecretCredential(plain, cloud, replace(configuration, tenant_id=tenant))
        for tenant in configuration.auxiliary_tenant_ids
    ]
    arm = Arm(cloud, credential, sender, configuration.user_agent, pace, others)
    return Connection(configuration, cloud, credential, arm, sender)


async def _close(sender: AioHttpTransport) -> None:
    if sender.session is not None:
        await sender.session.close()
