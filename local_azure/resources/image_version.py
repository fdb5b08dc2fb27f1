"""
Image versions: made from a source once, replicated to regions that may change afterwards.

What Azure answers to the restore of a version that was not deleted is not known; it is refused.
"""

import re
from typing import ClassVar

from local_azure import errors, operations, regions
from local_azure.clock import compute_time, read_time
from local_azure.ids import ResourceId, parse
from local_azure.resources import content, soft_delete
from local_azure.resources.base import Call, ComputeType, Outcome, Shaped, tracked
from local_azure.resources.image_features import security_type
from local_azure.resources.version_encryption import check_encryption, check_source
from local_azure.resources.version_fit import too_large
from local_azure.resources.version_regions import check_regions_change, publishing_profile
from local_azure.resources.version_sources import storage_profile, stored_storage
from local_azure.resources.version_uefi import check_uefi
from local_azure.store import Json, Resource

_LARGEST = 2**31 - 1
_DONE = 100
_SAFETY_SINCE = "2022-08-03"


class ImageVersions(ComputeType):
    """`Microsoft.Compute/galleries/images/versions`."""

    type = "Microsoft.Compute/galleries/images/versions"
    label = "galleryImageVersion"
    family = operations.GALLERY
    name_pattern: ClassVar[re.Pattern[str]] = re.compile(r"\d{1,10}\.\d{1,10}\.\d{1,10}")
    name_rule = f"Major(int).Minor(int).Patch(int), each from 0 to {_LARGEST}"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check regions and source; the sizes of its disks are known when the first replica is made."""
        if stored is None and call.body.get("properties", {}).get("restore") is True:
            message = (
                f"There is no soft-deleted gallery image version '{call.id.name}' that could be restored."
            )
            raise errors.invalid_parameter("galleryImageVersion.properties.restore", message)
        if stored is None and any(int(part) > _LARGEST for part in call.id.name.split(".")):
            raise self.invalid_name(call.id.name)
        sent = content.mapping(call.body, "properties")
        before = stored.properties if stored else {}
        location = regions.normalise(content.text(call.body, "location"))
        safety = _safety(sent)
        profile = publishing_profile(sent, before, location, call.now())
        if stored:
            check_regions_change(
                profile, before["publishingProfile"], removable=safety["allowDeletionOfReplicatedLocations"]
            )
            storage, sizes = stored_storage(sent, before, stored.private), stored.private["sizes"]
            first = storage
        else:
            profile["publishedDate"] = compute_time(call.now())
            first, storage, sizes = storage_profile(call, sent, _definition(call), location)
            check_source(first, profile)
        security = security_type(_definition(call).properties)
        check_encryption(call, profile, [one["lun"] for one in sizes["data"]], security)
        rest: Json = {"safetyProfile": safety, **_security(sent, before, stored, security)}
        body = tracked(call, {"publishingProfile": profile, "storageProfile": first, **rest})
        final = tracked(call, {"publishingProfile": profile, "storageProfile": storage, **rest})
        names = tuple(regions.normalise(region["name"]) for region in profile["targetRegions"])
        failure = too_large(sizes, profile, names)
        private: Json = {"sizes": sizes, "failed": failure.pop("detail") if failure else ""}
        return Shaped(body, final, private=private, regions=names, failure=failure)

    def put(self, call: Call) -> Outcome:
        """Create, replace or restore."""
        kept = None if call.cloud.store.find(call.id.key) else soft_delete.find(call)
        if kept is None:
            return super().put(call)
        sent = content.mapping(call.body, "properties")
        asked = not sent or content.flag(sent, "restore", "properties")
        outcome = self._restored(call, kept) if asked else super().put(call)
        call.cloud.store.remove(kept.key)
        return outcome

    def delete(self, call: Call) -> Outcome:
        """Delete, and keep the version for a while where its gallery says so."""
        before = call.cloud.store.find(call.id.key)
        outcome = super().delete(call)
        if before is not None and before.properties["provisioningState"] != "Deleting":
            soft_delete.keep(call, before)
        return outcome

    def _restored(self, call: Call, kept: Resource) -> Outcome:
        parent = self._require_parents(call, "write")
        self._check_location(call, kept)
        regions_kept = tuple(
            regions.normalise(one["name"])
            for one in kept.private["body"]["properties"]["publishingProfile"]["targetRegions"]
        )
        shaped = Shaped(kept.private["body"], private=kept.private["private"], regions=regions_kept)
        return self._write(call, None, parent, shaped)

    def invalid_name(self, name: str) -> errors.ArmError:
        """Azure documents this text and no code."""
        message = f"The gallery image version name is invalid: '{name}'. It has to be {self.name_rule}."
        return errors.invalid_parameter("galleryImageVersionName", message)

    def present(self, resource: Resource, call: Call) -> Json:
        """Replication and UEFI keys if they are asked for; no safety profile for an api-version older than it."""
        properties = dict(resource.properties)
        if call.query.get("$expand", "").lower() != "uefisettings":
            properties.pop("securityProfile", None)
        if call.api_version < _SAFETY_SINCE:
            properties.pop("safetyProfile", None)
        if call.query.get("$expand", "").lower() == "replicationstatus":
            properties["replicationStatus"] = replication(resource, call)
        return properties

    def check_delete(self, resource: Resource, call: Call) -> None:
        """409 before the end of life, if the version's safety profile says so, and for what cannot be kept."""
        id_ = parse(resource.id)
        if (
            resource.properties["provisioningState"] == "Failed"
            and id_
            and soft_delete.is_on(call.cloud, id_)
        ):
            raise errors.operation_not_allowed(
                f"The gallery image version '{resource.name}' has failed, and cannot be deleted while soft delete "
                "is enabled on the gallery."
            )
        date = resource.properties["publishingProfile"].get("endOfLifeDate", "")
        blocks = resource.properties["safetyProfile"].get("blockDeletionBeforeEndOfLife", False)
        moment = read_time(date) if blocks and date else None
        if moment is not None and moment > call.now():
            raise errors.blocked_before_end_of_life(resource.name, date)


def _definition(call: Call) -> Resource:
    parent: ResourceId = call.id.parent
    found = call.cloud.store.find(parent.key)
    if found is None:
        raise errors.parent_not_found("write", "galleries/images/versions", parent.text)
    return found


def _safety(sent: Json) -> Json:
    """Fill in the safety profile. Azure's default for the first flag is not known; we take the stricter."""
    where = "properties.safetyProfile"
    given = content.mapping(sent, "safetyProfile", "properties")
    safety: Json = {
        "reportedForPolicyViolation": False,
        "allowDeletionOfReplicatedLocations": content.flag(
            given, "allowDeletionOfReplicatedLocations", where
        ),
    }
    if given.get("blockDeletionBeforeEndOfLife") is not None:
        safety["blockDeletionBeforeEndOfLife"] = content.flag(given, "blockDeletionBeforeEndOfLife", where)
    return safety


def _security(sent: Json, before: Json, stored: Resource | None, security: str) -> Json:
    given = content.mapping(sent, "securityProfile", "properties")
    known = before.get("securityProfile", {})
    if stored and given and given != known:
        raise errors.change_not_allowed("galleryImageVersion.properties.securityProfile.uefiSettings")
    check_uefi(given, security)
    profile = given or known
    return {"securityProfile": profile} if profile else {}


def replication(version: Resource, call: Call) -> Json:
    """Return how far a version's copies are: each region's state, and what they come to."""
    failed = version.private.get("failed", "") if version.properties["provisioningState"] == "Failed" else ""
    summary = [
        _regional(version, region["name"], failed, call)
        for region in version.properties["publishingProfile"]["targetRegions"]
    ]
    states = {region["state"] for region in summary}
    aggregated = "Failed" if "Failed" in states else "InProgress" if "Replicating" in states else "Completed"
    return {"aggregatedState": aggregated, "summary": summary}


def _regional(version: Resource, region: str, failed: str, call: Call) -> Json:
    if failed:
        return {"region": region, "state": "Failed", "details": failed, "progress": 0}
    now, name = call.now(), regions.normalise(region)
    running = operations.running(call.cloud, version.key)
    progress = min((one.progress(name, now) for one in running if name in one.regions), default=_DONE)
    state = "Completed" if progress == _DONE else "Replicating"
    return {"region": region, "state": state, "details": "", "progress": progress}
