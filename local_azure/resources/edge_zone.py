"""Edge zones: where a resource lies outside of its region, fixed at creation. Any name is one."""

from local_azure import errors
from local_azure.resources import content
from local_azure.resources.base import Call
from local_azure.resources.checks import one_of
from local_azure.store import Json

_KEY = "extendedLocation"


def edge_zone(call: Call, before: Json) -> Json:
    """Return the edge zone of a resource as it stands at the top of its body; nothing where it has none."""
    given = content.texts(call.body, _KEY)
    if not given:
        return {_KEY: before[_KEY]} if _KEY in before else {}
    if not given.get("name"):
        raise errors.missing_parameter(f"{_KEY}.name")
    kind = one_of(given.get("type") or "EdgeZone", ("EdgeZone",), f"{_KEY}.type")
    zone = {"name": given["name"], "type": kind}
    if before and zone != before.get(_KEY):
        raise errors.change_not_allowed(_KEY)
    return {_KEY: zone}
