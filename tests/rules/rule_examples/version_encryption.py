"""Examples of the rules about what the replicas of a version are encrypted with."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import (
    COMMUNITY,
    COMPUTE,
    GONE,
    KEY_URL,
    SET,
    SNAPSHOT,
    SUBSCRIPTION,
    VERSION,
    VHD,
    Changes,
)
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, SHALLOW, WEB_1, Wrong

_ELSEWHERE = "eeeeeeee-5000-4000-8000-000000000008"
_OTHER = SET.replace(SUBSCRIPTION, _ELSEWHERE)
_GALLERY = f"{COMPUTE}/galleries/contoso"
_ENCRYPTION = f"{AT_APP_1}.targetRegions[0].encryption"
_OS = f"{_ENCRYPTION}.osDisk"
_PROFILE = f"{_OS}.securityProfile"
_DISKS: dict[str, Any] = {
    "osDisk": {"snapshot": SNAPSHOT},
    "dataDisks": {"1": {"snapshot": f"{COMPUTE}/snapshots/data"}},
}


def made(**more: Any) -> Changes:
    """A set that is made here."""
    return {"diskEncryptionSets/key": {"activeKey": {"keyUrl": KEY_URL}, **more}}


KEY, NORTH = made(), {"diskEncryptionSets/north": made(location="northeurope")["diskEncryptionSets/key"]}
DOUBLE = made(encryptionType="EncryptionAtRestWithPlatformAndCustomerKeys")


def region(name: str, system: str | None = None, **luns: str) -> dict[str, Any]:
    """A target region with sets for its system disk and, by number, for its data disks."""
    encryption: dict[str, Any] = {}
    if system:
        encryption["osDisk"] = {"diskEncryptionSet": system}
    if luns:
        encryption["dataDisks"] = {lun[1:]: {"diskEncryptionSet": key} for lun, key in luns.items()}
    return {"name": name, "encryption": encryption} if encryption else {"name": name}


def regions(*entries: dict[str, Any], **more: Any) -> Changes:
    """Target regions of the second version."""
    return {f"{APP_1}/targetRegions": list(entries)} | {
        f"{APP_1}/{key}": value for key, value in more.items()
    }


def confidential(kind: str, **more: Any) -> Changes:
    """A version of a confidential definition."""
    profile = {"confidentialVMEncryptionType": kind, **more}
    return {
        f"{APP}/securityType": "ConfidentialVM",
        **regions({"name": "westeurope", "encryption": {"osDisk": {"securityProfile": profile}}}),
        f"{APP_1}/source": {"snapshot": SNAPSHOT},
    }


SECURE: Changes = {
    "diskEncryptionSets/secure": {"id": SET, "encryptionType": "ConfidentialVmEncryptedWithCustomerKey"}
}
DIRECT: Changes = {
    "sharing/direct": {"subscriptions": {"web": "eeeeeeee-5000-4000-8000-000000000002"}},
}
COMMUNITY_SHARING: Changes = {
    "sharing/community": {
        "publicNamePrefix": "contoso",
        "publisherUri": "https://contoso.example",
        "publisherContact": "images@contoso.example",
        "eula": "https://contoso.example/eula",
    },
    "imageDefinitions/app": GONE,
    "imageVersions/app": GONE,
}
_NUMBERED = {f"{APP_1}/source": _DISKS}

WRONG: dict[str, list[Wrong]] = {
    "ENC001": [
        Wrong(
            regions(region("westeurope", _OTHER))
            | {"gallery/existing": True, "gallery/id": _GALLERY.replace("/rg/", "/rg-images/")},
            f"{_OS}.diskEncryptionSet",
            f"the set is in the subscription '{_ELSEWHERE}', the gallery in '{SUBSCRIPTION}'",
        ),
        Wrong(
            regions(region("westeurope", SET, l1=_OTHER)) | _NUMBERED,
            f'{_ENCRYPTION}.dataDisks["1"].diskEncryptionSet',
            f"the set is in the subscription '{_ELSEWHERE}', another set of the version in '{SUBSCRIPTION}'",
        ),
    ],
    "ENC002": [
        Wrong(
            regions(region("westeurope", "north")) | NORTH,
            f"{_OS}.diskEncryptionSet",
            "the set is in 'northeurope', the replica in 'westeurope'",
        ),
        Wrong(
            regions(region("westeurope", SET))
            | {"diskEncryptionSets/there": {"id": SET, "location": "eastus"}},
            f"{_OS}.diskEncryptionSet",
            "the set is in 'eastus', the replica in 'westeurope'",
        ),
        Wrong(
            {
                **KEY,
                f"{APP_1}/targetExtendedLocations": [
                    {
                        "name": "eastus",
                        "extendedLocation": {"name": "boston"},
                        "encryption": {"osDisk": {"diskEncryptionSet": "key"}},
                    }
                ],
            }
            | regions({"name": "westeurope"}, {"name": "eastus"}),
            f"{AT_APP_1}.targetExtendedLocations[0].encryption.osDisk.diskEncryptionSet",
            "the set is in 'westeurope', the replica in 'eastus'",
        ),
    ],
    "ENC003": [
        Wrong(
            regions(region("westeurope", "key"), region("northeurope")) | KEY,
            f"{AT_APP_1}.targetRegions[1]",
            "the operating system disk is encrypted in 'westeurope', and not in 'northeurope'",
        ),
        Wrong(
            {"regionSets/europe/0/encryption": {"osDisk": {"diskEncryptionSet": "key"}}} | KEY,
            "regionSets.europe[1]",
            "the operating system disk is encrypted in 'westeurope', and not in 'northeurope'",
        ),
    ],
    "ENC004": [
        Wrong(
            regions(region("westeurope", "key", l1="key"), region("northeurope", "north"))
            | KEY
            | NORTH
            | _NUMBERED,
            f"{AT_APP_1}.targetRegions[1].encryption",
            "the data disk '1' is encrypted in 'westeurope', and not in 'northeurope'",
        ),
    ],
    "ENC005": [
        Wrong(
            regions(region("westeurope", l2="key")) | KEY | _NUMBERED,
            f'{_ENCRYPTION}.dataDisks["2"]',
            "the image has no data disk '2', it has 1",
        ),
        Wrong(
            regions(region("westeurope", l0="key")) | KEY | {f"{APP_1}/source": {"snapshot": SNAPSHOT}},
            f'{_ENCRYPTION}.dataDisks["0"]',
            "the image has no data disk '0', it has none",
        ),
        Wrong(
            regions(region("westeurope", l1="key", lone="key")) | KEY,
            f"{_ENCRYPTION}.dataDisks.one",
            "'one' is no number of a data disk",
        ),
    ],
    "ENC006": [
        Wrong(
            regions(region("westeurope", l1="key", l01="key")) | KEY,
            f'{_ENCRYPTION}.dataDisks["01"]',
            "'01' is the same number as '1'",
        ),
    ],
    "ENC009": [
        Wrong(
            regions(region("westeurope", "key")) | KEY | {f"{APP_1}/source": {"vhd": VHD}},
            f"{AT_APP_1}.source.vhd",
            "the version is encrypted, and a VHD cannot be what an encrypted version is made from",
            Severity.WARNING,
        ),
        Wrong(
            regions(region("westeurope", "key")) | KEY | {f"{APP_1}/source": {"imageVersion": VERSION}},
            f"{AT_APP_1}.source.imageVersion",
            "the version is encrypted, and an image version cannot be what an encrypted version is made from",
        ),
        Wrong(
            regions(region("westeurope", "key")) | KEY | {f"{APP_1}/source": {"communityImage": COMMUNITY}},
            f"{AT_APP_1}.source.communityImage",
            "the version is encrypted, and a community image cannot be what an encrypted version is made from",
        ),
    ],
    "ENC012": [
        Wrong(
            regions(region("westeurope", "key")) | KEY | DIRECT,
            f"{_OS}.diskEncryptionSet",
            "a set is given, and the gallery is shared directly",
        ),
    ],
    "ENC013": [
        Wrong(
            {"regionSets/europe": [region("westeurope", "key")]} | KEY | COMMUNITY_SHARING,
            "regionSets.europe[0].encryption.osDisk.diskEncryptionSet",
            "a set is given, and the gallery is shared with the community",
        ),
    ],
    "ENC015": [
        Wrong(
            confidential("Encrypted"),
            f"{_PROFILE}.confidentialVMEncryptionType",
            "'Encrypted' is not allowed, allowed: EncryptedVMGuestStateOnlyWithPmk, EncryptedWithPmk, "
            "EncryptedWithCmk or NonPersistedTPM; did you mean 'EncryptedWithPmk'?",
        ),
    ],
    "ENC016": [
        Wrong(
            confidential("EncryptedWithPmk") | {f"{APP}/securityType": "TrustedLaunch"},
            _PROFILE,
            "the definition is TrustedLaunch, ConfidentialVM is wanted",
        ),
    ],
    "ENC017": [
        Wrong(
            confidential("EncryptedWithCmk"),
            _PROFILE,
            "EncryptedWithCmk is given, and no secureVMDiskEncryptionSet",
        ),
        Wrong(
            confidential("EncryptedWithPmk", secureVMDiskEncryptionSet="secure") | SECURE,
            f"{_PROFILE}.secureVMDiskEncryptionSet",
            "a set is given, and EncryptedWithPmk takes none",
        ),
    ],
    "ENC018": [
        Wrong(
            confidential("EncryptedWithCmk", secureVMDiskEncryptionSet="key") | KEY,
            f"{_PROFILE}.secureVMDiskEncryptionSet",
            "the set is of the type EncryptionAtRestWithCustomerKey",
        ),
    ],
    "ENC019": [
        Wrong(
            regions(region("westeurope", SET)) | SECURE,
            f"{_OS}.diskEncryptionSet",
            "the set is of the type ConfidentialVmEncryptedWithCustomerKey",
        ),
    ],
    "ENC021": [
        Wrong(
            regions(
                region("westeurope", "key")
                | {"additionalReplicaSets": [{"storageAccountType": "PremiumV2_LRS"}]}
            )
            | DOUBLE,
            f"{AT_APP_1}.targetRegions[0].additionalReplicaSets[0].storageAccountType",
            "replicas in PremiumV2_LRS are given, and the set encrypts twice",
            Severity.WARNING,
        ),
    ],
    "ENC022": [
        Wrong(
            confidential("EncryptedWithPmk")
            | {f"{APP_1}/source/confidentialVMEncryptionType": "NonPersistedTPM"},
            f"{_PROFILE}.confidentialVMEncryptionType",
            "'EncryptedWithPmk' is given, the source is 'NonPersistedTPM'",
        ),
    ],
    "REP015": [
        Wrong(
            SHALLOW | regions(region("westeurope", "key")) | KEY,
            f"{_OS}.diskEncryptionSet",
            "a set is given, a shallow version is not encrypted with one",
        ),
    ],
}
OTHERS: dict[str, list[Wrong]] = {
    "CFG006": [
        Wrong(
            regions(region("westeurope", "kye")) | KEY,
            f"{_OS}.diskEncryptionSet",
            "'kye' is not declared under diskEncryptionSets, did you mean 'key'?",
        ),
    ],
    "SRC033": [
        Wrong(
            regions(region("westeurope", "key"))
            | KEY
            | {"imageVersions/app/1.0.1": {"source": {"imageVersion": "imageVersions/app/1.0.0"}}},
            'imageVersions.app["1.0.1"].source.imageVersion',
            "'imageVersions/app/1.0.0' is encrypted, and cannot be the source of another version",
        ),
    ],
    "ENC007": [
        Wrong(
            regions(region("westeurope", f"{COMPUTE}/disks/key")),
            f"{_OS}.diskEncryptionSet",
            "an id of 'Microsoft.Compute/disks' is given, Microsoft.Compute/diskEncryptionSets is wanted",
        ),
    ],
}
"""Of rules that are others' too."""

RIGHT: dict[str, list[Changes]] = {
    "ENC001": [
        regions(region("westeurope", SET.upper().replace("/SUBSCRIPTIONS/", "/subscriptions/"), l1=SET)),
        regions(region("westeurope", SET))
        | {"gallery/existing": True, "gallery/id": _GALLERY.replace("/rg/", "/rg-images/")},
    ],
    "ENC002": [
        regions(region("westeurope", "key"), region("northeurope", "north")) | KEY | NORTH,
        regions(region("westeurope", SET)),
    ],
    "ENC003": [
        {
            f"{WEB_1}/regionOverrides": {
                "northeurope": {"encryption": {"osDisk": {"diskEncryptionSet": "north"}}}
            },
            "regionSets/europe/0/encryption": {"osDisk": {"diskEncryptionSet": "key"}},
        }
        | KEY
        | NORTH,
    ],
    "ENC004": [
        regions(region("westeurope", l1="key"), region("northeurope", l01="north")) | KEY | NORTH | _NUMBERED
    ],
    "ENC005": [
        regions(region("westeurope", l1="key")) | KEY | _NUMBERED,
        regions(region("westeurope", l63="key")) | KEY,
    ],
    "ENC006": [regions(region("westeurope", l1="key", l2="key")) | KEY],
    "ENC009": [
        regions(region("westeurope", "key")) | KEY | {f"{APP_1}/source": source}
        for source in (
            {"snapshot": SNAPSHOT},
            {"disk": f"{COMPUTE}/disks/os"},
            {"virtualMachine": f"{COMPUTE}/virtualMachines/build"},
        )
    ],
    "ENC012": [DIRECT, regions(region("westeurope", "key")) | KEY],
    "ENC013": [COMMUNITY_SHARING],
    "ENC015": [confidential("encryptedwithpmk")],
    "ENC016": [confidential("NonPersistedTPM")],
    "ENC017": [confidential("EncryptedWithCmk", secureVMDiskEncryptionSet="secure") | SECURE],
    "ENC018": [confidential("EncryptedWithCmk", secureVMDiskEncryptionSet=SET)],
    "ENC019": [regions(region("westeurope", "key")) | DOUBLE],
    "ENC021": [
        regions(
            region("westeurope", "key") | {"additionalReplicaSets": [{"storageAccountType": "PremiumV2_LRS"}]}
        )
        | KEY,
        regions(
            region("westeurope", "key") | {"additionalReplicaSets": [{"storageAccountType": "Premium_LRS"}]}
        )
        | DOUBLE,
    ],
    "ENC022": [
        confidential("EncryptedWithPmk")
        | {f"{APP_1}/source/confidentialVMEncryptionType": "encryptedWithPmk"}
    ],
    "REP015": [regions(region("westeurope", "key")) | KEY | {f"{APP_1}/replicationMode": "Full"}],
}
