"""
What all tracked resources of the Compute provider have in common.

That is the order in which a call is checked, the two bodies of a write (the first answer's and the final
one), and deletion. A type says its names, shapes its body and states what it refuses. Nothing here knows
HTTP.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from local_azure import errors, operations, regions
from local_azure.cloud import Cloud
from local_azure.directory import Principal
from local_azure.ids import ResourceId
from local_azure.operations import Operation
from local_azure.resources import content
from local_azure.store import Json, Resource

GROUPS = "microsoft.resources/resourcegroups"
SUBSCRIPTIONS = "microsoft.resources/subscriptions"


@dataclass(frozen=True)
class Call:
    """One call on one resource, or on a collection, whose id is then that of what it lies in."""

    cloud: Cloud
    id: ResourceId
    api_version: str
    caller: Principal
    body: Json = field(default_factory=dict[str, Any])
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    auxiliary: frozenset[str] = frozenset()
    """Tenants that the caller has shown tokens of, beside its own."""

    def now(self) -> float:
        """Return the present."""
        return self.cloud.clock.now()


@dataclass(frozen=True)
class Outcome:
    """What a write, a delete or an action left behind; without an operation it is finished already."""

    resource: Resource | None = None
    operation: Operation | None = None
    created: bool = False


@dataclass
class Shaped:
    """A checked body: as the first answers show it, and as it is when the operation is done."""

    body: Json
    final: Json | None = None
    private: Json = field(default_factory=dict[str, Any])
    final_private: Json | None = None
    regions: tuple[str, ...] = ()
    failure: Json | None = None
    """The error with which the operation ends, for what Azure accepts and then cannot do."""


def require_subscription(call: Call) -> None:
    """404 for an unknown subscription."""
    if call.cloud.store.find(f"/subscriptions/{call.id.subscription}") is None:
        raise errors.subscription_not_found(call.id.subscription)


def require_group(call: Call, *, writing: bool = False) -> Resource:
    """Return the group of a call; 404 if it is absent, 409 for a write while it is being deleted."""
    require_subscription(call)
    group = call.cloud.store.find(call.id.group_id.key)
    if group is None:
        raise errors.group_not_found(call.id.group)
    if writing and group.properties.get("provisioningState") == "Deleting":
        raise errors.group_being_deleted(call.id.group)
    return group


class ComputeType:
    """A tracked resource type of Microsoft.Compute."""

    type: ClassVar[str]
    """As Azure spells it, `Microsoft.Compute/galleries/images`."""
    family: ClassVar[str] = operations.COMPUTE
    label: ClassVar[str]
    """What its properties' paths begin with in errors, `galleryImage`."""
    name_pattern: ClassVar[re.Pattern[str]] = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?")
    name_rule: ClassVar[str] = (
        "1 to 80 letters, digits, '.', '_' or '-', beginning with a letter or digit and "
        "ending with one or with '_'"
    )
    at_once: ClassVar[bool] = False
    """Whether writes and deletions are done when they are answered: no operation, no `provisioningState`."""
    children: ClassVar[tuple[str, ...]] = ()
    """Types that keep it from being deleted."""

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check a body for PUT against what is stored; the body to keep, without `provisioningState`."""
        raise NotImplementedError

    def patched(self, call: Call, stored: Resource) -> Call:
        """Return a PATCH as the PUT it amounts to: properties merge, tags are replaced as a whole."""
        properties = {**stored.properties, **content.mapping(call.body, "properties")}
        body = {**stored.body, **call.body, "properties": properties, "location": stored.location}
        return replace(call, body=body)

    def present(self, resource: Resource, call: Call) -> Json:  # noqa: ARG002  for types that read it
        """Return the properties as this api-version and query show them."""
        return resource.properties

    def check_delete(self, resource: Resource, call: Call) -> None:
        """Refuse a deletion for reasons of the type's own."""

    def kept_below(self, call: Call) -> list[str]:  # noqa: ARG002  for types that have some
        """Return the ids of what is deleted below it and kept, and keeps it from being deleted."""
        return []

    def actions(self) -> Mapping[str, Callable[[Call], Outcome]]:
        """Return what can be POSTed below it, by lower-case name."""
        return {}

    @property
    def short_type(self) -> str:
        """The type without its namespace."""
        return self.type.split("/", 1)[1]

    def get(self, call: Call) -> Resource:
        """Read one; 404 in the order that ARM checks."""
        self._require_parents(call, "read")
        return self._require(call)

    def collection(self, call: Call, after: str, size: int) -> list[Resource]:
        """So many of them in a parent, a group or the subscription, by id, beginning after a key."""
        if call.id.pairs:
            self._require_parents(self._child(call), "read")
        elif call.id.group:
            require_group(call)
        else:
            require_subscription(call)
        return call.cloud.store.page(self.type, call.id.key, after, size)

    def put(self, call: Call) -> Outcome:
        """Create or replace."""
        parent = self._require_parents(call, "write")
        stored = call.cloud.store.find(call.id.key)
        if stored is None and not self.name_pattern.fullmatch(call.id.name):
            raise self.invalid_name(call.id.name)
        self._check_location(call, stored)
        return self._write(call, stored, parent, self.shape(call, stored))

    def patch(self, call: Call) -> Outcome:
        """Update in place."""
        parent = self._require_parents(call, "write")
        stored = self._require(call)
        put = self.patched(call, stored)
        return self._write(call, stored, parent, self.shape(put, stored))

    def delete(self, call: Call) -> Outcome:
        """Delete; nothing happens if it is absent, unless its group is."""
        require_group(call, writing=True)
        resource = call.cloud.store.find(call.id.key)
        if resource is None:
            return Outcome()
        self._check_children(resource, call)
        self.check_delete(resource, call)
        if self.at_once:
            call.cloud.store.remove(resource.key)
            return Outcome(resource)
        resource.properties["provisioningState"] = "Deleting"
        call.cloud.store.save(resource)
        return Outcome(resource, self.begin(call, resource, result=None))

    def invalid_name(self, name: str) -> errors.ArmError:
        """Return the refusal of a name."""
        message = f"The entity name '{name}' in the request is invalid. It has to be {self.name_rule}."
        return errors.invalid_parameter("name", message)

    def begin(self, call: Call, resource: Resource, result: Json | None, **more: Any) -> Operation:  # noqa: ANN401  passed on
        """Start the operation of a write."""
        now = call.now()
        due = now + call.cloud.manners.operation
        operation = Operation(resource.key, self.family, resource.location, now, due, result, **more)
        return operations.begin(call.cloud, operation)

    def changed(self, path: str) -> errors.ArmError:
        """Return the refusal of a change; `path` as it stands below `properties`."""
        return errors.change_not_allowed(f"{self.label}.properties.{path}")

    def _write(self, call: Call, stored: Resource | None, parent: Resource, shaped: Shaped) -> Outcome:
        id_ = stored.id if stored else self._new_id(call, parent)
        if self.at_once:
            resource = Resource(id_, self.type, shaped.body, shaped.private)
            call.cloud.store.save(resource)
            return Outcome(resource, created=stored is None)
        first, final = shaped.body, shaped.final or shaped.body
        last = {**final, "properties": {**final["properties"], "provisioningState": "Succeeded"}}
        state = "Updating" if stored else "Creating"
        first = {**first, "properties": {**first["properties"], "provisioningState": state}}
        resource = Resource(id_, self.type, first, shaped.private)
        call.cloud.store.save(resource)
        due = call.now() + call.cloud.manners.operation
        operation = self.begin(
            call,
            resource,
            last,
            private=shaped.final_private,
            failure=shaped.failure,
            regions=dict.fromkeys(shaped.regions, due),
            head={"name": resource.name, "id": id_, "type": self.type}
            if self.family == operations.DISK
            else None,
        )
        return Outcome(resource, operation, created=stored is None)

    def _new_id(self, call: Call, parent: Resource) -> str:
        namespace, *kinds = self.type.split("/")
        middle = f"/providers/{namespace}" if len(kinds) == 1 else ""
        return f"{parent.id}{middle}/{kinds[-1]}/{call.id.name}"

    def _check_location(self, call: Call, stored: Resource | None) -> None:
        given = content.text(call.body, "location")
        if not given:
            raise errors.location_required()
        region = regions.normalise(given)
        if region not in regions.DISPLAY_NAMES:
            raise errors.location_not_available(given, self.type, regions.DISPLAY_NAMES)
        if stored and stored.location != region:
            raise errors.other_location(call.id.name, call.id.group, stored.location, region)

    def _require_parents(self, call: Call, verb: str) -> Resource:
        group = require_group(call, writing=verb == "write")
        if len(call.id.pairs) == 1:
            return group
        parent = call.cloud.store.find(call.id.parent.key)
        if parent is None:
            raise errors.parent_not_found(verb, self.short_type, call.id.parent.text)
        return parent

    def _require(self, call: Call) -> Resource:
        resource = call.cloud.store.find(call.id.key)
        if resource is None:
            raise not_found(call.id)
        return resource

    def _child(self, call: Call) -> Call:
        pair = (self.type.rsplit("/", 1)[1], "*")
        id_ = ResourceId(call.id.subscription, call.id.group, call.id.namespace, (*call.id.pairs, pair))
        return replace(call, id=id_)

    def _check_children(self, resource: Resource, call: Call) -> None:
        store = call.cloud.store
        found = [child.id for kind in self.children for child in store.of_type(kind, under=resource.key)]
        if self.children:
            found += store.buried_below(resource.key, call.now())
            found += self.kept_below(call)
        if found:
            raise errors.nested_resources(id_.split("/providers/", 1)[1] for id_ in found[:5])


def not_found(id_: ResourceId) -> errors.ArmError:
    """404 of an absent resource."""
    below = "/".join(part for pair in id_.pairs for part in pair)
    return errors.resource_not_found(f"{id_.namespace}/{below}", id_.group)


def tracked(call: Call, properties: Json) -> Json:
    """Return a body: location by its short name, tags only if they were sent, then the properties."""
    body: Json = {"location": regions.normalise(content.text(call.body, "location"))}
    if call.body.get("tags") is not None:
        body["tags"] = content.texts(call.body, "tags")
    return {**body, "properties": properties}
