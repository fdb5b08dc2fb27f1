"""Storage accounts, as far as VHDs lie in them. There is no data plane: a blob is a name and a size."""

import re
from urllib.parse import urlsplit

from local_azure.cloud import Cloud
from local_azure.resources.read_only import ReadOnlyType
from local_azure.store import Resource

UNKNOWN_SIZE_GB = 30
"""What a blob is taken to hold that is not there from the beginning: nobody can upload one."""

_BLOB = re.compile(r"https?", re.IGNORECASE)


class StorageAccounts(ReadOnlyType):
    """`Microsoft.Storage/storageAccounts`."""

    type = "Microsoft.Storage/storageAccounts"
    label = "storageAccount"


def find(cloud: Cloud, id_: str) -> Resource | None:
    """Return the storage account with this id."""
    found = cloud.store.find(f"/{id_.strip('/')}")
    return found if found and found.type == StorageAccounts.type.lower() else None


def of_blob(cloud: Cloud, uri: str) -> Resource | None:
    """Return the account whose blob this is, if it is one that is known here."""
    accounts = cloud.store.of_type(StorageAccounts.type, under="/subscriptions")
    return next((account for account in accounts if holds(account, uri)), None)


def is_blob(uri: str) -> bool:
    """Whether this is an http(s) address with a host and a name; a container may be missing."""
    parts = urlsplit(uri)
    return bool(_BLOB.fullmatch(parts.scheme) and parts.hostname and parts.path.strip("/"))


def holds(account: Resource, uri: str) -> bool:
    """Whether a blob's address begins with the account's name, as `https://<account>.blob.…` does."""
    return (urlsplit(uri).hostname or "").split(".")[0] == account.name.lower()


def blob_size_gb(cloud: Cloud, uri: str) -> int:
    """Return the size of a blob."""
    account = of_blob(cloud, uri)
    known: dict[str, int] = account.private.get("blobs", {}) if account else {}
    return known.get(urlsplit(uri).path.strip("/"), UNKNOWN_SIZE_GB)
