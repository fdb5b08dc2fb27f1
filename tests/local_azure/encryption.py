"""Disk encryption sets to encrypt with."""

from typing import Any

from tests.local_azure.azure_client import Client

SETS = "2024-03-02"
KEY = "https://contoso.vault.azure.net/keys/images/1a2b"


def set_body(location: str = "westeurope", **properties: Any) -> dict[str, Any]:
    """A set with its own identity."""
    return {
        "location": location,
        "identity": {"type": "SystemAssigned"},
        "properties": {"activeKey": {"keyUrl": KEY}, **properties},
    }


def encryption_set(client: Client, group: str, name: str, location: str = "westeurope", **more: Any) -> str:
    """A new set; its id."""
    path = f"{group}/diskEncryptionSets/{name}"
    client.put(path, set_body(location, **more), SETS)
    return path
