"""
Deleted versions of galleries with soft delete: kept for seven days, listed, restored or removed for good.

A version is restored by a PUT of its name with its home region alone, or with `restore`. What becomes of a full
body no page says; here it makes a new version, and the old one is gone. Nor does a page say what becomes of
kept versions when the policy is turned off; here they are kept on, and hinder nothing any more.
"""

from typing import ClassVar

from local_azure import errors, operations
from local_azure.clock import compute_time
from local_azure.cloud import Cloud
from local_azure.ids import ResourceId, parse
from local_azure.resources.base import Call, Outcome, require_group
from local_azure.resources.read_only import ReadOnlyType
from local_azure.store import Json, Resource

RETENTION = 7 * 24 * 3600.0
_GALLERY_PAIRS = 1


class SoftDeletedVersions(ReadOnlyType):
    """`Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions`."""

    type: ClassVar[str] = "Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions"
    label = "gallerySoftDeletedResource"
    family = operations.GALLERY

    def get(self, call: Call) -> Resource:
        """Read one."""
        forget_old(call)
        return super().get(call)

    def collection(self, call: Call, after: str, size: int) -> list[Resource]:
        """Return those of one definition."""
        forget_old(call)
        return super().collection(call, after, size)

    def delete(self, call: Call) -> Outcome:
        """Remove one for good."""
        require_group(call, writing=True)
        resource = call.cloud.store.find(call.id.key)
        return Outcome(resource, self.begin(call, resource, result=None)) if resource else Outcome()

    def present(self, resource: Resource, call: Call) -> Json:  # noqa: ARG002  the same for every call
        """Return what was deleted, and when."""
        return {
            "resourceArmId": resource.private["id"],
            "softDeletedArtifactType": "Images",
            "softDeletedTime": compute_time(resource.private["deleted"]),
        }

    def _require_parents(self, call: Call, verb: str) -> Resource:
        require_group(call, writing=verb == "write")
        gallery = gallery_of(call.id)
        found = call.cloud.store.find(gallery.key)
        if found is None:
            raise errors.parent_not_found(verb, self.short_type, gallery.text)
        return found


def gallery_of(id_: ResourceId) -> ResourceId:
    """Return the gallery that a resource lies in."""
    return ResourceId(id_.subscription, id_.group, id_.namespace, id_.pairs[:_GALLERY_PAIRS])


def is_on(cloud: Cloud, id_: ResourceId) -> bool:
    """Whether the gallery that a resource lies in keeps what is deleted."""
    gallery = cloud.store.find(gallery_of(id_).key)
    policy: Json = gallery.properties.get("softDeletePolicy", {}) if gallery else {}
    return policy.get("isSoftDeleteEnabled", False)


def keep(call: Call, version: Resource) -> None:
    """Keep a version that is being deleted, if its gallery keeps what is deleted."""
    id_ = parse(version.id)
    if id_ is None or not is_on(call.cloud, id_):
        return
    properties = {name: value for name, value in version.properties.items() if name != "provisioningState"}
    private: Json = {
        "id": version.id,
        "deleted": call.now(),
        "body": {**version.body, "properties": properties},
        "private": version.private,
    }
    body: Json = {"location": version.location, "properties": {}}
    call.cloud.store.save(Resource(_kept_id(id_).text, SoftDeletedVersions.type, body, private))


def find(call: Call) -> Resource | None:
    """Return what is kept of the version that a call is about."""
    forget_old(call)
    return call.cloud.store.find(_kept_id(call.id).key)


def blocking(call: Call, id_: ResourceId) -> list[str]:
    """Return the ids of kept versions that keep a definition or a gallery from being deleted."""
    if not is_on(call.cloud, id_):
        return []
    forget_old(call)
    kept = call.cloud.store.of_type(SoftDeletedVersions.type, under=gallery_of(id_).key)
    return [one.id for one in kept if f"{one.private['id']}/".lower().startswith(f"{id_.key}/")]


def forget_old(call: Call) -> None:
    """Remove what has been kept for long enough."""
    for one in call.cloud.store.of_type(SoftDeletedVersions.type):
        if one.private["deleted"] + RETENTION <= call.now():
            call.cloud.store.remove(one.key)


def _kept_id(version: ResourceId) -> ResourceId:
    gallery, definition, own = version.pairs
    below = (gallery, ("softDeletedArtifactTypes", "images"), ("artifacts", definition[1]), own)
    return ResourceId(version.subscription, version.group, version.namespace, below)
