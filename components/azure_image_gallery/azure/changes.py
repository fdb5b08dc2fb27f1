"""What becomes of a change of each property of what exists already, resource by resource.

Paths are those of azure-native's inputs, with `[*]` for every item of a list; what stands below a path shares
its lot, unless it has an entry of its own. A property without an entry is one of which no source tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_UPDATING = f"{_LEARN}/shared-image-galleries#updating-resources"
_MESSAGES = f"{_LEARN}/troubleshooting-shared-images"
_REST = "https://learn.microsoft.com/rest/api/compute"
_AZURERM = "https://github.com/hashicorp/terraform-provider-azurerm"
_AZURERM_PAGES = f"{_AZURERM}/blob/main/website/docs/r"
_NATIVE = "https://www.pulumi.com/registry/packages/azure-native/api-docs/compute"


class Behaviour(StrEnum):
    """What becomes of a change."""

    UPDATE = "updated in place"
    REFUSED = "refused by Azure: a new resource is needed"
    """The plugin plans an update, and Azure answers with PropertyChangeNotAllowed or the like."""
    REPLACE = "replaced by the plugin"
    """The plugin deletes the resource and makes it anew."""
    ACTION = "an action of its own"
    """A write does not change it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a change of one property."""

    path: str
    behaviour: Behaviour
    source: str
    """Where that is said."""
    code: str = ""
    """The rule of the catalogue about it, where there is one."""
    condition: str = ""
    """What an update depends on, in words; empty for nothing."""


def _updates(source: str, *paths: str, condition: str = "", code: str = "") -> tuple[Change, ...]:
    return tuple(Change(path, Behaviour.UPDATE, source, code, condition) for path in paths)


def _refused(code: str, source: str, *paths: str) -> tuple[Change, ...]:
    return tuple(Change(path, Behaviour.REFUSED, source, code) for path in paths)


def _replaced(*paths: str, code: str = "CHG008", source: str = _NATIVE) -> tuple[Change, ...]:
    return tuple(Change(path, Behaviour.REPLACE, source, code) for path in paths)


_GALLERY = (
    *_updates(_UPDATING, "description"),
    *_updates(f"{_REST}/galleries/update", "tags", "identity"),
    *_updates(f"{_LEARN}/soft-delete-gallery", "softDeletePolicy"),
    *_refused("DIR001", f"{_LEARN}/share-gallery-direct", "sharingProfile.permissions"),
    Change(
        "sharingProfile.communityGalleryInfo",
        Behaviour.REFUSED,
        f"{_AZURERM_PAGES}/shared_image_gallery.html.markdown",
        "COM001",
    ),
    *_replaced("galleryName", "location", "resourceGroupName"),
)
_DEFINITION = (
    *_updates(_UPDATING, "description", "endOfLifeDate", "recommended", "releaseNoteUri"),
    *_updates(f"{_REST}/gallery-images/update", "tags", "disallowed"),
    *_updates(
        f"{_REST}/gallery-images/update",
        "features",
        "allowUpdateImage",
        condition="allowUpdateImage is true, and each feature says from which version it holds",
        code="SEC023",
    ),
    *_refused("CHG001", _MESSAGES, "osType", "osState", "hyperVGeneration", "identifier"),
    *_refused("CHG002", f"{_AZURERM}/issues/16792", "eula", "privacyStatementUri"),
    *_refused("CHG003", f"{_AZURERM_PAGES}/shared_image.html.markdown", "architecture", "purchasePlan"),
    *_replaced("galleryImageName", "galleryName", "location", "resourceGroupName"),
)
_PROFILE, _REGIONS = "publishingProfile", "publishingProfile.targetRegions"
_ZONES = "publishingProfile.targetExtendedLocations"
_VERSION = (
    *_updates(
        _UPDATING,
        f"{_PROFILE}.endOfLifeDate",
        f"{_PROFILE}.excludeFromLatest",
        f"{_PROFILE}.replicaCount",
        f"{_REGIONS}[*].regionalReplicaCount",
        f"{_REGIONS}[*].excludeFromLatest",
    ),
    *_updates(
        f"{_LEARN}/azure-compute-gallery#best-practices",
        _REGIONS,
        condition="a region is added, or taken away where safetyProfile.allowDeletionOfReplicatedLocations is true; "
        "the home region stays",
        code="REP018",
    ),
    *_updates(
        f"{_REST}/gallery-image-versions/update", "tags", _ZONES, f"{_REGIONS}[*].additionalReplicaSets"
    ),
    *_updates(f"{_REST}/gallery-image-versions/update", f"{_ZONES}[*].extendedLocationReplicaCount"),
    *_updates(_MESSAGES, "safetyProfile"),
    *_updates(f"{_LEARN}/soft-delete-gallery", "restore"),
    *_refused(
        "CHG007",
        f"{_REST}/gallery-image-versions/create-or-update",
        f"{_PROFILE}.storageAccountType",
        f"{_PROFILE}.replicationMode",
        f"{_REGIONS}[*].storageAccountType",
        f"{_REGIONS}[*].encryption",
        f"{_ZONES}[*].storageAccountType",
        f"{_ZONES}[*].encryption",
        "securityProfile.uefiSettings",
    ),
    *_refused("CHG005", _MESSAGES, "storageProfile.source", "storageProfile.osDiskImage.source"),
    *_refused("CHG006", _MESSAGES, "storageProfile.dataDiskImages"),
    *_replaced("galleryImageVersionName", "galleryImageName", "galleryName", "location", "resourceGroupName"),
)
_APPLICATION = (
    *_updates(
        f"{_LEARN}/vm-applications",
        "description",
        "endOfLifeDate",
        "eula",
        "privacyStatementUri",
        "releaseNoteUri",
        "customActions",
        "tags",
    ),
    *_refused("APP002", f"{_LEARN}/vm-applications", "supportedOSType"),
    *_replaced("galleryApplicationName", "galleryName", "location", "resourceGroupName"),
)
_APPLICATION_VERSION = (
    *_updates(
        f"{_LEARN}/vm-applications",
        _REGIONS,
        f"{_PROFILE}.replicaCount",
        f"{_PROFILE}.excludeFromLatest",
        f"{_PROFILE}.endOfLifeDate",
        "safetyProfile",
        "tags",
    ),
    *_updates(
        f"{_LEARN}/vm-applications", f"{_PROFILE}.source", condition="only the token of an address changes"
    ),
    *_refused(
        "APP010",
        f"{_LEARN}/vm-applications",
        f"{_PROFILE}.manageActions",
        f"{_PROFILE}.settings",
        f"{_PROFILE}.storageAccountType",
    ),
    *_replaced(
        "galleryApplicationVersionName",
        "galleryApplicationName",
        "galleryName",
        "location",
        "resourceGroupName",
    ),
)
_IMAGE = (
    *_updates(f"{_REST}/images/update", "tags"),
    *_refused("MIM016", f"{_AZURERM}/issues/7707", "storageProfile.zoneResilient"),
    *_refused(
        "MIM027",
        f"{_AZURERM}/issues/7707",
        "storageProfile.osDisk",
        "storageProfile.dataDisks",
        "sourceVirtualMachine",
        "hyperVGeneration",
    ),
    *_replaced("imageName", "location", "resourceGroupName"),
)
_OF_DISKS = (
    "sku",
    "encryption",
    "networkAccessPolicy",
    "publicNetworkAccess",
    "diskAccessId",
    "tags",
    "osType",
)
_DISK = (
    *_updates(
        f"{_REST}/disks/update", *_OF_DISKS, "tier", "diskIOPSReadWrite", "diskMBpsReadWrite", "maxShares"
    ),
    *_updates(f"{_REST}/disks/update", "burstingEnabled", "supportsHibernation", "purchasePlan"),
    *_updates(f"{_REST}/disks/update", "diskSizeGB", condition="it grows"),
    *_refused(
        "", f"{_REST}/disks/create-or-update", "creationData", "hyperVGeneration", "zones", "extendedLocation"
    ),
    *_replaced("diskName", "location", "resourceGroupName"),
)
_SNAPSHOT = (
    *_updates(f"{_REST}/snapshots/update", *_OF_DISKS),
    *_updates(f"{_REST}/snapshots/update", "diskSizeGB", condition="it grows"),
    *_refused("", f"{_REST}/snapshots/create-or-update", "creationData", "incremental", "hyperVGeneration"),
    *_replaced("snapshotName", "location", "resourceGroupName"),
)
_ENCRYPTION_SET = (
    *_updates(
        f"{_REST}/disk-encryption-sets/update",
        "activeKey",
        "rotationToLatestKeyVersionEnabled",
        "identity",
        "federatedClientId",
        "tags",
    ),
    *_refused("DSK010", f"{_AZURERM_PAGES}/disk_encryption_set.html.markdown", "encryptionType"),
    *_replaced("diskEncryptionSetName", "location", "resourceGroupName"),
)
_ROLES = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting"
_ROLE_ASSIGNMENT = (
    *_updates(_ROLES, "description", "condition", "conditionVersion"),
    *_refused("RBA011", _ROLES, "roleDefinitionId", "principalType", "delegatedManagedIdentityResourceId"),
    *_replaced("principalId", "scope", "roleAssignmentName", code="RBA011", source=_ROLES),
)
_GROUP = (
    *_updates("https://learn.microsoft.com/rest/api/resources/resource-groups/update", "tags", "managedBy"),
    *_replaced("resourceGroupName", "location"),
)

CHANGES: Mapping[str, tuple[Change, ...]] = {
    "compute:Gallery": _GALLERY,
    "compute:GalleryImage": _DEFINITION,
    "compute:GalleryImageVersion": _VERSION,
    "compute:GalleryApplication": _APPLICATION,
    "compute:GalleryApplicationVersion": _APPLICATION_VERSION,
    "compute:Image": _IMAGE,
    "compute:Disk": _DISK,
    "compute:Snapshot": _SNAPSHOT,
    "compute:DiskEncryptionSet": _ENCRYPTION_SET,
    "authorization:RoleAssignment": _ROLE_ASSIGNMENT,
    "resources:ResourceGroup": _GROUP,
}
"""By type, as azure-native names it without the package."""


def change_of(kind: str, path: str) -> Change | None:
    """What becomes of a change of the property at a path (`…targetRegions[*].encryption`), or above it.

    The nearest entry counts; `None` where no source tells.
    """
    found = [
        one
        for one in CHANGES.get(kind, ())
        if path == one.path or path.startswith((f"{one.path}.", f"{one.path}["))
    ]
    return max(found, key=lambda one: len(one.path), default=None)
