"""What a new local Azure holds: a subscription, and machines, disks and snapshots to make images from."""

from local_azure.cloud import Cloud
from local_azure.resources import resource_group, subscription
from local_azure.store import Resource


def seed(cloud: Cloud) -> None:
    """Fill a state that has never been filled; a second call does nothing, whatever was deleted since."""
    with cloud.store.transaction():
        cloud.token_key()
        if cloud.store.fact("seeded"):
            return
        _fill(cloud)
        cloud.store.set_fact("seeded", "1")


def _fill(cloud: Cloud) -> None:
    root = f"/subscriptions/{cloud.subscription}"
    cloud.store.save(Resource(root, subscription.TYPE, {"displayName": "Example subscription"}))
    for name, location in (("rg-image-builds", "westeurope"), ("rg-image-builds-us", "eastus")):
        body = {"location": location, "properties": {"provisioningState": "Succeeded"}}
        cloud.store.save(Resource(f"{root}/resourceGroups/{name}", resource_group.TYPE, body))
