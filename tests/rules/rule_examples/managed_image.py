"""Examples of the rules about managed images."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import DISK, GONE, SNAPSHOT, VHD, Changes
from tests.rules.rule_examples.example import BASE, WEB, Wrong

_FROM_SNAPSHOT: Changes = {f"{BASE}/source": {"snapshot": "os"}}


def _disk(**values: Any) -> Changes:
    return {f"{BASE}/source": {"osDisk": {"disk": DISK} | values}}


WRONG: dict[str, list[Wrong]] = {
    "MIM001": [
        Wrong(
            {f"{BASE}/source/osState": "Specialized"},
            "managedImages.base.source.osState",
            "a managed image cannot be made from a specialized source",
        ),
        Wrong(
            _FROM_SNAPSHOT | {"snapshots/os": {"source": {"disk": DISK, "osState": "Specialized"}}},
            "managedImages.base.source.snapshot",
            "a managed image cannot be made from a specialized source, as snapshots.os.source.osState says",
        ),
        Wrong(
            {
                f"{BASE}/source": {"osDisk": {"snapshot": "copy"}},
                "snapshots/copy": {"source": {"snapshot": "os"}},
                "snapshots/os": {"source": {"disk": "os"}},
                "managedDisks/os": {"source": {"snapshot": SNAPSHOT, "osState": "Specialized"}},
            },
            "managedImages.base.source.osDisk.snapshot",
            "a managed image cannot be made from a specialized source, as managedDisks.os.source.osState says",
        ),
        Wrong(
            {
                f"{BASE}/source": {"disk": "os"},
                "managedDisks/os": {"source": {"imageVersion": "imageVersions/app/1.0.0"}},
            },
            "managedImages.base.source.disk",
            "a managed image cannot be made from a specialized source, as imageDefinitions.app.osState says",
        ),
    ],
    "MIM003": [
        Wrong(
            _FROM_SNAPSHOT | {"snapshots/os": {"source": {"disk": DISK, "securityType": "TrustedLaunch"}}},
            "managedImages.base.source.snapshot",
            "a managed image cannot be made from a TrustedLaunch machine, as snapshots.os.source.securityType says",
        ),
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
        Wrong(
            _FROM_SNAPSHOT
            | {
                f"{WEB}/architecture": "Arm64",
                "snapshots/os": {"source": {"vhd": VHD}, "architecture": "Arm64", "osType": "Linux"},
                "snapshots/os/hyperVGeneration": "V2",
            },
            "managedImages.base.source.snapshot",
            "a managed image cannot be made for Arm64, as snapshots.os.architecture says",
        ),
    ],
    "MIM011": [
        Wrong(
            {f"{BASE}/source/location": "eastus"},
            "managedImages.base.source.location",
            "the source is in 'eastus', the image is made in 'westeurope'",
        ),
        Wrong(
            {
                f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": "data"}}},
                "snapshots/data": {"source": {"snapshot": SNAPSHOT}, "location": "eastus"},
            },
            'managedImages.base.source.dataDisks["0"].snapshot',
            "the source is in 'eastus', the image is made in 'westeurope'",
        ),
    ],
    "MIM014": [
        Wrong(
            {f"{BASE}/hyperVGeneration": "V2", f"{BASE}/source/hyperVGeneration": "V1"},
            "managedImages.base.hyperVGeneration",
            "V2 is given, the source is of V1",
        ),
        Wrong(
            _FROM_SNAPSHOT | {"snapshots/os": {"source": {"disk": DISK, "hyperVGeneration": "V1"}}},
            "managedImages.base.source.snapshot",
            "V2 is sent where the image says nothing, the source is of V1, as snapshots.os.source.hyperVGeneration "
            "says",
        ),
    ],
    "MIM018": [
        Wrong(
            _disk(diskSizeGB=1024),
            "managedImages.base.source.osDisk.diskSizeGB",
            "1024 is given, 1 to 1023 are allowed",
            Severity.WARNING,
        ),
        Wrong(
            _disk(diskSizeGB=0),
            "managedImages.base.source.osDisk.diskSizeGB",
            "0 is given, 1 to 1023 are allowed",
        ),
    ],
    "MIM019": [
        Wrong(
            _disk(storageAccountType="UltraSSD_LRS"),
            "managedImages.base.source.osDisk.storageAccountType",
            "UltraSSD_LRS is for data disks only",
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
}

RIGHT: dict[str, list[Changes]] = {
    "MIM001": [
        {f"{BASE}/source/osState": "generalized"},
        {f"{BASE}/source/osState": GONE},
        _FROM_SNAPSHOT | {"snapshots/os": {"source": {"disk": DISK, "osState": "Generalized"}}},
        # A data disk tells nothing of the operating system of the image that it is from.
        {
            f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"disk": "data"}}},
            "managedDisks/data": {"source": {"imageVersion": "imageVersions/app/1.0.0", "lun": 0}},
        },
    ],
    "MIM003": [{f"{BASE}/source/securityType": "Standard"}],
    "MIM004": [{f"{BASE}/source/securityType": "Standard"}],
    "MIM005": [{f"{BASE}/source/architecture": "x64"}],
    "MIM011": [{f"{BASE}/source/location": "West Europe"}],
    "MIM014": [
        {f"{BASE}/hyperVGeneration": "v2"},
        _FROM_SNAPSHOT
        | {
            f"{BASE}/hyperVGeneration": "V1",
            f"{WEB}/hyperVGeneration": "V1",
            "snapshots/os": {"source": {"disk": DISK, "hyperVGeneration": "V1"}},
        },
    ],
    "MIM018": [_disk(diskSizeGB=1023), _disk(diskSizeGB=1)],
    "MIM019": [
        _disk(storageAccountType="Premium_LRS"),
        {
            f"{BASE}/source": {
                "osDisk": {"disk": DISK},
                "dataDisks": {"0": {"snapshot": SNAPSHOT, "storageAccountType": "UltraSSD_LRS"}},
            },
        },
    ],
    "MIM026": [{f"{BASE}/name": "b" * 80}, {f"{BASE}/name": "b_"}],
}
