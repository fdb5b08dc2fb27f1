"""Examples of the rules about edge zones, replica sets, UEFI keys and guards against deletion."""

from typing import Any

from tests.rules.declarations import CERTIFICATE, DIGEST, VHD, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, AT_WEB_1, WEB, WEB_1, Wrong

ZONE: dict[str, Any] = {"name": "westeurope", "extendedLocation": {"name": "amsterdam"}}
_ZONES = f"{AT_APP_1}.targetExtendedLocations"
_UEFI = f"{AT_WEB_1}.securityProfile.uefiSettings"
_ADDED = f"{_UEFI}.additionalSignatures"
_X509 = {"type": "x509", "value": [CERTIFICATE]}
_OWN = {"pk": _X509, "kek": [_X509], "db": [_X509]}
MICROSOFT = "MicrosoftUefiCertificateAuthorityTemplate"
_TRUSTED: Changes = {f"{WEB}/securityType": "TrustedLaunchSupported", f"{WEB_1}/source": {"vhd": VHD}}
_BLOCKED = {
    f"{WEB_1}/safetyProfile/blockDeletionBeforeEndOfLife": True,
    f"{WEB_1}/endOfLifeDate": "2028-04-30",
}


def zones(*every: dict[str, Any]) -> Changes:
    """Edge zones of the second version."""
    return {f"{APP_1}/targetExtendedLocations": list(every)}


def sets(*every: dict[str, Any]) -> Changes:
    """Additional replica sets of the second version."""
    return {f"{APP_1}/targetRegions": [{"name": "westeurope", "additionalReplicaSets": list(every)}]}


def uefi(*templates: str, **added: Any) -> Changes:
    """UEFI keys of the first version."""
    settings: dict[str, Any] = {"signatureTemplateNames": list(templates)}
    if added:
        settings["additionalSignatures"] = added
    return _TRUSTED | {f"{WEB_1}/securityProfile": {"uefiSettings": settings}}


WRONG: dict[str, list[Wrong]] = {
    "REP003": [
        Wrong(
            {f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"regionalReplicaCount": 1}]},
            f"{AT_APP_1}.targetRegions[1]",
            "missing key 'name', text",
        ),
        Wrong({"regionSets/us": [{}]}, "regionSets.us[0]", "missing key 'name', text"),
    ],
    "REP021": [
        Wrong(
            zones({"name": "westeurope"}),
            f"{_ZONES}[0]",
            "missing key 'extendedLocation', a map",
        ),
        Wrong(
            zones({"extendedLocation": {"name": "amsterdam"}}),
            f"{_ZONES}[0]",
            "missing key 'name', text",
        ),
        Wrong(
            zones(ZONE | {"extendedLocation": {"name": "amsterdam", "type": "Unknown"}}),
            f"{_ZONES}[0].extendedLocation.type",
            "'Unknown' is not allowed, allowed: EdgeZone",
        ),
    ],
    "REP022": [
        Wrong(
            zones(ZONE | {"storageAccountType": "PremiumV2_LRS"}),
            f"{_ZONES}[0].storageAccountType",
            "'PremiumV2_LRS' is not allowed, allowed: Standard_LRS, Standard_ZRS, StandardSSD_LRS or Premium_LRS; "
            "did you mean 'Premium_LRS'?",
        ),
    ],
    "REP023": [
        Wrong(
            zones(ZONE, {"name": "West Europe", "extendedLocation": {"name": "Amsterdam"}}),
            f"{_ZONES}[1].extendedLocation.name",
            "'Amsterdam' of 'westeurope' is a target already",
        ),
    ],
    "REP024": [
        Wrong(
            zones({"name": "eastus", "extendedLocation": {"name": "boston"}}),
            f"{_ZONES}[0].name",
            "'eastus' is no target region of the version",
        ),
    ],
    "REP028": [
        Wrong(
            sets({"storageAccountType": "Standard_LRS"}),
            f"{AT_APP_1}.targetRegions[0].additionalReplicaSets[0].storageAccountType",
            "'Standard_LRS' is the storage of the region already",
        ),
        Wrong(
            sets({"storageAccountType": "Premium_LRS"}, {"storageAccountType": "premium_lrs"}),
            f"{AT_APP_1}.targetRegions[0].additionalReplicaSets[1].storageAccountType",
            "'Premium_LRS' is the storage of another set already",
        ),
    ],
    "SAF003": [
        Wrong(
            _BLOCKED,
            f"{AT_WEB_1}.safetyProfile.blockDeletionBeforeEndOfLife",
            "deletion is blocked, and the version is not protected in Pulumi",
        ),
    ],
    "SAF006": [
        Wrong(
            {f"{WEB_1}/safetyProfile/allowDeletionOfReplicatedLocations": True},
            f"{AT_WEB_1}.safetyProfile.allowDeletionOfReplicatedLocations",
            "any target region but the home region can be taken away",
        ),
    ],
    "UEF001": [
        Wrong(
            uefi(MICROSOFT) | {f"{WEB}/securityType": "Standard"},
            _UEFI,
            "the definition is Standard, TrustedLaunchSupported is wanted",
        ),
    ],
    "UEF002": [
        Wrong(
            uefi("Mine"),
            f"{_UEFI}.signatureTemplateNames[0]",
            f"'Mine' is not allowed, allowed: NoSignatureTemplate, {MICROSOFT} or MicrosoftWindowsTemplate",
        ),
        Wrong(
            uefi(),
            f"{_UEFI}.signatureTemplateNames",
            "no signatureTemplateNames are given, at least one is wanted",
        ),
        Wrong(
            _TRUSTED | {f"{WEB_1}/securityProfile": {"uefiSettings": {}}},
            _UEFI,
            "no signatureTemplateNames are given, at least one is wanted",
        ),
    ],
    "UEF003": [
        Wrong(
            uefi("NoSignatureTemplate", MICROSOFT, **_OWN),
            f"{_UEFI}.signatureTemplateNames",
            "NoSignatureTemplate is given beside other templates",
        ),
    ],
    "UEF004": [
        Wrong(
            uefi("NoSignatureTemplate", pk=_X509),
            _ADDED,
            "NoSignatureTemplate is given, and no kek, db",
        ),
        Wrong(uefi("NoSignatureTemplate"), _UEFI, "NoSignatureTemplate is given, and no pk, kek, db"),
    ],
    "UEF005": [Wrong(uefi(MICROSOFT, db=[]), _ADDED, "none of pk, kek, db and dbx is given")],
    "UEF006": [
        Wrong(
            uefi(MICROSOFT, db=[{"type": "rsa", "value": [CERTIFICATE]}]),
            f"{_ADDED}.db[0].type",
            "'rsa' is not allowed, allowed: x509 or sha256",
        ),
        Wrong(
            uefi(MICROSOFT, pk={"type": "x509", "value": []}),
            f"{_ADDED}.pk.value",
            "no value is given, at least one is wanted",
        ),
        Wrong(
            uefi(MICROSOFT, kek=[{"type": "x509", "value": ["ä"]}]),
            f"{_ADDED}.kek[0].value[0]",
            "'ä' is not base64",
        ),
        Wrong(
            uefi(MICROSOFT, kek=[{"type": "x509", "value": [""]}]),
            f"{_ADDED}.kek[0].value[0]",
            "an empty text is given, base64 is wanted",
        ),
        Wrong(
            uefi(MICROSOFT, dbx=[{"type": "sha256", "value": ["AAAA"]}]),
            f"{_ADDED}.dbx[0].value[0]",
            "a digest of 3 bytes is given, 32 are wanted",
        ),
    ],
    "UEF007": [
        Wrong(
            uefi(MICROSOFT, db=[{"type": "sha256", "value": [DIGEST]}]),
            f"{_ADDED}.db[0].type",
            "a digest is given for db, a certificate is wanted",
        ),
    ],
    "UEF008": [
        Wrong(
            uefi(MICROSOFT, dbx=[_X509]) | {f"{WEB_1}/targetRegions": [{"name": "ukwest"}]},
            f"{AT_WEB_1}.targetRegions[0].name",
            "'ukwest' takes no UEFI keys of an image's own",
        ),
    ],
    "VER012": [
        Wrong(
            {f"{WEB_1}/replicationMode": "Half"},
            f"{AT_WEB_1}.replicationMode",
            "'Half' is not allowed, allowed: Full or Shallow",
        ),
    ],
}
OTHERS: dict[str, list[Wrong]] = {
    "REP004": [
        Wrong(
            zones(ZONE | {"extendedLocationReplicaCount": 0}),
            f"{_ZONES}[0].extendedLocationReplicaCount",
            "0 is given, 1 to 100 are allowed",
        ),
        Wrong(
            sets({"storageAccountType": "Premium_LRS", "regionalReplicaCount": 101}),
            f"{AT_APP_1}.targetRegions[0].additionalReplicaSets[0].regionalReplicaCount",
            "101 is given, 1 to 100 are allowed",
        ),
    ],
}
"""Of rules that are others' too."""

RIGHT: dict[str, list[Changes]] = {
    "REP003": [{"regionSets/us": [{"name": "eastus"}]}],
    "REP021": [zones(ZONE)],
    "REP022": [zones(ZONE | {"storageAccountType": "standardssd_lrs"})],
    "REP023": [zones(ZONE, {"name": "westeurope", "extendedLocation": {"name": "rotterdam"}})],
    "REP024": [zones(ZONE)],
    "REP028": [sets({"storageAccountType": "Premium_LRS"}, {"storageAccountType": "Standard_ZRS"})],
    "SAF003": [
        _BLOCKED | {f"{WEB_1}/options/protect": True},
        _BLOCKED | {"options/protect": True},
        _BLOCKED | {f"{WEB_1}/options/retainOnDelete": True, "options/protect": True},
    ],
    "SAF006": [{f"{WEB_1}/safetyProfile/allowDeletionOfReplicatedLocations": False}],
    "UEF001": [
        uefi(MICROSOFT) | {f"{WEB}/securityType": "TrustedLaunchAndConfidentialVmSupported"},
        uefi(MICROSOFT),
    ],
    "UEF002": [uefi(MICROSOFT, "MicrosoftWindowsTemplate")],
    "UEF003": [uefi("NoSignatureTemplate", **_OWN)],
    "UEF004": [uefi("NoSignatureTemplate", **_OWN)],
    "UEF005": [uefi(MICROSOFT, dbx=[_X509])],
    "UEF006": [uefi(MICROSOFT, dbx=[{"type": "sha256", "value": [DIGEST]}], db=[_X509])],
    "UEF008": [uefi(MICROSOFT, dbx=[_X509]) | {f"{WEB_1}/targetRegions": [{"name": "uksouth"}]}],
    "UEF007": [uefi(MICROSOFT, dbx=[{"type": "SHA256", "value": [DIGEST]}])],
    "VER012": [{f"{WEB_1}/replicationMode": "full"}],
}
