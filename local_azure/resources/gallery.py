"""
Compute galleries.

A gallery made for the community is given its public name at creation: the prefix that was sent, and a GUID.
It is public only once it is enabled, which is an action of its own (see `gallery_sharing`).
"""

import json
import logging
import re
import uuid
from collections.abc import Callable, Mapping
from typing import ClassVar

from local_azure import errors, operations
from local_azure.resources import content, gallery_sharing, managed_identity, soft_delete
from local_azure.resources.base import Call, ComputeType, Outcome, Shaped, tracked
from local_azure.store import Json, Resource

_LOG = logging.getLogger("local_azure")
_PERMISSIONS = ("Private", "Groups", "Community")


class Galleries(ComputeType):
    """`Microsoft.Compute/galleries`."""

    type = "Microsoft.Compute/galleries"
    label = "gallery"
    family = operations.GALLERY
    name_pattern = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._]{0,78}[A-Za-z0-9])?")
    name_rule = "1 to 80 letters, digits, '.' or '_', beginning and ending with a letter or digit"
    children: ClassVar[tuple[str, ...]] = (
        "Microsoft.Compute/galleries/images",
        "Microsoft.Compute/galleries/applications",
    )

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check that the name is free in the subscription, and fill in the unique name."""
        if stored is None:
            _check_name_is_free(call)
        sent = content.mapping(call.body, "properties")
        properties: Json = {}
        if "description" in sent:
            properties["description"] = content.text(sent, "description", "properties")
        name = stored.name if stored else call.id.name
        properties["identifier"] = {"uniqueName": f"{call.id.subscription}-{name.upper()}"}
        properties |= _sharing(sent, stored)
        if policy := content.mapping(sent, "softDeletePolicy", "properties"):
            enabled = content.flag(policy, "isSoftDeleteEnabled", "properties.softDeletePolicy")
            properties["softDeletePolicy"] = {"isSoftDeleteEnabled": enabled}
        body = tracked(call, properties)
        if identity := managed_identity.shaped(call):
            body["identity"] = identity
        permissions = properties.get("sharingProfile", {}).get("permissions", "Private")
        private = stored.private if stored else {gallery_sharing.MADE_FOR: permissions}
        return Shaped(body, private=private)

    def kept_below(self, call: Call) -> list[str]:
        """Versions that are soft-deleted."""
        return soft_delete.blocking(call, call.id)

    def invalid_name(self, name: str) -> errors.ArmError:
        """Azure documents the beginning of this text and no code."""
        message = f"Gallery name is invalid: '{name}'. It has to be {self.name_rule}."
        return errors.invalid_parameter("gallery.name", message)

    def present(self, resource: Resource, call: Call) -> Json:
        """`sharingProfile` if it was set, or if it is asked for."""
        properties = resource.properties
        asked = {call.query.get("$select", "").lower(), call.query.get("$expand", "").lower()}
        if asked & {"permissions", "sharingprofile/groups"}:
            profile: Json = {"permissions": "Private", **properties.get("sharingProfile", {})}
            status: Json = {}
            if "sharingprofile/groups" in asked:
                profile = {**profile, "groups": gallery_sharing.groups(resource)}
                status = {"sharingStatus": {"aggregatedState": "Succeeded"}}
            properties = {**properties, "sharingProfile": profile, **status}
        return properties

    def check_delete(self, resource: Resource, call: Call) -> None:  # noqa: ARG002  other types ask the call
        """Refuse while somebody has access that a reset takes away."""
        gallery_sharing.check_delete(resource)

    def actions(self) -> Mapping[str, Callable[[Call], Outcome]]:
        """Return the one action."""
        return {"share": self._share}

    def _share(self, call: Call) -> Outcome:
        resource = self.get(call)
        call.cloud.pace_shares()
        body, private = gallery_sharing.changed(resource, call)
        _LOG.info("share %s %s", resource.name, json.dumps(call.body))
        final = {**body, "properties": {**body["properties"], "provisioningState": "Succeeded"}}
        resource.properties["provisioningState"] = "Updating"
        call.cloud.store.save(resource)
        return Outcome(resource, self.begin(call, resource, final, private=private))


def _check_name_is_free(call: Call) -> None:
    for other in call.cloud.store.of_type(Galleries.type, under=f"/subscriptions/{call.id.subscription}"):
        if other.name.lower() == call.id.name.lower():
            raise errors.conflict(
                f"The gallery name '{call.id.name}' is not unique within the subscription "
                f"'{call.id.subscription}': it is taken by '{other.id}'.",
                "gallery.name",
            )


def _sharing(sent: Json, stored: Resource | None) -> Json:
    """Return the sharing profile; what it permits changes by the share action only."""
    where = "properties.sharingProfile"
    profile = content.mapping(sent, "sharingProfile", "properties")
    before: Json = stored.properties.get("sharingProfile", {}) if stored else {}
    if not profile:
        return {"sharingProfile": before} if before else {}
    permissions = content.text(profile, "permissions", where) or "Private"
    if permissions not in _PERMISSIONS:
        raise errors.invalid_parameter(
            "gallery.properties.sharingProfile.permissions",
            f"The value '{permissions}' of parameter 'permissions' is not allowed. "
            f"Allowed values are: {', '.join(_PERMISSIONS)}.",
        )
    made_for: str = (stored.private if stored else {}).get(gallery_sharing.MADE_FOR, permissions)
    if stored and permissions not in {before.get("permissions", "Private"), made_for}:
        raise errors.change_not_allowed("gallery.properties.sharingProfile.permissions")
    community = content.mapping(profile, "communityGalleryInfo", where)
    return {"sharingProfile": _profile(permissions, community, before)}


def _profile(permissions: str, community: Json, before: Json) -> Json:
    if (permissions == "Community") != bool(community):
        target = "gallery.properties.sharingProfile.communityGalleryInfo"
        raise errors.parameter_not_allowed(target) if community else errors.missing_parameter(target)
    profile: Json = {"permissions": permissions}
    if community:
        kept = {name: value for name, value in community.items() if name != "publicNamePrefix"}
        prefix = community.get("publicNamePrefix")
        profile["communityGalleryInfo"] = {
            "communityGalleryEnabled": False,
            **({"publicNames": [f"{prefix}-{uuid.uuid4()}"]} if prefix else {}),
            **before.get("communityGalleryInfo", {}),
            **kept,
        }
    return profile
