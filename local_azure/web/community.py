"""The public's view of community galleries over HTTP, in one region: it is read, and needs no role there."""

from local_azure.ids import ResourceId
from local_azure.regions import normalise
from local_azure.resources import community_view
from local_azure.resources.base import require_subscription
from local_azure.web.compute import call_of
from local_azure.web.message import Answer, Request


def gallery(request: Request, subscription: str, location: str, name: str) -> Answer:
    """One gallery, by its public name."""
    _admit(request, subscription)
    return Answer(200, community_view.gallery(request.cloud, name, normalise(location)), indented=True)


def images(request: Request, subscription: str, location: str, name: str) -> Answer:
    """Its definitions."""
    _admit(request, subscription)
    found = community_view.images(request.cloud, name, normalise(location))
    return Answer(200, {"value": found}, indented=True)


def image(request: Request, subscription: str, location: str, name: str, image_name: str) -> Answer:
    """One definition."""
    _admit(request, subscription)
    found = community_view.image(request.cloud, name, image_name, normalise(location))
    return Answer(200, found, indented=True)


def versions(request: Request, subscription: str, location: str, name: str, image_name: str) -> Answer:
    """A definition's versions."""
    _admit(request, subscription)
    found = community_view.versions(request.cloud, name, image_name, normalise(location))
    return Answer(200, {"value": found}, indented=True)


def version(request: Request, *segments: str) -> Answer:
    """One version, or the latest."""
    subscription, location, name, image_name, number = segments
    _admit(request, subscription)
    found = community_view.version(request.cloud, name, image_name, number, normalise(location))
    return Answer(200, found, indented=True)


def _admit(request: Request, subscription: str) -> None:
    require_subscription(call_of(request, ResourceId(subscription)))
