"""
The route table: which handler answers a method and a path. Paths are matched without regard to case.

A new Compute type adds a line to `COMPUTE_TYPES`; a new kind of path adds one to `_OPEN` or `_ARM`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from local_azure import errors, ids
from local_azure.resources import resource_group
from local_azure.resources.application import Applications
from local_azure.resources.application_version import ApplicationVersions
from local_azure.resources.base import ComputeType
from local_azure.resources.disk_encryption_set import DiskEncryptionSets
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.resources.image_version import ImageVersions
from local_azure.resources.managed_disk import ManagedDisks
from local_azure.resources.managed_image import ManagedImages
from local_azure.resources.restore_point import DiskRestorePoints, RestorePointCollections, RestorePoints
from local_azure.resources.snapshot import Snapshots
from local_azure.resources.soft_delete import SoftDeletedVersions
from local_azure.resources.storage_account import StorageAccounts
from local_azure.resources.virtual_machine import VirtualMachines
from local_azure.web import account, community, compute, groups, identity, locks, polling, roles
from local_azure.web.message import Answer, Request

COMPUTE_TYPES: tuple[ComputeType, ...] = (
    Galleries(),
    ImageDefinitions(),
    ImageVersions(),
    Applications(),
    ApplicationVersions(),
    ManagedImages(),
    ManagedDisks(),
    Snapshots(),
    DiskEncryptionSets(),
    VirtualMachines(),
    RestorePointCollections(),
    RestorePoints(),
    DiskRestorePoints(),
    StorageAccounts(),
    SoftDeletedVersions(),
)

_BY_KEY = {kind.type.lower(): kind for kind in COMPUTE_TYPES}
TYPES = {
    **{key: kind.type for key, kind in _BY_KEY.items()},
    "microsoft.authorization/roleassignments": "Microsoft.Authorization/roleAssignments",
    "microsoft.authorization/roledefinitions": "Microsoft.Authorization/roleDefinitions",
    "microsoft.authorization/locks": "Microsoft.Authorization/locks",
    "microsoft.resources/resourcegroups": "Microsoft.Resources/resourceGroups",
}
"""Every type's spelling."""

Handler = Callable[..., Answer]


@dataclass(frozen=True)
class Route:
    """A method, a path with `{}` for each variable segment, and who answers."""

    method: str
    path: str
    handler: Handler

    def match(self, method: str, path: str) -> tuple[str, ...] | None:
        """Return the variable segments; `None` if the route is another's."""
        if self.method != method:
            return None
        pattern = re.escape(self.path).replace(r"\{\}", "([^/]+)")
        found = re.fullmatch(pattern, path, re.IGNORECASE)
        return found.groups() if found else None


_OPEN = (
    Route("GET", "/metadata/endpoints", identity.metadata),
    Route("GET", "/{}/v2.0/.well-known/openid-configuration", identity.openid),
    Route("GET", "/{}/.well-known/openid-configuration", identity.openid),
    Route("GET", "/{}/discovery/v2.0/keys", identity.keys),
    Route("POST", "/{}/oauth2/v2.0/token", identity.token),
    Route("POST", "/{}/oauth2/token", identity.token),
)
"""What needs neither token nor api-version."""


_SUBSCRIPTION = "/subscriptions/{}"
_PROVIDERS = "/subscriptions/{}/providers"
_POLL = "/subscriptions/{}/providers/Microsoft.Compute/locations/{}"
_COMMUNITY = _POLL + "/communityGalleries/{}"
_NAMES = tuple(TYPES.values())
_ARM = (
    Route("GET", "/subscriptions", account.subscriptions),
    Route("GET", _SUBSCRIPTION, account.one_subscription),
    Route("GET", "/tenants", account.tenants),
    Route("GET", f"{_SUBSCRIPTION}/locations", account.locations),
    Route("GET", _PROVIDERS, partial(account.providers, _NAMES)),
    Route("GET", _PROVIDERS + "/{}", partial(account.one_provider, _NAMES)),
    Route("POST", _PROVIDERS + "/{}/register", partial(account.one_provider, _NAMES)),
    Route("GET", _SUBSCRIPTION + "/operationresults/{}", polling.group_result),
    Route("GET", _POLL + "/capsOperations/{}", polling.status),
    Route("GET", _POLL + "/DiskOperations/{}", polling.status),
    Route("GET", _POLL + "/operations/{}", polling.status),
    Route("GET", _COMMUNITY, community.gallery),
    Route("GET", _COMMUNITY + "/images", community.images),
    Route("GET", _COMMUNITY + "/images/{}", community.image),
    Route("GET", _COMMUNITY + "/images/{}/versions", community.versions),
    Route("GET", _COMMUNITY + "/images/{}/versions/{}", community.version),
    Route("GET", f"{_SUBSCRIPTION}/resourcegroups", groups.collection),
    Route("GET", _SUBSCRIPTION + "/resourcegroups/{}/resources", partial(groups.contents, TYPES)),
)
"""What is neither a resource nor a collection of resources."""


def is_open(request: Request) -> bool:
    """Whether a request may come without a token and an api-version."""
    return any(route.match(request.method, request.path) is not None for route in _OPEN)


def answer(request: Request) -> Answer:
    """Find who answers, and let them."""
    for route in (*_OPEN, *_ARM):
        found = route.match(request.method, request.path)
        if found is not None:
            return route.handler(request, *found)
    return locks.answer(request) or roles.answer(request) or _resource(request)


def _resource(request: Request) -> Answer:
    id_ = ids.parse(request.path)
    if id_ is not None and id_.type_key == resource_group.TYPE.lower():
        return groups.item(request, id_)
    if id_ is not None and id_.type_key in _BY_KEY and id_.group:
        return compute.item(_BY_KEY[id_.type_key], request, id_)
    return _below(request)


def _below(request: Request) -> Answer:
    """Answer for a collection or an action: one segment more than an id."""
    above, _, last = request.path.rstrip("/").rpartition("/")
    provider = re.fullmatch(r"(.*)/providers/([^/]+)", above)
    id_ = ids.parse(provider[1] if provider else above)
    if id_ is None:
        raise errors.invalid_resource_type(request.path)
    outer = provider[2] if provider else id_.type_key
    kind = _BY_KEY.get(f"{outer}/{last}".lower())
    if kind is not None:
        return compute.collection(kind, request, id_)
    if id_.type_key in _BY_KEY and not provider:
        return compute.action(_BY_KEY[id_.type_key], request, id_, last)
    raise errors.invalid_resource_type(f"{outer}/{last}")
