"""Storage accounts that are there from the beginning; the names and sizes of their blobs are kept privately."""

from local_azure.resources.storage_account import StorageAccounts
from local_azure.seeds.data import Account
from local_azure.seeds.marks import SEEDED
from local_azure.store import Json, Resource


def resource(group_id: str, location: str, account: Account) -> Resource:
    """Return an account."""
    properties: Json = {
        "primaryEndpoints": {"blob": f"https://{account.name}.blob.core.windows.net/"},
        "primaryLocation": location,
        "statusOfPrimary": "available",
        "provisioningState": "Succeeded",
    }
    body: Json = {
        "location": location,
        "kind": "StorageV2",
        "sku": {"name": "Standard_LRS", "tier": "Standard"},
        "properties": properties,
    }
    id_ = f"{group_id}/providers/Microsoft.Storage/storageAccounts/{account.name}"
    return Resource(id_, StorageAccounts.type, body, {"blobs": dict(account.blobs), SEEDED: True})
