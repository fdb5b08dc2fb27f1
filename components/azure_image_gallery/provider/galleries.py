"""Galleries in Azure, as far as sharing goes: what one permits and with whom it is shared, and the share action.

The client is Azure's own, `azure-mgmt-compute`. It is made on first use: the engine is answered before it is loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from azure_image_gallery.azure.resource_id import ResourceId
from azure_image_gallery.provider.access import KINDS, Access
from azure_image_gallery.provider.cloud import Cloud, find_cloud, trusted
from azure_image_gallery.provider.credential import credential
from azure_image_gallery.provider.patience import Patience
from azure_image_gallery.provider.settings import Settings

_API_VERSION = "2024-03-03"
"""The one that azure-native uses for galleries."""
_EXPAND = "SharingProfile/Groups"


@dataclass(frozen=True)
class Held:
    """What Azure holds of a gallery's sharing."""

    permissions: str
    """`Private`, `Groups` or `Community`."""
    access: Access


@dataclass
class Galleries:
    """Azure, as one identity sees it."""

    settings: Settings
    _cloud: Cloud | None = None
    _credential: Any = None
    _clients: dict[str, Any] = field(default_factory=dict[str, Any])

    def held(self, gallery: ResourceId, patience: Patience) -> Held | None:
        """What Azure holds; `None` where there is no such gallery."""
        from azure.core.exceptions import ResourceNotFoundError  # noqa: PLC0415  slow, and not needed before

        operations = self._client(gallery).galleries
        try:
            found = patience.attempt(
                lambda: operations.get(
                    gallery.resource_group, gallery.name, expand=_EXPAND, api_version=_API_VERSION
                )
            )
        except ResourceNotFoundError:
            return None
        return _held(found.as_dict().get("properties", {}).get("sharingProfile") or {})

    def share(
        self,
        gallery: ResourceId,
        operation: str,
        patience: Patience,
        groups: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Do the share action and wait for its end. Raises HttpResponseError, or EndedError."""
        body: dict[str, Any] = {"operationType": operation}
        if groups:
            body["groups"] = [{"type": KINDS[kind], "ids": list(ids)} for kind, ids in groups.items()]
        operations = self._client(gallery).gallery_sharing_profile
        patience.attempt(
            lambda: patience.finish(
                operations.begin_update(
                    gallery.resource_group, gallery.name, body, api_version=_API_VERSION, polling_interval=5
                )
            )
        )

    def _client(self, gallery: ResourceId) -> Any:  # noqa: ANN401  one client for all subscriptions would do
        from azure.mgmt.compute import ComputeManagementClient  # noqa: PLC0415  as above

        if gallery.subscription not in self._clients:
            self._cloud = self._cloud or find_cloud(self.settings)
            self._credential = self._credential or credential(self.settings, self._cloud)
            given: dict[str, Any] = {
                "base_url": self._cloud.endpoint,
                "credential_scopes": [self._cloud.scope],
                "connection_verify": trusted(),
                "retry_policy": _retry_policy(),
            }
            client = ComputeManagementClient(self._credential, gallery.subscription, **given)
            self._clients[gallery.subscription] = client
        return self._clients[gallery.subscription]


def _held(profile: Mapping[str, Any]) -> Held:
    ids: dict[str, list[str]] = {
        group["type"]: group.get("ids") or [] for group in profile.get("groups") or ()
    }
    info: dict[str, Any] = profile.get("communityGalleryInfo") or {}
    named = {kind: {id_: id_ for id_ in ids.get(of_azure, ())} for kind, of_azure in KINDS.items()}
    access = Access(**named, community=info.get("communityGalleryEnabled") is True)
    return Held(str(profile.get("permissions") or "Private"), access)


@cache
def _retry_policy() -> Any:  # noqa: ANN401  a class that is not imported before it is needed
    """azure-core's retries, but for the share action: for that there is `Patience`, which has an end."""
    from azure.core.pipeline.policies import RetryPolicy  # noqa: PLC0415  as above

    class OfReads(RetryPolicy[Any, Any]):
        def is_retry(self, settings: dict[str, Any], response: Any) -> bool:  # noqa: ANN401  azure-core's
            return response.http_request.method == "GET" and super().is_retry(settings, response)

    return OfReads()
