"""Examples of the rules about what is set of managed disks and snapshots: performance, keys, copies, uploads."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import COMMUNITY, DISK, SNAPSHOT, VHD, Changes
from tests.rules.rule_examples.example import Wrong

_KEYS = f"{DISK.rsplit('/', 2)[0]}/diskEncryptionSets/keys"
_EAST = {"diskEncryptionSets/east": {"id": f"{_KEYS}-east", "location": "eastus"}}
_PREMIUM = {"storageAccountType": "Premium_LRS"}
_ULTRA = {"storageAccountType": "UltraSSD_LRS"}
_CUSTOMER = "EncryptionAtRestWithCustomerKey"
_CONFIDENTIAL = "ConfidentialVM_DiskEncryptedWithCustomerKey"
_SET = "diskEncryptionSet"


def _disk(**values: Any) -> Changes:
    return {"managedDisks/data": {"diskSizeGB": 64} | values}


def _snapshot(source: dict[str, Any] | None = None, **values: Any) -> Changes:
    return {"snapshots/os": {"source": source or {"disk": DISK}} | values}


def _incremental(**encryption: Any) -> Changes:
    """An incremental snapshot of a disk that is encrypted with a set."""
    own = {"encryption": encryption} if encryption else {}
    sets: Changes = {"diskEncryptionSets": {key: {"id": f"{_KEYS}-{key}"} for key in ("one", "two")}}
    return sets | _disk(encryption={_SET: "one"}) | _snapshot({"disk": "data"}, incremental=True, **own)


WRONG: dict[str, list[Wrong]] = {
    "DSK007": [
        Wrong(
            _disk(diskControllerTypes="IDE"),
            "managedDisks.data.diskControllerTypes",
            "'IDE' is not allowed, allowed: SCSI or 'SCSI, NVMe'",
        ),
        Wrong(
            _snapshot(architecture="RISC-V"),
            "snapshots.os.architecture",
            "'RISC-V' is not allowed, allowed: x64 or Arm64",
        ),
    ],
    "DSK013": [
        Wrong(
            _incremental(),
            "snapshots.os",
            "no diskEncryptionSet is given, the disk 'data' has 'one'",
        ),
        Wrong(
            _incremental(diskEncryptionSet="two"),
            "snapshots.os.encryption.diskEncryptionSet",
            "'two' is given, the disk 'data' has 'one'",
        ),
    ],
    "DSK025": [
        Wrong(
            _disk(tier="P30"),
            "managedDisks.data.tier",
            "a disk in Standard_LRS has no tiers to choose, 'P30' is given",
            Severity.WARNING,
        ),
        Wrong(
            _disk(tier="P5", **_PREMIUM),
            "managedDisks.data.tier",
            "'P5' is no tier, allowed: P1, P2, P3, P4, P6, P10, P15, P20, P30, P40, P50, P60, P70 or P80",
        ),
        Wrong(_disk(tier="P4", **_PREMIUM), "managedDisks.data.tier", "P4 is below P6, the tier of 64 GiB"),
        Wrong(
            _disk(diskSizeGB=4096, tier="P60", **_PREMIUM),
            "managedDisks.data.tier",
            "P60 is for more than 4096 GiB, the disk has 4096",
        ),
    ],
    "DSK026": [
        Wrong(
            _disk(diskSizeGB=1024, burstingEnabled=True),
            "managedDisks.data.burstingEnabled",
            "a disk in Standard_LRS does not burst on demand",
        ),
        Wrong(
            _disk(diskSizeGB=512, burstingEnabled=True, **_PREMIUM),
            "managedDisks.data.burstingEnabled",
            "the disk has 512 GiB, more than 512 are needed",
        ),
    ],
    "DSK027": [
        Wrong(
            _disk(maxShares=2),
            "managedDisks.data.maxShares",
            "a disk in Standard_LRS is not shared, 2 is given",
        ),
        Wrong(
            _disk(maxShares=4, **_PREMIUM), "managedDisks.data.maxShares", "4 is given, 1 to 3 are allowed"
        ),
        Wrong(
            _disk(maxShares=16, **_ULTRA), "managedDisks.data.maxShares", "16 is given, 1 to 15 are allowed"
        ),
        Wrong(
            _disk(maxShares=0),
            "managedDisks.data.maxShares",
            "0 is given, 1 or more is wanted",
        ),
    ],
    "DSK028": [
        Wrong(
            _disk(diskIOPSReadWrite=500),
            "managedDisks.data.diskIOPSReadWrite",
            "'diskIOPSReadWrite' is given, and a disk in Standard_LRS has the performance of its size",
        ),
    ],
    "DSK029": [
        Wrong(
            _disk(logicalSectorSize=1024, **_ULTRA),
            "managedDisks.data.logicalSectorSize",
            "1024 is given, allowed: 512 or 4096",
        ),
        Wrong(
            _disk(logicalSectorSize=512),
            "managedDisks.data.logicalSectorSize",
            "'logicalSectorSize' is given, and a disk in Standard_LRS has no choice of it",
        ),
    ],
    "DSK030": [
        Wrong(
            _disk(diskSizeGB=512, performancePlus=True),
            "managedDisks.data.performancePlus",
            "the disk has 512 GiB, 513 or more are needed",
        ),
        Wrong(
            _disk(diskSizeGB=1024, performancePlus=True, **_ULTRA),
            "managedDisks.data.performancePlus",
            "a disk in UltraSSD_LRS has no performance plus",
        ),
    ],
    "DSK031": [
        Wrong(
            _disk(encryption={"type": _CUSTOMER}),
            "managedDisks.data.encryption.type",
            f"{_CUSTOMER} is given, and no diskEncryptionSet",
        ),
        Wrong(
            _snapshot(encryption={"type": "EncryptionAtRestWithPlatformKey", _SET: _KEYS}),
            "snapshots.os.encryption.diskEncryptionSet",
            "a diskEncryptionSet is given, and type is EncryptionAtRestWithPlatformKey",
        ),
    ],
    "DSK032": [
        Wrong(
            _disk(securityProfile={"securityType": _CONFIDENTIAL}),
            "managedDisks.data.securityProfile.securityType",
            f"{_CONFIDENTIAL} is given, and no diskEncryptionSet",
        ),
        Wrong(
            _disk(securityProfile={_SET: _KEYS}),
            "managedDisks.data.securityProfile.diskEncryptionSet",
            "a diskEncryptionSet is given, and no securityType",
        ),
        Wrong(
            _snapshot(securityProfile={"securityType": "TrustedLaunch", _SET: _KEYS}),
            "snapshots.os.securityProfile.diskEncryptionSet",
            "a diskEncryptionSet is given, and securityType is TrustedLaunch",
        ),
    ],
    "DSK033": [
        Wrong(
            _snapshot({"snapshot": SNAPSHOT, "provisionedBandwidthCopySpeed": "Enhanced"}),
            "snapshots.os.source.provisionedBandwidthCopySpeed",
            "'Enhanced' is given, and copyStart is not true",
        ),
        Wrong(
            _disk(source={"snapshot": SNAPSHOT, "copyStart": True, "provisionedBandwidthCopySpeed": "None"}),
            "managedDisks.data.source.provisionedBandwidthCopySpeed",
            "'None' is given of a disk, it is for snapshots",
        ),
    ],
    "DSK034": [
        Wrong(
            _disk(source={"upload": {"sizeBytes": 20972031}}),
            "managedDisks.data.source.upload.sizeBytes",
            "20972031 is given, 20972032 to 35183298347520 are allowed",
        ),
        Wrong(
            _snapshot({"upload": {"sizeBytes": 35183298347521}}),
            "snapshots.os.source.upload.sizeBytes",
            "35183298347521 is given, 20972032 to 35183298347520 are allowed",
        ),
    ],
    "DSK035": [
        Wrong(
            _snapshot({"communityImage": COMMUNITY}),
            "snapshots.os.source.communityImage",
            "an image is given, which is documented for disks only",
        ),
        Wrong(
            _snapshot(performancePlus=True),
            "snapshots.os.performancePlus",
            "'performancePlus' is given, which is documented for disks only",
        ),
    ],
    "DSK036": [
        Wrong(
            _disk(encryption={_SET: "east"}) | _EAST,
            "managedDisks.data.encryption.diskEncryptionSet",
            "'east' is in 'eastus', what it encrypts is in 'westeurope'",
        ),
        Wrong(
            _snapshot(securityProfile={"securityType": _CONFIDENTIAL, _SET: "east"}) | _EAST,
            "snapshots.os.securityProfile.diskEncryptionSet",
            "'east' is in 'eastus', what it encrypts is in 'westeurope'",
        ),
    ],
    "MIM020": [
        Wrong(
            {"managedImages/disks": {"source": {"osDisk": {"snapshot": SNAPSHOT, _SET: "east"}}}} | _EAST,
            "managedImages.disks.source.osDisk.diskEncryptionSet",
            "'east' is in 'eastus', what it encrypts is in 'westeurope'",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "DSK007": [_disk(diskControllerTypes="nvme, scsi"), _snapshot(architecture="arm64")],
    "DSK013": [_incremental(diskEncryptionSet="one")],
    "DSK025": [
        _disk(tier="P6", **_PREMIUM),
        _disk(tier="P50", **_PREMIUM),
        _disk(diskSizeGB=4097, tier="P80", **_PREMIUM),
    ],
    "DSK026": [_disk(diskSizeGB=513, burstingEnabled=True, **_PREMIUM), _disk(burstingEnabled=False)],
    "DSK027": [
        _disk(maxShares=1),
        _disk(maxShares=3, **_PREMIUM),
        _disk(diskSizeGB=513, maxShares=5, **_PREMIUM),
        _disk(maxShares=15, **_ULTRA),
    ],
    "DSK028": [_disk(diskIOPSReadWrite=500, diskMBpsReadOnly=60, **_ULTRA)],
    "DSK029": [_disk(logicalSectorSize=512, **_ULTRA), _disk(logicalSectorSize=4096, **_ULTRA)],
    "DSK030": [_disk(diskSizeGB=513, performancePlus=True), _disk(performancePlus=False)],
    "DSK031": [_disk(encryption={_SET: _KEYS}), _disk(encryption={"type": _CUSTOMER, _SET: _KEYS})],
    "DSK032": [
        _disk(securityProfile={"securityType": _CONFIDENTIAL, _SET: _KEYS}),
        _disk(securityProfile={"securityType": "TrustedLaunch"}),
    ],
    "DSK033": [
        _snapshot({"snapshot": SNAPSHOT, "copyStart": True, "provisionedBandwidthCopySpeed": "Enhanced"})
    ],
    "DSK034": [
        _disk(source={"upload": {"sizeBytes": 20972032}}),
        _snapshot({"upload": {"sizeBytes": 35183298347520, "secure": True}}),
    ],
    "DSK035": [_snapshot({"upload": {"sizeBytes": 20972032}}), _disk(source={"communityImage": COMMUNITY})],
    "DSK036": [_disk(encryption={_SET: "east"}, location="East US") | _EAST, _disk(encryption={_SET: _KEYS})],
    "MIM020": [
        {
            "managedImages/disks": {
                "source": {"osDisk": {"snapshot": SNAPSHOT, _SET: "east"}},
                "location": "eastus",
            }
        }
        | _EAST
    ],
}
_SHARED_ID = "/SharedGalleries/s-CONTOSO/Images/web"
OTHERS: dict[str, list[Wrong]] = {
    "CFG016": [
        Wrong(
            _disk(source={"snapshot": SNAPSHOT, "securityDataUri": VHD["uri"]}),
            "managedDisks.data.source.securityDataUri",
            "'securityDataUri' is given, and no vhd that it could be said of",
        ),
        Wrong(
            _snapshot({"vhd": VHD, "copyStart": True}),
            "snapshots.os.source.copyStart",
            "'copyStart' is given, and no disk or snapshot that it could be said of",
        ),
    ],
    "CFG006": [
        Wrong(
            _disk(encryption={_SET: "keys"}),
            "managedDisks.data.encryption.diskEncryptionSet",
            "'keys' is not declared under diskEncryptionSets, there is none",
        ),
    ],
    "ENC007": [
        Wrong(
            {"managedImages/disks": {"source": {"osDisk": {"snapshot": SNAPSHOT, _SET: DISK}}}},
            "managedImages.disks.source.osDisk.diskEncryptionSet",
            "an id of 'Microsoft.Compute/disks' is given, Microsoft.Compute/diskEncryptionSets is wanted",
        ),
    ],
    "SRC003": [
        Wrong(
            _disk(source={"elasticSanSnapshot": SNAPSHOT}),
            "managedDisks.data.source.elasticSanSnapshot",
            "an id of 'Microsoft.Compute/snapshots' is given, "
            "Microsoft.ElasticSan/elasticSans/volumeGroups/snapshots is wanted",
        ),
    ],
    "SRC005": [
        Wrong(
            _disk(source={"sharedImage": _SHARED_ID}),
            "managedDisks.data.source.sharedImage",
            f"'{_SHARED_ID}' names no version of the image",
        ),
        Wrong(
            _disk(source={"platformImage": "contoso:linux:gen2:1.0.0"}),
            "managedDisks.data.source.platformImage",
            "'contoso:linux:gen2:1.0.0' names no image of the marketplace",
        ),
    ],
}
"""Examples of rules that are about other things too."""
