"""For every rule: declarations that break it and nothing else, and declarations that only just do not."""

from dataclasses import dataclass

from tests.rules.declarations import COMPUTE, GONE, IMAGE, MACHINE, SNAPSHOT, TEAM, Changes


@dataclass(frozen=True)
class Wrong:
    """A change, and what is found then."""

    changes: Changes
    path: str
    message: str


WEB, APP = "imageDefinitions/web", "imageDefinitions/app"
WEB_1, APP_1 = "imageVersions/web/1.0.0", "imageVersions/app/1.0.0"
BASE = "managedImages/base"
READERS = "sharing/roleAssignments/readers"
AT_WEB_1, AT_APP_1 = 'imageVersions.web["1.0.0"]', 'imageVersions.app["1.0.0"]'
_OTHER_WEB = {"source": {"managedImage": "base"}, "regionSet": "europe"}
_NVME: Changes = {f"{WEB}/diskControllerTypes": "SCSI, NVMe"}
_SHALLOW: Changes = {
    f"{APP_1}/replicationMode": "Shallow",
    f"{APP_1}/excludeFromLatest": True,
    "imageVersions/app/1.0.1": {"source": {"virtualMachine": MACHINE}},
}
_ALPHABET = "letters, digits, dots, underscores and hyphens"
_ONE_SOURCE = (
    "exactly one of managedImage, virtualMachine, disk, snapshot, imageVersion, communityImage, vhd, osDisk "
    "is wanted"
)


def _security(kind: str, **source: str) -> Changes:
    return {f"{APP}/securityType": kind, f"{APP_1}/source": source}


def _in_both(kind: str, place: str) -> Changes:
    return {f"{place}/securityType": kind, f"{APP_1}/source/securityType": kind}


WRONG: dict[str, list[Wrong]] = {
    "CFG015": [
        Wrong(
            {
                f"{BASE}/source": {"snapshot": "a"},
                "snapshots": {"a": {"source": {"disk": "b"}}},
                "managedDisks": {"b": {"source": {"snapshot": "a"}}},
            },
            "managedDisks.b.source",
            "made from itself: snapshots/a from managedDisks/b from snapshots/a",
        ),
    ],
    "GAL001": [
        Wrong(
            {"gallery/name": "a b"},
            "gallery.name",
            "'a b' has other characters than letters, digits, dots and underscores",
        ),
        Wrong({"gallery/name": ""}, "gallery.name", "'' is empty"),
        Wrong(
            {"gallery/name": "größe"},
            "gallery.name",
            "'größe' has other characters than letters, digits, dots and underscores",
        ),
        Wrong(
            {"gallery/name": "a" * 81},
            "gallery.name",
            f"'{'a' * 79}…' has 81 characters, at most 80 are allowed",
        ),
    ],
    "GAL002": [Wrong({"gallery/name": "a-b"}, "gallery.name", "'a-b' has a hyphen")],
    "GAL003": [
        Wrong({"gallery/name": "a_"}, "gallery.name", "'a_' does not begin and end with a letter or a digit"),
        Wrong({"gallery/name": ".a"}, "gallery.name", "'.a' does not begin and end with a letter or a digit"),
    ],
    "GAL005": [
        Wrong(
            {f"{APP}/name": "WEB"}, "imageDefinitions.app.name", "'WEB' is the name of 'web' in Azure already"
        ),
        Wrong(
            {"managedImages/BASE": {"source": {"virtualMachine": MACHINE}}},
            "managedImages.BASE",
            "'BASE' is the name of 'base' in Azure already",
        ),
    ],
    "IMG001": [
        Wrong(
            {f"{WEB}/name": "a b"},
            "imageDefinitions.web.name",
            f"'a b' has other characters than {_ALPHABET}",
        ),
        Wrong(
            {f"{WEB}/name": "a" * 81},
            "imageDefinitions.web.name",
            f"'{'a' * 79}…' has 81 characters, at most 80 are allowed",
        ),
        Wrong({f"{WEB}/name": "web-"}, "imageDefinitions.web.name", "'web-' ends with '-'"),
        Wrong({f"{WEB}/name": "_web"}, "imageDefinitions.web.name", "'_web' begins with '_'"),
        Wrong({f"{WEB}/name": ""}, "imageDefinitions.web.name", "an empty text is given, a name is wanted"),
    ],
    "IMG002": [
        Wrong(
            {f"{WEB}/identifier/publisher": "p."},
            "imageDefinitions.web.identifier.publisher",
            "'p.' ends with '.'",
        ),
        Wrong(
            {f"{WEB}/identifier/publisher": "p" * 129},
            "imageDefinitions.web.identifier.publisher",
            f"'{'p' * 79}…' has 129 characters, at most 128 are allowed",
        ),
    ],
    "IMG003": [
        Wrong(
            {f"{WEB}/identifier/offer": "o" * 65},
            "imageDefinitions.web.identifier.offer",
            f"'{'o' * 65}' has 65 characters, at most 64 are allowed",
        ),
    ],
    "IMG004": [
        Wrong(
            {f"{WEB}/identifier/sku": "24/04"},
            "imageDefinitions.web.identifier.sku",
            f"'24/04' has other characters than {_ALPHABET}",
        ),
        Wrong(
            {f"{WEB}/identifier/sku": "s" * 65},
            "imageDefinitions.web.identifier.sku",
            f"'{'s' * 65}' has 65 characters, at most 64 are allowed",
        ),
    ],
    "IMG005": [
        Wrong(
            {f"{APP}/identifier/sku": "web"},
            "imageDefinitions.app.identifier",
            "'contoso/linux/web' identifies 'web' already",
        ),
        Wrong(
            {f"{APP}/identifier/sku": "WEB"},
            "imageDefinitions.app.identifier",
            "'contoso/linux/WEB' identifies 'web' already",
        ),
    ],
    "IMG012": [
        Wrong(
            {
                f"{APP}/architecture": "Arm64",
                f"{APP}/hyperVGeneration": "V1",
                f"{APP_1}/source": {"virtualMachine": MACHINE},
            },
            "imageDefinitions.app.architecture",
            "Arm64 needs hyperVGeneration V2, V1 is given",
        ),
    ],
    "IMG013": [
        Wrong(
            {f"{APP_1}/source/architecture": "Arm64"},
            f"{AT_APP_1}.source.architecture",
            "the source is for Arm64, the definition 'app' for x64",
        ),
        Wrong(
            {f"{WEB}/architecture": "Arm64"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is for x64, the definition 'web' for Arm64",
        ),
    ],
    "IMG014": [
        Wrong(
            {f"{WEB}/endOfLifeDate": "soon"},
            "imageDefinitions.web.endOfLifeDate",
            "the text 'soon' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB}/endOfLifeDate": "2028-02-30"},
            "imageDefinitions.web.endOfLifeDate",
            "the text '2028-02-30' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB}/endOfLifeDate": 20280430},
            "imageDefinitions.web.endOfLifeDate",
            "the number 20280430 is not a date such as 2028-04-30",
        ),
    ],
    "IMG015": [
        Wrong(
            {f"{WEB}/endOfLifeDate": "2026-09-01"},
            "imageDefinitions.web.endOfLifeDate",
            "2026-09-01 lies in the past, a new one is refused",
        ),
    ],
    "IMG017": [
        Wrong(
            {f"{WEB}/recommended/vCPUs": {"min": 4, "max": 2}},
            "imageDefinitions.web.recommended.vCPUs.min",
            "4 is above the maximum, 2",
        ),
    ],
    "IMG018": [
        Wrong(
            {f"{WEB}/recommended/memory": {"min": 2, "max": 1}},
            "imageDefinitions.web.recommended.memory.min",
            "2 is above the maximum, 1",
        ),
    ],
    "IMG019": [
        Wrong(
            {f"{WEB}/recommended/vCPUs": {"min": 0}},
            "imageDefinitions.web.recommended.vCPUs.min",
            "0 is below 1",
        ),
        Wrong(
            {f"{WEB}/recommended/memory": {"max": -1}},
            "imageDefinitions.web.recommended.memory.max",
            "-1 is below 1",
        ),
    ],
    "IMG024": [
        Wrong(
            {f"{WEB}/eula": "ftp://x"},
            "imageDefinitions.web.eula",
            "'ftp://x' is not an http or https address",
        ),
        Wrong(
            {f"{WEB}/releaseNoteUri": "notes"},
            "imageDefinitions.web.releaseNoteUri",
            "'notes' is not an http or https address",
        ),
        Wrong(
            {f"{WEB}/privacyStatementUri": ""},
            "imageDefinitions.web.privacyStatementUri",
            "'' is not an http or https address",
        ),
    ],
    "SEC005": [
        Wrong(
            {
                f"{WEB}/securityType": "TrustedLaunchSupported",
                f"{WEB}/hyperVGeneration": "V1",
                f"{BASE}/source/hyperVGeneration": "V1",
            },
            "imageDefinitions.web.securityType",
            "TrustedLaunchSupported needs hyperVGeneration V2, V1 is given",
        ),
    ],
    "SEC006": [
        Wrong(
            _security("TrustedLaunchSupported", virtualMachine=MACHINE),
            f"{AT_APP_1}.source.virtualMachine",
            "a virtualMachine cannot be the source of a TrustedLaunchSupported version",
        ),
        Wrong(
            _security("trustedlaunchsupported", snapshot=SNAPSHOT),
            f"{AT_APP_1}.source.snapshot",
            "a snapshot cannot be the source of a TrustedLaunchSupported version",
        ),
        Wrong(
            _security("TrustedLaunchAndConfidentialVmSupported", snapshot=SNAPSHOT),
            f"{AT_APP_1}.source.snapshot",
            "a snapshot cannot be the source of a TrustedLaunchAndConfidentialVmSupported version",
        ),
    ],
    "SEC007": [
        Wrong(
            {f"{WEB}/securityType": "TrustedLaunch"},
            f"{AT_WEB_1}.source.managedImage",
            "a managed image cannot be the source of a TrustedLaunch version",
        ),
        Wrong(
            {f"{APP}/securityType": "TrustedLaunch"},
            f"{AT_APP_1}.source.securityType",
            "the source is Standard, a TrustedLaunch version needs a source of the same security type",
        ),
    ],
    "SEC008": [
        Wrong(
            {f"{WEB}/securityType": "ConfidentialVM"},
            f"{AT_WEB_1}.source.managedImage",
            "a managed image cannot be the source of a ConfidentialVM version",
        ),
        Wrong(
            {f"{APP}/securityType": "ConfidentialVM", f"{APP_1}/source/securityType": "TrustedLaunch"},
            f"{AT_APP_1}.source.securityType",
            "the source is TrustedLaunch, a ConfidentialVM version needs a source of the same security type",
        ),
    ],
    "SEC009": [
        Wrong(
            _security("ConfidentialVMSupported", virtualMachine=MACHINE),
            f"{AT_APP_1}.source.virtualMachine",
            "a virtualMachine cannot be the source of a ConfidentialVMSupported version",
        ),
    ],
    "SEC014": [
        Wrong(
            {f"{WEB}/diskControllerTypes": "NVMe"},
            "imageDefinitions.web.diskControllerTypes",
            "'NVMe' is not allowed, allowed: SCSI or 'SCSI, NVMe'",
        ),
        Wrong(
            {f"{WEB}/diskControllerTypes": ""},
            "imageDefinitions.web.diskControllerTypes",
            "'' is not allowed, allowed: SCSI or 'SCSI, NVMe'",
        ),
        Wrong(
            {f"{WEB}/diskControllerTypes": "SCSI,SCSI"},
            "imageDefinitions.web.diskControllerTypes",
            "'SCSI,SCSI' is not allowed, allowed: SCSI or 'SCSI, NVMe'",
        ),
    ],
    "SEC015": [
        Wrong(
            _NVME | {f"{WEB}/hyperVGeneration": "V1", f"{BASE}/source/hyperVGeneration": "V1"},
            "imageDefinitions.web.diskControllerTypes",
            "NVMe needs hyperVGeneration V2, V1 is given",
        ),
    ],
    "SEC016": [
        Wrong(
            _NVME | {f"{WEB}/securityType": "ConfidentialVMSupported"},
            "imageDefinitions.web.diskControllerTypes",
            "NVMe does not go with securityType ConfidentialVMSupported",
        ),
    ],
    "SEC020": [
        Wrong(
            {f"{WEB}/hibernation": True, f"{WEB}/securityType": "TrustedLaunchSupported"},
            "imageDefinitions.web.hibernation",
            "hibernation is listed as unsupported with securityType TrustedLaunchSupported",
        ),
    ],
    "SEC028": [
        Wrong(
            _security("ConfidentialVM", virtualMachine=MACHINE) | {f"{APP}/architecture": "Arm64"},
            "imageDefinitions.app.securityType",
            "ConfidentialVM needs architecture x64, Arm64 is given",
        ),
    ],
    "LNX001": [
        Wrong(
            {f"{WEB}/guest/provisioning": "none"},
            "imageDefinitions.web.guest.provisioning",
            "a Generalized image needs a provisioning agent, none is given",
        ),
        Wrong(
            {f"{WEB}/guest": {"provisioning": "azure-linux-agent", "linuxAgent": {"installed": False}}},
            "imageDefinitions.web.guest.linuxAgent.installed",
            "the Azure Linux Agent is to provision the image, false is given",
        ),
    ],
    "LNX002": [
        Wrong(
            {f"{WEB}/guest/provisioning": "custom"},
            "imageDefinitions.web.guest.provisioning",
            "a custom provisioner has to report ready to Azure by itself",
        ),
    ],
    "LNX005": [
        Wrong(
            {f"{WEB}/guest/prepared/deprovisioned": False},
            "imageDefinitions.web.guest.prepared.deprovisioned",
            "a Generalized image is deprovisioned, false is given",
        ),
        Wrong(
            {f"{APP}/guest/prepared/deprovisioned": True},
            "imageDefinitions.app.guest.prepared.deprovisioned",
            "a Specialized image is not deprovisioned, true is given",
        ),
    ],
    "LNX008": [
        Wrong(
            {f"{APP}/guest/prepared/hyperVDrivers": False},
            "imageDefinitions.app.guest.prepared.hyperVDrivers",
            "the Hyper-V drivers are needed to boot, false is given",
        ),
    ],
    "VER001": [
        Wrong(
            {"imageVersions/web/1.1": _OTHER_WEB},
            'imageVersions.web["1.1"]',
            "'1.1' is not three whole numbers; 1.10, unquoted, would have become 1.1",
        ),
        Wrong(
            {"imageVersions/web/v1.0.0": _OTHER_WEB},
            'imageVersions.web["v1.0.0"]',
            "'v1.0.0' is not three whole numbers",
        ),
        Wrong(
            {"imageVersions/web/1.0.0-rc": _OTHER_WEB},
            'imageVersions.web["1.0.0-rc"]',
            "'1.0.0-rc' is not three whole numbers",
        ),
        Wrong(
            {"imageVersions/web/١.٠.٠": _OTHER_WEB},
            'imageVersions.web["١.٠.٠"]',
            "'١.٠.٠' is not three whole numbers",
        ),
    ],
    "VER002": [
        Wrong(
            {"imageVersions/web/1.0.2147483648": _OTHER_WEB},
            'imageVersions.web["1.0.2147483648"]',
            "'1.0.2147483648' has a number above 2147483647",
        ),
    ],
    "VER003": [
        Wrong(
            {"imageVersions/web/1.01.0": _OTHER_WEB},
            'imageVersions.web["1.01.0"]',
            "'1.01.0' has leading zeros, '1.1.0' is meant",
        ),
    ],
    "VER004": [
        Wrong(
            {"imageVersions/web/latest": _OTHER_WEB},
            "imageVersions.web.latest",
            "'latest' is a word to look versions up by",
        ),
        Wrong(
            {"imageVersions/web/Recent": _OTHER_WEB},
            "imageVersions.web.Recent",
            "'Recent' is a word to look versions up by",
        ),
    ],
    "VER005": [
        Wrong(
            {"imageVersions/web/1.00.0": _OTHER_WEB},
            'imageVersions.web["1.00.0"]',
            "'1.00.0' is the same version as '1.0.0'",
        ),
    ],
    "VER007": [
        Wrong(
            {f"{WEB_1}/endOfLifeDate": "next year"},
            f"{AT_WEB_1}.endOfLifeDate",
            "the text 'next year' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB_1}/endOfLifeDate": "2020-01-01"},
            f"{AT_WEB_1}.endOfLifeDate",
            "2020-01-01 lies in the past, a new one is refused",
        ),
    ],
    "VER009": [
        Wrong(
            {f"{WEB_1}/excludeFromLatest": True},
            "imageVersions.web",
            "every version of 'web' is excluded from latest",
        ),
    ],
    "VER011": [
        Wrong(
            {f"{WEB_1}/regionOverrides": {"northeurope": {"excludeFromLatest": True}}},
            "imageVersions.web",
            "every version in 'northeurope' is excluded from latest there",
        ),
    ],
    "SAF002": [
        Wrong(
            {f"{WEB_1}/safetyProfile/blockDeletionBeforeEndOfLife": True},
            f"{AT_WEB_1}.safetyProfile.blockDeletionBeforeEndOfLife",
            "deletion is blocked before an end-of-life date, and none is given",
        ),
    ],
    "SRC002": [
        Wrong({f"{APP_1}/source": {}}, f"{AT_APP_1}.source", f"no source is given, {_ONE_SOURCE}"),
        Wrong(
            {f"{APP_1}/source": {"virtualMachine": MACHINE, "snapshot": SNAPSHOT}},
            f"{AT_APP_1}.source",
            f"virtualMachine and snapshot are given, {_ONE_SOURCE}",
        ),
    ],
    "SRC003": [
        Wrong(
            {f"{APP_1}/source/virtualMachine": SNAPSHOT},
            f"{AT_APP_1}.source.virtualMachine",
            "an id of 'Microsoft.Compute/snapshots' is given, Microsoft.Compute/virtualMachines is wanted",
        ),
        Wrong(
            {f"{WEB_1}/source/managedImage": MACHINE},
            f"{AT_WEB_1}.source.managedImage",
            "an id of 'Microsoft.Compute/virtualMachines' is given, Microsoft.Compute/images is wanted",
        ),
        Wrong(
            {f"{BASE}/source/virtualMachine": f"{COMPUTE}/galleries/g/images/i"},
            "managedImages.base.source.virtualMachine",
            "an id of 'Microsoft.Compute/galleries/images' is given, Microsoft.Compute/virtualMachines is wanted",
        ),
    ],
    "SRC004": [
        Wrong(
            {f"{APP_1}/source": {"snapshot": MACHINE}},
            f"{AT_APP_1}.source.snapshot",
            "an id of 'Microsoft.Compute/virtualMachines' is given, Microsoft.Compute/snapshots is wanted",
        ),
    ],
    "SRC005": [
        Wrong(
            {f"{APP_1}/source/virtualMachine": "build-01"},
            f"{AT_APP_1}.source.virtualMachine",
            "'build-01' is not a whole resource id",
        ),
        Wrong(
            {f"{WEB_1}/source/managedImage": "/images/base"},
            f"{AT_WEB_1}.source.managedImage",
            "'/images/base' is not a whole resource id",
        ),
        Wrong(
            {f"{BASE}/source/virtualMachine": "/subscriptions/s"},
            "managedImages.base.source.virtualMachine",
            "'/subscriptions/s' is not a whole resource id",
        ),
    ],
    "SRC009": [
        Wrong(
            {f"{APP_1}/source/location": "North Europe"},
            f"{AT_APP_1}.source.location",
            "the source is in 'northeurope', the version is made in 'westeurope'",
        ),
        Wrong(
            {f"{BASE}/location": "northeurope"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is in 'northeurope', the version is made in 'westeurope'",
        ),
    ],
    "SRC012": [
        Wrong(
            {f"{APP_1}/source/osState": "Generalized"},
            f"{AT_APP_1}.source.osState",
            "the source is Generalized, the definition 'app' is Specialized",
        ),
        Wrong(
            {f"{APP}/osState": "Generalized"},
            f"{AT_APP_1}.source.osState",
            "the source is Specialized, the definition 'app' is Generalized",
        ),
    ],
    "SRC013": [
        Wrong(
            {f"{WEB}/osState": "Specialized"},
            f"{AT_WEB_1}.source.managedImage",
            "a managed image is generalized, 'web' is Specialized",
        ),
        Wrong(
            {f"{APP_1}/source": {"managedImage": IMAGE}},
            f"{AT_APP_1}.source.managedImage",
            "a managed image is generalized, 'app' is Specialized",
        ),
    ],
    "SRC014": [
        Wrong(
            {f"{APP_1}/source/hyperVGeneration": "V1"},
            f"{AT_APP_1}.source.hyperVGeneration",
            "the source is of V1, the definition 'app' of V2",
        ),
        Wrong(
            {f"{BASE}/source/hyperVGeneration": "V1"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is of V1, the definition 'web' of V2",
        ),
    ],
    "SRC036": [
        Wrong(
            {f"{WEB_1}/source": {"managedImage": IMAGE, "securityType": "TrustedLaunch"}},
            f"{AT_WEB_1}.source.securityType",
            "there is no managed image of a TrustedLaunch machine",
        ),
    ],
    "SRC037": [
        Wrong(
            {f"{WEB_1}/source/osState": "Specialized"},
            f"{AT_WEB_1}.source.osState",
            "a managed image is never Specialized",
        ),
    ],
    "REP001": [
        Wrong(
            {f"{WEB_1}/location": "eastus", f"{BASE}/location": "eastus"},
            f"{AT_WEB_1}.regionSet",
            "the home region 'eastus' is not among the target regions",
        ),
        Wrong(
            {f"{APP_1}/targetRegions": [{"name": "eastus"}]},
            f"{AT_APP_1}.targetRegions",
            "the home region 'westeurope' is not among the target regions",
        ),
        Wrong(
            {f"{APP_1}/targetRegions": []},
            f"{AT_APP_1}.targetRegions",
            "the home region 'westeurope' is not among the target regions",
        ),
        Wrong(
            {f"{WEB_1}/exceptRegions": ["West Europe"]},
            f"{AT_WEB_1}.regionSet",
            "the home region 'westeurope' is not among the target regions",
        ),
    ],
    "REP002": [
        Wrong(
            {f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"name": "West Europe"}]},
            f"{AT_APP_1}.targetRegions[1].name",
            "'westeurope' is a target region already",
        ),
        Wrong(
            {f"{WEB_1}/targetRegions": [{"name": "northeurope"}]},
            f"{AT_WEB_1}.targetRegions[0].name",
            "'northeurope' is a target region already",
        ),
        Wrong(
            {"regionSets/us": [{"name": "eastus"}, {"name": "eastus"}]},
            "regionSets.us[1].name",
            "'eastus' is a target region already",
        ),
    ],
    "REP004": [
        Wrong({f"{WEB_1}/replicaCount": 0}, f"{AT_WEB_1}.replicaCount", "0 is given, 1 to 100 are allowed"),
        Wrong(
            {f"{WEB_1}/regionOverrides": {"North Europe": {"regionalReplicaCount": 101}}},
            f'{AT_WEB_1}.regionOverrides["North Europe"].regionalReplicaCount',
            "101 is given, 1 to 100 are allowed",
        ),
        Wrong(
            {"regionSets/europe/1/regionalReplicaCount": -1},
            "regionSets.europe[1].regionalReplicaCount",
            "-1 is given, 1 to 100 are allowed",
        ),
        Wrong(
            {f"{APP_1}/replicaCount": 10**5000},
            f"{AT_APP_1}.replicaCount",
            "a very large number is given, 1 to 100 are allowed",
        ),
    ],
    "REP005": [
        Wrong(
            {f"{APP_1}/replicaCount": 51}, f"{AT_APP_1}.replicaCount", "51 is given, at most 50 are advised"
        )
    ],
    "REP006": [
        Wrong(
            {
                f"{WEB_1}/replicaCount": 50,
                "regionSets/europe": [{"name": "westeurope"}, {"name": "northeurope"}, {"name": "eastus"}],
            },
            f"{AT_WEB_1}.regionSet",
            "150 replicas in all, the limit of 100 may be for the whole version",
        ),
    ],
    "REP009": [
        Wrong(
            {f"{WEB_1}/storageAccountType": "PremiumV2_LRS"},
            f"{AT_WEB_1}.storageAccountType",
            "PremiumV2_LRS may be refused, allowed: Standard_LRS, Standard_ZRS or Premium_LRS",
        ),
    ],
    "REP013": [
        Wrong(
            _SHALLOW
            | {
                f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"name": "eastus"}],
                "imageVersions/app/1.0.1/targetRegions": [{"name": "westeurope"}, {"name": "eastus"}],
            },
            f"{AT_APP_1}.targetRegions[1].name",
            "'eastus' is not the home region, a shallow version has no other",
        ),
    ],
    "REP014": [
        Wrong(
            _SHALLOW | {f"{APP_1}/replicaCount": 2},
            f"{AT_APP_1}.replicaCount",
            "2 is given, a shallow version has one replica",
        ),
    ],
    "REP016": [
        Wrong(
            {f"{APP_1}/replicationMode": "Shallow"},
            f"{AT_APP_1}.replicationMode",
            "a shallow version counts as latest",
        ),
    ],
    "MIM001": [
        Wrong(
            {f"{BASE}/source/osState": "Specialized"},
            "managedImages.base.source.osState",
            "a managed image cannot be made from a specialized source",
        ),
    ],
    "MIM003": [
        Wrong(
            {f"{BASE}/source/securityType": "TrustedLaunch"},
            "managedImages.base.source.securityType",
            "a managed image cannot be made from a TrustedLaunch machine",
        ),
    ],
    "MIM004": [
        Wrong(
            {f"{BASE}/source/securityType": "ConfidentialVM"},
            "managedImages.base.source.securityType",
            "a managed image cannot be made from a ConfidentialVM machine",
        ),
    ],
    "MIM005": [
        Wrong(
            {f"{BASE}/source/architecture": "Arm64", f"{WEB}/architecture": "Arm64"},
            "managedImages.base.source.architecture",
            "a managed image cannot be made for Arm64",
        ),
    ],
    "MIM007": [
        Wrong(
            {f"{BASE}/source/virtualMachine": GONE},
            "managedImages.base.source",
            "no source is given, exactly one of virtualMachine, disk, snapshot, vhd, osDisk is wanted",
        ),
    ],
    "MIM011": [
        Wrong(
            {f"{BASE}/source/location": "eastus"},
            "managedImages.base.source.location",
            "the source is in 'eastus', the image is made in 'westeurope'",
        ),
    ],
    "MIM014": [
        Wrong(
            {f"{BASE}/hyperVGeneration": "V2", f"{BASE}/source/hyperVGeneration": "V1"},
            "managedImages.base.hyperVGeneration",
            "V2 is given, the source is of V1",
        ),
    ],
    "MIM026": [
        Wrong({f"{BASE}/name": "base-"}, "managedImages.base.name", "'base-' ends with '-'"),
        Wrong(
            {f"{BASE}/name": "b" * 81},
            "managedImages.base.name",
            f"'{'b' * 79}…' has 81 characters, at most 80 are allowed",
        ),
    ],
    "RBA001": [
        Wrong(
            {f"{READERS}/scopes": ["web"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'web' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
        Wrong(
            {f"{READERS}/scopes": ["imageDefinitions/"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'imageDefinitions/' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
        Wrong(
            {f"{READERS}/scopes": [MACHINE]},
            "sharing.roleAssignments.readers.scopes[0]",
            f"'{MACHINE[:79]}…' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
    ],
    "RBA002": [
        Wrong(
            {f"{READERS}/scopes": ["imageVersions/web/1.0.0"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'imageVersions/web/1.0.0' is a single version",
        ),
    ],
    "RBA006": [
        Wrong(
            {"principals/team/principalId": "a@b.example"},
            "principals.team.principalId",
            "'a@b.example' is given, the object id in the directory, a GUID, is wanted",
        ),
    ],
    "RBA012": [
        Wrong(
            {f"{READERS}/principals": ["team", "team"], f"{READERS}/scopes": ["gallery"]},
            "sharing.roleAssignments.readers.principals[1]",
            "'team' has the role on 'gallery' by 'readers' already",
        ),
        Wrong(
            {
                "principals/same": {"principalId": TEAM.upper(), "principalType": "Group"},
                "sharing/roleAssignments/again": {
                    "role": "ACDD72A7-3385-48EF-BD42-F606FBA81AE7",
                    "principals": ["same"],
                    "scopes": ["gallery"],
                },
            },
            "sharing.roleAssignments.again.principals[0]",
            "'same' has the role on 'gallery' by 'readers' already",
        ),
    ],
    "RBA013": [
        Wrong(
            {f"{READERS}/condition": "x"},
            "sharing.roleAssignments.readers.condition",
            "a condition is given, and no conditionVersion",
        ),
        Wrong(
            {f"{READERS}/conditionVersion": "2.0"},
            "sharing.roleAssignments.readers.conditionVersion",
            "a conditionVersion is given, and no condition",
        ),
        Wrong(
            {f"{READERS}/condition": "x", f"{READERS}/conditionVersion": "1.0"},
            "sharing.roleAssignments.readers.conditionVersion",
            "'1.0' is given, 2.0 is allowed",
        ),
    ],
    "RBA017": [
        Wrong(
            {
                f"{READERS}/role": "compute gallery sharing admin",
                f"{READERS}/scopes": ["imageDefinitions/web"],
            },
            "sharing.roleAssignments.readers.scopes[0]",
            "Compute Gallery Sharing Admin allows nothing on 'imageDefinitions/web'",
        ),
    ],
    "CFG002": [
        Wrong(
            {f"{WEB}/os_state": "Generalized"},
            "imageDefinitions.web.os_state",
            "'os_state' and its other spelling 'osState' are one key, given twice",
        ),
    ],
    "CFG003": [
        Wrong(
            {f"{WEB}/descripton": "x"},
            "imageDefinitions.web.descripton",
            "unknown key 'descripton', did you mean 'description'?",
        ),
        Wrong(
            {f"{WEB}/osState": GONE, f"{WEB}/osSate": "Generalized"},
            "imageDefinitions.web.osSate",
            "unknown key 'osSate', did you mean 'osState'?",
        ),
        Wrong(
            {"gallery/zzz": 1},
            "gallery.zzz",
            "unknown key 'zzz', allowed: name, resourceGroup, location, description, tags, existing, id or options",
        ),
    ],
    "CFG004": [
        Wrong({"imageDefinitions": []}, "imageDefinitions", "a list is given, a map is wanted"),
        Wrong(
            {f"{WEB_1}/replicaCount": "many"},
            f"{AT_WEB_1}.replicaCount",
            "the text 'many' is given, a whole number is wanted",
        ),
        Wrong(
            {f"{WEB_1}/replicaCount": True},
            f"{AT_WEB_1}.replicaCount",
            "true is given, a whole number is wanted",
        ),
        Wrong(
            {f"{WEB}/hibernation": "perhaps"},
            "imageDefinitions.web.hibernation",
            "the text 'perhaps' is given, true or false is wanted",
        ),
        Wrong({f"{WEB_1}/source": None}, f"{AT_WEB_1}.source", "nothing is given, a map is wanted"),
        Wrong(
            {f"{READERS}/principals": []},
            "sharing.roleAssignments.readers.principals",
            "a list is wanted that is not empty",
        ),
        Wrong({"location": ["westeurope"]}, "location", "a list is given, text is wanted"),
    ],
    "CFG005": [
        Wrong({"gallery": GONE}, "", "missing key 'gallery', a map"),
        Wrong(
            {f"{WEB}/osState": GONE},
            "imageDefinitions.web",
            "missing key 'osState', one of Generalized or Specialized",
        ),
        Wrong({"regionSets/europe/0/name": GONE}, "regionSets.europe[0]", "missing key 'name', text"),
    ],
    "CFG006": [
        Wrong(
            {f"{WEB_1}/source/managedImage": "bas"},
            f"{AT_WEB_1}.source.managedImage",
            "'bas' is not declared under managedImages, did you mean 'base'?",
        ),
        Wrong(
            {f"{WEB_1}/regionSet": "asia"},
            f"{AT_WEB_1}.regionSet",
            "'asia' is not declared under regionSets, there is europe",
        ),
        Wrong(
            {"imageVersions/db": {"1.0.0": {"source": {"virtualMachine": MACHINE}}}},
            "imageVersions.db",
            "'db' is not declared under imageDefinitions, there is app or web",
        ),
        Wrong(
            {f"{READERS}/principals": ["tem"]},
            "sharing.roleAssignments.readers.principals[0]",
            "'tem' is not declared under principals, did you mean 'team'?",
        ),
        Wrong(
            {f"{READERS}/scopes": ["imageDefinitions/wep"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'wep' is not declared under imageDefinitions, did you mean 'web'?",
        ),
        Wrong(
            {f"{WEB_1}/regionOverrides": {"eastus": {}}},
            f"{AT_WEB_1}.regionOverrides.eastus",
            "'eastus' is not a region of the set, there is northeurope or westeurope",
        ),
        Wrong(
            {f"{WEB_1}/exceptRegions": ["northeurpe"]},
            f"{AT_WEB_1}.exceptRegions[0]",
            "'northeurpe' is not a region of the set, did you mean 'northeurope'?",
        ),
        Wrong(
            {f"{APP_1}/exceptRegions": ["eastus"]},
            f"{AT_APP_1}.exceptRegions[0]",
            "'eastus' is given, and no regionSet to say it of",
        ),
    ],
    "CFG007": [
        Wrong({"gallery/tags": {"cost": 83}}, "gallery.tags.cost", "the number 83 is given, text is wanted"),
        Wrong(
            {f"{WEB}/identifier/sku": 24.04},
            "imageDefinitions.web.identifier.sku",
            "the number 24.04 is given, text is wanted",
        ),
        Wrong(
            {f"{WEB}/description": True}, "imageDefinitions.web.description", "true is given, text is wanted"
        ),
    ],
    "CFG008": [
        Wrong(
            {f"{WEB}/osState": "Generalised"},
            "imageDefinitions.web.osState",
            "'Generalised' is not allowed, allowed: Generalized or Specialized; did you mean 'Generalized'?",
        ),
        Wrong(
            {f"{APP}/hyperVGeneration": 2},
            "imageDefinitions.app.hyperVGeneration",
            "2 is not allowed, allowed: V1 or V2",
        ),
        Wrong(
            {f"{READERS}/role": "Compute Gallery Reader"},
            "sharing.roleAssignments.readers.role",
            "'Compute Gallery Reader' is no known role, did you mean 'Compute Gallery Image Reader'?",
        ),
    ],
    "CFG011": [
        Wrong(
            {
                "location": GONE,
                "resourceGroups/rg-images/location": "westeurope",
                "gallery/resourceGroup": "elsewhere",
            },
            "gallery",
            "the gallery has no region",
        ),
        Wrong(
            {"location": GONE, "gallery/location": "westeurope"},
            'resourceGroups["rg-images"]',
            "the resource group has no region",
        ),
    ],
    "CFG013": [
        Wrong(
            {"principals/a b": {"principalId": TEAM, "principalType": "Group"}},
            'principals["a b"]',
            f"'a b' has other characters than {_ALPHABET}",
        ),
        Wrong({"regionSets/_x": []}, "regionSets._x", "'_x' begins with '_'"),
    ],
}
"""By code."""

RIGHT: dict[str, list[Changes]] = {
    "GAL001": [{"gallery/name": "a" * 80}, {"gallery/name": "a"}],
    "GAL002": [{"gallery/name": "a_b.c"}],
    "GAL003": [{"gallery/name": "0_0"}],
    "GAL005": [{f"{BASE}/name": "web"}],
    "IMG001": [{f"{WEB}/name": "a" * 80}, {f"{WEB}/name": "ubuntu-24.04_lts"}],
    "IMG002": [{f"{WEB}/identifier/publisher": "p" * 128}, {f"{WEB}/identifier/publisher": "p-"}],
    "IMG003": [{f"{WEB}/identifier/offer": "o" * 64}],
    "IMG004": [{f"{WEB}/identifier/sku": "s" * 64}, {f"{WEB}/identifier/sku": "24_04-lts.1"}],
    "IMG005": [{f"{APP}/identifier/offer": "other", f"{APP}/identifier/sku": "web"}],
    "IMG012": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source": {"virtualMachine": MACHINE}}],
    "IMG013": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source/architecture": "arm64"}],
    "IMG014": [
        {f"{WEB}/endOfLifeDate": "2028-04-30 00:00:00 +0000 UTC"},
        {f"{WEB}/endOfLifeDate": "2028-04-30"},
    ],
    "IMG015": [{f"{WEB}/endOfLifeDate": "2026-09-01T00:00:01Z"}],
    "IMG017": [{f"{WEB}/recommended/vCPUs": {"min": 2, "max": 2}}],
    "IMG018": [{f"{WEB}/recommended/memory": {"min": 2, "max": 2}}],
    "IMG019": [{f"{WEB}/recommended/memory": {"min": 1}}],
    "IMG024": [{f"{WEB}/eula": "HTTPS://example.com/eula"}],
    "SEC005": [
        {f"{WEB}/securityType": "TrustedLaunchSupported"},
        {f"{WEB}/hyperVGeneration": "V1", f"{BASE}/source/hyperVGeneration": "V1"},
    ],
    "SEC006": [{f"{WEB}/securityType": "TrustedLaunchSupported"}],
    "SEC007": [_in_both("TrustedLaunch", APP), _security("TrustedLaunch", snapshot=SNAPSHOT)],
    "SEC008": [_in_both("ConfidentialVM", APP), _security("ConfidentialVM", virtualMachine=MACHINE)],
    "SEC009": [{f"{WEB}/securityType": "ConfidentialVMSupported"}],
    "SEC014": [{f"{WEB}/diskControllerTypes": "SCSI"}, {f"{WEB}/diskControllerTypes": "nvme,scsi"}],
    "SEC015": [_NVME],
    "SEC016": [_NVME | {f"{WEB}/securityType": "TrustedLaunchSupported"}],
    "SEC020": [
        {f"{WEB}/hibernation": True},
        {f"{WEB}/hibernation": False, f"{WEB}/securityType": "TrustedLaunchSupported"},
    ],
    "SEC028": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source/architecture": "Arm64"}],
    "LNX001": [
        {f"{WEB}/guest/provisioning": "cloud-init"},
        {f"{APP}/guest/provisioning": "none"},
        {f"{WEB}/guest": {}},
    ],
    "LNX002": [{f"{APP}/guest/provisioning": "custom"}],
    "LNX005": [{f"{WEB}/guest/prepared/deprovisioned": True, f"{APP}/guest/prepared/deprovisioned": False}],
    "LNX008": [{f"{WEB}/guest/prepared/hyperVDrivers": True}],
    "VER001": [{"imageVersions/web/2028.4.30": _OTHER_WEB}],
    "VER002": [{"imageVersions/web/2147483647.0.0": _OTHER_WEB}],
    "VER003": [{"imageVersions/web/0.0.0": _OTHER_WEB}],
    "VER004": [{"imageVersions/web/1.0.1": _OTHER_WEB}],
    "VER005": [{"imageVersions/app/1.0.10": {"source": {"virtualMachine": MACHINE}}}],
    "VER007": [{f"{WEB_1}/endOfLifeDate": "2026-09-01T00:00:01+00:00"}],
    "VER009": [
        {f"{WEB_1}/excludeFromLatest": True, "imageVersions/web/1.0.1": _OTHER_WEB},
        {
            f"{WEB_1}/excludeFromLatest": True,
            "regionSets/europe": [{"name": "westeurope", "excludeFromLatest": False}],
        },
        {
            f"{WEB_1}/excludeFromLatest": True,
            f"{WEB_1}/replicationMode": "Shallow",
            "regionSets/europe": [{"name": "westeurope"}],
        },
    ],
    "VER011": [
        {
            f"{WEB_1}/regionOverrides": {"northeurope": {"excludeFromLatest": True}},
            "imageVersions/web/1.0.1": _OTHER_WEB,
        }
    ],
    "SAF002": [
        {f"{WEB_1}/safetyProfile/blockDeletionBeforeEndOfLife": True, f"{WEB_1}/endOfLifeDate": "2028-04-30"}
    ],
    "CFG015": [
        {
            "snapshots": {"a": {"source": {"disk": "b"}}},
            "managedDisks": {"b": {"diskSizeGB": 32}},
        },
    ],
    "SRC002": [{f"{APP_1}/source": {"snapshot": SNAPSHOT}}],
    "SRC003": [{f"{APP_1}/source/virtualMachine": MACHINE.lower()}, {f"{WEB_1}/source/managedImage": IMAGE}],
    "SRC004": [
        {f"{APP_1}/source": {"snapshot": SNAPSHOT.upper().replace("/SUBSCRIPTIONS", "/subscriptions")}}
    ],
    "SRC005": [{f"{APP_1}/source/virtualMachine": MACHINE}],
    "SRC009": [{f"{APP_1}/source/location": "West Europe"}, {f"{APP_1}/source/location": GONE}],
    "SRC012": [{f"{APP}/osState": "Generalized", f"{APP_1}/source/osState": "generalized"}],
    "SRC013": [{f"{WEB_1}/source/managedImage": IMAGE}],
    "SRC014": [{f"{APP}/hyperVGeneration": "V1", f"{APP_1}/source/hyperVGeneration": "V1"}],
    "SRC036": [{f"{WEB_1}/source": {"managedImage": IMAGE, "securityType": "Standard"}}],
    "SRC037": [{f"{WEB_1}/source/osState": "Generalized"}],
    "REP001": [
        {f"{APP_1}/targetRegions": [{"name": "WestEurope"}]},
        {f"{WEB_1}/exceptRegions": ["northeurope"]},
    ],
    "REP002": [{f"{WEB_1}/targetRegions": [{"name": "eastus"}]}],
    "REP004": [{f"{WEB_1}/replicaCount": 1}],
    "REP005": [{f"{APP_1}/replicaCount": 50}],
    "REP006": [{f"{WEB_1}/replicaCount": 50}],
    "REP009": [{f"{WEB_1}/storageAccountType": "premium_lrs"}],
    "REP013": [_SHALLOW | {f"{APP_1}/targetRegions": [{"name": "westeurope"}]}],
    "REP014": [_SHALLOW | {f"{APP_1}/replicaCount": 1}],
    "REP016": [_SHALLOW, {f"{APP_1}/replicationMode": "Full"}],
    "MIM001": [{f"{BASE}/source/osState": "generalized"}, {f"{BASE}/source/osState": GONE}],
    "MIM003": [{f"{BASE}/source/securityType": "Standard"}],
    "MIM004": [{f"{BASE}/source/securityType": "Standard"}],
    "MIM005": [{f"{BASE}/source/architecture": "x64"}],
    "MIM007": [{f"{BASE}/source": {"virtual_machine": MACHINE}}],
    "MIM011": [{f"{BASE}/source/location": "West Europe"}],
    "MIM014": [{f"{BASE}/hyperVGeneration": "v2"}],
    "MIM026": [{f"{BASE}/name": "b" * 80}, {f"{BASE}/name": "b_"}],
    "RBA001": [{f"{READERS}/scopes": ["gallery", "imageDefinitions/web", "imageDefinitions/app"]}],
    "RBA002": [{f"{READERS}/scopes": ["imageDefinitions/web"]}],
    "RBA006": [{"principals/team/principalId": TEAM.upper()}],
    "RBA012": [{f"{READERS}/scopes": ["gallery", "imageDefinitions/web"]}],
    "RBA013": [{f"{READERS}/condition": "x", f"{READERS}/conditionVersion": "2.0"}],
    "RBA017": [{f"{READERS}/role": "Compute Gallery Sharing Admin", f"{READERS}/scopes": ["gallery"]}],
    "CFG002": [{f"{WEB}/osState": GONE, f"{WEB}/os_state": "Generalized"}],
    "CFG003": [{f"{WEB}/description": "x"}],
    "CFG004": [{f"{WEB_1}/replicaCount": 3.0}],
    "CFG005": [{"regionSets/none": []}],
    "CFG006": [{"gallery/resourceGroup": "elsewhere"}, {f"{WEB_1}/regionOverrides": {"North Europe": {}}}],
    "CFG007": [{"gallery/tags": {"cost": "0123"}}],
    "CFG008": [
        {f"{WEB}/osState": "generalized"},
        {f"{READERS}/role": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/" + TEAM},
        {f"{READERS}/role": TEAM},
    ],
    "CFG011": [{"location": GONE, "resourceGroups/rg-images/location": "westeurope"}],
    "CFG013": [{"principals/0.a_b-": {"principalId": TEAM, "principalType": "Group"}}],
}
"""By code, changes after which nothing at all is found."""
