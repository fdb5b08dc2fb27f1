"""What is there before anything is deployed: subscription, tenant, locations, resource providers."""

from collections.abc import Iterable

from local_azure import errors, regions
from local_azure.cloud import Cloud
from local_azure.store import Json, Resource

TYPE = "Microsoft.Resources/subscriptions"
PROVIDERS = ("Microsoft.Authorization", "Microsoft.Compute", "Microsoft.Resources", "Microsoft.Storage")


def subscriptions(cloud: Cloud, tenant: str) -> list[Json]:
    """All subscriptions of a tenant."""
    every = cloud.store.of_type(TYPE, under="/subscriptions")
    return [_shown(cloud, one) for one in every if cloud.directory.home_of(one.name) == tenant]


def subscription(cloud: Cloud, name: str) -> Json:
    """One subscription; 404 if it is unknown."""
    return _shown(cloud, _require(cloud, name))


def tenants(tenant: str) -> list[Json]:
    """Return the one tenant that a token is of."""
    return [
        {
            "id": f"/tenants/{tenant}",
            "tenantId": tenant,
            "tenantCategory": "Home",
            "displayName": "Local Azure",
            "defaultDomain": "local-azure.example",
            "domains": ["local-azure.example"],
        }
    ]


def locations(cloud: Cloud, name: str) -> list[Json]:
    """Return the regions, with their display names."""
    id_ = _require(cloud, name).id
    return [
        {
            "id": f"{id_}/locations/{short}",
            "name": short,
            "type": "Region",
            "displayName": display,
            "regionalDisplayName": display,
            "metadata": {"regionType": "Physical", "regionCategory": "Recommended"},
        }
        for short, display in regions.DISPLAY_NAMES.items()
    ]


def providers(cloud: Cloud, name: str, types: Iterable[str]) -> list[Json]:
    """Return the resource providers, all registered."""
    id_ = _require(cloud, name).id
    shown = tuple(types)
    return [_provider(id_, namespace, shown) for namespace in PROVIDERS]


def provider(cloud: Cloud, name: str, namespace: str, types: Iterable[str]) -> Json:
    """One resource provider; registering it changes nothing."""
    for found in providers(cloud, name, types):
        if found["namespace"].lower() == namespace.lower():
            return found
    raise errors.invalid_resource_type(namespace)


def _provider(subscription_id: str, namespace: str, types: tuple[str, ...]) -> Json:
    mine = [kind.split("/", 1)[1] for kind in types if kind.startswith(f"{namespace}/")]
    return {
        "id": f"{subscription_id}/providers/{namespace}",
        "namespace": namespace,
        "registrationPolicy": "RegistrationRequired",
        "registrationState": "Registered",
        "resourceTypes": [
            {"resourceType": kind, "locations": list(regions.DISPLAY_NAMES.values())} for kind in mine
        ],
    }


def _require(cloud: Cloud, name: str) -> Resource:
    found = cloud.store.find(f"/subscriptions/{name}")
    if found is None:
        raise errors.subscription_not_found(name)
    return found


def _shown(cloud: Cloud, resource: Resource) -> Json:
    return {
        "id": resource.id,
        "authorizationSource": "RoleBased",
        "managedByTenants": [],
        "subscriptionId": resource.name,
        "tenantId": cloud.directory.home_of(resource.name),
        "displayName": resource.body["displayName"],
        "state": "Enabled",
        "subscriptionPolicies": {
            "locationPlacementId": "Public_2014-09-01",
            "quotaId": "PayAsYouGo_2014-09-01",
            "spendingLimit": "Off",
        },
    }
