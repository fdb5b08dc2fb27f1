"""Rules about what is one of a closed set of values, or has to be there.

The models hold the sets and know what is required; here stand the codes of the rules that say so. What has no
code of its own is a `CFG` finding.
"""

from collections.abc import Sequence
from functools import partial

from azure_image_gallery.rules.application_version import COMMAND, FILE_NAME
from azure_image_gallery.rules.rule import Evidence, Rule
from azure_image_gallery.rules.shape import walk
from azure_image_gallery.rules.uefi import KEY, TEMPLATES

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
)

OS_STATE = _rule(
    code="IMG007",
    title="an image definition is Generalized or Specialized",
    why="It decides what its versions are made from, and how machines are made from them.",
    fix="write osState: Generalized for images that are set up at first boot, else Specialized",
)
GENERATION = _rule(
    code="IMG008",
    title="an image definition has generation V1 or V2",
    why="A version made from hardware of the other generation does not boot.",
    fix="write V2 for machines that boot by UEFI, V1 for those that boot by BIOS",
)
ARCHITECTURE = _rule(
    code="IMG011",
    title="an image definition is for x64 or Arm64",
    why="Azure has machines with these two processors.",
    fix="write x64 or Arm64",
)

IDENTITY = _rule(
    code="GAL017",
    title="a gallery's identity is SystemAssigned, UserAssigned, both, or None, and ids go with UserAssigned",
    why="Azure makes an identity of its own or uses those that are named, by their ids.",
    fix="write SystemAssigned, UserAssigned, `SystemAssigned, UserAssigned` or None",
    docs="https://learn.microsoft.com/rest/api/compute/galleries/create-or-update",
)
PRINCIPAL_TYPE = _rule(
    code="RBA007",
    title="a principal is a User, Group, ServicePrincipal, ForeignGroup or Device",
    why="Azure knows these types of principal.",
    fix="write one of the types; a managed identity is a ServicePrincipal",
    docs="https://learn.microsoft.com/rest/api/authorization/role-assignments/create",
)
PRINCIPAL_TYPE_GIVEN = _rule(
    code="RBA008",
    title="a principal's type is given",
    why="Without it, Azure looks the principal up, and does not find one that was made a moment ago.",
    fix="write principalType: Group, User or ServicePrincipal",
    docs="https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
)
SET_TYPE = _rule(
    code="DSK010",
    title="a disk encryption set has one of Azure's three types",
    why="It says which keys encrypt; it is fixed when the set is made.",
    fix="choose EncryptionAtRestWithCustomerKey, if in doubt",
    docs="https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
)
COMMUNITY_FACTS = _rule(
    code="COM003",
    title="a community gallery tells everybody who publishes it, and under which terms",
    why="Azure makes no community gallery without a prefix of its public name, a web page, a contact and a licence.",
    fix="give publicNamePrefix, publisherUri, publisherContact and eula",
    docs="https://learn.microsoft.com/azure/virtual-machines/create-gallery",
)

_COMMUNITY = ("publicNamePrefix", "publisherUri", "publisherContact", "eula")
PLAN = _rule(
    code="IMG022",
    title="a purchase plan has a name, a publisher and a product",
    why="Azure asks for the name, and compares all three with those of the source.",
    fix="give name, publisher and product as the marketplace image has them",
    docs="https://learn.microsoft.com/azure/virtual-machines/marketplace-images",
)
SECURITY_TYPE = _rule(
    code="SEC003",
    title="a security type is one that Azure knows",
    why="It decides which machines can be made from the image.",
    fix="choose one of the values that are named",
)
SWITCH = _rule(
    code="SEC013",
    title="accelerated networking and hibernation are on or off",
    why="Azure takes True or False for these features, which is sent as such.",
    fix="write true or false, without quotes",
)
HOST_CACHING = _rule(
    code="SRC023",
    title="a version's disk is cached as None, ReadOnly or ReadWrite",
    why="Azure knows these ways of caching on the host.",
    fix="write None, ReadOnly or ReadWrite, or leave hostCaching out",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
)
CACHING = _rule(
    code="MIM017",
    title="a managed image's disk is cached as None, ReadOnly or ReadWrite",
    why="Azure knows these ways of caching on the host.",
    fix="write None, ReadOnly or ReadWrite, or leave caching out",
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
)

APPLICATION_OS = _rule(
    code="APP002",
    title="an application is for Linux",
    why="Azure wants the operating system said; this program is about Linux only.",
    fix="write supportedOSType: Linux, or leave it out",
    docs="https://learn.microsoft.com/azure/virtual-machines/vm-applications",
)
CAPABILITY = _rule(
    code="DSK007",
    title="a disk's capabilities are those that Azure knows",
    why="Azure has x64 and Arm64, and disks on SCSI or on SCSI and NVMe.",
    fix="write architecture: x64 or Arm64, and diskControllerTypes: SCSI or SCSI, NVMe",
    docs="https://learn.microsoft.com/rest/api/compute/disks/create-or-update",
)

_rest = partial(
    _rule, docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update"
)
MODE = _rule(
    code="VER012",
    title="a version is replicated in full or shallow",
    why="These are the two ways in which Azure keeps a version.",
    fix="leave replicationMode out for a full copy in each region",
)
REGION_NAME = _rest(
    code="REP003",
    title="each target region has a name",
    why="A replica is somewhere: nothing else says where.",
    fix="add `name`, such as westeurope",
)
EDGE_ZONE = _rest(
    code="REP021",
    title="an edge zone is given by its region, its name and the type EdgeZone",
    why="Azure finds a zone by these three.",
    fix="write {name: westus, extendedLocation: {name: losangeles, type: EdgeZone}}",
)
ZONE_STORAGE = _rest(
    code="REP022",
    title="replicas in an edge zone are in a storage that edge zones have",
    why="Edge zones have other kinds of storage than regions.",
    fix="choose one of those that are named",
)
CONFIDENTIAL = _rest(
    code="ENC015",
    title="the disk of a confidential machine is encrypted in one of Azure's four ways",
    why="The way says what is encrypted, and with whose key.",
    fix="choose the way in which the source's disk is encrypted",
)
_ENTRY = "*"
_VERSION = ("imageVersions", _ENTRY, _ENTRY)
_ZONE = (*_VERSION, "targetExtendedLocations", _ENTRY)
_PLACES = (
    ("regionSets", _ENTRY, _ENTRY),
    (*_VERSION, "targetRegions", _ENTRY),
    (*_VERSION, "regionOverrides", _ENTRY),
    _ZONE,
)
"""What may hold an encryption."""
_SECURE = ("encryption", "osDisk", "securityProfile", "confidentialVMEncryptionType")
_UEFI = (*_VERSION, "securityProfile", "uefiSettings")
_KEYS = (("pk",), ("kek", _ENTRY), ("db", _ENTRY), ("dbx", _ENTRY))
_OF_VERSION, _OF_IMAGE = ("imageVersions", _ENTRY, _ENTRY, "source"), ("managedImages", _ENTRY, "source")
BY_PLACE: dict[tuple[str, ...], Rule] = {
    ("imageDefinitions", _ENTRY, "osState"): OS_STATE,
    ("imageDefinitions", _ENTRY, "hyperVGeneration"): GENERATION,
    ("imageDefinitions", _ENTRY, "architecture"): ARCHITECTURE,
    ("gallery", "identity", "type"): IDENTITY,
    ("principals", _ENTRY, "principalType"): PRINCIPAL_TYPE,
    ("managedDisks", _ENTRY, "architecture"): CAPABILITY,
    ("snapshots", _ENTRY, "architecture"): CAPABILITY,
    ("applications", _ENTRY, "supportedOSType"): APPLICATION_OS,
    ("applicationVersions", _ENTRY, _ENTRY, "source"): COMMAND,
    ("applicationVersions", _ENTRY, _ENTRY, "source", "mediaLink"): COMMAND,
    ("applicationVersions", _ENTRY, _ENTRY, "manageActions"): COMMAND,
    ("applicationVersions", _ENTRY, _ENTRY, "manageActions", "install"): COMMAND,
    ("applicationVersions", _ENTRY, _ENTRY, "manageActions", "remove"): COMMAND,
    ("applicationVersions", _ENTRY, _ENTRY, "settings", "scriptBehaviorAfterReboot"): FILE_NAME,
    ("diskEncryptionSets", _ENTRY, "encryptionType"): SET_TYPE,
    ("imageVersions", _ENTRY, _ENTRY, "replicationMode"): MODE,
    ("regionSets", _ENTRY, _ENTRY, "name"): REGION_NAME,
    (*_VERSION, "targetRegions", _ENTRY, "name"): REGION_NAME,
    (*_ZONE, "name"): EDGE_ZONE,
    (*_ZONE, "extendedLocation"): EDGE_ZONE,
    (*_ZONE, "extendedLocation", "name"): EDGE_ZONE,
    (*_ZONE, "extendedLocation", "type"): EDGE_ZONE,
    (*_ZONE, "storageAccountType"): ZONE_STORAGE,
    **{(*place, *_SECURE): CONFIDENTIAL for place in _PLACES},
    (*_UEFI, "signatureTemplateNames", _ENTRY): TEMPLATES,
    **{(*_UEFI, "additionalSignatures", *key, "type"): KEY for key in _KEYS},
    **{(*_UEFI, "additionalSignatures", *key, "value"): KEY for key in _KEYS},
    **{("sharing", "community", key): COMMUNITY_FACTS for key in _COMMUNITY},
    ("imageDefinitions", _ENTRY, "securityType"): SECURITY_TYPE,
    ("imageDefinitions", _ENTRY, "acceleratedNetwork"): SWITCH,
    ("imageDefinitions", _ENTRY, "hibernation"): SWITCH,
    ("imageDefinitions", _ENTRY, "purchasePlan", "name"): PLAN,
    (*_OF_VERSION, "purchasePlan", "name"): PLAN,
    (*_OF_IMAGE, "purchasePlan", "name"): PLAN,
    ("managedDisks", _ENTRY, "source", "purchasePlan", "name"): PLAN,
    ("snapshots", _ENTRY, "source", "purchasePlan", "name"): PLAN,
    (*_OF_VERSION, "osDisk", "hostCaching"): HOST_CACHING,
    (*_OF_VERSION, "dataDisks", _ENTRY, "hostCaching"): HOST_CACHING,
    (*_OF_IMAGE, "osDisk", "caching"): CACHING,
    (*_OF_IMAGE, "dataDisks", _ENTRY, "caching"): CACHING,
}
"""By place, in Azure's spelling; `*` stands for a key of the user's, and for a position in a list."""

IF_MISSING: dict[tuple[str, ...], Rule] = {
    ("principals", _ENTRY, "principalType"): PRINCIPAL_TYPE_GIVEN,
}
"""By place, where what is missing breaks another rule than what is wrong."""

RULES: tuple[Rule, ...] = tuple(dict.fromkeys((*BY_PLACE.values(), *IF_MISSING.values())))


def rule_at(location: Sequence[object]) -> Rule | None:
    """The rule about what stands at a location."""
    return BY_PLACE.get(_place(location))


def rule_if_missing(location: Sequence[object]) -> Rule | None:
    """The rule about what is missing at a location."""
    place = _place(location)
    return IF_MISSING.get(place) or BY_PLACE.get(place)


def _place(location: Sequence[object]) -> tuple[str, ...]:
    return tuple(step.field.key if step.field else _ENTRY for step in walk(location))
