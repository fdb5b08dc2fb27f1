"""Examples of the rules about virtual hardware."""

from tests.rules.declarations import MACHINE, Changes
from tests.rules.rule_examples.example import APP, APP_1, BASE, NVME, WEB, Wrong, security

WRONG: dict[str, list[Wrong]] = {
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
            NVME | {f"{WEB}/hyperVGeneration": "V1", f"{BASE}/source/hyperVGeneration": "V1"},
            "imageDefinitions.web.diskControllerTypes",
            "NVMe needs hyperVGeneration V2, V1 is given",
        ),
    ],
    "SEC016": [
        Wrong(
            NVME | {f"{WEB}/securityType": "ConfidentialVMSupported"},
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
            security("ConfidentialVM", virtualMachine=MACHINE) | {f"{APP}/architecture": "Arm64"},
            "imageDefinitions.app.securityType",
            "ConfidentialVM needs architecture x64, Arm64 is given",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SEC005": [
        {f"{WEB}/securityType": "TrustedLaunchSupported"},
        {f"{WEB}/hyperVGeneration": "V1", f"{BASE}/source/hyperVGeneration": "V1"},
    ],
    "SEC014": [{f"{WEB}/diskControllerTypes": "SCSI"}, {f"{WEB}/diskControllerTypes": "nvme,scsi"}],
    "SEC015": [NVME],
    "SEC016": [NVME | {f"{WEB}/securityType": "TrustedLaunchSupported"}],
    "SEC020": [
        {f"{WEB}/hibernation": True},
        {f"{WEB}/hibernation": False, f"{WEB}/securityType": "TrustedLaunchSupported"},
    ],
    "SEC028": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source/architecture": "Arm64"}],
}
