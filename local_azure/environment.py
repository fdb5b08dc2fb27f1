"""The variables by which a client finds a local Azure, known to the azure-native plugin and azurerm."""

from pathlib import Path

from local_azure.directory import DEPLOYER, SUBSCRIPTION, TENANT


def variables(port: int, authority: Path) -> dict[str, str]:
    """Return names and values to export; `SSL_CERT_FILE` is what Go and Python's `ssl` trust."""
    return {
        "ARM_METADATA_HOSTNAME": f"127.0.0.1:{port}",
        "ARM_TENANT_ID": TENANT,
        "ARM_SUBSCRIPTION_ID": SUBSCRIPTION,
        "ARM_CLIENT_ID": DEPLOYER.client_id,
        "ARM_CLIENT_SECRET": DEPLOYER.secret,
        "ARM_DISABLE_INSTANCE_DISCOVERY": "true",
        "SSL_CERT_FILE": str(authority),
    }
