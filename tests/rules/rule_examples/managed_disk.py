"""Examples of the rules about managed disks and snapshots."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import COMMUNITY, DISK, MACHINE, SNAPSHOT, VERSION, VHD, Changes
from tests.rules.rule_examples.example import ALPHABET, BASE, Wrong

_COMMON = "disk, snapshot, vhd, imageVersion, communityImage, sharedImage, platformImage, elasticSanSnapshot, upload"
_ACCESS = f"{DISK.rsplit('/', 2)[0]}/diskAccesses/private"
_REST = f"{DISK.rsplit('/', 2)[0]}/restorePointCollections/c/restorePoints/p/diskRestorePoints/d"


def _disk(**values: Any) -> Changes:
    return {"managedDisks/os": {"source": {"snapshot": SNAPSHOT}} | values}


def _snapshot(**values: Any) -> Changes:
    return {"snapshots/os": {"source": {"disk": DISK}} | values}


def _of_web(lun: int, **source: Any) -> Changes:
    """A disk from the first version by number, which is made from something else if that is said."""
    changes: Changes = {
        "managedDisks/data": {"source": {"imageVersion": "imageVersions/web/1.0.0", "lun": lun}}
    }
    return changes | ({"imageVersions/web/1.0.0/source": source} if source else {})


_TWO_DISKS = {
    "osDisk": {"snapshot": SNAPSHOT},
    "dataDisks": {"0": {"disk": DISK}, "07": {"disk": f"{DISK}-2"}},
}

WRONG: dict[str, list[Wrong]] = {
    "DSK005": [
        Wrong(
            _disk(source={"vhd": VHD, "diskSizeGB": 1024}),
            "managedDisks.os.source.diskSizeGB",
            "the VHD has 1024 GiB, it may be refused above 1023",
        ),
    ],
    "DSK006": [
        Wrong(
            _disk(source={"vhd": VHD}, osType="Linux"),
            "managedDisks.os",
            "an operating system disk from a VHD is given without its hyperVGeneration",
        ),
        Wrong(
            _snapshot(source={"vhd": VHD}, osType="linux"),
            "snapshots.os",
            "an operating system disk from a VHD is given without its hyperVGeneration",
        ),
    ],
    "DSK008": [
        Wrong(_snapshot(name="os."), "snapshots.os.name", "'os.' ends with '.'"),
        Wrong(
            _snapshot(name="s" * 81),
            "snapshots.os.name",
            f"'{'s' * 79}…' has 81 characters, at most 80 are allowed",
        ),
    ],
    "DSK009": [
        Wrong(_disk(name="o s"), "managedDisks.os.name", f"'o s' has other characters than {ALPHABET}"),
        Wrong(
            _disk(name="d" * 81),
            "managedDisks.os.name",
            f"'{'d' * 79}…' has 81 characters, at most 80 are allowed",
        ),
        Wrong(
            {"managedDisks/os.1": {"diskSizeGB": 1}},
            'managedDisks["os.1"]',
            "'os.1' has a dot, which may be refused",
            Severity.WARNING,
        ),
    ],
    "DSK016": [
        Wrong(
            _of_web(1, **_TWO_DISKS),
            "managedDisks.data.source.lun",
            "'imageVersions/web/1.0.0' has no data disk 1, it has 0 or 7",
        ),
        Wrong(
            _of_web(0, snapshot=SNAPSHOT),
            "managedDisks.data.source.lun",
            "'imageVersions/web/1.0.0' has no data disk 0, it has none",
        ),
        Wrong(
            _of_web(2)
            | {f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": SNAPSHOT}}}},
            "managedDisks.data.source.lun",
            "'imageVersions/web/1.0.0' has no data disk 2, it has 0",
        ),
        Wrong(
            _disk(source={"communityImage": COMMUNITY, "lun": -1}),
            "managedDisks.os.source.lun",
            "-1 is given, 0 to 63 are allowed",
        ),
        Wrong(
            _disk(source={"imageVersion": VERSION, "lun": 64}),
            "managedDisks.os.source.lun",
            "64 is given, 0 to 63 are allowed",
        ),
    ],
    "DSK017": [
        Wrong(
            {"managedDisks/os": {}},
            "managedDisks.os",
            "the disk has neither a source nor a diskSizeGB",
        ),
    ],
    "DSK018": [
        Wrong(
            _disk(source={"snapshot": SNAPSHOT, "location": "eastus"}),
            "managedDisks.os.source.location",
            "the source is in 'eastus', the disk is made in 'westeurope'",
        ),
        Wrong(
            _disk(source={"restorePoint": _REST, "location": "North Europe"}),
            "managedDisks.os.source.location",
            "the source is in 'northeurope', the disk is made in 'westeurope'",
        ),
        Wrong(
            _snapshot(source={"disk": "data"}, location="eastus") | {"managedDisks/data": {"diskSizeGB": 1}},
            "snapshots.os.source.disk",
            "the source is in 'westeurope', the snapshot is made in 'eastus'",
        ),
        Wrong(
            _disk(source={"imageVersion": "imageVersions/web/1.0.0"}, location="eastus"),
            "managedDisks.os.source.imageVersion",
            "'imageVersions/web/1.0.0' is replicated to westeurope or northeurope, the disk is made in 'eastus'",
        ),
    ],
    "DSK019": [
        Wrong(
            _disk(source={"snapshot": SNAPSHOT, "diskSizeGB": 64}, diskSizeGB=63),
            "managedDisks.os.diskSizeGB",
            "63 is given, the source has 64",
        ),
        Wrong(
            _snapshot(source={"disk": "data"}, diskSizeGB=32) | {"managedDisks/data": {"diskSizeGB": 64}},
            "snapshots.os.diskSizeGB",
            "32 is given, the source has 64, as managedDisks.data.diskSizeGB says",
        ),
    ],
    "DSK020": [
        Wrong(_disk(diskSizeGB=0), "managedDisks.os.diskSizeGB", "0 is given, 1 to 32767 are allowed"),
        Wrong(
            _disk(diskSizeGB=32768), "managedDisks.os.diskSizeGB", "32768 is given, 1 to 32767 are allowed"
        ),
        Wrong(
            _disk(diskSizeGB=65537, storageAccountType="UltraSSD_LRS"),
            "managedDisks.os.diskSizeGB",
            "65537 is given, 1 to 65536 are allowed",
        ),
        Wrong(_snapshot(diskSizeGB=-5), "snapshots.os.diskSizeGB", "-5 is given, 1 to 65536 are allowed"),
    ],
    "DSK021": [
        Wrong(
            _disk(zones=["1"], storageAccountType="Premium_ZRS"),
            "managedDisks.os.zones",
            "a disk in Premium_ZRS is in no single zone, 1 is given",
        ),
        Wrong(_disk(zones=["1", "2"]), "managedDisks.os.zones", "2 zones are given, a disk is in one"),
        Wrong(_disk(zones=["a"]), "managedDisks.os.zones[0]", "'a' is no zone, allowed: 1, 2 or 3"),
    ],
    "DSK022": [
        Wrong(
            _disk(osType="Linux", storageAccountType="PremiumV2_LRS"),
            "managedDisks.os.storageAccountType",
            "PremiumV2_LRS is for data disks only, osType Linux is given",
        ),
    ],
    "DSK023": [
        Wrong(
            _snapshot(source={"disk": "data"})
            | {"managedDisks/data": {"diskSizeGB": 64, "storageAccountType": "UltraSSD_LRS"}},
            "snapshots.os.source.disk",
            "a disk in UltraSSD_LRS gives incremental snapshots only, a full one is asked for",
        ),
    ],
    "DSK024": [
        Wrong(
            {"managedDisks/data": {"diskSizeGB": 64, "networkAccessPolicy": "AllowPrivate"}},
            "managedDisks.data.networkAccessPolicy",
            "AllowPrivate is given, and no diskAccessId",
        ),
        Wrong(
            {"managedDisks/data": {"diskSizeGB": 64, "diskAccessId": _ACCESS}},
            "managedDisks.data.diskAccessId",
            "a diskAccessId is given, and networkAccessPolicy is AllowAll",
        ),
    ],
    "CFG017": [
        Wrong(
            _disk(source={"disk": DISK, "restorePoint": _REST}),
            "managedDisks.os.source",
            f"disk and restorePoint are given, at most one of {_COMMON}, restorePoint is wanted",
        ),
        Wrong(
            {"snapshots/os": {}},
            "snapshots.os",
            f"no source is given, exactly one of {_COMMON} is wanted",
        ),
        Wrong(
            _snapshot(source={"disk": DISK, "snapshot": SNAPSHOT}),
            "snapshots.os.source",
            f"disk and snapshot are given, exactly one of {_COMMON} is wanted",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "DSK005": [
        _disk(source={"vhd": VHD, "diskSizeGB": 1023}),
        _disk(source={"disk": DISK, "diskSizeGB": 1024}),
    ],
    "DSK006": [
        _disk(source={"vhd": VHD}, osType="Linux", hyperVGeneration="V1"),
        _disk(source={"vhd": VHD, "hyperVGeneration": "V2"}, osType="Linux", architecture="Arm64"),
        _disk(source={"vhd": VHD}),
        _disk(osType="Linux"),
        _disk(hyperVGeneration="V2"),
    ],
    "DSK008": [_snapshot(name="s" * 80), _snapshot(name="os.1-a_")],
    "DSK009": [_disk(name="d" * 80), _disk(name="os-disk_1")],
    "DSK016": [
        _of_web(7, **_TWO_DISKS),
        _of_web(0, virtualMachine=MACHINE),
        _of_web(5),
        _of_web(0)
        | {f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": SNAPSHOT}}}},
        _disk(source={"imageVersion": VERSION, "lun": 63}),
    ],
    "DSK017": [{"managedDisks/os": {"diskSizeGB": 1}}, _disk()],
    "DSK018": [
        _disk(source={"snapshot": SNAPSHOT, "location": "West Europe"}),
        _disk(source={"imageVersion": "imageVersions/web/1.0.0"}, location="northeurope"),
        _disk(source={"imageVersion": VERSION, "location": "eastus"}),
        _snapshot(source={"disk": "data"}, location="eastus")
        | {"managedDisks/data": {"diskSizeGB": 1, "location": "eastus"}},
    ],
    "DSK019": [
        _disk(source={"snapshot": SNAPSHOT, "diskSizeGB": 64}, diskSizeGB=64),
        _disk(source={"imageVersion": VERSION, "diskSizeGB": 64, "lun": 0}, diskSizeGB=1),
    ],
    "DSK020": [
        _disk(diskSizeGB=32767),
        _disk(diskSizeGB=65536, storageAccountType="PremiumV2_LRS"),
        _snapshot(diskSizeGB=1),
    ],
    "DSK021": [_disk(zones=["3"]), _disk(zones=[], storageAccountType="Premium_ZRS")],
    "DSK022": [
        _disk(osType="Linux", storageAccountType="Premium_ZRS"),
        _disk(storageAccountType="UltraSSD_LRS"),
    ],
    "DSK023": [
        _snapshot(source={"disk": "data"}, incremental=True)
        | {"managedDisks/data": {"diskSizeGB": 64, "storageAccountType": "UltraSSD_LRS"}},
    ],
    "DSK024": [
        {
            "managedDisks/data": {
                "diskSizeGB": 64,
                "networkAccessPolicy": "AllowPrivate",
                "diskAccessId": _ACCESS,
            },
        },
        {"managedDisks/data": {"diskSizeGB": 64, "networkAccessPolicy": "DenyAll"}},
    ],
    "CFG017": [_disk(source={"restorePoint": _REST}), _snapshot(source={"vhd": VHD})],
}
