"""
Disk encryption sets: which key encrypts disks and images of a region.

Keys are not read: there is no key vault here, and any well-formed address is taken. Decisions where Azure's
answer is not known. The type of a set cannot change, with the code of every other fixed property. A set that a
disk, a snapshot, an image or an image version uses is not deleted: OperationNotAllowed. A set of another region
than what it encrypts is InvalidParameter.
"""

import re
import uuid
from typing import Any, ClassVar, cast

from local_azure import errors, ids, operations, regions
from local_azure.directory import TENANT
from local_azure.resources import content
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import one_of, only
from local_azure.store import Json, Resource

AT_REST = "EncryptionAtRestWithCustomerKey"
CONFIDENTIAL = "ConfidentialVmEncryptedWithCustomerKey"
_TYPES = (AT_REST, "EncryptionAtRestWithPlatformAndCustomerKeys", CONFIDENTIAL)
_IDENTITIES = ("SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned", "None")
_SENT = ("encryptionType", "activeKey", "federatedClientId", "rotationToLatestKeyVersionEnabled")
_KEY = re.compile(r"https://[^/\s]+/keys/[^/\s]+/[^/\s]+", re.IGNORECASE)
_USERS = ("Microsoft.Compute/disks", "Microsoft.Compute/snapshots", "Microsoft.Compute/images",
          "Microsoft.Compute/galleries/images/versions")  # fmt: skip
_PRINCIPALS = uuid.UUID("eeeeeeee-0000-4000-8000-000000000003")


class DiskEncryptionSets(ComputeType):
    """`Microsoft.Compute/diskEncryptionSets`."""

    type = "Microsoft.Compute/diskEncryptionSets"
    label = "diskEncryptionSet"
    family = operations.DISK
    name_pattern: ClassVar[re.Pattern[str]] = re.compile(r"[A-Za-z0-9_-]{1,80}")
    name_rule = "1 to 80 letters, digits, '_' or '-'"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check the key and the identity, and fill in what Azure adds to both."""
        sent = content.mapping(call.body, "properties")
        before = stored.properties if stored else {}
        kind = content.text(sent, "encryptionType", "properties") or before.get("encryptionType", AT_REST)
        kind = one_of(kind, _TYPES, f"{self.label}.encryptionType")
        if stored and kind != before["encryptionType"]:
            raise self.changed("encryptionType")
        rotation = content.flag(sent, "rotationToLatestKeyVersionEnabled", "properties")
        properties: Json = {
            "encryptionType": kind,
            "activeKey": self._key(sent),
            "previousKeys": [],
            "rotationToLatestKeyVersionEnabled": rotation,
            **only(sent, ("federatedClientId",)),
        }
        body = tracked(call, properties)
        body["identity"] = self._identity(call)
        return Shaped(body, private={"sent": only(sent, _SENT)})

    def check_delete(self, resource: Resource, call: Call) -> None:
        """409 while something is encrypted with the set."""
        for kind in _USERS:
            under = f"/subscriptions/{call.id.subscription}"
            for user in call.cloud.store.of_type(kind, under=under):
                if _names(user.properties, resource.id.lower()):
                    message = f"The disk encryption set '{resource.name}' is in use by '{user.id}'."
                    raise errors.operation_not_allowed(message)

    def _key(self, sent: Json) -> Json:
        where = "properties.activeKey"
        given = content.mapping(sent, "activeKey", "properties")
        address = content.text(given, "keyUrl", where)
        if not address:
            raise errors.missing_parameter(f"{self.label}.activeKey.keyUrl")
        if not _KEY.fullmatch(address):
            message = (
                f"The value '{address}' of parameter 'activeKey.keyUrl' is no address of a key's version."
            )
            raise errors.invalid_parameter(f"{self.label}.activeKey.keyUrl", message)
        vault = content.texts(given, "sourceVault", where)
        return {"keyUrl": address, **({"sourceVault": {"id": vault["id"]}} if vault.get("id") else {})}

    def _identity(self, call: Call) -> Json:
        given = content.mapping(call.body, "identity")
        kind = content.text(given, "type", "identity")
        if not kind:
            raise errors.missing_parameter(f"{self.label}.identity")
        kind = one_of(kind, _IDENTITIES, f"{self.label}.identity.type")
        named = content.mapping(given, "userAssignedIdentities", "identity")
        if ("UserAssigned" in kind) != bool(named):
            target = f"{self.label}.identity.userAssignedIdentities"
            raise errors.parameter_not_allowed(target) if named else errors.missing_parameter(target)
        identity: Json = {"type": kind}
        if "SystemAssigned" in kind:
            identity |= {"principalId": _principal(call.id.key), "tenantId": TENANT}
        if named:
            identity["userAssignedIdentities"] = {
                id_: {"principalId": _principal(id_.lower()), "clientId": _principal(f"{id_.lower()}#client")}
                for id_ in named
            }
        return identity


def _principal(of: str) -> str:
    return str(uuid.uuid5(_PRINCIPALS, of))


def _names(value: object, id_: str) -> bool:
    """Whether an id stands anywhere in a value."""
    if isinstance(value, dict):
        return any(_names(one, id_) for one in cast("dict[str, Any]", value).values())
    if isinstance(value, list):
        return any(_names(one, id_) for one in cast("list[Any]", value))
    return isinstance(value, str) and value.lower().rstrip("/") == id_


def check_disk(call: Call, properties: Json, location: str, label: str) -> None:
    """Check the sets that a disk or a snapshot names, of a confidential machine's disk too."""
    given = content.texts(properties, "encryption", "properties").get("diskEncryptionSetId")
    if given:
        check_set(call, given, location, f"{label}.encryption.diskEncryptionSetId")
    secure = content.texts(properties, "securityProfile", "properties").get("secureVMDiskEncryptionSetId")
    if secure:
        target = f"{label}.securityProfile.secureVMDiskEncryptionSetId"
        check_set(call, secure, location, target, (CONFIDENTIAL,))


def check_set(call: Call, id_: str, location: str, target: str, kinds: tuple[str, ...] = _TYPES[:2]) -> None:
    """Refuse a set that is not there, is of another type, or is elsewhere than what it encrypts."""
    parsed = ids.parse(id_)
    if parsed is None or parsed.type_key != DiskEncryptionSets.type.lower():
        raise errors.invalid_parameter(target, f"The value '{id_}' of parameter '{target}' is invalid.")
    if parsed.subscription.lower() != call.id.subscription.lower():
        message = (
            f"The disk encryption set '{id_}' must be in the same subscription '{call.id.subscription}' as "
            "the resource that it encrypts."
        )
        raise errors.invalid_parameter(target, message)
    found = call.cloud.store.find(parsed.key)
    if found is None or found.properties.get("provisioningState") == "Deleting":
        raise errors.invalid_parameter(target, f"The disk encryption set '{id_}' was not found.")
    if found.location != location:
        where = regions.DISPLAY_NAMES[found.location]
        message = f"The disk encryption set '{id_}' is in '{where}', and '{regions.DISPLAY_NAMES[location]}' is wanted."
        raise errors.invalid_parameter(target, message)
    kind = found.properties["encryptionType"]
    if kind not in kinds:
        message = (
            f"The disk encryption set '{id_}' is of the type '{kind}', and {' or '.join(kinds)} is wanted."
        )
        raise errors.invalid_parameter(target, message)
