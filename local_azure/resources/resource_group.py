"""Resource groups: written at once, deleted with everything in them."""

import re

from local_azure import errors, operations, regions
from local_azure.operations import Operation
from local_azure.resources import content, group_deletion
from local_azure.resources.base import Call, Outcome, require_group, require_subscription
from local_azure.store import Json, Resource

TYPE = "Microsoft.Resources/resourceGroups"
_PROVIDERS = ("microsoft.compute/", "microsoft.storage/")
_NAME = re.compile(r"[\w().-]{0,89}[\w()-]")


def get(call: Call) -> Resource:
    """Read one."""
    return require_group(call)


def collection(call: Call) -> list[Resource]:
    """All of the subscription's groups."""
    require_subscription(call)
    return call.cloud.store.of_type(TYPE, under=f"/subscriptions/{call.id.subscription}")


def contents(call: Call) -> list[Resource]:
    """Return the top-level resources in a group."""
    group = require_group(call)
    return [
        resource
        for resource in call.cloud.store.below(group.key)
        if resource.type.count("/") == 1 and resource.type.startswith(_PROVIDERS)
    ]


def put(call: Call) -> Outcome:
    """Create, or replace tags and manager."""
    require_subscription(call)
    stored = call.cloud.store.find(call.id.key)
    location = _location(call)
    if stored is None and not _NAME.fullmatch(call.id.group):
        raise errors.invalid_group_name(call.id.group)
    if stored:
        require_group(call, writing=True)
        if stored.location != location:
            raise errors.other_group_location(stored.location, location)
    body: Json = {"location": location}
    if call.body.get("managedBy") is not None:
        body["managedBy"] = content.text(call.body, "managedBy")
    if call.body.get("tags") is not None:
        body["tags"] = content.texts(call.body, "tags")
    body["properties"] = {"provisioningState": "Succeeded"}
    resource = Resource(stored.id if stored else call.id.text, TYPE, body)
    call.cloud.store.save(resource)
    return Outcome(resource, created=stored is None)


def patch(call: Call) -> Outcome:
    """Replace the tags."""
    resource = require_group(call, writing=True)
    if call.body.get("tags") is not None:
        resource.body["tags"] = content.texts(call.body, "tags")
    call.cloud.store.save(resource)
    return Outcome(resource)


def delete(call: Call) -> Outcome:
    """Delete the group, all it holds, and role assignments scoped at it or below."""
    resource = require_group(call)
    running = operations.running(call.cloud, resource.key)
    if running:
        return Outcome(resource, running[0])
    resource.properties["provisioningState"] = "Deleting"
    call.cloud.store.save(resource)
    group_deletion.release_disks(call, resource)
    failure, kept = group_deletion.blocked(call, resource)
    now = call.now()
    due = now + call.cloud.manners.operation
    operation = Operation(
        resource.key, operations.GROUP, resource.location, now, due, failure=failure, kept=kept
    )
    return Outcome(resource, operations.begin(call.cloud, operation))


def _location(call: Call) -> str:
    given = content.text(call.body, "location")
    if not given:
        raise errors.location_required()
    location = regions.normalise(given)
    if location not in regions.DISPLAY_NAMES:
        raise errors.location_not_available_for_group(given, regions.DISPLAY_NAMES)
    return location
