"""Examples of the rules about sources and security types."""

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import COMMUNITY, DISK, IMAGE, MACHINE, SNAPSHOT, VERSION, VHD, Changes
from tests.rules.rule_examples.example import (
    APP,
    APP_1,
    AT_APP_1,
    AT_WEB_1,
    WEB,
    WEB_1,
    Wrong,
    in_both,
    security,
)

WRONG: dict[str, list[Wrong]] = {
    "SEC006": [
        Wrong(
            {f"{APP}/securityType": "TrustedLaunchSupported", f"{APP_1}/source": {"osDisk": {"disk": DISK}}},
            f"{AT_APP_1}.source.osDisk.disk",
            "a disk cannot be the source of a TrustedLaunchSupported version",
        ),
        Wrong(
            security("TrustedLaunchSupported", virtualMachine=MACHINE),
            f"{AT_APP_1}.source.virtualMachine",
            "a virtualMachine cannot be the source of a TrustedLaunchSupported version",
        ),
        Wrong(
            security("trustedlaunchsupported", snapshot=SNAPSHOT),
            f"{AT_APP_1}.source.snapshot",
            "a snapshot cannot be the source of a TrustedLaunchSupported version",
        ),
        Wrong(
            security("TrustedLaunchAndConfidentialVmSupported", snapshot=SNAPSHOT),
            f"{AT_APP_1}.source.snapshot",
            "a snapshot cannot be the source of a TrustedLaunchAndConfidentialVmSupported version",
            Severity.WARNING,
        ),
    ],
    "SEC007": [
        Wrong(
            {f"{APP}/securityType": "TrustedLaunch", f"{APP_1}/source": {"vhd": VHD}},
            f"{AT_APP_1}.source.vhd",
            "a VHD cannot be the source of a TrustedLaunch version",
        ),
        Wrong(
            {
                f"{APP}/securityType": "TrustedLaunch",
                f"{APP_1}/source": {"snapshot": "os"},
                "snapshots/os": {"source": {"disk": DISK, "securityType": "Standard"}},
            },
            f"{AT_APP_1}.source.snapshot",
            "the source is Standard, as snapshots.os.source.securityType says, a TrustedLaunch version needs a source "
            "of the same security type",
        ),
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
            {f"{WEB}/securityType": "ConfidentialVM", f"{WEB_1}/exceptRegions": ["northeurope"]},
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
            security("ConfidentialVMSupported", disk=DISK),
            f"{AT_APP_1}.source.disk",
            "a disk cannot be the source of a ConfidentialVMSupported version",
        ),
        Wrong(
            security("ConfidentialVMSupported", virtualMachine=MACHINE),
            f"{AT_APP_1}.source.virtualMachine",
            "a virtualMachine cannot be the source of a ConfidentialVMSupported version",
        ),
    ],
    "SRC036": [
        Wrong(
            {f"{WEB_1}/source": {"managedImage": IMAGE, "securityType": "TrustedLaunch"}},
            f"{AT_WEB_1}.source.securityType",
            "there is no managed image of a TrustedLaunch machine",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SEC006": [
        {f"{WEB}/securityType": "TrustedLaunchSupported"},
        {f"{APP}/securityType": "TrustedLaunchSupported", f"{APP_1}/source": {"vhd": VHD}},
        security("TrustedLaunchSupported", imageVersion=VERSION),
        security("TrustedLaunchSupported", communityImage=COMMUNITY),
    ],
    "SEC007": [in_both("TrustedLaunch", APP), security("TrustedLaunch", snapshot=SNAPSHOT)],
    "SEC008": [in_both("ConfidentialVM", APP), security("ConfidentialVM", virtualMachine=MACHINE)],
    "SEC009": [
        {f"{WEB}/securityType": "ConfidentialVMSupported"},
        {f"{APP}/securityType": "ConfidentialVMSupported", f"{APP_1}/source": {"osDisk": {"vhd": VHD}}},
    ],
    "SRC036": [{f"{WEB_1}/source": {"managedImage": IMAGE, "securityType": "Standard"}}],
}
