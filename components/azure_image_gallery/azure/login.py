"""The settings by which an Azure, and who acts in it, are chosen: those of Pulumi's azure-native provider.

Each is a configuration key (`azure-native:clientId`) that wins over an environment variable. Whoever is logged in
for azure-native is logged in here.
Source: https://www.pulumi.com/registry/packages/azure-native/installation-configuration/.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its configuration key, and the environment variables it is read from, the first that is set."""

    key: str
    variables: tuple[str, ...]
    secret: bool = False
    """Whether it is a credential, which is kept encrypted and never printed."""


SETTINGS = (
    Setting("subscriptionId", ("ARM_SUBSCRIPTION_ID",)),
    Setting("tenantId", ("ARM_TENANT_ID",)),
    Setting("clientId", ("ARM_CLIENT_ID",)),
    Setting("clientSecret", ("ARM_CLIENT_SECRET",), secret=True),
    Setting("clientCertificatePath", ("ARM_CLIENT_CERTIFICATE_PATH",)),
    Setting("clientCertificatePassword", ("ARM_CLIENT_CERTIFICATE_PASSWORD",), secret=True),
    Setting("useOidc", ("ARM_USE_OIDC",)),
    Setting("oidcAudience", ("ARM_OIDC_AUDIENCE",)),
    Setting("oidcToken", ("ARM_OIDC_TOKEN",), secret=True),
    Setting("oidcTokenFilePath", ("ARM_OIDC_TOKEN_FILE_PATH",)),
    Setting("oidcRequestToken", ("ARM_OIDC_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"), secret=True),
    Setting("oidcRequestUrl", ("ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL")),
    Setting("useMsi", ("ARM_USE_MSI",)),
    Setting("useDefaultAzureCredential", ("ARM_USE_DEFAULT_AZURE_CREDENTIAL",)),
    Setting("environment", ("ARM_ENVIRONMENT", "AZURE_ENVIRONMENT")),
    Setting("metadataHost", ("ARM_METADATA_HOSTNAME",)),
    Setting("disableInstanceDiscovery", ("ARM_DISABLE_INSTANCE_DISCOVERY",)),
    Setting("activeDirectoryAuthorityHost", ("ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST",)),
    Setting("resourceManagerEndpoint", ("ARM_RESOURCE_MANAGER_ENDPOINT",)),
    Setting("resourceManagerAudience", ("ARM_RESOURCE_MANAGER_AUDIENCE",)),
)
"""Every setting that says where Azure is, or who asks."""
