"""What lies above resource groups, over HTTP: subscriptions, tenants, locations, resource providers."""

from local_azure.resources import subscription
from local_azure.web.message import Answer, Request


def subscriptions(request: Request) -> Answer:
    """Every subscription, counted."""
    found = subscription.subscriptions(request.cloud, _tenant(request))
    return Answer(200, {"value": found, "count": {"type": "Total", "value": len(found)}})


def _tenant(request: Request) -> str:
    return request.caller.tenant if request.caller else request.cloud.directory.tenant


def one_subscription(request: Request, name: str) -> Answer:
    """One subscription."""
    return Answer(200, subscription.subscription(request.cloud, name))


def tenants(request: Request) -> Answer:
    """Return the tenant, in a list."""
    return Answer(200, {"value": subscription.tenants(_tenant(request))})


def locations(request: Request, name: str) -> Answer:
    """Return the regions."""
    return Answer(200, {"value": subscription.locations(request.cloud, name)})


def providers(types: tuple[str, ...], request: Request, name: str) -> Answer:
    """Return the resource providers, with the types they serve."""
    return Answer(200, {"value": subscription.providers(request.cloud, name, types)})


def one_provider(types: tuple[str, ...], request: Request, name: str, namespace: str) -> Answer:
    """One resource provider, also in answer to its registration."""
    return Answer(200, subscription.provider(request.cloud, name, namespace, types))
